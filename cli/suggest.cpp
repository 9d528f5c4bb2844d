#include "suggest.h"

#include <algorithm>
#include <cstddef>

#include "value/text.h"

namespace stakebook::cli {
namespace {

// Letters inserted, left out, exchanged, or swapped with the next (optimal string alignment).
std::size_t distance(std::string_view left, std::string_view right) {
  const std::size_t columns = right.size() + 1;
  std::vector<std::size_t> before_last(columns), last(columns), current(columns);
  for (std::size_t j = 0; j < columns; ++j) last[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j < columns; ++j) {
      const std::size_t exchanged = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, exchanged});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    before_last.swap(last);
    last.swap(current);
  }
  return last[columns - 1];
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& known) {
  const std::string folded = lowered(typed);
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string& word : known) {
    const bool begins = folded.size() >= 3 && word.starts_with(folded);
    const std::size_t apart = begins ? 1 : distance(folded, word);
    // A third of the letters may be wrong; more is another word.
    if (apart > std::max<std::size_t>(1, word.size() / 3)) continue;
    if (!best || apart < best_distance) {
      best = word;
      best_distance = apart;
    }
  }
  return best;
}

}  // namespace stakebook::cli
