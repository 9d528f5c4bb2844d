#include "book/account_replay.h"
#include "value/grouped.h"

namespace stakebook {
namespace {

std::string listed(const std::vector<Reference>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) text += i + 1 == rows.size() ? " and " : ", ";
    text += rows[i].to_text();
  }
  return text;
}

}  // namespace

bool begins_at_nothing(const History& history, const Event& first) {
  return first.kind == EventKind::grant && first.source.part == Part::entry && first.strike &&
         history.accounts[static_cast<std::size_t>(first.account)].expiration;
}

// "106500 before 1.I.6, less 5000 net of 1.I.1, and what 1.I.2, 1.I.3 ... disposed of": the first
// balance that a row states, taken back over the rows before it.
Inference opening_of(const History& history, const std::vector<Posting>& postings) {
  const Event& first = event_of(history, postings.front());
  if (begins_at_nothing(history, first)) {
    return {"grant-begins-line",
            "the recorded grant is the first of its exercise price and expiration date",
            Grade::plausible,
            {{first.source, {}, 0, {}, {}}}};
  }
  Inference inference{"opening-implied", {}, Grade::plausible, {}};
  Shares known;
  std::vector<Reference> known_rows;
  std::vector<Reference> disposed;
  std::vector<Reference> acquired;
  for (const Posting& posting : postings) {
    const Event& event = event_of(history, posting);
    if (posting.check == Check::opens) {
      inference.statement = grouped(posting.before) + " before " + event.source.to_text();
      inference.premises.push_back({event.source, "shares_owned_following_transaction", 0, {}, {}});
      break;
    }
    if (const auto change = posting.change.exact()) {
      known += *change;
      known_rows.push_back(event.source);
    } else {
      (posting.change.upper() ? disposed : acquired).push_back(event.source);
    }
    inference.premises.push_back({event.source, "transaction_shares", 0, {}, {}});
  }
  if (inference.statement.empty()) inference.statement = "no row states a balance";
  if (!known_rows.empty()) {
    inference.statement += known.is_negative() ? ", and " + grouped(-known) + " that left by "
                                               : ", less " + grouped(known) + " that came by ";
    inference.statement += listed(known_rows);
  }
  if (!disposed.empty()) inference.statement += ", and what " + listed(disposed) + " disposed of";
  if (!acquired.empty()) inference.statement += ", less what " + listed(acquired) + " acquired";
  return inference;
}

}  // namespace stakebook
