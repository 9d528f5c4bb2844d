// The SEC's identifiers, as types of their own.
//
//   Cik::parse("1318605")->to_text()                        "0001318605"
//   AccessionNumber::parse("000110465921012345")->to_text() "0001104659-21-012345"
//
// CIK: Central Index Key, one to ten digits, of an issuer or a reporting owner.
// AccessionNumber: submitter's CIK (10 digits), year (2), sequence (6); one filing has exactly one,
// whichever feed it came from.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stakebook {

class Cik {
 public:
  // One to ten digits, not all zero; leading zeros do not matter.
  static std::optional<Cik> parse(std::string_view text);
  std::uint64_t number() const { return number_; }
  std::string to_text() const;  // ten digits

  friend auto operator<=>(Cik, Cik) = default;

 private:
  explicit Cik(std::uint64_t number) : number_(number) {}
  std::uint64_t number_;
};

class AccessionNumber {
 public:
  // With or without its hyphens.
  static std::optional<AccessionNumber> parse(std::string_view text);
  std::string to_text() const;  // 0001104659-21-012345

  friend auto operator<=>(AccessionNumber, AccessionNumber) = default;

 private:
  explicit AccessionNumber(std::uint64_t digits) : digits_(digits) {}
  std::uint64_t digits_;  // all eighteen
};

}  // namespace stakebook

template <>
struct std::hash<stakebook::Cik> {
  std::size_t operator()(stakebook::Cik cik) const {
    return std::hash<std::uint64_t>()(cik.number());
  }
};
