#include "filing/xml_document.h"

#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "filing/document_checks.h"
#include "filing/element.h"
#include "filing/xml_node.h"
#include "filing/xml_row.h"
#include "value/text.h"

namespace stakebook {
namespace {

// Calls take(child, element) for every child element; stray text and attributes are kept unread.
template <class Take>
void for_each_element(XmlContext& context, pugi::xml_node parent, Take&& take) {
  if (exists(parent.first_attribute())) context.keep_attributes(parent);
  bool has_text = *parent.value() != '\0';
  for_each_child(parent, [&](pugi::xml_node child) {
    const std::string_view name = child.name();
    if (name.empty()) {
      has_text = true;
      return;
    }
    const Element element = element_of(name);
    context.set_element(element);
    take(child, element);
    context.set_element(Element::unknown);
  });
  if (has_text) context.keep_stray_text(parent);
}

void unknown_element(XmlContext& context, pugi::xml_node node) {
  context.keep_unread(node, "element-unread", "the element");
}

// Reads a leaf that may stand once; a second one is kept unread.
template <class T>
void read_once(XmlContext& context, pugi::xml_node node, Field<T>& field) {
  if (field.presence != Presence::absent) {
    context.keep_unread(node, "element-duplicate", "a second");
  } else {
    context.read_plain(node, field);
  }
}

void read_issuer(XmlContext& context, pugi::xml_node node) {
  Issuer& issuer = context.document().issuer;
  for_each_element(context, node, [&](pugi::xml_node child, Element element) {
    switch (element) {
      case Element::issuer_cik: return read_once(context, child, issuer.issuer_cik);
      case Element::issuer_name: return read_once(context, child, issuer.issuer_name);
      case Element::issuer_trading_symbol:
        return read_once(context, child, issuer.issuer_trading_symbol);
      case Element::issuer_foreign_trading_symbol:
        return read_once(context, child, issuer.issuer_foreign_trading_symbol);
      default: return unknown_element(context, child);
    }
  });
}

void read_owner_field(XmlContext& context, pugi::xml_node node, Element element,
                      ReportingOwner& owner) {
  switch (element) {
    case Element::reporting_owner_id:
    case Element::reporting_owner_address:
    case Element::reporting_owner_relationship:
      return for_each_element(context, node, [&](pugi::xml_node child, Element inner) {
        read_owner_field(context, child, inner, owner);
      });
    case Element::rpt_owner_cik: return read_once(context, node, owner.rpt_owner_cik);
    case Element::rpt_owner_name: return read_once(context, node, owner.rpt_owner_name);
    case Element::rpt_owner_non_us_address_flag:
      return read_once(context, node, owner.rpt_owner_non_us_address_flag);
    case Element::rpt_owner_street1: return read_once(context, node, owner.rpt_owner_street1);
    case Element::rpt_owner_street2: return read_once(context, node, owner.rpt_owner_street2);
    case Element::rpt_owner_city: return read_once(context, node, owner.rpt_owner_city);
    case Element::rpt_owner_non_us_state_territory:
      return read_once(context, node, owner.rpt_owner_non_us_state_territory);
    case Element::rpt_owner_state: return read_once(context, node, owner.rpt_owner_state);
    case Element::rpt_owner_country: return read_once(context, node, owner.rpt_owner_country);
    case Element::rpt_owner_zip_code: return read_once(context, node, owner.rpt_owner_zip_code);
    case Element::rpt_owner_state_description:
      return read_once(context, node, owner.rpt_owner_state_description);
    case Element::rpt_owner_good_address:
      return read_once(context, node, owner.rpt_owner_good_address);
    case Element::is_director: return read_once(context, node, owner.is_director);
    case Element::is_officer: return read_once(context, node, owner.is_officer);
    case Element::is_ten_percent_owner: return read_once(context, node, owner.is_ten_percent_owner);
    case Element::is_other: return read_once(context, node, owner.is_other);
    case Element::officer_title: return read_once(context, node, owner.officer_title);
    case Element::other_text: return read_once(context, node, owner.other_text);
    default: return unknown_element(context, node);
  }
}

void read_owner(XmlContext& context, pugi::xml_node node) {
  auto& owners = context.document().reporting_owners;
  context.require_at_most(context.limits().rows_max, owners.size() + 1, "reporting owners", node);
  ReportingOwner& owner = owners.emplace_back();
  for_each_element(context, node, [&](pugi::xml_node child, Element element) {
    read_owner_field(context, child, element, owner);
  });
}

void read_signature(XmlContext& context, pugi::xml_node node) {
  auto& signatures = context.document().owner_signatures;
  context.require_at_most(context.limits().rows_max, signatures.size() + 1, "signatures", node);
  OwnerSignature& signature = signatures.emplace_back();
  for_each_element(context, node, [&](pugi::xml_node child, Element element) {
    switch (element) {
      case Element::signature_name: return read_once(context, child, signature.signature_name);
      case Element::signature_date: return read_once(context, child, signature.signature_date);
      default: return unknown_element(context, child);
    }
  });
}

void read_footnote(XmlContext& context, pugi::xml_node node) {
  auto& footnotes = context.document().footnotes;
  context.require_at_most(context.limits().rows_max, footnotes.size() + 1, "footnotes", node);
  const pugi::xml_attribute id = node.attribute("id");
  const std::string_view name = trimmed(id.value());
  if (name.empty()) {
    context.diagnose("footnote-without-id", Severity::warning,
                     "it has no id, so that nothing can cite it", node);
  } else if (!context.footnotes().define(name, XmlContext::offset_of(node))) {
    context.diagnose("footnote-duplicate", Severity::warning,
                     "a second footnote has the id " + std::string(name.substr(0, 60)) +
                         "; citations mean the first",
                     node);
  }
  if (node.first_attribute() != id || id.next_attribute()) context.keep_attributes(node, "id");
  footnotes.push_back({std::string(name), context.text_of(node, false)});
}

// Room for one item a child: rows are large, and moving them costs.
template <class Item>
void reserve(std::vector<Item>& items, pugi::xml_node parent, const ReadLimits& limits) {
  std::size_t count = 0;
  for_each_child(parent, [&](pugi::xml_node) { ++count; });
  if (count <= limits.rows_max) items.reserve(items.size() + count);
}

class DocumentReader {
 public:
  explicit DocumentReader(XmlContext& context) : context_(context), document_(context.document()) {}

  void read(pugi::xml_node root) {
    for_each_element(context_, root,
                     [&](pugi::xml_node node, Element element) { read_element(node, element); });
    check_document(context_, rows_, XmlContext::offset_of(root));
  }

 private:
  void read_element(pugi::xml_node node, Element element) {
    switch (element) {
      case Element::schema_version: return read_once(context_, node, document_.schema_version);
      case Element::document_type: return read_once(context_, node, document_.document_type);
      case Element::period_of_report: return read_once(context_, node, document_.period_of_report);
      case Element::date_of_original_submission:
        return read_once(context_, node, document_.date_of_original_submission);
      case Element::no_securities_owned:
        return read_once(context_, node, document_.no_securities_owned);
      case Element::not_subject_to_section16:
        return read_once(context_, node, document_.not_subject_to_section16);
      case Element::form3_holdings_reported:
        return read_once(context_, node, document_.form3_holdings_reported);
      case Element::form4_transactions_reported:
        return read_once(context_, node, document_.form4_transactions_reported);
      case Element::aff10b5_one: return read_once(context_, node, document_.aff10b5_one);
      case Element::remarks: return read_once(context_, node, document_.remarks);
      case Element::issuer: return group(node, issuer_seen_, read_issuer);
      case Element::reporting_owner: return read_owner(context_, node);
      case Element::owner_signature: return read_signature(context_, node);
      case Element::non_derivative_table:
        return table(node, non_derivative_seen_, document_.table_i);
      case Element::derivative_table: return table(node, derivative_seen_, document_.table_ii);
      case Element::footnotes: return footnotes(node);
      case Element::non_derivative_transaction:
      case Element::non_derivative_holding:
      case Element::derivative_transaction:
      case Element::derivative_holding: misplaced(node); return row(node, element);
      case Element::non_derivative_security:
      case Element::derivative_security:
        context_.diagnose("element-old-name", Severity::note,
                          "a row of schema X0101, which has no tables", node);
        return row(node, element);
      default: return unknown_element(context_, node);
    }
  }

  template <class Read>
  void group(pugi::xml_node node, bool& seen, Read&& read) {
    if (std::exchange(seen, true)) {
      return context_.keep_unread(node, "element-duplicate", "a second");
    }
    read(context_, node);
  }

  void table(pugi::xml_node node, bool& seen, std::vector<Row>& rows) {
    if (std::exchange(seen, true)) {
      context_.diagnose("table-repeated", Severity::warning,
                        "the document has it twice; the rows of both are read", node);
    }
    reserve(rows, node, context_.limits());
    reserve(rows_, node, context_.limits());
    const bool derivative = &rows == &document_.table_ii;
    for_each_element(context_, node, [&](pugi::xml_node child, Element element) {
      switch (element) {
        case Element::non_derivative_transaction:
        case Element::non_derivative_holding:
        case Element::non_derivative_security:
          if (derivative) misplaced(child);
          return row(child, element);
        case Element::derivative_transaction:
        case Element::derivative_holding:
        case Element::derivative_security:
          if (!derivative) misplaced(child);
          return row(child, element);
        default: return unknown_element(context_, child);
      }
    });
  }

  void misplaced(pugi::xml_node node) {
    context_.diagnose("element-misplaced", Severity::warning,
                      "it stands outside its table; its name says which table it belongs to", node);
  }

  void row(pugi::xml_node node, Element element) {
    context_.set_element(Element::unknown);
    rows_.push_back(read_row(context_, node, element));
  }

  void footnotes(pugi::xml_node node) {
    reserve(document_.footnotes, node, context_.limits());
    for_each_element(context_, node, [&](pugi::xml_node child, Element element) {
      if (element == Element::footnote) {
        read_footnote(context_, child);
      } else {
        unknown_element(context_, child);
      }
    });
  }

  XmlContext& context_;
  OwnershipDocument& document_;
  std::vector<RowFacts> rows_;
  bool issuer_seen_ = false;
  bool non_derivative_seen_ = false;
  bool derivative_seen_ = false;
};

}  // namespace

void read_document(XmlContext& context, pugi::xml_node root) { DocumentReader(context).read(root); }

}  // namespace stakebook
