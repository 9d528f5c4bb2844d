#include "value/grouped.h"

#include <algorithm>

namespace stakebook {

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

std::string grouped(const ShareRange& range) { return range.in_words(grouped); }

}  // namespace stakebook
