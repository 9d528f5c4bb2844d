#include "event/terms_claims.h"

#include <algorithm>

#include "event/amendment_text.h"
#include "event/cited_footnotes.h"
#include "value/text.h"

namespace stakebook {
namespace {

// The number in "F12"; ids of another shape are numbered by their place among the footnotes.
std::int32_t number_of(const FootnoteId& id, const OwnershipDocument& document) {
  if (id.size() > 1 && id.front() == 'F') {
    if (const auto number = parse_digits(std::string_view(id).substr(1)); number && *number > 0) {
      return *number;
    }
  }
  for (std::size_t i = 0; i < document.footnotes.size(); ++i) {
    if (document.footnotes[i].id == id) return static_cast<std::int32_t>(i + 1);
  }
  return 1;
}

RowContext context_of(const Row& row, const Event& event) {
  RowContext context;
  context.security_title = row.security_title.filed_text();
  if (row.kind == RowKind::transaction) context.transaction_date = event.effective;
  context.is_grant = event.kind == EventKind::grant;
  if (const auto change = event.change.exact(); event.has_change() && change) {
    context.quantity = change->is_negative() ? -*change : *change;
  } else {
    context.quantity = event.reported_following;
  }
  context.strike = row.conversion_or_exercise_price.value;
  context.exercise_date = row.exercise_date.value;
  context.expiration_date = row.expiration_date.value;
  return context;
}

}  // namespace

const VestingText& FootnoteReadings::vesting(const std::string& text) {
  return vesting_.try_emplace(text, text).first->second;
}

std::optional<Date> FootnoteReadings::holdings_as_of(const std::string& text) {
  const auto found = days_.find(text);
  if (found != days_.end()) return found->second;
  return days_.emplace(text, stakebook::holdings_as_of(text)).first->second;
}

const std::vector<HoldingStatement>& FootnoteReadings::statements(const std::string& text) {
  const auto found = statements_.find(text);
  if (found != statements_.end()) return found->second;
  return statements_.emplace(text, read_holding_statements(text)).first->second;
}

void collect_terms(const Claim& claim, const Filing& filing, const std::vector<Event>& events,
                   FootnoteReadings& readings, std::vector<TermsClaim>& into) {
  std::size_t index = 0;
  for (const auto* table : {&filing.document.table_i, &filing.document.table_ii}) {
    for (const Row& row : *table) {
      const Event& event = events[index++];
      for (const Footnote* footnote : resolved(cited_footnotes(row), filing.document)) {
        const RowContext context = context_of(row, event);
        TermsReading reading = readings.vesting(footnote->text).read(context);
        if (reading.outcome == TermsReading::Outcome::no_vesting_language) continue;
        TermsClaim terms;
        terms.source = event.source;
        terms.footnote = {claim.entry, Part::footnote, number_of(footnote->id, filing.document), 0};
        terms.text = footnote->text;
        terms.reading = std::move(reading);
        terms.account = event.account;
        terms.effective = event.effective;
        terms.known = claim.known;
        terms.is_grant = context.is_grant;
        terms.row_quantity = context.quantity;
        terms.exercisable_from = context.exercise_date;
        into.push_back(std::move(terms));
      }
    }
  }
}

void collect_statements(const Claim& claim, const Filing& filing, Date effective,
                        FootnoteReadings& readings, std::vector<StatementClaim>& into) {
  for (const Footnote& footnote : filing.document.footnotes) {
    std::int32_t number = 0;
    for (const HoldingStatement& statement : readings.statements(footnote.text)) {
      StatementClaim stated;
      stated.source = {claim.entry, Part::footnote, number_of(footnote.id, filing.document),
                       ++number};
      stated.text = footnote.text;
      stated.statement = statement;
      stated.holders = claim.owners;
      std::sort(stated.holders.begin(), stated.holders.end());
      stated.effective = effective;
      stated.known = claim.known;
      into.push_back(std::move(stated));
    }
  }
}

TermsClaim recorded_terms(const Claim& claim, const Event& event, const VestingTerms& terms,
                          std::optional<Shares> granted) {
  TermsClaim result;
  result.source = event.source;
  result.footnote = {claim.entry, Part::entry, 0, 0};
  result.text = claim.record()->reason;
  result.reading.outcome = TermsReading::Outcome::understood;
  result.reading.terms = terms;
  result.reading.granted = granted;
  result.account = event.account;
  result.effective = event.effective;
  result.known = claim.known;
  result.is_grant = true;
  result.row_quantity = granted;
  return result;
}

}  // namespace stakebook
