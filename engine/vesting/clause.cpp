// Before its first verb a sentence may hold anything that is not a condition ("The award reported
// here was granted under the 2019 plan and ..."); from there on every phrase must have its place.
#include "vesting/clause.h"

#include <algorithm>

namespace stakebook::language {
namespace {

constexpr std::string_view dangerous =
    "not no never if unless until earlier earliest later latest or achievement attainment "
    " milestone milestones goal goals objective objectives metric metrics price event events "
    "upon condition conditions target maximum minimum except but may could when once after before";
constexpr std::string_view grant_words = "granted awarded received acquired issued effective dated";

class ClauseReader {
 public:
  ClauseReader(std::span<const Token> sentence, std::span<const Phrase> phrases)
      : sentence_(sentence), phrases_(phrases) {}

  ClauseList run() {
    const auto verb = std::find_if(phrases_.begin(), phrases_.end(), [](const Phrase& phrase) {
      return std::holds_alternative<Verb>(phrase.content);
    });
    result_.has_verb = verb != phrases_.end();
    if (!result_.has_verb) return result_;
    const auto begin = static_cast<std::size_t>(verb - phrases_.begin());
    read_subject(begin);
    for (std::size_t i = begin; i < phrases_.size() && result_.fault.empty(); ++i) read(i);
    if (pending_thereafter_) fault("what comes thereafter is not said");
    close();
    std::erase_if(result_.clauses,
                  [](const Clause& clause) { return !clause.amount && !clause.says_when(); });
    return result_;
  }

 private:
  std::string quoted(const Phrase& phrase) const {
    std::string text;
    for (std::size_t i = phrase.first; i < phrase.end; ++i) {
      if (i > phrase.first) text += sentence_[i].joined ? "-" : sentence_[i].spaced ? " " : "";
      text += sentence_[i].text + sentence_[i].suffix;
    }
    return text;
  }
  void fault(std::string reason) {
    if (result_.fault.empty()) result_.fault = std::move(reason);
  }

  // What stands before the first verb, phrases [0, verb).
  void read_subject(std::size_t verb) {
    bool plain = true;  // every phrase of it is known
    bool grant = false;
    for (std::size_t i = 0; i < verb; ++i) {
      const Phrase& phrase = phrases_[i];
      for (std::size_t t = phrase.first; t < phrase.end; ++t) {
        grant = grant || in_list(sentence_[t].text, grant_words);
      }
      if (!std::holds_alternative<Unknown>(phrase.content)) continue;
      plain = false;
      if (in_list(sentence_[phrase.first].text, dangerous)) {
        fault("the word \"" + quoted(phrase) + "\" makes it conditional or unclear");
      }
    }
    if (plain && !grant) {
      for (std::size_t i = 0; i < verb; ++i) read(i);
      return;
    }
    // Only the amount that stands next to the verb is the verb's; a count before it is the grant's.
    std::size_t from = verb;
    while (from > 0 && belongs_to_verb(phrases_[from - 1].content)) --from;
    for (std::size_t i = 0; i < from; ++i) {
      if (const auto* amount = std::get_if<Amount>(&phrases_[i].content)) {
        if (amount->count && !result_.total) result_.total = amount->count;
      }
      if (std::holds_alternative<OfTheRemainder>(phrases_[i].content)) result_.of_remainder = true;
      if (tells_of_parts(phrases_[i].content)) {
        fault("\"" + quoted(phrases_[i]) + "\" has no place in the sentence");
      }
    }
    for (std::size_t i = from; i < verb; ++i) read(i);
  }

  // What would be a part of a schedule, were it not lost among words that are not understood.
  static bool tells_of_parts(const Content& content) {
    if (const auto* amount = std::get_if<Amount>(&content)) {
      return amount->fraction && amount->fraction->value < Ratio(1);
    }
    return std::holds_alternative<Installments>(content) ||
           std::holds_alternative<Anniversaries>(content) ||
           std::holds_alternative<Frequency>(content) || std::holds_alternative<Duration>(content);
  }

  static bool belongs_to_verb(const Content& content) {
    return std::holds_alternative<Filler>(content) || std::holds_alternative<Amount>(content) ||
           std::holds_alternative<OfWhich>(content) ||
           std::holds_alternative<OfTheRemainder>(content);
  }

  void close() {
    if (current_.amount || current_.says_when()) result_.clauses.push_back(current_);
    current_ = Clause();
    current_.thereafter = pending_thereafter_;
    pending_thereafter_ = false;
  }

  void read(std::size_t index) {
    const Phrase& phrase = phrases_[index];
    index_ = index;
    std::visit([&](const auto& content) { place(content, phrase); }, phrase.content);
    if (std::holds_alternative<Filler>(phrase.content)) return;
    if (current_.last == 0) current_.first = phrase.first;
    current_.last = phrase.end;
  }

  void place(const Unknown&, const Phrase& phrase) {
    Phrase words = phrase;
    for (std::size_t i = index_ + 1; i < phrases_.size() && i < index_ + 5; ++i) {
      if (!std::holds_alternative<Unknown>(phrases_[i].content)) break;
      words.end = phrases_[i].end;
    }
    fault("\"" + quoted(words) + "\" is not understood");
  }
  void place(const Filler&, const Phrase&) {}
  void place(const RoundedDown&, const Phrase&) { result_.rounded_down = true; }
  void place(const Expiry& expiry, const Phrase&) { set(result_.expires, expiry.date, "expiries"); }
  void place(const OfTheRemainder&, const Phrase&) { result_.of_remainder = true; }
  void place(const OfWhich&, const Phrase&) {
    if (current_.amount && current_.amount->count && !current_.says_when()) {
      result_.total = current_.amount->count;
      current_.amount.reset();
      current_.counts.clear();
    }
  }
  void place(const Respectively&, const Phrase&) { current_.respectively = true; }
  void place(const Thereafter&, const Phrase&) {
    const bool yearly = current_.dates && !current_.dates->list.yearly.empty();
    if ((current_.dates || current_.anniversaries) && !current_.frequency && !yearly) {
      pending_thereafter_ = true;
    } else {
      current_.thereafter = true;
    }
  }
  void place(const Immediately&, const Phrase&) { current_.immediately = true; }
  void place(const At& at, const Phrase&) { set(current_.at, at.reference, "days"); }

  void place(const Verb& verb, const Phrase&) {
    result_.vests = result_.vests || verb.vests;
    result_.past = verb.past && (result_.past || !verb_seen_);
    result_.emphatic = result_.emphatic || verb.emphatic;
    verb_seen_ = true;
    being_ = verb.being;
    if (current_.verb && current_.says_when()) close();
    current_.verb = true;
  }

  void place(const Amount& amount, const Phrase&) {
    if (current_.says_when() && (current_.amount || current_.verb)) close();
    if (!current_.amount) {
      current_.amount = amount;
      if (amount.total) result_.total = amount.total;
      if (amount.count) current_.counts.push_back(*amount.count);
      return;
    }
    const Amount before = *current_.amount;
    if (before.count && amount.count && joined_by_and()) {
      current_.counts.push_back(*amount.count);
    } else if (before.count && !before.remaining && (!amount.count || takes_a_part())) {
      result_.total = before.count;
      current_.amount = amount;
      current_.counts.clear();
      if (amount.count) current_.counts.push_back(*amount.count);
    } else if (before.rest && amount.fraction && !amount.rest) {
      current_.amount = amount;
      current_.of_a_remainder = true;
    } else if (!(before.fraction && amount.fraction &&
                 before.fraction->value == amount.fraction->value)) {
      fault("two amounts stand together");
    }
  }
  // "5,000 of which", "1,030 of the options".
  bool takes_a_part() const {
    const Phrase& phrase = phrases_[index_];
    const auto words = sentence_.subspan(phrase.first, phrase.end - phrase.first);
    return current_.verb || std::any_of(words.begin(), words.end(),
                                        [](const Token& word) { return word.text == "of"; });
  }
  bool names_one_day() const {
    if (current_.dates) return current_.dates->list.dates.size() == 1;
    return current_.anniversaries && current_.anniversaries->numbers.size() == 1;
  }
  bool joined_by_and() const {
    const std::size_t before = phrases_[index_].first;
    return before > 0 && sentence_[before - 1].text == "and";
  }

  void place(const Dates& dates, const Phrase&) {
    // "As of March 1, 2021, half of the options were vested": since when is another matter.
    if (dates.as_of && (being_ || !current_.verb)) fault("it says how things stood on a day");
    set(current_.dates, dates, "sets of dates");
  }
  void place(const Anniversaries& anniversaries, const Phrase& phrase) {
    if (current_.anniversaries && anniversaries.every && !anniversaries.of) {
      place(Frequency{anniversaries.unit, {}}, phrase);
    } else {
      set(current_.anniversaries, anniversaries, "sets of anniversaries");
    }
  }
  void place(const Frequency& frequency, const Phrase&) {
    if (current_.frequency && current_.frequency->period == frequency.period) {
      if (frequency.day_rule) current_.frequency->day_rule = frequency.day_rule;
      return;
    }
    set(current_.frequency, frequency, "periods");
    if (pending_thereafter_) {
      current_.thereafter = true;
      pending_thereafter_ = false;
    }
  }
  void place(const Duration& duration, const Phrase&) {
    if (current_.duration && current_.duration->months == duration.months) return;
    set(current_.duration, duration, "durations");
  }
  void place(const Start& start, const Phrase& phrase) {
    set(current_.start, start, "beginnings");
    current_.start_of_duration = index_ > 0 &&
                                 std::holds_alternative<Duration>(phrases_[index_ - 1].content) &&
                                 phrases_[index_ - 1].end == phrase.first;
  }
  void place(const End& end, const Phrase&) {
    if (current_.end && !end.moment) return;
    set(current_.end, end, "ends");
  }
  void place(const Installments& installments, const Phrase&) {
    // "25% on April 3, 2024 and in equal instalments ... thereafter": the rest is meant.
    if (current_.amount && current_.amount->fraction && !current_.amount->whole &&
        names_one_day() && !current_.installments && !current_.frequency && joined_by_and()) {
      close();
      current_.amount = Amount();
      current_.amount->rest = true;
    }
    if (!current_.installments) {
      current_.installments = installments;
      return;
    }
    Installments& both = *current_.installments;
    const bool clash = (both.count && installments.count && both.count != installments.count) ||
                       (both.period && installments.period && both.period != installments.period) ||
                       (both.fraction && installments.fraction);
    if (clash) fault("two sets of instalments stand together");
    if (!both.count) both.count = installments.count;
    if (!both.period) both.period = installments.period;
    if (!both.fraction) both.fraction = installments.fraction;
    both.equal = both.equal || installments.equal;
  }

  template <class Slot, class Value>
  void set(Slot& slot, const Value& value, const char* what) {
    if (slot) fault(std::string("two ") + what + " stand together");
    slot = value;
  }

  std::span<const Token> sentence_;
  std::span<const Phrase> phrases_;
  ClauseList result_;
  Clause current_;
  std::size_t index_ = 0;
  bool pending_thereafter_ = false;
  bool verb_seen_ = false;
  bool being_ = false;  // the latest verb says how things stand
};

}  // namespace

ClauseList read_clauses(std::span<const Token> sentence, std::span<const Phrase> phrases) {
  return ClauseReader(sentence, phrases).run();
}

}  // namespace stakebook::language
