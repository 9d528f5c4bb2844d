// The page of a printed form: its lines, numbered as in the source, without a converter's marks.
//
//   "\$ 4.25"                               "$ 4.25"         a dollar sign escaped for Markdown
//   "| Common Stock | 11/20/2007 |"         "Common Stock\t11/20/2007"
//   "Edgar Filing: Some Company - Form 4"   page furniture: left out of `lines`
//
// 1. Lines keep their numbers, counted from 1 in the source, whatever is left out.
// 2. Blanks at a line's start are kept, since columns may be told by them; tabs are kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "filing/field_text.h"
#include "value/diagnostic.h"

namespace stakebook {

struct PrintedLine {
  int number = 0;
  std::string text;
};

struct PrintedPage {
  std::vector<PrintedLine> lines;
  // Footnote marks stand out: "^(1)" or raised digits, so that a plain "(1)" is somebody's text.
  bool marks_stand_out = false;
};

// Of UTF-8, as utf8_print() makes it.
PrintedPage printed_page(const std::string& text);

// The bytes as UTF-8; those that are not are taken for Windows-1252, with a diagnostic.
std::string utf8_print(std::string_view bytes, Diagnostics& diagnostics);
bool is_blank_print(std::string_view text);
bool starts_with_ignoring_case(std::string_view text, std::string_view start);
// Without the Markdown that a heading may wear ("**Signatures**", "***** Signatures *****").
std::string_view heading_text(std::string_view text);

// The lines of one wrapped text as one line. A line may have been broken beside a sign without a
// space ("and/" + "or"): the other side of the sign tells whether there was one.
std::string joined_wrapped(const std::vector<std::string_view>& parts);

// Text by columns, one character each: what stands in [from, to), and whether a column is blank.
class ColumnText {
 public:
  static constexpr std::size_t end = static_cast<std::size_t>(-1);

  explicit ColumnText(std::string_view text);
  std::size_t width() const { return offsets_.size() - 1; }
  bool blank_at(std::size_t column) const;
  // Trimmed; empty beyond the line's end.
  std::string_view slice(std::size_t from, std::size_t to) const;
  // The column of a byte of the text.
  std::size_t column_of(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> offsets_;  // byte where each column starts, and the end
};

}  // namespace stakebook
