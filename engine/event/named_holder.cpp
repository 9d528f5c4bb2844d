#include "event/named_holder.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "event/account_words.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::array<std::string_view, 5> holding_verbs = {"held", "owned", "holds", "owns",
                                                           "holder"};
// What may stand between the verb and "by".
constexpr std::array<std::string_view, 6> adverbs = {"directly",     "indirectly", "of",
                                                     "beneficially", "record",     "solely"};
// A comma before one of these is part of the name.
constexpr std::array<std::string_view, 13> company_suffixes = {
    "LLC", "L.L.C", "LP", "L.P", "LLP", "L.L.P", "Inc", "INC", "Ltd", "LTD", "N.A", "Corp", "LTD."};
constexpr std::array<std::string_view, 13> name_ends = {
    " of which",   " for which", " in which", " for whom", " as of", " dated", " and may",
    " as trustee", " is ",       " was ",     " were ",    " are ",  " has "};

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view candidate) {
    return same_ignoring_case(word, candidate);
  });
}

std::string_view without_article(std::string_view name) {
  if (name.size() > 4 && same_ignoring_case(name.substr(0, 4), "the ")) name.remove_prefix(4);
  return name;
}

bool begins_company_suffix(std::string_view text) {
  text = trimmed(text.substr(0, 8));
  return std::any_of(company_suffixes.begin(), company_suffixes.end(),
                     [&](std::string_view suffix) { return text.starts_with(suffix); });
}

// A point ends a sentence where a blank and a capital follow a word of more than two letters, or
// nothing follows: "L.P. is" and "Felix J. Baker" go on.
bool ends_sentence(std::string_view text, std::size_t point) {
  if (text[point] != '.') return false;
  if (trimmed(text.substr(point + 1)).empty()) return true;
  if (!is_space(text[point + 1])) return false;
  std::size_t begin = point;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, point - begin);
  if (word.size() <= 1 || word.find('.') != nowhere) return false;
  const std::string_view next = trimmed(text.substr(point + 1));
  const char first = next.front();
  return first >= 'A' && first <= 'Z' &&
         !is_one_of(word, std::array<std::string_view, 4>{"Inc", "Ltd", "Mr", "Ms"});
}

std::string_view first_sentence(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (ends_sentence(text, i)) return text.substr(0, i);
  }
  return text;
}

std::string_view name_at_start(std::string_view text) {
  std::size_t end = text.size();
  for (std::size_t i = 0; i < end; ++i) {
    const char c = text[i];
    const bool is_comma = c == ',' && !begins_company_suffix(text.substr(i + 1));
    if (c == '(' || c == ';' || c == '"' || is_comma) end = i;
  }
  for (const std::string_view mark : name_ends) {
    end = std::min(end, text.substr(0, end).find(mark));
  }
  return trimmed(text.substr(0, std::min(end, text.size())));
}

struct Word {
  std::string_view text;
  std::size_t end = 0;
};

Word next_word(std::string_view text, std::size_t from) {
  while (from < text.size() && is_space(text[from])) ++from;
  std::size_t end = from;
  while (end < text.size() && !is_space(text[end])) ++end;
  return {text.substr(from, end - from), end};
}

// "The Founders Fund IV, LP" before ' ("FF-IV")': back over words with a capital or a digit.
std::string_view name_before(std::string_view text) {
  text = trimmed(text);
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t start = begin;
    while (start > 0 && is_space(text[start - 1])) --start;
    std::size_t word = start;
    while (word > 0 && !is_space(text[word - 1])) --word;
    if (word == start) break;
    const std::string_view candidate = text.substr(word, start - word);
    const char first = candidate.front();
    const bool is_proper = (first >= 'A' && first <= 'Z') || is_digit(first) || first == '&';
    const bool joins = candidate == "of" || candidate == "and" || candidate == "for";
    const bool is_separated = begin < text.size() && candidate.back() == ',' &&
                              !begins_company_suffix(text.substr(start));
    if ((!is_proper && !joins) || is_separated || candidate.back() == ')') break;
    begin = word;
  }
  std::string_view name = trimmed(text.substr(begin));
  for (const std::string_view joint : {"of ", "and ", "for "}) {
    if (name.starts_with(joint)) name.remove_prefix(joint.size());
  }
  return name;
}

std::string folded_name(std::string_view name) {
  return folded_words(without_article(trimmed(name)));
}

}  // namespace

std::string_view named_holder(std::string_view footnote) {
  const std::string_view text = first_sentence(footnote);
  for (Word word = next_word(text, 0); !word.text.empty(); word = next_word(text, word.end)) {
    if (!is_one_of(word.text, holding_verbs)) continue;
    Word next = next_word(text, word.end);
    while (is_one_of(next.text, adverbs)) next = next_word(text, next.end);
    if (!same_ignoring_case(next.text, "by")) continue;
    return name_at_start(trimmed(text.substr(next.end)));
  }
  return {};
}

bool is_same_holder(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (!b.starts_with(a)) return false;
  const std::string_view rest = trimmed(b.substr(a.size()));
  if (rest.empty()) return a.size() == b.size();
  static constexpr std::array<std::string_view, 10> legal_forms = {
      "limited partnership", "lp", "l p", "llc", "l l c", "inc", "ltd", "limited", "llp", "corp"};
  return is_one_of(rest, legal_forms) && b[a.size()] == ' ';
}

HolderNames::HolderNames(const OwnershipDocument& document) {
  for (const Footnote& footnote : document.footnotes) {
    const std::string_view text = footnote.text;
    for (std::size_t open = text.find('('); open != nowhere; open = text.find('(', open + 1)) {
      const std::size_t close = text.find(')', open);
      if (close == nowhere) break;
      std::string_view inside = text.substr(open + 1, close - open - 1);
      if (inside.starts_with("the ")) inside.remove_prefix(4);
      if (inside.size() < 3 || inside.front() != '"' || inside.back() != '"') continue;
      const std::string name = folded_name(name_before(text.substr(0, open)));
      if (!name.empty()) {
        whole_name_of_.try_emplace(folded_name(inside.substr(1, inside.size() - 2)), name);
      }
    }
  }
}

std::string HolderNames::holder_in(const std::vector<const Footnote*>& footnotes) const {
  std::string result;
  for (const Footnote* footnote : footnotes) {
    std::string name = folded_name(named_holder(footnote->text));
    if (name.empty()) continue;
    const auto whole = whole_name_of_.find(name);
    if (whole != whole_name_of_.end()) name = whole->second;
    if (!result.empty()) result += " and ";
    result += name;
  }
  return result;
}

}  // namespace stakebook
