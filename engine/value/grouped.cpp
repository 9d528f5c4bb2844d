#include "value/grouped.h"

#include <algorithm>
#include <string_view>

namespace stakebook {
namespace {

std::string bound_words(const Bound& bound, std::string_view inclusive, std::string_view exclusive) {
  return std::string(bound.inclusive ? inclusive : exclusive) + grouped(bound.value.amount());
}

}  // namespace

std::string grouped(Decimal value) {
  std::string text = value.to_text();
  const std::size_t first = text.front() == '-' ? 1 : 0;
  std::size_t end = std::min(text.find('.'), text.size());
  while (end > first + 3) {
    end -= 3;
    text.insert(end, 1, ',');
  }
  return text;
}

std::string grouped(const ShareRange& range) {
  if (const auto value = range.exact()) return grouped(value->amount());
  if (!range.lower() && !range.upper()) return "not known";
  std::string text;
  if (range.lower()) text = bound_words(*range.lower(), "at least ", "more than ");
  if (range.lower() && range.upper()) text += " and ";
  if (range.upper()) text += bound_words(*range.upper(), "at most ", "less than ");
  return text;
}

}  // namespace stakebook
