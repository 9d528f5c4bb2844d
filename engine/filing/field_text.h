// From a typed text to a field: the value, what was typed, and what is to be said about it.
//
//   interpret("1,500", row.transaction_shares, say)
//     value 1500, as_filed "1,500", say("number-repaired", warning, "\"1,500\" is read as 1500")
//
// 1. The text is not empty and has no white space at its ends; the caller has set the presence.
// 2. `say(code, severity, message)` is called for everything out of the ordinary; the caller knows
//    the row, the field and the place.
#pragma once

#include <string>
#include <string_view>

#include "filing/field.h"
#include "filing/value_text.h"
#include "value/diagnostic.h"

namespace stakebook {

// White space as filings have it: a no-break space says no more than a blank.
inline constexpr std::string_view no_break_space = "\xC2\xA0";
// Ends trimmed, of no-break spaces too.
std::string_view trimmed_text(std::string_view text);
// collapsed(), of no-break spaces too, for texts of which nearly all are collapsed already.
std::string collapsed_fast(std::string_view text);
// The text in quotes, cut where it is long, never through the middle of a character.
std::string in_quotes(std::string_view text);

template <class Say>
void interpret(std::string_view text, Field<std::string>& field, Say&&) {
  field.value.emplace(collapsed_fast(text));
}

template <class Say>
void interpret(std::string_view text, Field<bool>& field, Say&& say) {
  const TextValue<bool> reading = boolean_from(text);
  field.value = reading.value;
  if (reading.canonical) return;
  field.as_filed = collapsed_fast(text);
  if (!reading.value) {
    say("boolean-unreadable", Severity::error,
        in_quotes(text) + " is neither true nor false; the field has no value");
  } else if (reading.repaired) {
    say("boolean-repaired", Severity::note,
        in_quotes(text) + " is read as " + (*reading.value ? "true" : "false"));
  }
}

template <class Say>
void interpret(std::string_view text, Field<Date>& field, Say&& say) {
  const TextValue<Date> reading = date_from(text);
  field.value = reading.value;
  if (!reading.canonical) field.as_filed = collapsed_fast(text);
  if (!reading.value) {
    say("date-unreadable", Severity::error,
        in_quotes(text) + " is no date of the form YYYY-MM-DD; the field has no value");
    return;
  }
  if (reading.repaired) {
    say("date-repaired", Severity::warning,
        in_quotes(text) + " is read as " + reading.value->to_text());
  }
  if (is_impossible_year(*reading.value)) {
    say("year-impossible", Severity::warning,
        reading.value->to_text() + " lies before 1990 or after 2100; it is kept as reported");
  }
}

template <class Unit, class Say>
void interpret(std::string_view text, Field<Quantity<Unit>>& field, Say&& say) {
  const TextValue<Decimal> reading = number_from(text);
  if (reading.value) field.value.emplace(*reading.value);
  if (!reading.canonical) field.as_filed = collapsed_fast(text);
  if (!reading.value) {
    say("number-unreadable", Severity::error,
        in_quotes(text) + " is no number that can be read exactly; the field has no value");
    return;
  }
  if (reading.repaired) {
    say("number-repaired", Severity::warning,
        in_quotes(text) + " is read as " + reading.value->to_text());
  }
  if (reading.value->is_negative()) {
    say("number-negative", Severity::warning,
        in_quotes(text) + " has a sign, which no amount may have; it is kept as reported");
  }
}

// The codes that may stand in one field of a row, and what is said of another one.
struct KnownCodes {
  std::string_view letters;
  const char* diagnostic;
};

inline constexpr KnownCodes form_type_codes = {"345", "code-unknown"};
inline constexpr KnownCodes transaction_codes = {"ACDEFGHIJLMOPSUWXZ", "transaction-code-unknown"};
inline constexpr KnownCodes timeliness_codes = {"EL", "code-unknown"};
inline constexpr KnownCodes acquired_disposed_codes = {"AD", "code-unknown"};
inline constexpr KnownCodes ownership_codes = {"DI", "code-unknown"};

// A one-letter code: upper case, and one of those known.
template <class Say>
void check_code(Field<std::string>& field, const KnownCodes& known, Say&& say) {
  if (!field.value) return;
  if (field.value->size() == 1) {
    const char letter = field.value->front();
    for (const char one : known.letters) {
      if (one == letter) return;
    }
    if (letter >= 'a' && letter <= 'z') {
      const char upper = static_cast<char>(letter - 'a' + 'A');
      if (known.letters.find(upper) != std::string_view::npos) {
        field.as_filed = *field.value;
        field.value->front() = upper;
        say("code-repaired", Severity::note, in_quotes(field.as_filed) + " is read as " + upper);
        return;
      }
    }
  }
  say(known.diagnostic, Severity::warning,
      in_quotes(*field.value) +
          " is none of the codes that may stand here; it is kept as reported");
}

}  // namespace stakebook
