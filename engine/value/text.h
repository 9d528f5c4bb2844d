// Small, locale-free operations on ASCII text (other bytes pass through untouched).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stakebook {

// What find() answers where there is nothing.
inline constexpr std::size_t nowhere = std::string_view::npos;

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text);
// Less the mark that some editors put before UTF-8.
std::string_view without_byte_order_mark(std::string_view text);
// Ends trimmed and every run of white space one blank: white space carries no meaning in a filing.
std::string collapsed(std::string_view text);
std::string lowered(std::string_view text);
// Equal but for the case of ASCII letters.
bool same_ignoring_case(std::string_view left, std::string_view right);
bool contains_ignoring_case(std::string_view text, std::string_view part);
// The words of a person's or a company's name in lower case. Points and apostrophes vanish, other
// punctuation separates: "O'Neil, Tarn L.P." is {"oneil", "tarn", "lp"}.
std::vector<std::string> words_of_name(std::string_view name);
// One to nine digits and nothing else.
std::optional<int> parse_digits(std::string_view text);

}  // namespace stakebook
