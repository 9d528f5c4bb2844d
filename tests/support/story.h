// Histories and books as text, so that a test reads before / apply / after.
//
//   1.1 2022-02-05 M +527 = 707        entry 1, row 1: code M, 527 acquired, 707 owned afterwards
//   1.2 2022-02-05 S -?                a disposition whose amount was lost, no balance reported
//   2.1 2022-03-01 holding = 230       a balance without a transaction
//   3 2022-04-01 split 3/1             a recorded split
//
// One account, Table I, direct. replayed() gives back one line a posting:
//   2022-02-05 M 180 +527 = 707 opens
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>

#include "book/book.h"
#include "event/transaction_code.h"

namespace stakebook::story {

inline ShareRange change_of(const std::string& word) {
  if (word == "+?") return ShareRange::more_than(Shares());
  if (word == "-?") return ShareRange::less_than(Shares());
  return ShareRange::exactly(*Shares::parse(word));
}

inline Event event_of(const std::string& line) {
  std::istringstream words(line);
  std::string place;
  std::string date;
  std::string what;
  words >> place >> date >> what;
  Event event;
  event.account = 0;
  event.effective = *Date::parse(date);
  const std::size_t dot = place.find('.');
  event.source.entry = std::stoll(place.substr(0, dot));
  if (dot != std::string::npos) {
    event.source.part = Part::table_i;
    event.source.number = std::stoi(place.substr(dot + 1));
  }
  event.known = {event.effective.plus_days(2)};
  std::string word;
  if (what == "split") {
    words >> word;
    event.kind = EventKind::split;
    event.account = no_account;
    event.ratio = Ratio::parse(word);
    return event;
  }
  if (what == "holding" || what == "opening") {
    event.kind = what == "holding" ? EventKind::holding : EventKind::opening;
  } else {
    words >> word;
    event.code = what.front();
    event.change = change_of(word);
    const bool acquired = word.front() == '+';
    event.kind = kind_of(event.code, Table::non_derivative,
                         acquired ? Direction::acquired : Direction::disposed);
  }
  if (words >> word && word == "=") {
    words >> word;
    event.reported_following = Shares::parse(word);
  }
  return event;
}

inline History history_of(const std::string& text) {
  History history;
  history.accounts.emplace_back().security_title = "Common Stock";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find_first_not_of(' ') == std::string::npos) continue;
    history.events.push_back(event_of(line));
  }
  return history;
}

inline std::string replayed(const std::string& text, const AsOf& as_of = {}) {
  const History history = history_of(text);
  const Book book = replay(history, as_of);
  std::string result = "\n";
  for (const Posting& posting : book.accounts.at(0).postings) {
    const Event& event = history.events[static_cast<std::size_t>(posting.event)];
    const auto change = posting.change.exact();
    result += event.effective.to_text() + " " +
              (event.code != 0 ? std::string(1, event.code) : std::string(name_of(event.kind))) +
              " " + posting.before.to_text() + " " + (change && !change->is_negative() ? "+" : "") +
              posting.change.to_text() + " = " + posting.after.to_text() + " " +
              std::string(name_of(posting.check)) +
              (posting.gap.is_zero() ? "" : " " + posting.gap.to_text()) + "\n";
  }
  return result;
}

}  // namespace stakebook::story
