// One cell of a printed table: its text, and the footnote marks that stand behind it.
//
//   "S ⁽¹⁾"             text "S", footnotes F1
//   "$ 106.0352 ^(6)"   text "$ 106.0352", footnotes F6
//   "1,161,485 ^ (3)"   text "1,161,485", footnotes F3; a line had ended within the mark
//   "(2) (3)"           no text, footnotes F2 and F3, where the page's marks are plain
//
// The dollar sign is the form's own print, so it is not part of a field's filed text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "filing/field.h"

namespace stakebook {

// How a page writes its marks. Plain ones look like text in brackets, so they count as marks only
// up to the number of the page's last footnote.
struct MarkStyle {
  bool plain = false;
  int last_footnote = 0;
};

struct PrintedCell {
  std::string text;
  std::vector<FootnoteId> footnotes;
  // The text may end with a mark, or with a piece of one: "^", or "(7)" where no footnote 7 is.
  bool unsure = false;
  bool empty() const { return text.empty() && footnotes.empty(); }
};

PrintedCell printed_cell(std::string_view raw, MarkStyle style);

// What a cell's text can be; a letter is A, D or I standing alone.
enum class CellKind { empty, marks, date, number, money, letter, code, text };
CellKind kind_of(const PrintedCell& cell);

// "P", "S/K", "AV", "J5", "4P": a code with the form's suffixes, or the form before it. K: an
// equity swap; V: reported early, voluntarily; 3 to 5: the form it should be on (specification
// 4.3.8; Form 5, instruction 8).
struct PrintedCode {
  char code = ' ';
  bool equity_swap = false;
  bool early = false;
  char form = ' ';
};
std::optional<PrintedCode> printed_code(std::string_view text);

// Each fills the field and returns true, or returns false and leaves it without a value where the
// text cannot be read as one. A cell with marks only is a field that only its footnotes give.
bool read_text(const PrintedCell& cell, Field<std::string>& field);
bool read_date(const PrintedCell& cell, Field<Date>& field);
bool read_shares(const PrintedCell& cell, Field<Shares>& field);
bool read_price(const PrintedCell& cell, Field<Price>& field);
bool read_money(const PrintedCell& cell, Field<Money>& field);

// "November 21, 2007".
std::optional<Date> date_in_words(std::string_view text);

}  // namespace stakebook
