#include "event/row_event.h"

#include <algorithm>

#include "event/transaction_code.h"
#include "value/text.h"

namespace stakebook {
namespace {

// Ownership reports on EDGAR begin in the nineties; an earlier year is a typing error.
constexpr int first_plausible_year = 1990;

bool is_plausible(Date date, const Instant& known, KnownBasis basis) {
  if (date.year() < first_plausible_year) return false;
  // A transaction is reported after it happened. Dates that stand in for the filing date may be
  // typed wrongly themselves, so they exclude only what lies a year ahead.
  return date <= known.date.plus_days(is_official(basis) ? 0 : 366);
}

FigureReference field_of(const Event& event, const char* field) {
  FigureReference reference;
  reference.place = event.source;
  reference.field = field;
  return reference;
}

std::optional<Direction> direction_of_row(const Row& row, Event& event) {
  const std::string letter = row.transaction_acquired_disposed_code.filed_text();
  if (same_ignoring_case(letter, "A")) return Direction::acquired;
  if (same_ignoring_case(letter, "D")) return Direction::disposed;
  const auto direction = direction_of(event.code, row.table);
  if (direction) {
    event.inferences.push_back({"direction-from-code",
                                std::string("code ") + event.code + " (" +
                                    std::string(meaning_of(event.code)) + ") " +
                                    (*direction == Direction::acquired ? "acquires" : "disposes") +
                                    "; the row gives no A or D",
                                Grade::proven,
                                {field_of(event, "transaction_code")}});
  }
  return direction;
}

ShareRange signed_change(std::optional<Shares> amount, std::optional<Direction> direction) {
  if (!direction) {
    if (!amount) return ShareRange::unknown();
    if (amount->is_zero()) return ShareRange::exactly(*amount);
    return ShareRange::unknown();
  }
  const bool acquired = *direction == Direction::acquired;
  if (!amount) {
    return acquired ? ShareRange::more_than(Shares()) : ShareRange::less_than(Shares());
  }
  return ShareRange::exactly(acquired ? *amount : -*amount);
}

void set_effective_date(const Row& row, const RowContextOfFiling& context, Event& event) {
  event.effective = context.holdings_date;
  if (row.kind == RowKind::holding) return;
  if (row.transaction_date.value &&
      is_plausible(*row.transaction_date.value, context.known, context.known_basis)) {
    event.effective = *row.transaction_date.value;
    return;
  }
  event.inferences.push_back(
      {"date-from-filing",
       row.transaction_date.value
           ? "the transaction date " + row.transaction_date.value->to_text() +
                 " is impossible; the filing's own date stands in"
           : std::string("the row gives no transaction date; the filing's own date stands in"),
       Grade::plausible,
       {field_of(event, "transaction_date")}});
}

}  // namespace

bool is_official(KnownBasis basis) {
  return basis == KnownBasis::acceptance || basis == KnownBasis::filing_date;
}

Date holdings_date_of(const Filing& filing) {
  const OwnershipDocument& document = filing.document;
  const Instant known = filing.known();
  const KnownBasis basis = filing.known_basis();
  std::optional<Date> last;
  const auto consider = [&](const std::optional<Date>& date) {
    if (date && is_plausible(*date, known, basis) && (!last || *date > *last)) last = date;
  };
  consider(document.period_of_report.value);
  for (const Row& row : document.table_i) consider(row.transaction_date.value);
  for (const Row& row : document.table_ii) consider(row.transaction_date.value);
  return last.value_or(known.date);
}

Event event_of(const Row& row, std::int32_t number, const RowContextOfFiling& context) {
  Event event;
  event.known = context.known;
  event.source = {context.entry,
                  row.table == Table::non_derivative ? Part::table_i : Part::table_ii, number, 0};
  event.reported_following = row.shares_owned_following_transaction.value;
  event.reported_value_following = row.value_owned_following_transaction.value;
  event.price = row.transaction_price_per_share.value;
  event.strike = row.conversion_or_exercise_price.value;
  event.underlying = row.underlying_security_shares.value;
  event.exercisable_from = row.exercise_date.value;
  set_effective_date(row, context, event);

  if (row.kind == RowKind::holding) {
    // Form 3 has no column for the units of a derivative: the amount of underlying securities is
    // what it reports (domain rule 1.2).
    if (!event.reported_following && !event.reported_value_following &&
        row.table == Table::derivative) {
      event.reported_following = row.underlying_security_shares.value;
      event.balance_in_underlying = true;
    }
    return event;
  }
  const std::string code = row.transaction_code.filed_text();
  event.code = code.size() == 1 ? code.front() : '\0';
  event.voluntary_early = row.transaction_form_type.filed_text() == "5";
  const auto direction = direction_of_row(row, event);
  event.kind = kind_of(event.code, row.table, direction);
  event.change = signed_change(row.transaction_shares.value, direction);
  return event;
}

}  // namespace stakebook
