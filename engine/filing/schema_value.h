// What the SEC's schemas take as the text of an element (ownershipDocumentCommon.xsd of the EDGAR
// ownership XML specification 5.5, in force since 2026-03-18).
//
//   objection_to("A1", us_state)       "it is none of the schema's codes"
//   objection_to("1,000", amount)      "it is no decimal from 0 on ..."
//   objection_to("66.9030", amount)    nothing: zeros at the end do not count
//
// Only what can be said of one text; which elements must be there is the writer's to know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stakebook {

enum class SchemaType : unsigned char { text, digits, boolean, date, amount, letter, place, zip };

struct SchemaValue {
  SchemaType type = SchemaType::text;
  std::size_t least = 0;  // characters
  std::size_t most = 0;   // 0: any number
  // letter: those that may stand alone; place: the codes, each between blanks.
  std::string_view codes = {};
};

namespace schema {
constexpr SchemaValue text_to(std::size_t most) { return {SchemaType::text, 0, most, {}}; }
constexpr SchemaValue name_to(std::size_t most) { return {SchemaType::text, 1, most, {}}; }
constexpr SchemaValue exactly(std::size_t size) { return {SchemaType::text, size, size, {}}; }
constexpr SchemaValue letter(std::string_view codes) { return {SchemaType::letter, 1, 1, codes}; }
constexpr SchemaValue letter_or_none(std::string_view codes) {
  return {SchemaType::letter, 0, 1, codes};
}
inline constexpr SchemaValue cik = {SchemaType::digits, 1, 10, {}};
inline constexpr SchemaValue boolean = {SchemaType::boolean, 0, 0, {}};
inline constexpr SchemaValue date = {SchemaType::date, 0, 0, {}};
inline constexpr SchemaValue amount = {SchemaType::amount, 0, 0, {}};
inline constexpr SchemaValue zip = {SchemaType::zip, 0, 10, {}};
extern const SchemaValue us_state;
extern const SchemaValue country;
}  // namespace schema

// Why the schema does not take the text; nothing where it does.
std::optional<std::string> objection_to(std::string_view text, const SchemaValue& value);

// "F1" to "F99".
bool is_schema_footnote_id(std::string_view id);

}  // namespace stakebook
