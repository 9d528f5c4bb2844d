#include "filing/xml_row.h"

#include <array>
#include <pugixml.hpp>

#include "filing/xml_node.h"

namespace stakebook {
namespace {

// Which rows have a field, and the group it stands in (specification 3.5).
enum : std::uint8_t {
  transaction_i = 1,
  holding_i = 2,
  transaction_ii = 4,
  holding_ii = 8,
  transactions = transaction_i | transaction_ii,
  derivatives = transaction_ii | holding_ii,
  every_row = transactions | holding_i | holding_ii,
};

struct FieldRule {
  std::uint8_t rows = 0;
  Element group = Element::unknown;  // unknown: directly in the row
};

constexpr auto rules = [] {
  std::array<FieldRule, element_count> result{};
  const auto set = [&](Element element, std::uint8_t rows, Element group = Element::unknown) {
    result[static_cast<std::size_t>(element)] = {rows, group};
  };
  set(Element::transaction_coding, every_row);
  set(Element::transaction_amounts, transactions);
  set(Element::underlying_security, derivatives);
  set(Element::post_transaction_amounts, every_row);
  set(Element::ownership_nature, every_row);
  set(Element::security_title, every_row);
  set(Element::conversion_or_exercise_price, derivatives);
  set(Element::transaction_date, transactions);
  set(Element::deemed_execution_date, transactions);
  set(Element::transaction_form_type, every_row, Element::transaction_coding);
  set(Element::transaction_code, transactions, Element::transaction_coding);
  set(Element::equity_swap_involved, transactions, Element::transaction_coding);
  set(Element::transaction_timeliness, transactions);
  set(Element::transaction_shares, transactions, Element::transaction_amounts);
  set(Element::transaction_total_value, transaction_ii, Element::transaction_amounts);
  set(Element::transaction_price_per_share, transactions, Element::transaction_amounts);
  set(Element::transaction_value, transactions, Element::transaction_amounts);
  set(Element::transaction_acquired_disposed_code, transactions, Element::transaction_amounts);
  set(Element::exercise_date, derivatives);
  set(Element::expiration_date, derivatives);
  set(Element::underlying_security_title, derivatives, Element::underlying_security);
  set(Element::underlying_security_shares, derivatives, Element::underlying_security);
  set(Element::underlying_security_value, derivatives, Element::underlying_security);
  set(Element::shares_owned_following_transaction, every_row, Element::post_transaction_amounts);
  set(Element::value_owned_following_transaction, every_row, Element::post_transaction_amounts);
  set(Element::direct_or_indirect_ownership, every_row, Element::ownership_nature);
  set(Element::nature_of_ownership, every_row, Element::ownership_nature);
  return result;
}();

constexpr bool is_group(Element element) {
  return element >= Element::transaction_coding && element <= Element::ownership_nature;
}

class RowReader {
 public:
  RowReader(XmlContext& context, Row& row)
      : context_(context),
        row_(row),
        place_(static_cast<std::uint8_t>((row.table == Table::derivative ? 4 : 1)
                                         << (row.kind == RowKind::holding ? 1 : 0))) {}

  RowElements read(pugi::xml_node node) {
    read_level(node, Element::unknown);
    return elements_;
  }

 private:
  void read_level(pugi::xml_node parent, Element group) {
    if (exists(parent.first_attribute())) context_.keep_attributes(parent);
    bool has_text = *parent.value() != '\0';
    for_each_child(parent, [&](pugi::xml_node child) {
      const std::string_view name = child.name();
      if (name.empty()) {
        has_text = true;
      } else {
        read_element(child, element_of(name), group);
      }
    });
    context_.set_element(Element::unknown);
    if (has_text) context_.keep_stray_text(parent);
  }

  void read_element(pugi::xml_node node, Element element, Element group) {
    const FieldRule rule = rules[static_cast<std::size_t>(element)];
    if (element == Element::footnote_id) return read_loose_reference(node, group);
    if (rule.rows == 0) {
      context_.keep_unread(node, "element-unread", "the element");
    } else if ((rule.rows & place_) == 0) {
      context_.keep_unread(node, "element-unexpected", "such rows have no such element;");
    } else if (!elements_.add(element)) {
      context_.keep_unread(node, "element-duplicate", "a second");
    } else {
      context_.set_element(element);
      if (rule.group != group) {
        context_.diagnose("element-misplaced", Severity::warning,
                          "it stands outside its place in the row; it is read all the same", node);
      }
      if (is_group(element)) {
        read_level(node, element);
      } else {
        read_field(node, element);
      }
    }
  }

  // A footnoteId that is no field's own belongs to transactionCoding (specification 3.5).
  void read_loose_reference(pugi::xml_node node, Element group) {
    if (group == Element::transaction_coding) {
      context_.set_element(group);
      context_.read_footnote_id(node, row_.transaction_coding_footnotes);
    } else {
      context_.keep_unread(node, "footnote-misplaced", "it belongs to no field;");
    }
  }

  void read_field(pugi::xml_node node, Element element) {
    switch (element) {
      case Element::security_title: return wrapped(node, row_.security_title);
      case Element::conversion_or_exercise_price:
        return wrapped(node, row_.conversion_or_exercise_price);
      case Element::transaction_date: return wrapped(node, row_.transaction_date);
      case Element::deemed_execution_date: return wrapped(node, row_.deemed_execution_date);
      case Element::transaction_form_type:
        context_.read_plain(node, row_.transaction_form_type);
        return check(node, row_.transaction_form_type, form_type_codes);
      case Element::transaction_code:
        context_.read_plain(node, row_.transaction_code);
        return check(node, row_.transaction_code, transaction_codes);
      case Element::equity_swap_involved:
        return context_.read_plain(node, row_.equity_swap_involved);
      case Element::transaction_timeliness:
        wrapped(node, row_.transaction_timeliness);
        return check(node, row_.transaction_timeliness, timeliness_codes);
      case Element::transaction_shares: return wrapped(node, row_.transaction_shares);
      case Element::transaction_total_value: return wrapped(node, row_.transaction_total_value);
      case Element::transaction_price_per_share:
        return wrapped(node, row_.transaction_price_per_share);
      case Element::transaction_value: return read_old_price(node);
      case Element::transaction_acquired_disposed_code:
        wrapped(node, row_.transaction_acquired_disposed_code);
        return check(node, row_.transaction_acquired_disposed_code, acquired_disposed_codes);
      case Element::exercise_date: return wrapped(node, row_.exercise_date);
      case Element::expiration_date: return wrapped(node, row_.expiration_date);
      case Element::underlying_security_title: return wrapped(node, row_.underlying_security_title);
      case Element::underlying_security_shares:
        return wrapped(node, row_.underlying_security_shares);
      case Element::underlying_security_value: return wrapped(node, row_.underlying_security_value);
      case Element::shares_owned_following_transaction:
        return wrapped(node, row_.shares_owned_following_transaction);
      case Element::value_owned_following_transaction:
        return wrapped(node, row_.value_owned_following_transaction);
      case Element::direct_or_indirect_ownership:
        wrapped(node, row_.direct_or_indirect_ownership);
        return check(node, row_.direct_or_indirect_ownership, ownership_codes);
      case Element::nature_of_ownership: return wrapped(node, row_.nature_of_ownership);
      default: break;
    }
  }

  // Schema X0101 (2003) calls the price a share transactionValue.
  void read_old_price(pugi::xml_node node) {
    if (!elements_.add(Element::transaction_price_per_share)) {
      return context_.keep_unread(node, "element-duplicate", "beside transactionPricePerShare,");
    }
    context_.diagnose("element-old-name", Severity::note,
                      "the name of 2003; it is read as transactionPricePerShare", node);
    wrapped(node, row_.transaction_price_per_share);
  }

  template <class T>
  void wrapped(pugi::xml_node node, Field<T>& field) {
    context_.read_wrapped(node, field);
  }
  void check(pugi::xml_node node, Field<std::string>& field, const KnownCodes& known) {
    context_.check_code(node, field, known);
  }

  XmlContext& context_;
  Row& row_;
  const std::uint8_t place_;
  RowElements elements_;
};

// Schema X0101 has one element for both kinds of row; only a transaction has a date or amounts.
bool has_transaction(pugi::xml_node row) {
  return row.child("transactionDate") || row.child("transactionAmounts");
}

bool is_derivative(Element name) {
  return name == Element::derivative_transaction || name == Element::derivative_holding ||
         name == Element::derivative_security;
}

RowKind kind_of(pugi::xml_node node, Element name) {
  switch (name) {
    case Element::non_derivative_holding:
    case Element::derivative_holding: return RowKind::holding;
    case Element::non_derivative_security:
    case Element::derivative_security:
      return has_transaction(node) ? RowKind::transaction : RowKind::holding;
    default: return RowKind::transaction;
  }
}

}  // namespace

RowFacts read_row(XmlContext& context, pugi::xml_node node, Element name) {
  OwnershipDocument& document = context.document();
  const Table table = is_derivative(name) ? Table::derivative : Table::non_derivative;
  std::vector<Row>& rows = table == Table::derivative ? document.table_ii : document.table_i;
  context.require_at_most(context.limits().rows_max, rows.size() + 1, "rows in one table", node);
  Row& row = rows.emplace_back();
  row.table = table;
  row.kind = kind_of(node, name);
  context.enter_row(table, rows.size());
  RowFacts facts{table, rows.size(), {}, XmlContext::offset_of(node)};
  facts.elements = RowReader(context, row).read(node);
  context.leave_row();
  return facts;
}

}  // namespace stakebook
