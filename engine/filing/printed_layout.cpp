#include "filing/printed_layout.h"

#include <algorithm>

#include "value/text.h"

namespace stakebook {
namespace {

std::vector<std::string_view> box_numbers(Table table, int form) {
  if (table == Table::non_derivative) {
    if (form == 3) return {"1.", "2.", "3.", "4."};
    return {"1.", "2.", "2A.", "3.", "4.", "5.", "6.", "7."};
  }
  if (form == 3) return {"1.", "2.", "3.", "4.", "5.", "6."};
  return {"1.", "2.", "3.", "3A.", "4.", "5.", "6.", "7.", "8.", "9.", "10.", "11."};
}

// The column where each box starts; empty where the line does not number the boxes of the form.
std::vector<std::size_t> box_starts(const GridLine& line, const TableArea& area) {
  std::vector<std::size_t> starts;
  std::size_t at = 0;
  for (const std::string_view number : box_numbers(area.table, area.form)) {
    for (;; ++at) {
      at = line.text.find(number, at);
      if (at == std::string_view::npos) return {};
      if (at == 0 || is_space(line.text[at - 1])) break;
    }
    starts.push_back(line.columns.column_of(at));
    at += number.size();
  }
  starts.push_back(ColumnText::end);
  return starts;
}

// The first column at or after `span.from` where a head's word starts; nullopt where it is not.
std::optional<ColumnSpan> head_word(std::span<const GridLine> heads, ColumnSpan span,
                                    std::string_view word) {
  for (auto line = heads.rbegin(); line != heads.rend(); ++line) {
    for (std::size_t at = line->text.find(word); at != std::string_view::npos;
         at = line->text.find(word, at + 1)) {
      const std::size_t from = line->columns.column_of(at);
      const std::size_t to = from + word.size();
      if (from >= span.from && to <= span.to && line->columns.blank_at(to) &&
          (from == 0 || line->columns.blank_at(from - 1))) {
        return ColumnSpan{from, to};
      }
    }
  }
  return std::nullopt;
}

bool is_head_line(std::string_view text) {
  for (const std::string_view sign : {"(Instr.", "(A)", "(D)", "(I)", "Exercisable", "Day/Year)",
                                      "Amount or", "Number of", "  Price", " Code "}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

bool is_letter_at(const GridLine& line, std::size_t column, std::string_view letters) {
  const std::string_view here = line.columns.slice(column, column + 1);
  return here.size() == 1 && letters.find(here) != std::string_view::npos &&
         line.columns.blank_at(column + 1) && (column == 0 || line.columns.blank_at(column - 1));
}

class LayoutFinder {
 public:
  LayoutFinder(std::span<const GridLine> lines, const TableArea& area)
      : lines_(lines), area_(area) {}

  std::optional<GridLayout> find() {
    if (!lines_.empty()) starts_ = box_starts(lines_.front(), area_);
    if (starts_.empty()) return std::nullopt;
    place_boxes();
    layout_.body = find_body();
    heads_ = lines_.first(layout_.body);
    place_columns();
    return std::move(layout_);
  }

 private:
  ColumnSpan box(std::size_t index) const { return {starts_[index], starts_[index + 1]}; }

  // Boxes that are one column each, and the whole of those that are several.
  void place_boxes() {
    using enum PrintedColumn;
    const bool initial = area_.form == 3;
    layout_[title] = box(0);
    if (area_.table == Table::non_derivative) {
      layout_[date] = initial ? ColumnSpan{} : box(1);
      layout_[deemed_date] = initial ? ColumnSpan{} : box(2);
      layout_[owned] = box(initial ? 1 : 5);
      layout_[ownership] = box(initial ? 2 : 6);
      layout_[nature] = box(initial ? 3 : 7);
    } else if (initial) {
      layout_[conversion_price] = box(3);
      layout_[ownership] = box(4);
      layout_[nature] = box(5);
    } else {
      layout_[conversion_price] = box(1);
      layout_[date] = box(2);
      layout_[deemed_date] = box(3);
      layout_[price] = box(8);
      layout_[owned] = box(9);
      layout_[ownership] = box(10);
      layout_[nature] = box(11);
    }
  }

  // The first line behind the heads: that of the first row, or of what follows a blank line.
  std::size_t find_body() const {
    std::size_t anchor = 0;
    while (anchor < lines_.size() && !layout_.is_anchor(lines_[anchor])) ++anchor;
    const bool has_rows = anchor < lines_.size();
    std::size_t body = 0;
    for (std::size_t i = 0; i < anchor; ++i) {
      if (is_head_line(lines_[i].text)) body = i + 1;
      if (has_rows || body == 0 || !is_blank_print(lines_[i].text)) continue;
      const std::size_t next = next_filled(i);
      if (!heads_go_on(next)) break;
      i = next - 1;
    }
    // Lines of the heads' last words ("Shares") stand before the blank line, where there is one.
    for (std::size_t i = body; i < anchor; ++i) {
      if (is_blank_print(lines_[i].text)) return i;
    }
    return body;
  }

  std::size_t next_filled(std::size_t line) const {
    while (line < lines_.size() && is_blank_print(lines_[line].text)) ++line;
    return line;
  }

  bool heads_go_on(std::size_t line) const {
    for (; line < lines_.size() && !is_blank_print(lines_[line].text); ++line) {
      if (is_head_line(lines_[line].text)) return true;
    }
    return false;
  }

  void place_columns() {
    using enum PrintedColumn;
    const bool initial = area_.form == 3;
    if (area_.table == Table::non_derivative) {
      if (initial) return;
      place_code(box(3));
      place_letter(box(4));
      return;
    }
    if (!initial) {
      place_code(box(4));
      place_sides(box(5));
    }
    split_by_head(box(initial ? 1 : 6), "Expiration", exercisable, expiration);
    split_by_head(box(initial ? 2 : 7), "Amount", underlying_title, underlying_amount);
  }

  // Form 5 has no column V.
  void place_code(ColumnSpan span) {
    const auto early = head_word(heads_, span, "V");
    layout_[PrintedColumn::code] = {span.from, early ? early->from : span.to};
    if (early) layout_[PrintedColumn::early] = {early->from, span.to};
  }

  // Amount, letter, price: the letters of all rows stand in one column.
  void place_letter(ColumnSpan span) {
    std::optional<std::size_t> place;
    for (std::size_t i = layout_.body; i < lines_.size(); ++i) {
      const std::size_t to = std::min(span.to, lines_[i].columns.width());
      for (std::size_t column = span.from; column < to; ++column) {
        if (!is_letter_at(lines_[i], column, "AD")) continue;
        if (place && *place != column) return leave_uncertain(span);
        place = column;
      }
    }
    if (!place) return leave_uncertain(span);
    layout_[PrintedColumn::amount] = {span.from, *place};
    layout_[PrintedColumn::letter] = {*place, *place + 2};
    layout_[PrintedColumn::price] = {*place + 2, span.to};
  }

  void leave_uncertain(ColumnSpan span) { layout_.uncertain.push_back(span); }

  // Box 5 of Table II: the number stands under (A) or under (D).
  void place_sides(ColumnSpan span) {
    layout_.acquired_head = head_word(heads_, span, "(A)");
    layout_.disposed_head = head_word(heads_, span, "(D)");
    layout_[PrintedColumn::amount] = span;
  }

  void split_by_head(ColumnSpan span, std::string_view second_head, PrintedColumn first,
                     PrintedColumn second) {
    const auto head = head_word(heads_, span, second_head);
    if (!head) return leave_uncertain(span);
    layout_[first] = {span.from, head->from};
    layout_[second] = {head->from, span.to};
  }

  std::span<const GridLine> lines_;
  std::span<const GridLine> heads_;
  TableArea area_;
  std::vector<std::size_t> starts_;
  GridLayout layout_;
};

}  // namespace

bool GridLayout::has_letter(const GridLine& line) const {
  const std::string_view letter = text_of(line, PrintedColumn::ownership);
  const bool stands_alone =
      letter.size() == 1 || (letter.size() > 1 && (letter[1] == ' ' || letter[1] == '^'));
  return stands_alone && (letter.front() == 'D' || letter.front() == 'I');
}

bool GridLayout::has_date(const GridLine& line) const {
  std::string_view text = text_of(line, PrintedColumn::date);
  text = text.substr(0, text.find_first_of(" ^"));
  return Date::parse_american(text).has_value();
}

std::optional<GridLayout> grid_layout(std::span<const GridLine> lines, const TableArea& area) {
  return LayoutFinder(lines, area).find();
}

}  // namespace stakebook
