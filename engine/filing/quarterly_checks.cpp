#include "filing/quarterly_checks.h"

#include <algorithm>

namespace stakebook {
namespace {

// Specification 3.5, as in document_checks.cpp; a table does not tell an empty element from none.
class RowCheck {
 public:
  explicit RowCheck(QuarterlyContext& context) : context_(context) {}

  void run(const Row& row, bool form3) {
    const bool transaction = row.kind == RowKind::transaction;
    const bool derivative = row.table == Table::derivative;
    value(row.security_title, Element::security_title);
    value(row.direct_or_indirect_ownership, Element::direct_or_indirect_ownership);
    // Form 3 has no column for what is owned following, in Table II.
    if (!(form3 && derivative)) {
      either(row.shares_owned_following_transaction, row.value_owned_following_transaction,
             Element::shares_owned_following_transaction);
    }
    if (derivative) {
      value_or_footnote(row.conversion_or_exercise_price, Element::conversion_or_exercise_price);
      value_or_footnote(row.exercise_date, Element::exercise_date);
      value_or_footnote(row.expiration_date, Element::expiration_date);
      value(row.underlying_security_title, Element::underlying_security_title);
    }
    if (!transaction) return;
    value(row.transaction_date, Element::transaction_date);
    value(row.transaction_code, Element::transaction_code);
    either(row.transaction_shares, row.transaction_total_value, Element::transaction_shares);
    value_or_footnote(row.transaction_price_per_share, Element::transaction_price_per_share);
    value(row.transaction_acquired_disposed_code, Element::transaction_acquired_disposed_code);
  }

 private:
  template <class T>
  void value(const Field<T>& field, Element element) {
    if (field.presence == Presence::given) return;
    context_.set_element(element);
    context_.say("value-missing", Severity::warning,
                 field.footnotes.empty() ? "it has no value"
                                         : "it has no value, only a footnote, where one must be");
  }
  template <class T>
  void value_or_footnote(const Field<T>& field, Element element) {
    if (field.footnotes.empty()) value(field, element);
  }
  template <class T, class U>
  void either(const Field<T>& one, const Field<U>& other, Element element) {
    if (other.presence != Presence::given) value(one, element);
  }

  QuarterlyContext& context_;
};

void check_head(QuarterlyContext& context) {
  const OwnershipDocument& document = context.document();
  const auto require = [&](const auto& field, Element element) {
    if (field.presence == Presence::given) return;
    context.set_element(element);
    context.say("value-missing", Severity::warning, "it has no value");
  };
  require(document.document_type, Element::document_type);
  require(document.period_of_report, Element::period_of_report);
  require(document.issuer.issuer_cik, Element::issuer_cik);
  context.set_element(Element::document_type);
  if (document.document_type.value && !is_ownership_form(*document.document_type.value)) {
    context.say("document-type-unknown", Severity::error,
                in_quotes(*document.document_type.value) + " is none of 3, 3/A, 4, 4/A, 5, 5/A");
  }
  context.set_element(Element::issuer_cik);
  if (document.issuer.issuer_cik.value && !document.issuer.cik()) {
    context.say("cik-unreadable", Severity::error, "it is not one to ten digits");
  }
  context.leave_row();
}

// What the tables that came do not hold, though every such set of tables does.
void check_tables(QuarterlyContext& context, AccessionNumber accession,
                  const std::vector<QuarterlyTable>& read) {
  for (std::size_t i = 0; i < quarterly_tables_count; ++i) {
    const auto table = static_cast<QuarterlyTable>(i);
    const QuarterlyIndex& index = context.index(table);
    if (!index.present) {
      context.say(
          "tables-table-missing", Severity::error,
          std::string(name_of(table)) +
              " is not there or cannot be read, so what it holds of this filing is missing; "
              "import all eight tables");
      continue;
    }
    for (const QuarterlyLine& line : QuarterlyIndex::of(index.unreadable, accession)) {
      context.say("tables-line-lost", Severity::error,
                  "line " + std::to_string(line.number) + " of " + std::string(name_of(table)) +
                      ".tsv is of this filing and could not be read");
    }
    if (std::find(read.begin(), read.end(), table) == read.end()) continue;
    for (const std::string& column : index.header.missing()) {
      context.say("tables-column-missing", Severity::warning,
                  std::string(name_of(table)) + " has no column " + column);
    }
  }
}

}  // namespace

void check_quarterly_row(QuarterlyContext& context, const Row& row) {
  const auto& type = context.document().document_type.value;
  RowCheck(context).run(row, type && type->starts_with('3'));
}

void check_quarterly_filing(QuarterlyContext& context, AccessionNumber accession,
                            const std::vector<QuarterlyTable>& read) {
  check_head(context);
  check_footnotes(context.footnotes(), [&](std::size_t offset, const char* code, Severity severity,
                                           const std::string& message) {
    context.say_at(offset, code, severity, message);
  });
  check_tables(context, accession, read);
  const auto has_lines_in = [&](QuarterlyTable table) {
    return std::find(read.begin(), read.end(), table) != read.end();
  };
  for (const QuarterlyTable table :
       {QuarterlyTable::reporting_owner, QuarterlyTable::owner_signature}) {
    if (has_lines_in(table) || !context.index(table).present) continue;
    context.say("tables-rows-missing", Severity::warning,
                std::string(name_of(table)) + " has no line of this filing");
  }
}

}  // namespace stakebook
