// An HTML page as lines of text, each with its place in the tree: what a reader of forms asks for.
//
//   <td>Common Stock<sup>(1)</sup><br>By <b>Trust</b></td>
//     line "Common Stock", marks F1, in that cell; line "By Trust" in the same
//
// A line ends where a browser ends it: at <br> and at the edges of cells, rows, paragraphs and
// headings. White space, no-break spaces among it, is one blank.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "filing/html_tree.h"
#include "filing/printed_cell.h"

namespace stakebook {

struct HtmlLine {
  int number = 0;        // in the source
  std::size_t node = 0;  // of its first text
  std::size_t cell = 0;  // the innermost <td> or <th>; 0 for none
  std::string text;
  std::vector<FootnoteId> footnotes;  // raised numbers in brackets
  std::string cik;                    // of a link to EDGAR's list of somebody's filings
};

class HtmlPage {
 public:
  explicit HtmlPage(HtmlTree tree);

  const HtmlNode& node(std::size_t index) const { return tree_[index]; }
  std::size_t size() const { return tree_.size(); }
  const std::vector<HtmlLine>& lines() const { return lines_; }

  // The innermost element of this name around a node; 0 where there is none.
  std::size_t around(std::size_t node, std::string_view name) const;
  bool is_inside(std::size_t node, std::size_t element) const {
    return node > element && node < tree_[element].end;
  }
  // Its own rows, without those of tables inside it; and the cells of a row.
  std::vector<std::size_t> rows_of(std::size_t table) const;
  std::vector<std::size_t> cells_of(std::size_t row) const;

  // Indices into lines() of what stands in an element: [first, second).
  std::pair<std::size_t, std::size_t> lines_in(std::size_t element) const;
  // All that stands in an element, as one text with its footnote marks.
  PrintedCell text_in(std::size_t element) const;
  std::string text_of(std::size_t element) const;  // the plain text of an inline element
  // The cell before this one in its row; 0 where there is none.
  std::size_t cell_before(std::size_t cell) const;
  bool has_tick(std::size_t element) const;  // a checked box, or nothing but an X

 private:
  bool is_cell(std::size_t node) const;
  void add_text(std::size_t node, std::size_t block, bool goes_on);

  HtmlTree tree_;
  std::vector<HtmlLine> lines_;
};

}  // namespace stakebook
