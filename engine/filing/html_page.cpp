#include "filing/html_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "filing/printed_page.h"
#include "value/text.h"

namespace stakebook {
namespace {

bool ends_lines(std::string_view name) {
  static constexpr std::array names = std::to_array<std::string_view>(
      {"body", "title", "table",  "thead", "tbody", "tfoot", "tr", "td",  "th",  "caption",
       "p",    "div",   "center", "hr",    "br",    "h1",    "h2", "h3",  "h4",  "h5",
       "h6",   "dl",    "dt",     "dd",    "ul",    "ol",    "li", "pre", "html"});
  return std::find(names.begin(), names.end(), name) != names.end();
}

// White space of every kind as plain blanks; ends are kept.
std::string with_plain_blanks(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i, 2) == "\xC2\xA0";
    if (no_break || is_space(text[i])) {
      if (result.empty() || result.back() != ' ') result.push_back(' ');
      i += no_break ? 1 : 0;
    } else {
      result.push_back(text[i]);
    }
  }
  return result;
}

// "(1)", "(1)(2)" as footnotes; empty for anything else.
std::vector<FootnoteId> marks_in(std::string_view text) {
  const PrintedCell cell = printed_cell(text, {true, 99});
  return cell.text.empty() && !cell.unsure ? cell.footnotes : std::vector<FootnoteId>();
}

// ".../cgi-bin/browse-edgar?action=getcompany&CIK=0001397798&type=4"
std::string cik_in_link(std::string_view link) {
  const std::string lower = lowered(link);
  std::size_t at = lower.find("cik=");
  if (at == std::string::npos || at == 0 || (link[at - 1] != '?' && link[at - 1] != '&')) return {};
  at += 4;
  std::size_t stop = at;
  while (stop < link.size() && is_digit(link[stop])) ++stop;
  const bool whole = stop == link.size() || link[stop] == '&' || link[stop] == '#';
  return whole && stop - at <= 10 ? std::string(link.substr(at, stop - at)) : std::string();
}

}  // namespace

HtmlPage::HtmlPage(HtmlTree tree) : tree_(std::move(tree)) {
  std::vector<std::size_t> blocks(tree_.size(), 0);  // the innermost element that ends lines
  std::size_t last_block = 0;
  bool goes_on = false;
  for (std::size_t i = 1; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_[i];
    blocks[i] = node.name.empty() || !ends_lines(node.name) ? blocks[node.parent] : i;
    if (blocks[i] == i) goes_on = false;
    if (!node.name.empty()) continue;
    goes_on = goes_on && blocks[i] == last_block;
    if (node.text.empty()) continue;
    add_text(i, blocks[i], goes_on);
    last_block = blocks[i];
    goes_on = true;
  }
  for (HtmlLine& line : lines_) line.text = trimmed(line.text);
  std::erase_if(lines_,
                [](const HtmlLine& line) { return line.text.empty() && line.footnotes.empty(); });
}

void HtmlPage::add_text(std::size_t node, std::size_t block, bool goes_on) {
  if (!goes_on) {
    HtmlLine line;
    line.number = tree_[node].line;
    line.node = node;
    line.cell = is_cell(block) ? block : 0;
    for (std::size_t up = block; line.cell == 0 && up != 0; up = tree_[up].parent) {
      if (is_cell(up)) line.cell = up;
    }
    lines_.push_back(std::move(line));
  }
  HtmlLine& line = lines_.back();
  bool raised = false;
  for (std::size_t up = tree_[node].parent; up != block && up != 0; up = tree_[up].parent) {
    raised = raised || tree_[up].name == "sup";
    if (tree_[up].name == "a" && line.cik.empty()) line.cik = cik_in_link(tree_[up].link);
  }
  if (raised) {
    const std::vector<FootnoteId> marks = marks_in(tree_[node].text);
    for (const FootnoteId& id : marks) {
      const bool known =
          std::find(line.footnotes.begin(), line.footnotes.end(), id) != line.footnotes.end();
      if (!known) line.footnotes.push_back(id);
    }
    if (!marks.empty()) return;
  }
  std::string text = with_plain_blanks(tree_[node].text);
  if (!line.text.empty() && line.text.back() == ' ' && text.front() == ' ') text.erase(0, 1);
  line.text += text;
}

bool HtmlPage::is_cell(std::size_t node) const {
  return tree_[node].name == "td" || tree_[node].name == "th";
}

std::size_t HtmlPage::around(std::size_t node, std::string_view name) const {
  while (node != 0 && (node = tree_[node].parent) != 0) {
    if (tree_[node].name == name) return node;
  }
  return 0;
}

std::vector<std::size_t> HtmlPage::rows_of(std::size_t table) const {
  std::vector<std::size_t> rows;
  for (std::size_t i = table + 1; i < tree_[table].end; ++i) {
    if (tree_[i].name == "table") {
      i = tree_[i].end - 1;
    } else if (tree_[i].name == "tr") {
      rows.push_back(i);
    }
  }
  return rows;
}

std::vector<std::size_t> HtmlPage::cells_of(std::size_t row) const {
  std::vector<std::size_t> cells;
  for (std::size_t i = row + 1; i < tree_[row].end; ++i) {
    if (!is_cell(i)) continue;
    cells.push_back(i);
    i = tree_[i].end - 1;
  }
  return cells;
}

std::pair<std::size_t, std::size_t> HtmlPage::lines_in(std::size_t element) const {
  const auto before = [](const HtmlLine& line, std::size_t node) { return line.node < node; };
  const auto first = std::lower_bound(lines_.begin(), lines_.end(), element, before);
  const auto last = std::lower_bound(first, lines_.end(), tree_[element].end, before);
  return {static_cast<std::size_t>(first - lines_.begin()),
          static_cast<std::size_t>(last - lines_.begin())};
}

PrintedCell HtmlPage::text_in(std::size_t element) const {
  PrintedCell cell;
  const auto [first, last] = lines_in(element);
  for (std::size_t i = first; i < last; ++i) {
    if (!cell.text.empty() && !lines_[i].text.empty()) cell.text.push_back(' ');
    cell.text += lines_[i].text;
    for (const FootnoteId& id : lines_[i].footnotes) {
      const bool known =
          std::find(cell.footnotes.begin(), cell.footnotes.end(), id) != cell.footnotes.end();
      if (!known) cell.footnotes.push_back(id);
    }
  }
  return cell;
}

std::string HtmlPage::text_of(std::size_t element) const {
  std::string text;
  for (std::size_t i = element + 1; i < tree_[element].end; ++i) {
    text += with_plain_blanks(tree_[i].text);
  }
  return collapsed(text);
}

std::size_t HtmlPage::cell_before(std::size_t cell) const {
  const std::size_t row = around(cell, "tr");
  if (row == 0) return 0;
  std::size_t before = 0;
  for (const std::size_t other : cells_of(row)) {
    if (other == cell) return before;
    before = other;
  }
  return 0;
}

bool HtmlPage::has_tick(std::size_t element) const {
  if (element == 0) return false;
  for (std::size_t i = element; i < tree_[element].end; ++i) {
    if (tree_[i].ticked) return true;
  }
  return same_ignoring_case(text_in(element).text, "X");
}

}  // namespace stakebook
