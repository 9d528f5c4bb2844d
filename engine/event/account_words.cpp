#include "event/account_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "value/text.h"

namespace stakebook {
namespace {

using Words = std::vector<std::string>;

bool is_word_character(char c) { return is_letter(c) || is_digit(c) || (c & 0x80) != 0; }

Words split(std::string_view folded) {
  Words words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.emplace_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

// T2: "$0.01 par value", "par value 0.01 per share" and everything after it.
std::string_view without_par_value(std::string_view title) {
  const std::string lower_case = lowered(title);
  for (const std::string_view mark : {"$", "par value", "no par", "without par"}) {
    const std::size_t at = std::string_view(lower_case).find(mark);
    if (at != nowhere && at > 0) title = title.substr(0, std::min(at, title.size()));
  }
  return title;
}

// T6: "Class B Common Stock (2)".
std::string_view without_footnote_mark(std::string_view title) {
  title = trimmed(title);
  if (!title.ends_with(')')) return title;
  const std::size_t open = title.rfind('(');
  if (open == nowhere || open == 0) return title;
  const std::string_view inside = title.substr(open + 1, title.size() - open - 2);
  return parse_digits(trimmed(inside)) ? title.substr(0, open) : title;
}

// T7: an option is a right to buy.
void drop_right_to_buy(Words& words) {
  for (const Words& phrase :
       {Words{"right", "to", "buy"}, Words{"rt", "to", "buy"}, Words{"right", "to", "purchase"}}) {
    if (words.size() <= phrase.size()) continue;
    if (std::equal(phrase.rbegin(), phrase.rend(), words.rbegin())) {
      words.resize(words.size() - phrase.size());
    }
  }
}

// T3
void shorten_common(Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != "common") continue;
    const std::string& next = words[i + 1];
    if (next == "stock" || next == "shares" || next == "share") {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

// T4: "common class a" is "class a common".
void put_class_first(Words& words) {
  const auto found = std::find(words.begin(), words.end(), "class");
  if (found == words.begin() || found == words.end() || std::next(found) == words.end()) return;
  if (std::next(found)->size() != 1) return;
  std::rotate(words.begin(), found, std::next(found, 2));
}

// T5
void make_singular(Words& words) {
  for (std::string& word : words) {
    for (const std::string_view plural : {"units", "options", "rights", "warrants"}) {
      if (word == plural) word.pop_back();
    }
  }
}

// N2
void drop_by(Words& words) {
  static constexpr std::array<std::string_view, 5> empty_words = {"held", "by", "the", "my",
                                                                  "through"};
  while (words.size() > 1 &&
         std::find(empty_words.begin(), empty_words.end(), words.front()) != empty_words.end()) {
    words.erase(words.begin());
  }
}

}  // namespace

std::string folded_words(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_word_character(c)) {
      result.push_back(lower(c));
    } else if (!result.empty() && result.back() != ' ') {
      result.push_back(' ');
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string folded_title(std::string_view title) {
  Words words = split(folded_words(without_par_value(without_footnote_mark(title))));
  drop_right_to_buy(words);
  shorten_common(words);
  put_class_first(words);
  make_singular(words);
  return joined(words);
}

std::string folded_nature(std::string_view nature) {
  if (points_to_footnote(nature)) return "footnote";  // N5
  Words words = split(folded_words(nature));
  drop_by(words);
  for (std::string& word : words) {
    if (word == "wife" || word == "husband") word = "spouse";  // N3
  }
  if (words.size() == 3 && words[0] == "401" && words[2] == "plan") words.pop_back();  // N4
  return joined(words);
}

bool points_to_footnote(std::string_view nature) {
  const std::string text = folded_words(nature);
  for (const std::string_view words : {"footnote", "see note", "see remark", "see explanation"}) {
    if (text.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace stakebook
