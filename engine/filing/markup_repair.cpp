#include "filing/markup_repair.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "value/text.h"

namespace stakebook {
namespace {

// Sections whose content is not markup: the first one that ends after a given place.
class LiteralSections {
 public:
  explicit LiteralSections(std::string_view text) : text_(text) { advance(0); }

  // The end of the comment or CDATA section around `at`; nowhere where it stands in none. Places
  // are asked for in rising order.
  std::size_t end_around(std::size_t at) {
    while (begin_ < at && end_ <= at) advance(end_);
    return begin_ < at && at < end_ ? end_ : nowhere;
  }

 private:
  void advance(std::size_t from) {
    begin_ = from;
    while ((begin_ = text_.find("<!", begin_)) != nowhere) {
      const std::string_view rest = text_.substr(begin_);
      const std::string_view closing = rest.starts_with("<!--")        ? "-->"
                                       : rest.starts_with("<![CDATA[") ? "]]>"
                                                                       : "";
      if (!closing.empty()) {
        const std::size_t close = text_.find(closing, begin_);
        end_ = close == nowhere ? text_.size() : close + closing.size();
        return;
      }
      begin_ += 2;
    }
    end_ = nowhere;
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

void report(std::vector<Repair>& repairs, const char* code, std::string message,
            std::size_t offset) {
  if (repairs.size() < repairs_max) repairs.push_back({code, std::move(message), offset});
}

bool is_xml_character(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c < 0x110000);
}

enum class Reference { valid, bare, impossible };

Reference numeric_reference(std::string_view rest) {
  const bool hexadecimal = rest.starts_with("&#x");
  const std::size_t first = hexadecimal ? 3 : 2;
  const std::size_t semicolon = rest.find(';');
  if (semicolon == nowhere) return Reference::bare;
  const std::string_view digits = rest.substr(first, semicolon - first);
  if (digits.empty()) return Reference::bare;
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char low = lower(c);
    const bool letter = hexadecimal && low >= 'a' && low <= 'f';
    if (!is_digit(c) && !letter) return Reference::bare;
    value = value * (hexadecimal ? 16 : 10) +
            static_cast<std::uint32_t>(letter ? low - 'a' + 10 : c - '0');
    if (value > 0x110000) value = 0x110000;  // stays impossible
  }
  return is_xml_character(value) ? Reference::valid : Reference::impossible;
}

Reference reference_at(std::string_view rest) {
  if (rest.starts_with("&#")) return numeric_reference(rest.substr(0, 16));
  for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
    if (rest.starts_with(known)) return Reference::valid;
  }
  return Reference::bare;
}

bool is_name_start(char c) { return is_letter(c) || c == '_'; }
bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-' || c == '.' || c == ':'; }

std::size_t skip_name(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name(text[at])) ++at;
  return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Where a line end at `at` stands inside a tag's name, so that only a cut can have put it there.
bool cuts_a_name(std::string_view text, std::size_t at) {
  std::size_t start = at;
  if (start > 0 && text[start - 1] == '\r') --start;
  while (start > 0 && is_name(text[start - 1])) --start;
  if (start > 0 && text[start - 1] == '/') --start;
  if (start == 0 || text[start - 1] != '<') return false;
  const std::size_t end = skip_name(text, at + 1);
  return end < text.size() && (text[end] == '>' || text[end] == '/');
}

// Rewrites tags; each call takes the place of a tag's < and returns the place after what it wrote.
class TagRepair {
 public:
  TagRepair(std::string_view text, std::string& result, OffsetMap& map,
            std::vector<Repair>& repairs)
      : text_(text), result_(result), map_(map), repairs_(repairs) {}

  std::size_t start_tag(std::size_t open) {
    std::size_t at = copy(open, skip_name(text_, open + 1));
    bool closed = false;
    const std::string_view name = text_.substr(open + 1, at - open - 1);
    while (at < text_.size()) {
      at = copy(at, skip_space(text_, at));
      if (at == text_.size() || text_[at] == '>' || text_[at] == '<') break;
      closed = text_[at] == '/';
      at = closed ? copy(at, at + 1) : attribute(at, name);
    }
    if (!closed) open_.push_back(name);
    leaf_start_ = closed ? nowhere : at;
    return at;
  }

  std::size_t end_tag(std::size_t at) {
    const std::size_t stop = skip_name(text_, at + 2);
    const std::string_view name = text_.substr(at + 2, stop - at - 2);
    const std::size_t close = skip_space(text_, stop);
    const bool whole = close < text_.size() && text_[close] == '>';
    const bool after_text = leaf_start_ != nowhere && holds_text(leaf_start_, at);
    leaf_start_ = nowhere;
    if (!whole || open_.empty() || open_.back() == name) {
      if (!open_.empty()) open_.pop_back();
      return copy(at, stop);
    }
    const bool is_open = std::find(open_.begin(), open_.end(), name) != open_.end();
    if (is_open && (!after_text || open_.size() < 2 || open_[open_.size() - 2] != name)) {
      return copy(at, stop);  // more than one way to read it
    }
    if (after_text) {
      insert_end(open_.back(), at);
      open_.pop_back();
      if (is_open) return at;
    } else {
      report(repairs_, "end-tag-repaired",
             "</" + std::string(name.substr(0, 60)) + "> closes nothing; it is left out", at);
    }
    map_.add(result_.size(), static_cast<std::ptrdiff_t>(close + 1 - at));
    return close + 1;
  }

 private:
  std::size_t copy(std::size_t from, std::size_t to) {
    result_.append(text_.substr(from, to - from));
    return to;
  }

  // Whether there is more than white space between a start tag's > and `end`.
  bool holds_text(std::size_t tag_end, std::size_t end) const {
    return tag_end < end && skip_space(text_, tag_end + 1) < end;
  }

  void insert_end(std::string_view name, std::size_t at) {
    report(repairs_, "end-tag-repaired",
           "<" + std::string(name.substr(0, 60)) + "> is not closed; </" +
               std::string(name.substr(0, 60)) + "> is put there",
           at);
    result_.append("</").append(name).append(">");
    map_.add(result_.size(), -static_cast<std::ptrdiff_t>(name.size() + 3));
  }

  std::size_t attribute(std::size_t at, std::string_view tag) {
    const std::size_t name_end = text_.find_first_of("= \t\r\n/><", at);
    const std::size_t name_stop = name_end == nowhere ? text_.size() : name_end;
    const std::size_t equals = skip_space(text_, name_stop);
    if (name_stop == at || equals >= text_.size() || text_[equals] != '=') {
      const std::size_t stop = std::max(name_stop, at + 1);
      report(repairs_, "attribute-repaired",
             "the tag <" + std::string(tag.substr(0, 60)) + "> holds \"" +
                 std::string(text_.substr(at, std::min<std::size_t>(stop - at, 60))) +
                 "\", which is no attribute; it is left out",
             at);
      map_.add(result_.size(), static_cast<std::ptrdiff_t>(stop - at));
      return stop;
    }
    const std::size_t value = skip_space(text_, equals + 1);
    if (value < text_.size() && (text_[value] == '"' || text_[value] == '\'')) {
      const std::size_t close = text_.find(text_[value], value + 1);
      return copy(at, close == nowhere ? text_.size() : close + 1);
    }
    return unquoted(at, value, tag);
  }

  std::size_t unquoted(std::size_t at, std::size_t value, std::string_view tag) {
    const std::size_t found = text_.find_first_of(" \t\r\n/><\"'", value);
    const std::size_t stop = found == nowhere ? text_.size() : found;
    report(repairs_, "attribute-repaired",
           "an attribute of <" + std::string(tag.substr(0, 60)) +
               "> has no quotes around its value; they are put there",
           at);
    copy(at, value);
    result_.push_back('"');
    map_.add(result_.size(), -1);
    copy(value, stop);
    result_.push_back('"');
    map_.add(result_.size(), -1);
    return stop;
  }

  std::string_view text_;
  std::string& result_;
  OffsetMap& map_;
  std::vector<Repair>& repairs_;
  std::vector<std::string_view> open_;  // the elements around, outermost first
  std::size_t leaf_start_ = nowhere;    // the > of the last tag, where that was a start tag
};

}  // namespace

void repair_references(std::string& text, OffsetMap& map, std::vector<Repair>& repairs) {
  std::size_t at = text.find('&');
  if (at == nowhere) return;
  const std::string_view view = text;
  LiteralSections literal(view);
  std::string result;
  std::size_t copied = 0;
  for (; at != nowhere; at = view.find('&', at + 1)) {
    const std::size_t literal_end = literal.end_around(at);
    if (literal_end != nowhere) {
      at = literal_end - 1;
      continue;
    }
    const Reference reference = reference_at(view.substr(at));
    if (reference == Reference::valid) continue;
    if (reference == Reference::bare) {
      report(repairs, "bare-ampersand", "a bare & is read as &amp;", at);
      continue;
    }
    report(repairs, "character-reference-impossible",
           "a reference to a character that XML does not allow is read as typed", at);
    result.append(view.substr(copied, at - copied)).append("&amp;");
    copied = at + 1;
    map.add(result.size(), -4);
  }
  if (copied != 0) text = result.append(view.substr(copied));
}

std::optional<std::string> joined_lines(std::string_view text, OffsetMap& map,
                                        std::vector<Repair>& repairs) {
  const auto line_length = [&](std::size_t line_end) {
    const std::size_t before = line_end == 0 ? nowhere : text.rfind('\n', line_end - 1);
    const std::size_t start = before == nowhere ? 0 : before + 1;
    const bool carriage = line_end > start && text[line_end - 1] == '\r';
    return line_end - start - (carriage ? 1U : 0U);
  };
  std::size_t width = 0;
  std::size_t first_cut = nowhere;
  for (std::size_t i = text.find('\n'); i != nowhere; i = text.find('\n', i + 1)) {
    if (!cuts_a_name(text, i)) continue;
    first_cut = std::min(first_cut, i);
    width = std::max(width, line_length(i));
  }
  if (first_cut == nowhere) return std::nullopt;
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = text.find('\n'); i != nowhere; i = text.find('\n', i + 1)) {
    if (line_length(i) != width && !cuts_a_name(text, i)) continue;
    const std::size_t end = i > 0 && text[i - 1] == '\r' ? i - 1 : i;
    result.append(text.substr(copied, end - copied));
    map.add(result.size(), static_cast<std::ptrdiff_t>(i + 1 - end));
    copied = i + 1;
  }
  result.append(text.substr(copied));
  report(repairs, "lines-joined",
         "the file is cut into lines of " + std::to_string(width) +
             " characters through its tags; the lines are joined again",
         first_cut);
  return result;
}

std::string repaired_tags(std::string_view text, OffsetMap& map, std::vector<Repair>& repairs) {
  std::string result;
  result.reserve(text.size() + 64);
  LiteralSections literal(text);
  TagRepair tags(text, result, map, repairs);
  std::size_t copied = 0;
  const auto copy_to = [&](std::size_t end) {
    result.append(text.substr(copied, end - copied));
    copied = end;
  };
  for (std::size_t at = text.find('<'); at != nowhere; at = text.find('<', copied)) {
    copy_to(at);
    const std::size_t literal_end = literal.end_around(at + 1);
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (literal_end != nowhere) {
      copy_to(literal_end);
    } else if (is_name_start(next)) {
      copied = tags.start_tag(at);
    } else if (next == '/' && at + 2 < text.size() && is_name_start(text[at + 2])) {
      copied = tags.end_tag(at);
    } else if (next == '/' || next == '?' || next == '!') {
      copy_to(at + 1);
    } else {
      report(repairs, "bare-less-than", "a bare < is read as &lt;", at);
      result.append("&lt;");
      map.add(result.size(), -3);
      copied = at + 1;
    }
  }
  copy_to(text.size());
  return result;
}

}  // namespace stakebook
