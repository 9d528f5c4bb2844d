#include "door/event_words.h"

#include "report/amended.h"
#include "report/words.h"

namespace stakebook::door {

std::string statement_of(const Event& event, const History& history) {
  std::string statement = "event: " + described(event) + " of " + event.effective.to_text();
  if (event.account != no_account) {
    statement += ", " + described(history.accounts[static_cast<std::size_t>(event.account)]);
  }
  if (event.has_change()) statement += ", change " + grouped_change(event.change);
  return statement;
}

std::string statement_of(const Event& event, const Posting& posting,
                         const std::vector<GapCause>& causes, bool with_event) {
  std::string statement;
  if (with_event) statement = event.effective.to_text() + ' ' + described(event) + ": ";
  if (!with_event || posting.before.is_exact()) {
    statement += "before " + grouped(posting.before) + ", ";
  }
  if (event.has_change() || event.kind == EventKind::split) {
    statement += "change " + grouped_change(posting.change) + ", ";
  }
  statement += "after " + grouped(posting.after);
  if (posting.check == Check::gap) {
    statement += "; gap of " + grouped_change(ShareRange::exactly(posting.gap)) +
                 " between the report and the replay, " + described(causes);
  } else if (const auto words = described(posting.check); !words.empty()) {
    statement += "; " + std::string(words);
  }
  return statement;
}

std::string statement_of(const AmendedRow& row) {
  const Event& event = row.event;
  std::string statement =
      event.source.to_text() + ", " + described(event) + " of " + event.effective.to_text();
  if (event.has_change()) statement += ", change " + grouped_change(event.change);
  if (event.reported_following) {
    statement += ", " + grouped(event.reported_following->amount()) + " owned after";
  }
  statement += ": " + described(row.effect);
  if (!row.effect.quote.empty()) statement += ": \"" + printable(row.effect.quote) + '"';
  return statement;
}

}  // namespace stakebook::door
