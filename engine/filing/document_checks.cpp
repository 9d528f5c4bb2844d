#include "filing/document_checks.h"

#include <array>
#include <utility>

namespace stakebook {
namespace {

bool is_form3(const OwnershipDocument& document) {
  return document.document_type.value && document.document_type.value->starts_with('3');
}

void missing(XmlContext& context, Element element, std::size_t offset, const char* what) {
  context.set_element(element);
  context.diagnose("element-missing", Severity::warning, what, offset);
}

// "4/a" is read as 4/A.
void raise_case(XmlContext& context, std::size_t root) {
  Field<std::string>& type = context.document().document_type;
  if (!type.value || !type.value->ends_with("/a")) return;
  std::string upper = *type.value;
  upper.back() = 'A';
  if (!is_ownership_form(upper)) return;
  type.as_filed = *type.value;
  type.value = std::move(upper);
  context.diagnose("code-repaired", Severity::note,
                   in_quotes(type.as_filed) + " is read as " + *type.value, root);
}

// Specification 3.5: the elements that every document has.
void check_head(XmlContext& context, std::size_t root) {
  const OwnershipDocument& document = context.document();
  const auto require = [&](bool present, Element element) {
    if (!present) missing(context, element, root, "the document has no such element");
  };
  require(document.document_type.presence != Presence::absent, Element::document_type);
  require(document.period_of_report.presence != Presence::absent, Element::period_of_report);
  require(document.issuer.issuer_cik.presence != Presence::absent, Element::issuer_cik);
  require(!document.reporting_owners.empty(), Element::reporting_owner);
  require(!document.owner_signatures.empty(), Element::owner_signature);
  context.set_element(Element::document_type);
  raise_case(context, root);
  if (document.document_type.value && !is_ownership_form(*document.document_type.value)) {
    context.diagnose(
        "document-type-unknown", Severity::error,
        in_quotes(*document.document_type.value) + " is none of 3, 3/A, 4, 4/A, 5, 5/A", root);
  }
  context.set_element(Element::issuer_cik);
  if (document.issuer.issuer_cik.value && !document.issuer.cik()) {
    context.diagnose("cik-unreadable", Severity::error,
                     in_quotes(*document.issuer.issuer_cik.value) + " is not one to ten digits",
                     root);
  }
  context.set_element(Element::rpt_owner_cik);
  const auto& owners = document.reporting_owners;
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (owners[i].cik()) continue;
    const std::string which =
        owners.size() == 1 ? "a reporting owner" : "reporting owner " + std::to_string(i + 1);
    const auto& typed = owners[i].rpt_owner_cik.value;
    context.diagnose("cik-unreadable", Severity::error,
                     typed ? in_quotes(*typed) + " of " + which + " is not one to ten digits"
                           : which + " has none",
                     root);
  }
  context.set_element(Element::unknown);
}

class RowCheck {
 public:
  RowCheck(XmlContext& context, const RowFacts& facts) : context_(context), facts_(facts) {}

  void run(const Row& row, bool form3) {
    const bool transaction = row.kind == RowKind::transaction;
    const bool derivative = row.table == Table::derivative;
    require(Element::security_title);
    require(Element::ownership_nature);
    // Form 3 has no column for what is owned following, in Table II (specification 3.5).
    if (!(form3 && derivative)) require(Element::post_transaction_amounts);
    if (transaction) {
      require(Element::transaction_date);
      require(Element::transaction_coding);
      require(Element::transaction_amounts);
    }
    if (derivative) {
      require(Element::conversion_or_exercise_price);
      require(Element::exercise_date);
      require(Element::expiration_date);
      require(Element::underlying_security);
      require_in(Element::underlying_security, Element::underlying_security_title);
    }
    if (transaction) {
      require_in(Element::transaction_coding, Element::transaction_code);
      require_either(Element::transaction_amounts, Element::transaction_shares,
                     Element::transaction_total_value);
      require_in(Element::transaction_amounts, Element::transaction_price_per_share);
      require_in(Element::transaction_amounts, Element::transaction_acquired_disposed_code);
    }
    require_either(Element::post_transaction_amounts, Element::shares_owned_following_transaction,
                   Element::value_owned_following_transaction);
    require_in(Element::ownership_nature, Element::direct_or_indirect_ownership);
    check_values(row);
  }

 private:
  void require(Element element) {
    if (!facts_.elements.has(element)) {
      missing(context_, element, facts_.offset, "the row has no such element");
    }
  }
  void require_in(Element group, Element element) {
    if (facts_.elements.has(group)) require(element);
  }
  void require_either(Element group, Element one, Element other) {
    if (facts_.elements.has(group) && !facts_.elements.has(other)) require(one);
  }

  // Elements that must hold a value, and those for which a footnote may stand in (rule cm(8)).
  void check_values(const Row& row) {
    value(row.security_title, Element::security_title);
    value(row.transaction_date, Element::transaction_date);
    value(row.transaction_code, Element::transaction_code);
    value(row.transaction_shares, Element::transaction_shares);
    value(row.transaction_total_value, Element::transaction_total_value);
    value(row.transaction_acquired_disposed_code, Element::transaction_acquired_disposed_code);
    value(row.underlying_security_title, Element::underlying_security_title);
    value(row.shares_owned_following_transaction, Element::shares_owned_following_transaction);
    value(row.value_owned_following_transaction, Element::value_owned_following_transaction);
    value(row.direct_or_indirect_ownership, Element::direct_or_indirect_ownership);
    value_or_footnote(row.conversion_or_exercise_price, Element::conversion_or_exercise_price);
    value_or_footnote(row.transaction_price_per_share, Element::transaction_price_per_share);
    value_or_footnote(row.exercise_date, Element::exercise_date);
    value_or_footnote(row.expiration_date, Element::expiration_date);
    value_or_footnote(row.underlying_security_shares, Element::underlying_security_shares);
    value_or_footnote(row.underlying_security_value, Element::underlying_security_value);
  }

  template <class T>
  void value(const Field<T>& field, Element element) {
    if (field.presence == Presence::given || !facts_.elements.has(element)) return;
    context_.set_element(element);
    context_.diagnose("value-missing", Severity::warning,
                      field.footnotes.empty()
                          ? "it has no value"
                          : "it has no value, only a footnote, where one must be",
                      facts_.offset);
  }
  template <class T>
  void value_or_footnote(const Field<T>& field, Element element) {
    if (field.footnotes.empty()) value(field, element);
  }

  XmlContext& context_;
  const RowFacts& facts_;
};

}  // namespace

void check_document(XmlContext& context, const std::vector<RowFacts>& rows, std::size_t root) {
  check_head(context, root);
  const OwnershipDocument& document = context.document();
  const bool form3 = is_form3(document);
  for (const RowFacts& facts : rows) {
    const auto& table = facts.table == Table::derivative ? document.table_ii : document.table_i;
    context.enter_row(facts.table, facts.number);
    RowCheck(context, facts).run(table[facts.number - 1], form3);
  }
  context.leave_row();
  check_footnotes(context.footnotes(), [&](std::size_t offset, const char* code, Severity severity,
                                           const std::string& message) {
    context.diagnose(code, severity, message, offset);
  });
}

}  // namespace stakebook
