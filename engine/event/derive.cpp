#include "event/derive.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <unordered_map>

#include "event/amendment.h"
#include "event/amendment_text.h"
#include "event/cited_footnotes.h"
#include "event/claim_order.h"
#include "event/claim_place.h"
#include "event/correction.h"
#include "event/line_following.h"
#include "event/pairing.h"
#include "event/row_event.h"
#include "event/split_link.h"
#include "event/tables_difference.h"
#include "event/terms_claims.h"
#include "event/transaction_code.h"
#include "event/version.h"

namespace stakebook {
namespace {

// What all readings of the amendments have in common.
struct Groundwork {
  explicit Groundwork(const std::vector<Claim>& claims)
      : ordered(in_order_of_knowledge(claims)),
        ranks(ranks_of(ordered)),
        superseded(superseded_versions(claims)),
        shared(shared_keys(claims)),
        corrections(claims) {
    for (const Claim& claim : claims) by_entry.emplace(claim.entry, &claim);
  }

  std::vector<const Claim*> ordered;
  std::map<std::int64_t, std::int32_t> ranks;
  std::map<std::int64_t, std::int64_t> superseded;
  SharedKeys shared;
  Corrections corrections;
  std::unordered_map<std::int64_t, const Claim*> by_entry;
};

// `in_doubt`: rows that do not count in every reading.
class Derivation {
 public:
  Derivation(const Groundwork& ground, const Amendments& amendments,
             const std::set<Reference>& in_doubt, Derived derived, FootnoteReadings& readings)
      : ground_(ground),
        amendments_(amendments),
        in_doubt_(in_doubt),
        derived_(derived),
        readings_(readings) {
    for (const RowEffect& effect : amendments.effects) {
      effects_.insert_or_assign(effect.row, &effect);
      if (effect.effect == AmendmentEffect::replaced) replaces_.emplace(effect.by, effect.row);
    }
  }

  History run() {
    if (!ground_.ordered.empty()) history_.issuer = ground_.ordered.front()->issuer;
    history_.diagnostics = amendments_.diagnostics;
    history_.replaced_by = amendments_.replaced_by;
    history_.events.reserve(rows());
    for (const Claim* claim : ground_.ordered) {
      const Filing* filing = claim->filing();
      if (filing == nullptr) continue;
      const auto better = ground_.superseded.find(claim->entry);
      if (better == ground_.superseded.end()) {
        add_filing(*claim, *filing);
      } else {
        note_superseded(*claim, better->second);
      }
    }
    erase_without_effect(history_.terms);
    for (const Claim* claim : ground_.ordered) {
      if (const Record* record = claim->record()) add_record(*claim, *record);
    }
    follow_lines(history_, marks_);
    link_accounts_across_splits(history_);
    sort_events();
    return std::move(history_);
  }

 private:
  std::size_t rows() const {
    std::size_t rows = 0;
    for (const Claim* claim : ground_.ordered) {
      const Filing* const filing = claim->filing();
      if (filing == nullptr) continue;
      rows += filing->document.table_i.size() + filing->document.table_ii.size();
    }
    return rows;
  }

  void note_superseded(const Claim& claim, std::int64_t better) {
    history_.diagnostics.push_back({"version-superseded", Severity::note,
                                    "another version of the filing of entry " +
                                        std::to_string(better) +
                                        ", whose rows count; those of this one do not",
                                    std::to_string(claim.entry)});
    if (is_of_tables(claim)) note_differences(claim, better);
  }

  // A page shows less than was filed, so what it lacks is no difference: only documents are asked.
  void note_differences(const Claim& tables, std::int64_t better) {
    const Claim& document = *ground_.by_entry.at(better);
    if (!is_a_document(document)) return;
    Diagnostics found = tables_differences(tables, document);
    std::move(found.begin(), found.end(), std::back_inserter(history_.diagnostics));
  }

  static bool is_a_document(const Claim& claim) {
    const SourceFormat format = claim.filing()->format;
    return format == SourceFormat::ownership_xml || format == SourceFormat::submission_text;
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
    if (derived_ == Derived::with_grants) {
      collect_terms(claim, filing, events, readings_, history_.terms);
      collect_statements(claim, filing, context.holdings_date, readings_, history_.statements);
    }
    for (Event& event : events) keep_if_amended(event, claim);
    erase_without_effect(events);
    add_line_marks(claim, events, marks_);
    pair_exercises(events, static_cast<std::int32_t>(history_.events.size()));
    std::move(events.begin(), events.end(), std::back_inserter(history_.events));
  }

  template <class Sourced>
  void erase_without_effect(std::vector<Sourced>& sourced) const {
    std::erase_if(sourced, [&](const Sourced& one) {
      return amendments_.without_effect.contains(one.source);
    });
  }

  // A row without effect is kept beside the events; one in effect says what an amendment did.
  void keep_if_amended(Event& event, const Claim& claim) {
    if (in_doubt_.contains(event.source)) event.inferences.push_back(in_doubt());
    const auto found = effects_.find(event.source);
    if (amendments_.without_effect.contains(event.source)) {
      if (found == effects_.end()) return;
      const Claim& amendment = *ground_.by_entry.at(found->second->amendment);
      history_.amended.push_back(
          {event, *found->second, amendment.known, ground_.ranks.at(amendment.entry)});
      return;
    }
    if (const auto replaced = replaces_.find(event.source); replaced != replaces_.end()) {
      event.inferences.push_back(
          replacing(replaced->second,
                    changes_between(reported_row(replaced->second), reported_row(event.source))));
    } else if (found != effects_.end() && found->second->effect == AmendmentEffect::added) {
      event.inferences.push_back(added_to(amendments_.original_of.at(claim.entry)));
    }
  }

  const Row& reported_row(const Reference& place) const {
    return *row_at(*ground_.by_entry.at(place.entry), place);
  }

  // Holdings of an amendment speak as of the original's date (domain rule 8).
  Date holdings_date(const Claim& claim, const Filing& filing) const {
    const auto link = amendments_.original_of.find(claim.entry);
    if (link == amendments_.original_of.end()) return holdings_date_of(filing);
    return holdings_date_of(*ground_.by_entry.at(link->second)->filing());
  }

  // ... but for those whose footnote says that they speak as of the amendment itself.
  bool speaks_of_its_own_day(const Row& row, const Filing& filing) const {
    if (row.kind != RowKind::holding || !is_amendment(filing)) return false;
    const auto cited = resolved(cited_footnotes(row), filing.document);
    return std::any_of(cited.begin(), cited.end(), [](const Footnote* footnote) {
      return speaks_as_of_this_filing(footnote->text);
    });
  }

  // The line that a replaced row was on, where the amended row differs from it in the words of its
  // footnotes alone.
  AccountIdentity identity_of(const Claim& claim, const Filing& filing, const Row& row,
                              Reference place) const {
    AccountIdentity identity =
        account_of(row, filing.document, claim.issuer, claim.owners, ground_.shared);
    for (auto replaced = replaces_.find(place); replaced != replaces_.end();
         replaced = replaces_.find(place)) {
      place = replaced->second;
      const Claim& original = *ground_.by_entry.at(place.entry);
      AccountIdentity earlier = account_of(reported_row(place), original.filing()->document,
                                           original.issuer, original.owners, ground_.shared);
      if (is_same_line(identity, earlier)) identity = std::move(earlier);
    }
    return identity;
  }

  Event event_of_row(const Claim& claim, const Filing& filing, const Row& row, std::int32_t number,
                     const RowContextOfFiling& context) {
    const Reference place{claim.entry,
                          row.table == Table::non_derivative ? Part::table_i : Part::table_ii,
                          number, 0};
    std::vector<Inference> inferences;
    std::optional<Row> corrected;
    if (ground_.corrections.concern(place)) {
      corrected = ground_.corrections.applied(row, place, inferences);
    }
    const Row& row_used = corrected ? *corrected : row;
    RowContextOfFiling own = context;
    if (speaks_of_its_own_day(row_used, filing)) own.holdings_date = claim.known.date;
    Event event = event_of(row_used, number, own);
    event.account = account_index(identity_of(claim, filing, row_used, place));
    event.rank = ground_.ranks.at(claim.entry);
    drop_balance_of_another_day(row_used, filing, event);
    std::move(inferences.begin(), inferences.end(), std::back_inserter(event.inferences));
    return event;
  }

  // A balance of a later day is not the one that follows the transaction.
  void drop_balance_of_another_day(const Row& row, const Filing& filing, Event& event) {
    if (row.kind == RowKind::holding || !event.reported_following) return;
    for (const Footnote* footnote :
         resolved(row.shares_owned_following_transaction.footnotes, filing.document)) {
      const auto day = readings_.holdings_as_of(footnote->text);
      if (!day || *day <= event.effective) continue;
      event.reported_following.reset();
      event.inferences.push_back(
          {"balance-of-another-day",
           "the balance in the row is that of " + day->to_text() + ", as its footnote says",
           Grade::plausible,
           {{event.source, "shares_owned_following_transaction", 0, {}, {}}}});
      return;
    }
  }

  Event event_of_record(const Claim& claim, const Record& record, EventKind kind) const {
    Event event;
    event.kind = kind;
    event.effective = record.effective;
    event.known = claim.known;
    event.source = {claim.entry, Part::entry, 0, 0};
    event.rank = ground_.ranks.at(claim.entry);
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
    const auto better = ground_.superseded.find(correction.row.entry);
    if (better == ground_.superseded.end()) return;
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

  void sort_events() {
    std::vector<Event>& events = history_.events;
    std::vector<std::int32_t> order(events.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::int32_t left, std::int32_t right) {
      return happens_before(events[static_cast<std::size_t>(left)],
                            events[static_cast<std::size_t>(right)]);
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

  const Groundwork& ground_;
  const Amendments& amendments_;
  const std::set<Reference>& in_doubt_;
  const Derived derived_;
  FootnoteReadings& readings_;
  std::map<Reference, const RowEffect*> effects_;  // the last one of each row
  std::map<Reference, Reference> replaces_;        // amended row -> the row that it replaced
  History history_;
  std::unordered_map<std::string, std::int32_t> account_by_key_;
  LineMarks marks_;
};

// Rows that post in one reading and not in another.
std::set<Reference> rows_in_doubt(const Amendments& amendments) {
  std::set<Reference> rows;
  for (const Amendments& other : amendments.others) {
    std::set_symmetric_difference(amendments.without_effect.begin(),
                                  amendments.without_effect.end(), other.without_effect.begin(),
                                  other.without_effect.end(), std::inserter(rows, rows.end()));
  }
  return rows;
}

}  // namespace

Date last_day_of(const History& history) {
  Date last = *Date::of(1, 1, 1);
  for (const Event& event : history.events) {
    last = std::max({last, event.effective, event.known.date});
  }
  for (const StatementClaim& claim : history.statements) last = std::max(last, claim.known.date);
  return last;
}

History derive(const std::vector<Claim>& claims, Derived derived) {
  const Groundwork ground(claims);
  const Amendments amendments = amendments_in(claims, ground.superseded, ground.shared);
  const std::set<Reference> in_doubt = rows_in_doubt(amendments);
  FootnoteReadings readings;
  History history = Derivation(ground, amendments, in_doubt, derived, readings).run();
  for (const Amendments& other : amendments.others) {
    history.other_readings.push_back(Derivation(ground, other, in_doubt, derived, readings).run());
  }
  return history;
}

}  // namespace stakebook
