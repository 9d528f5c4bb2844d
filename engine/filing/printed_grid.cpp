// Tables whose columns are kept apart by blanks, as text browsers print them.
//
//   1.Title of Security   2.          2A. ...  4. Securities       5. Amount of   6. Ownership
//                                              Amount (D)   Price
//                                                           $
//   Class A Common Stock  07/02/2012           6,900  D     106.0352  71,767      I
//                                                           ^(6)
//
// The first line of the heads starts every box where its column starts, so a box's cells lie
// between its number and the next. Boxes with several columns are cut further: by the letter's own
// place (box 4 of Table I), or by the heads of the columns. A cut through somebody's text makes
// both sides doubtful. A row is the lines between blank lines that share one anchor: the letter in
// the ownership column or, where letters are lost, the date; where several anchors share such
// lines, what stands on a line without one belongs to one or the other, and is doubtful for both.
#include <algorithm>
#include <span>
#include <utility>

#include "filing/printed_table.h"
#include "value/text.h"

namespace stakebook {
namespace {

struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
};

struct GridLine {
  int number = 0;
  std::string_view text;
  ColumnText columns;
};

// Where each column of the table lies; {0, 0} for a column that the table has not.
struct Layout {
  std::array<Span, printed_columns_count> spans{};
  Span& operator[](PrintedColumn column) { return spans[static_cast<std::size_t>(column)]; }
  const Span& operator[](PrintedColumn column) const {
    return spans[static_cast<std::size_t>(column)];
  }
};

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
std::optional<Span> head_word(std::span<const GridLine> heads, Span span,
                              std::string_view word) {
  for (auto line = heads.rbegin(); line != heads.rend(); ++line) {
    for (std::size_t at = line->text.find(word); at != std::string_view::npos;
         at = line->text.find(word, at + 1)) {
      const std::size_t from = line->columns.column_of(at);
      const std::size_t to = from + word.size();
      if (from >= span.from && to <= span.to && line->columns.blank_at(to) &&
          (from == 0 || line->columns.blank_at(from - 1))) {
        return Span{from, to};
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

class GridReader {
 public:
  GridReader(const PrintedPage& page, const TableArea& area, std::size_t rows_max)
      : area_(area), rows_max_(rows_max) {
    for (std::size_t i = area.begin; i < area.end; ++i) {
      const PrintedLine& line = page.lines[i];
      if (line.text.size() > line_bytes_max) {
        table_.unread.push_back(line);
      } else {
        lines_.push_back({line.number, line.text, ColumnText(line.text)});
      }
    }
  }

  RawTable read() {
    if (!lines_.empty()) starts_ = box_starts(lines_.front(), area_);
    if (starts_.empty()) {
      for (const GridLine& line : lines_) keep_unread(line);
      return std::move(table_);
    }
    place_boxes();
    const std::size_t body = find_body();
    heads_ = std::span(lines_).first(body);
    place_columns(body);
    for (std::size_t i = body; i < lines_.size() && table_.rows.size() <= rows_max_;) {
      std::size_t stop = i;
      while (stop < lines_.size() && !is_blank_print(lines_[stop].text)) ++stop;
      if (stop > i) read_chunk(i, stop);
      i = stop + 1;
    }
    return std::move(table_);
  }

 private:
  static constexpr std::size_t line_bytes_max = 4'000;

  Span box(std::size_t index) const { return {starts_[index], starts_[index + 1]}; }

  void keep_unread(const GridLine& line) {
    if (!is_blank_print(line.text)) table_.unread.push_back({line.number, std::string(line.text)});
  }

  // Boxes that are one column each, and the whole of those that are several.
  void place_boxes() {
    using enum PrintedColumn;
    const bool initial = area_.form == 3;
    layout_[title] = box(0);
    if (area_.table == Table::non_derivative) {
      layout_[date] = initial ? Span{} : box(1);
      layout_[deemed_date] = initial ? Span{} : box(2);
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

  bool has_letter(const GridLine& line) const {
    const std::string_view letter = text_of(line, PrintedColumn::ownership);
    const bool stands_alone =
        letter.size() == 1 || (letter.size() > 1 && (letter[1] == ' ' || letter[1] == '^'));
    return stands_alone && (letter.front() == 'D' || letter.front() == 'I');
  }

  bool has_date(const GridLine& line) const {
    std::string_view text = text_of(line, PrintedColumn::date);
    text = text.substr(0, text.find_first_of(" ^"));
    return Date::parse_american(text).has_value();
  }

  bool is_anchor(const GridLine& line) const { return has_letter(line) || has_date(line); }

  // Every row has one letter; where some letter was lost, its row is told by the date.
  std::vector<std::size_t> anchors_in(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> letters;
    std::vector<std::size_t> either;
    std::size_t dates = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (has_letter(lines_[i])) letters.push_back(i);
      if (has_date(lines_[i])) ++dates;
      if (is_anchor(lines_[i])) either.push_back(i);
    }
    return dates <= letters.size() ? letters : either;
  }

  std::string_view text_of(const GridLine& line, PrintedColumn column) const {
    return line.columns.slice(layout_[column].from, layout_[column].to);
  }

  // The first line behind the heads: that of the first row, or of what follows a blank line.
  std::size_t find_body() const {
    std::size_t anchor = 0;
    while (anchor < lines_.size() && !is_anchor(lines_[anchor])) ++anchor;
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

  void place_columns(std::size_t body) {
    using enum PrintedColumn;
    const bool initial = area_.form == 3;
    if (area_.table == Table::non_derivative) {
      if (initial) return;
      place_code(box(3));
      place_letter(box(4), body);
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
  void place_code(Span span) {
    const auto early = head_word(heads_, span, "V");
    layout_[PrintedColumn::code] = {span.from, early ? early->from : span.to};
    if (early) layout_[PrintedColumn::early] = {early->from, span.to};
  }

  // Amount, letter, price: the letters of all rows stand in one column.
  void place_letter(Span span, std::size_t body) {
    std::optional<std::size_t> place;
    for (std::size_t i = body; i < lines_.size(); ++i) {
      const std::size_t to = std::min(span.to, lines_[i].columns.width());
      for (std::size_t column = span.from; column < to; ++column) {
        if (!is_letter_at(lines_[i], column, "AD")) continue;
        if (place && *place != column) return layout_uncertain(span);
        place = column;
      }
    }
    if (!place) return layout_uncertain(span);
    layout_[PrintedColumn::amount] = {span.from, *place};
    layout_[PrintedColumn::letter] = {*place, *place + 2};
    layout_[PrintedColumn::price] = {*place + 2, span.to};
  }

  void layout_uncertain(Span span) { uncertain_.push_back(span); }

  // Box 5 of Table II: the number stands under (A) or under (D).
  void place_sides(Span span) {
    acquired_head_ = head_word(heads_, span, "(A)");
    disposed_head_ = head_word(heads_, span, "(D)");
    layout_[PrintedColumn::amount] = span;
  }

  void split_by_head(Span span, std::string_view second_head, PrintedColumn first,
                     PrintedColumn second) {
    const auto head = head_word(heads_, span, second_head);
    if (!head) return layout_uncertain(span);
    layout_[first] = {span.from, head->from};
    layout_[second] = {head->from, span.to};
  }

  void read_chunk(std::size_t from, std::size_t to) {
    const std::vector<std::size_t> anchors = anchors_in(from, to);
    if (anchors.empty()) {
      for (std::size_t i = from; i < to; ++i) keep_unread(lines_[i]);
      return;
    }
    const bool complete = anchors.size() == 1;
    for (std::size_t k = 0; k < anchors.size() && table_.rows.size() <= rows_max_; ++k) {
      const std::size_t first = k == 0 ? from : anchors[k];
      const std::size_t last = k + 1 == anchors.size() ? to : anchors[k] + 1;
      RawRow row = read_row(first, last, anchors[k]);
      if (!complete && k > 0) doubt_lines(anchors[k - 1] + 1, anchors[k], row);
      if (!complete && k + 1 < anchors.size()) doubt_lines(anchors[k] + 1, anchors[k + 1], row);
      table_.rows.push_back(std::move(row));
    }
    for (std::size_t k = 0; k + 1 < anchors.size(); ++k) {
      for (std::size_t i = anchors[k] + 1; i < anchors[k + 1]; ++i) keep_unread(lines_[i]);
    }
  }

  RawRow read_row(std::size_t from, std::size_t to, std::size_t anchor) {
    RawRow row;
    row.line = lines_[anchor].number;
    for (std::size_t c = 0; c < printed_columns_count; ++c) {
      const Span span = layout_.spans[c];
      if (span.from == span.to) continue;
      std::vector<std::string_view> parts;
      for (std::size_t i = from; i < to; ++i) {
        parts.push_back(lines_[i].columns.slice(span.from, span.to));
        if (cuts_text(lines_[i], span.from) || cuts_text(lines_[i], span.to)) {
          row.doubtful[c] = true;
        }
      }
      row.cells[c] = joined_wrapped(parts);
    }
    read_side(from, to, row);
    for (const Span& span : uncertain_) {
      for (std::size_t i = from; i < to; ++i) {
        const std::string_view text = lines_[i].columns.slice(span.from, span.to);
        if (!text.empty()) table_.unread.push_back({lines_[i].number, std::string(text)});
      }
    }
    return row;
  }

  static bool cuts_text(const GridLine& line, std::size_t column) {
    return column != 0 && column != ColumnText::end && !line.columns.blank_at(column - 1);
  }

  // Moves the number of box 5 to the side whose head it stands under; it stays where neither or
  // both are above it.
  void read_side(std::size_t from, std::size_t to, RawRow& row) const {
    const Span span = layout_[PrintedColumn::amount];
    if (!acquired_head_ || !disposed_head_ || span.from == span.to) return;
    bool acquired = false;
    bool disposed = false;
    for (std::size_t i = from; i < to; ++i) {
      const std::size_t width = std::min(span.to, lines_[i].columns.width());
      for (std::size_t c = span.from; c < width; ++c) {
        if (lines_[i].columns.blank_at(c)) continue;
        acquired = acquired || (c >= acquired_head_->from && c < acquired_head_->to);
        disposed = disposed || (c >= disposed_head_->from && c < disposed_head_->to);
      }
    }
    if (acquired == disposed) return;
    const PrintedColumn side = acquired ? PrintedColumn::acquired : PrintedColumn::disposed;
    row[side] = std::exchange(row[PrintedColumn::amount], {});
    row.is_doubtful(side) = row.is_doubtful(PrintedColumn::amount);
  }

  // Columns in which lines between two anchors hold something are doubtful.
  void doubt_lines(std::size_t from, std::size_t to, RawRow& row) const {
    for (std::size_t i = from; i < to; ++i) {
      for (std::size_t c = 0; c < printed_columns_count; ++c) {
        const Span span = layout_.spans[c];
        if (span.from == span.to) continue;
        if (!lines_[i].columns.slice(span.from, span.to).empty()) row.doubtful[c] = true;
      }
    }
    using enum PrintedColumn;
    const bool sides = row.is_doubtful(amount);
    if (sides) row.is_doubtful(acquired) = row.is_doubtful(disposed) = true;
  }

  TableArea area_;
  std::size_t rows_max_;
  std::vector<GridLine> lines_;
  std::span<const GridLine> heads_;
  std::vector<std::size_t> starts_;
  Layout layout_;
  std::vector<Span> uncertain_;
  std::optional<Span> acquired_head_;
  std::optional<Span> disposed_head_;
  RawTable table_;
};

}  // namespace

RawTable read_column_table(const PrintedPage& page, const TableArea& area, std::size_t rows_max) {
  return GridReader(page, area, rows_max).read();
}

}  // namespace stakebook
