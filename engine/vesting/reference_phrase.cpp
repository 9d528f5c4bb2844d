// Days that the terms name without a date, and anniversaries of them.
#include "vesting/phrase.h"

namespace stakebook::language {
namespace {

// (the "Vesting Commencement Date"): a definition changes nothing where it stands.
void skip_definition(Cursor& cursor) {
  Cursor ahead = cursor;
  if (!ahead.accept("( the|such|each|a|an|collectively? ,?") || !ahead.accept("\"")) {
    ahead = cursor;
    if (!ahead.accept("( \"")) return;
  }
  for (int i = 0; i < 12 && !ahead.at_end(); ++i) {
    if (ahead.accept(")")) {
      cursor = ahead;
      return;
    }
    ahead.advance();
  }
}

std::optional<Reference::Kind> read_name(Cursor& cursor) {
  if (cursor.accept("the|its|such|their|this? vesting commencement|start date") ||
      cursor.accept("the|its? commencement date")) {
    return Reference::Kind::commencement;
  }
  if (cursor.accept("the|its|such|their|this? grant|award|issuance date") ||
      cursor.accept(
          "the|its|such? date of the|such|this|its|their? grant|award|issuance|grants|awards") ||
      cursor.accept("the? date of the|this reported? transaction") ||
      cursor.accept("the? reported? transaction date") ||
      cursor.accept("the|such|its|their? grant|issuance")) {
    return Reference::Kind::grant;
  }
  if (cursor.accept("the? date|dates indicated|specified|shown|stated in|above|herein? this|the? "
                    "column|table?") ||
      cursor.accept("the? date exercisable")) {
    return Reference::Kind::indicated;
  }
  return std::nullopt;
}

// The date beside a name: "the grant date (03/05/2012)", "the grant date of June 3, 2013",
// "the grant, March 28, 2018".
void read_apposed_date(Cursor& cursor, Reference& reference) {
  Cursor ahead = cursor;
  if (ahead.accept("(")) {
    reference.date = read_date(ahead);
    if (!reference.date || !ahead.accept(")")) {
      reference.date.reset();
      return;
    }
  } else if (ahead.accept("of")) {
    reference.date = read_date(ahead);
  } else if (ahead.accept(",")) {
    reference.date = read_date(ahead);
    reference.apposed = reference.date.has_value();
  }
  if (reference.date) cursor = ahead;
}

std::optional<Period> read_unit(Cursor& cursor) {
  if (cursor.accept("monthly|month")) return Period{1, Period::Unit::months};
  if (cursor.accept("quarterly|quarter")) return Period{3, Period::Unit::months};
  if (cursor.accept("semi annual") || cursor.accept("semiannual")) {
    return Period{6, Period::Unit::months};
  }
  if (cursor.accept("annual|yearly|year")) return Period{12, Period::Unit::months};
  return std::nullopt;
}

// "first", "first, second and third", "first through fifth", "first three".
std::vector<int> read_numbers(Cursor& cursor) {
  std::vector<int> numbers;
  while (const auto ordinal = read_ordinal(cursor)) {
    numbers.push_back(*ordinal);
    const std::size_t before = cursor.position();
    if (numbers.size() == 1 && *ordinal == 1) {
      if (const auto count = read_cardinal(cursor); count && !cursor.peek(-1).joined) {
        if (!cursor.is_any({"year", "month", "week"})) {
          for (int i = 2; i <= *count; ++i) numbers.push_back(i);
          return numbers;
        }
        cursor.move_to(before);
      }
    }
    if (cursor.accept("through|to the?")) {
      const auto last = read_ordinal(cursor);
      if (!last || *last <= *ordinal) return {};
      for (int i = *ordinal + 1; i <= *last; ++i) numbers.push_back(i);
      return numbers;
    }
    if (!cursor.accept(", and|&? the?") && !cursor.accept("and|& the?")) break;
    if (!Cursor(cursor).at_end()) {
      Cursor ahead = cursor;
      if (!read_ordinal(ahead)) {
        cursor.move_to(before);
        break;
      }
    }
  }
  return numbers;
}

// The names after "anniversary": "of the grant date", "measured from January 1, 2016".
bool read_base(Cursor& cursor, Anniversaries& result) {
  cursor.accept("date|dates");
  const std::size_t start = cursor.position();
  if (cursor.accept("of|from|after|following") || cursor.accept("measured from|after")) {
    result.of = read_reference(cursor);
    if (!result.of) cursor.move_to(start);
  }
  return true;
}

// "the first three anniversaries of ...", "each monthly anniversary measured from ...".
std::optional<Anniversaries> read_named(Cursor& cursor) {
  Anniversaries result;
  cursor.accept("each of");
  const bool definite = cursor.accept("the");
  if (cursor.accept("each|every successive|subsequent?")) {
    result.every = true;
  } else {
    result.numbers = read_numbers(cursor);
    if (result.numbers.empty()) {
      const auto count = read_cardinal(cursor);
      if (!count) return std::nullopt;
      if (cursor.is_any({"year", "month"})) {  // "the one-year anniversary"
        result.numbers = {*count};
        result.unit = *read_unit(cursor);
      } else if (definite) {  // "the 48 monthly anniversaries"
        for (int i = 1; i <= *count; ++i) result.numbers.push_back(i);
      }
    }
  }
  if (const auto unit = read_unit(cursor)) result.unit = *unit;
  if (!cursor.accept("anniversary|anniversaries")) return std::nullopt;
  read_base(cursor, result);
  return result;
}

// "one year from the date of grant", "12 months following the grant date", "after two years".
std::optional<Anniversaries> read_distance(Cursor& cursor) {
  cursor.accept("the date that is");
  const bool after = cursor.accept("after");
  const auto count = read_cardinal(cursor);
  if (!count) return std::nullopt;
  Anniversaries result;
  result.numbers = {*count};
  if (cursor.accept("month|months")) {
    result.unit = {1, Period::Unit::months};
  } else if (!cursor.accept("year|years")) {
    return std::nullopt;
  }
  const std::size_t start = cursor.position();
  if (cursor.accept("from|after|following")) {
    cursor.accept("the anniversary of");  // "one year from the anniversary of": seen for "from"
    result.of = read_reference(cursor);
    if (!result.of) cursor.move_to(start);
  }
  if (!after && !result.of) return std::nullopt;
  return result;
}

// "the last day of each of the first and second three-month periods following the date of grant".
std::optional<Anniversaries> read_ends_of_periods(Cursor& cursor) {
  if (!cursor.accept("the? last day|end of each? of? the")) return std::nullopt;
  Anniversaries result;
  result.numbers = read_numbers(cursor);
  const auto length = read_cardinal(cursor);
  if (result.numbers.empty() || !length) return std::nullopt;
  if (cursor.accept("month")) {
    result.unit = {*length, Period::Unit::months};
  } else if (cursor.accept("year")) {
    result.unit = {*length * 12, Period::Unit::months};
  } else {
    return std::nullopt;
  }
  if (!cursor.accept("period|periods following|after")) return std::nullopt;
  result.of = read_reference(cursor);
  if (!result.of) return std::nullopt;
  return result;
}

}  // namespace

std::optional<Reference> read_reference(Cursor& cursor) {
  Reference reference;
  if (const auto kind = read_name(cursor)) {
    reference.kind = *kind;
    read_apposed_date(cursor, reference);
  } else if (const auto date = read_date(cursor)) {
    reference.date = date;
  } else {
    return std::nullopt;
  }
  skip_definition(cursor);
  return reference;
}

std::optional<Anniversaries> read_anniversaries(Cursor& cursor) {
  const std::size_t start = cursor.position();
  for (const auto reader : {read_ends_of_periods, read_named, read_distance}) {
    if (auto result = reader(cursor)) return result;
    cursor.move_to(start);
  }
  return std::nullopt;
}

}  // namespace stakebook::language
