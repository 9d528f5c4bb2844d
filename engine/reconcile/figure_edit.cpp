#include "reconcile/figure_edit.h"

#include <algorithm>
#include <string>

namespace stakebook {
namespace {

// Fewer digits are too like one another.
constexpr std::ptrdiff_t digits_min = 3;

bool is_slipped(Shares meant, Shares typed) {
  if (meant.is_zero() || typed.is_zero()) return false;
  Decimal low = std::min(meant, typed).amount();
  const Decimal high = std::max(meant, typed).amount();
  while (low < high) low = low * Decimal(10);
  return low == high;
}

// `longer` without one of its digits.
bool is_less_one(const std::string& shorter, const std::string& longer) {
  if (shorter.size() + 1 != longer.size()) return false;
  const auto [at, other] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(at, shorter.end(), other + 1);
}

bool is_exchanged(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin());
  if (at == a.end() || at + 1 == a.end()) return false;
  return *at == *(other + 1) && *(at + 1) == *other && std::equal(at + 2, a.end(), other + 2);
}

}  // namespace

std::string_view slip_between(Shares meant, Shares typed) {
  const std::string a = meant.to_text();
  const std::string b = typed.to_text();
  if (meant == typed || std::min(std::ssize(a), std::ssize(b)) < digits_min) return {};
  if (is_slipped(meant, typed)) return "the decimal point has slipped";
  if (is_less_one(b, a)) return "a digit is missing";
  if (is_less_one(a, b)) return "a digit is there too many";
  if (is_exchanged(a, b)) return "two digits are exchanged";
  return {};
}

}  // namespace stakebook
