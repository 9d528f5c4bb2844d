#include "event/derive.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "event/amendment.h"
#include "event/correction.h"
#include "event/pairing.h"
#include "event/row_event.h"
#include "event/split_link.h"
#include "event/tables_difference.h"
#include "event/terms_claims.h"
#include "event/transaction_code.h"
#include "event/version.h"

namespace stakebook {
namespace {

class Derivation {
 public:
  explicit Derivation(const std::vector<Claim>& claims)
      : claims_(claims),
        superseded_(superseded_versions(claims)),
        corrections_(claims),
        amendments_(amendments_in(claims, superseded_)) {}

  History run() {
    if (!claims_.empty()) history_.issuer = claims_.front().issuer;
    history_.diagnostics = amendments_.diagnostics;
    history_.replaced_by = amendments_.replaced_by;
    for (const Claim& claim : claims_) {
      const Filing* filing = claim.filing();
      if (filing == nullptr) continue;
      const auto better = superseded_.find(claim.entry);
      if (better == superseded_.end()) {
        add_filing(claim, *filing);
      } else {
        note_superseded(claim, better->second);
      }
    }
    for (const Claim& claim : claims_) {
      if (const Record* record = claim.record()) add_record(claim, *record);
    }
    link_accounts_across_splits(history_);
    sort_events();
    return std::move(history_);
  }

 private:
  void note_superseded(const Claim& claim, std::int64_t better) {
    history_.diagnostics.push_back({"version-superseded", Severity::note,
                                    "another version of the filing of entry " +
                                        std::to_string(better) +
                                        ", whose rows count; those of "
                                        "this one do not",
                                    std::to_string(claim.entry)});
    if (is_of_tables(claim)) note_differences(claim, better);
  }

  // A page shows less than was filed, so what it lacks is no difference: only documents are asked.
  void note_differences(const Claim& tables, std::int64_t better) {
    for (const Claim& document : claims_) {
      if (document.entry != better || !is_a_document(document)) continue;
      Diagnostics found = tables_differences(tables, document);
      std::move(found.begin(), found.end(), std::back_inserter(history_.diagnostics));
    }
  }

  static bool is_a_document(const Claim& claim) {
    const SourceFormat format = claim.filing()->format;
    return format == SourceFormat::ownership_xml || format == SourceFormat::submission_text;
  }

  static bool is_of_tables(const Claim& claim) {
    return claim.filing()->format == SourceFormat::quarterly_tables;
  }

  std::int32_t account_index(AccountIdentity identity) {
    const auto [entry, is_new] = account_by_key_.try_emplace(
        identity.key, static_cast<std::int32_t>(history_.accounts.size()));
    if (is_new) history_.accounts.push_back(std::move(identity));
    return entry->second;
  }

  void add_filing(const Claim& claim, const Filing& filing) {
    const RowContextOfFiling context{claim.entry, claim.known, filing.known_basis(),
                                     holdings_date(claim, filing)};
    std::vector<Event> events;
    events.reserve(filing.document.table_i.size() + filing.document.table_ii.size());
    for (const auto* table : {&filing.document.table_i, &filing.document.table_ii}) {
      std::int32_t number = 0;
      for (const Row& row : *table) {
        events.push_back(event_of_row(claim, filing, row, ++number, context));
      }
    }
    collect_terms(claim, filing, events, readings_, history_.terms);
    collect_statements(claim, filing, context.holdings_date, readings_, history_.statements);
    const auto is_without_effect = [&](const auto& claimed) {
      return amendments_.without_effect.contains(claimed.source);
    };
    std::erase_if(history_.terms, is_without_effect);
    std::erase_if(events, is_without_effect);
    pair_exercises(events, static_cast<std::int32_t>(history_.events.size()));
    std::move(events.begin(), events.end(), std::back_inserter(history_.events));
  }

  // Holdings of an amendment speak as of the original's date (domain rule 8).
  Date holdings_date(const Claim& claim, const Filing& filing) const {
    const auto link = amendments_.original_of.find(claim.entry);
    if (link == amendments_.original_of.end()) return holdings_date_of(filing);
    for (const Claim& candidate : claims_) {
      if (candidate.entry == link->second) return holdings_date_of(*candidate.filing());
    }
    return holdings_date_of(filing);
  }

  Event event_of_row(const Claim& claim, const Filing& filing, const Row& row, std::int32_t number,
                     const RowContextOfFiling& context) {
    const Reference place{claim.entry,
                          row.table == Table::non_derivative ? Part::table_i : Part::table_ii,
                          number, 0};
    if (!corrections_.concern(place)) {
      Event event = event_of(row, number, context);
      event.account = account_index(account_of(row, filing.document, claim.issuer, claim.owners));
      return event;
    }
    std::vector<Inference> inferences;
    const Row corrected = corrections_.applied(row, place, inferences);
    Event event = event_of(corrected, number, context);
    event.account =
        account_index(account_of(corrected, filing.document, claim.issuer, claim.owners));
    std::move(inferences.begin(), inferences.end(), std::back_inserter(event.inferences));
    return event;
  }

  Event event_of_record(const Claim& claim, const Record& record, EventKind kind) const {
    Event event;
    event.kind = kind;
    event.effective = record.effective;
    event.known = claim.known;
    event.source = {claim.entry, Part::entry, 0, 0};
    return event;
  }

  Event event_on(const Claim& claim, const Record& record, EventKind kind,
                 const RecordedAccount& account) {
    Event event = event_of_record(claim, record, kind);
    event.account = account_index(account_of(account, claim.issuer, claim.owners));
    event.strike = account.strike;
    return event;
  }

  void add_record(const Claim& claim, const Record& record) {
    if (const auto* opening = std::get_if<OpeningBalance>(&record.body)) {
      Event event = event_on(claim, record, EventKind::opening, opening->account);
      event.reported_following = opening->balance;
      history_.events.push_back(std::move(event));
    } else if (const auto* split = std::get_if<RecordedSplit>(&record.body)) {
      Event event = event_of_record(claim, record, EventKind::split);
      event.ratio = split->ratio;
      history_.events.push_back(std::move(event));
    } else if (const auto* acquisition = std::get_if<RecordedAcquisition>(&record.body)) {
      Event event = event_on(claim, record, EventKind::acquisition, acquisition->account);
      event.change = ShareRange::exactly(acquisition->quantity);
      event.price = acquisition->price;
      history_.events.push_back(std::move(event));
    } else if (const auto* disposition = std::get_if<RecordedDisposition>(&record.body)) {
      Event event = event_on(claim, record, EventKind::disposition, disposition->account);
      event.change = ShareRange::exactly(-disposition->quantity);
      event.price = disposition->price;
      history_.events.push_back(std::move(event));
    } else if (const auto* grant = std::get_if<RecordedGrant>(&record.body)) {
      Event event = event_on(claim, record, EventKind::grant, grant->account);
      event.change = ShareRange::exactly(grant->quantity);
      history_.terms.push_back(recorded_terms(claim, event, grant->terms, grant->quantity));
      history_.events.push_back(std::move(event));
    } else if (const auto* terms = std::get_if<RecordedTerms>(&record.body)) {
      add_recorded_terms(claim, *terms);
    } else if (const auto* correction = std::get_if<RecordedCorrection>(&record.body)) {
      note_idle_correction(claim, *correction);
    }
  }

  void note_idle_correction(const Claim& claim, const RecordedCorrection& correction) {
    const auto better = superseded_.find(correction.row.entry);
    if (better == superseded_.end()) return;
    history_.diagnostics.push_back({"correction-superseded", Severity::warning,
                                    "the correction of " + correction.row.to_text() +
                                        " has no effect: entry " + std::to_string(better->second) +
                                        " is a better version of that filing; correct its row",
                                    std::to_string(claim.entry)});
  }

  void add_recorded_terms(const Claim& claim, const RecordedTerms& recorded) {
    for (const Event& event : history_.events) {
      if (event.source != recorded.grant) continue;
      std::optional<Shares> granted = recorded.granted;
      if (!granted && event.has_change()) granted = event.change.exact();
      if (!granted) granted = event.reported_following;
      TermsClaim terms = recorded_terms(claim, event, recorded.terms, granted);
      terms.source = recorded.grant;
      terms.is_grant = event.kind == EventKind::grant;
      history_.terms.push_back(std::move(terms));
      return;
    }
    history_.diagnostics.push_back({"terms-without-grant", Severity::warning,
                                    "the vesting terms recorded for " + recorded.grant.to_text() +
                                        " speak of a row that is not there",
                                    std::to_string(claim.entry)});
  }

  // By effective date, within a day by knowledge, then by place: filings before records of a day,
  // except that a split and an opening balance come first (they hold from the start of their day).
  void sort_events() {
    std::vector<Event>& events = history_.events;
    std::vector<std::int32_t> order(events.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [](const Event& event) {
      if (event.kind == EventKind::split) return 0;
      return event.kind == EventKind::opening ? 1 : 2;
    };
    std::sort(order.begin(), order.end(), [&](std::int32_t left, std::int32_t right) {
      const Event& a = events[static_cast<std::size_t>(left)];
      const Event& b = events[static_cast<std::size_t>(right)];
      return std::make_tuple(a.effective, rank(a), a.known, a.source) <
             std::make_tuple(b.effective, rank(b), b.known, b.source);
    });
    std::vector<std::int32_t> place(events.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    }
    std::vector<Event> sorted;
    sorted.reserve(events.size());
    for (const std::int32_t index : order) {
      Event& event = events[static_cast<std::size_t>(index)];
      if (event.paired != no_event) event.paired = place[static_cast<std::size_t>(event.paired)];
      sorted.push_back(std::move(event));
    }
    events = std::move(sorted);
  }

  const std::vector<Claim>& claims_;
  std::map<std::int64_t, std::int64_t> superseded_;
  Corrections corrections_;
  Amendments amendments_;
  FootnoteReadings readings_;
  History history_;
  std::unordered_map<std::string, std::int32_t> account_by_key_;
};

}  // namespace

History derive(const std::vector<Claim>& claims) { return Derivation(claims).run(); }

}  // namespace stakebook
