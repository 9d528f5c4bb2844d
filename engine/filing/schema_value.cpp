#include "filing/schema_value.h"

#include "filing/xml_escape.h"
#include "value/date.h"
#include "value/text.h"

namespace stakebook {
namespace {

// EDGAR's codes of states and, apart since 2026, of countries.
constexpr std::string_view state_codes =
    " 1V 2J AK AL AR AZ B5 CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO "
    "MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY ";
constexpr std::string_view country_codes =
    " 1A 1B 1C 1D 1E 1F 1G 1H 1J 1K 1L 1M 1N 1P 1Q 1R 1S 1T 1U 1W 1X 1Y 1Z 2A 2B 2C 2D 2E 2F "
    "2G 2H 2K 2L 2M 2N 2P 2Q A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 B0 B1 B2 B3 B4 B6 B7 B8 B9 C0 C1 C2 "
    "C3 C4 C5 C6 C7 C8 C9 D0 D1 D2 D3 D4 D5 D6 D7 D8 D9 E0 E1 E2 E3 E4 E5 E7 E8 E9 F0 F1 F2 F3 "
    "F4 F5 F6 F7 F8 F9 G0 G1 G2 G3 G4 G5 G6 G7 G8 G9 H1 H2 H3 H4 H5 H6 H7 H8 H9 I0 I3 I4 I5 I6 "
    "I7 I8 I9 J0 J1 J2 J3 J4 J5 J6 J8 J9 K0 K1 K2 K3 K4 K5 K6 K7 K8 K9 L0 L1 L2 L3 L4 L5 L6 L7 "
    "L8 L9 M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 N0 N1 N2 N4 N5 N6 N7 N8 N9 O0 O1 O2 O3 O4 O5 O6 O9 P0 "
    "P1 P2 P3 P4 P5 P6 P7 P8 Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 R0 R1 R2 R3 R4 R5 R6 R8 R9 S0 S1 S3 S4 "
    "S5 S6 S8 S9 T0 T1 T2 T3 T4 T6 T7 T8 U0 U1 U2 U3 U4 U5 U6 U7 U8 U9 V0 V1 V2 V3 V6 V7 V8 V9 "
    "W0 W1 W2 W3 W4 W5 W6 W7 W8 W9 X0 X1 X2 X3 X4 X5 X7 X8 X9 XX Y0 Y2 Y3 Y4 Y5 Y6 Y7 Y8 Y9 Z0 "
    "Z1 Z2 Z3 Z4 Z5 ";

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

// xs:decimal between 0 and 999999999999.9999, with at most four digits after the point.
bool is_amount(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::string_view whole = text.substr(0, point);
  std::string_view part = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (whole.empty() && part.empty()) return false;
  if ((!whole.empty() && !all_digits(whole)) || (!part.empty() && !all_digits(part))) return false;
  while (whole.starts_with('0')) whole.remove_prefix(1);
  while (part.ends_with('0')) part.remove_suffix(1);
  if (negative) return whole.empty() && part.empty();
  return whole.size() <= 12 && part.size() <= 4;
}

// xs:date: a day, and perhaps a time zone of at most 14 hours.
bool is_date(std::string_view text) {
  if (text.size() < 10 || !Date::parse(text.substr(0, 10))) return false;
  const std::string_view zone = text.substr(10);
  if (zone.empty() || zone == "Z") return true;
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return false;
  const auto hours = parse_digits(zone.substr(1, 2));
  const auto minutes = parse_digits(zone.substr(4, 2));
  return hours && minutes && *minutes < 60 && *hours * 60 + *minutes <= 14 * 60;
}

bool is_code(std::string_view text, std::string_view codes) {
  if (text.empty()) return true;
  return text.find(' ') == std::string_view::npos &&
         codes.find(' ' + std::string(text) + ' ') != std::string_view::npos;
}

bool is_zip(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c) && !is_letter(c) && c != ' ' && c != '#' && c != '-') return false;
  }
  return true;
}

std::string sized(std::size_t count, const SchemaValue& value) {
  const std::string limit = count < value.least ? "at least " + std::to_string(value.least)
                                                : "at most " + std::to_string(value.most);
  return "it has " + std::to_string(count) + " characters, and the schema takes " + limit;
}

std::optional<std::string> unless(bool fits, const char* objection) {
  return fits ? std::nullopt : std::optional<std::string>(objection);
}

}  // namespace

const SchemaValue schema::us_state = {SchemaType::place, 0, 2, state_codes};
const SchemaValue schema::country = {SchemaType::place, 0, 2, country_codes};

std::optional<std::string> objection_to(std::string_view text, const SchemaValue& value) {
  switch (value.type) {
    case SchemaType::boolean:
      return unless(text == "0" || text == "1" || text == "false" || text == "true",
                    "it is none of 0, 1, false and true");
    case SchemaType::date: return unless(is_date(text), "it is no date of the form YYYY-MM-DD");
    case SchemaType::amount:
      return unless(is_amount(text),
                    "it is no decimal from 0 on with at most 12 digits and 4 after the point");
    case SchemaType::letter:
      return unless((text.empty() && value.least == 0) ||
                        (text.size() == 1 && value.codes.find(text) != std::string_view::npos),
                    "it is none of the schema's codes");
    case SchemaType::place:
      return unless(is_code(text, value.codes), "it is none of the schema's codes");
    case SchemaType::digits:
    case SchemaType::zip:
    case SchemaType::text: break;
  }
  const std::size_t count = character_count(text);
  if (count < value.least || (value.most != 0 && count > value.most)) return sized(count, value);
  if (value.type == SchemaType::digits) return unless(all_digits(text), "it is not all digits");
  if (value.type == SchemaType::zip) {
    return unless(is_zip(text), "it holds more than letters, digits, blanks, # and -");
  }
  return std::nullopt;
}

bool is_schema_footnote_id(std::string_view id) {
  return (id.size() == 2 || id.size() == 3) && id[0] == 'F' && id[1] != '0' &&
         all_digits(id.substr(1));
}

}  // namespace stakebook
