#include "vesting/grant_facts.h"

#include "vesting/date_words.h"
#include "vesting/number_words.h"
#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

class FactReader {
 public:
  explicit FactReader(std::span<const Token> tokens) : cursor_(tokens) {}

  GrantFacts run() {
    for (; !cursor_.at_end(); cursor_.advance()) {
      const std::size_t start = cursor_.position();
      read_here();
      cursor_.move_to(start);
    }
    return facts_;
  }

 private:
  void read_here() {
    if (cursor_.accept("granted|awarded on")) return note_grant(read_date(cursor_));
    if (cursor_.accept("grant date") || cursor_.accept("date of the? grant")) {
      return note_grant(read_named_date());
    }
    if (cursor_.accept("vesting commencement|start date")) {
      return note_commencement(read_named_date());
    }
    if (cursor_.accept("was|were granted|awarded an|a? options|option? to? purchase?") ||
        cursor_.accept("received") || cursor_.accept("represents|reflects an? award|grant? of?")) {
      return note_amount();
    }
    const bool opens = cursor_.accept("on|effective");
    if (const auto date = read_date(cursor_)) read_after_date(*date, opens);
  }

  // "grant date is March 28, 2018", "date of grant (03/05/2012)". Not after a comma: "the first
  // anniversary of the grant date, March 28, 2019" may give the anniversary's date.
  std::optional<Date> read_named_date() {
    if (!cursor_.accept("(")) {
      cursor_.accept("is|was|:|of");
      return read_date(cursor_);
    }
    const auto date = read_date(cursor_);
    return cursor_.accept(")") ? date : std::nullopt;
  }

  // "On February 26, 2020, the reporting person was granted", 'March 29, 2018 (the "Grant Date")'.
  void read_after_date(Date date, bool opens) {
    if (cursor_.accept("( the? \" grant date")) return note_grant(date);
    if (cursor_.accept("( the? \" vesting commencement|start date")) return note_commencement(date);
    if (!opens || !cursor_.accept(", the reporting|filing person|owner was granted|awarded"))
      return;
    note_grant(date);
  }

  void note_grant(std::optional<Date> date) {
    if (!date) return;
    if (facts_.granted_on && facts_.granted_on != date) facts_.several_dates = true;
    facts_.granted_on = date;
  }
  void note_commencement(std::optional<Date> date) {
    if (!date) return;
    if (facts_.commencement && facts_.commencement != date) facts_.several_dates = true;
    facts_.commencement = date;
  }
  void note_amount() {
    const auto amount = read_digits(cursor_);
    if (!amount || !read_units(cursor_)) return;
    if (facts_.granted && facts_.granted->amount() != *amount) facts_.several_amounts = true;
    facts_.granted = Shares(*amount);
  }

  Cursor cursor_;
  GrantFacts facts_;
};

}  // namespace

GrantFacts read_grant_facts(std::span<const Token> tokens) { return FactReader(tokens).run(); }

}  // namespace stakebook::language
