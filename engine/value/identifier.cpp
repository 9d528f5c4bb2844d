#include "value/identifier.h"

#include <charconv>

#include "value/text.h"

namespace stakebook {
namespace {

std::optional<std::uint64_t> all_digits(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::string zero_padded(std::uint64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(width - digits.size(), '0') + digits;
}

}  // namespace

std::optional<Cik> Cik::parse(std::string_view text) {
  if (text.empty() || text.size() > 10) return std::nullopt;
  const auto number = all_digits(text);
  if (!number || *number == 0) return std::nullopt;
  return Cik(*number);
}

std::string Cik::to_text() const { return zero_padded(number_, 10); }

std::optional<AccessionNumber> AccessionNumber::parse(std::string_view text) {
  if (text.size() == 20 && text[10] == '-' && text[13] == '-') {
    const std::string digits = std::string(text.substr(0, 10)) + std::string(text.substr(11, 2)) +
                               std::string(text.substr(14));
    return parse(digits);
  }
  if (text.size() != 18) return std::nullopt;
  const auto digits = all_digits(text);
  if (!digits) return std::nullopt;
  return AccessionNumber(*digits);
}

std::string AccessionNumber::to_text() const {
  const std::string digits = zero_padded(digits_, 18);
  return digits.substr(0, 10) + "-" + digits.substr(10, 2) + "-" + digits.substr(12);
}

}  // namespace stakebook
