// Rows of a table whose columns are kept apart by blanks, as text browsers print them.
//
//                                                         $
//   Class A Common Stock  07/02/2012         6,900  D     106.0352  71,767      I
//                                                         ^(6)
//
// A row is the lines between blank lines that share one anchor: the letter in the ownership column
// or, where letters are lost, the date. Where several anchors share such lines, what stands on a
// line without one belongs to one or the other, and is doubtful for both. A cut through somebody's
// text makes both sides doubtful.
#include <algorithm>
#include <utility>

#include "filing/printed_layout.h"
#include "value/text.h"

namespace stakebook {
namespace {

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
    auto layout = grid_layout(lines_, area_);
    if (!layout) {
      for (const GridLine& line : lines_) keep_unread(line);
      return std::move(table_);
    }
    layout_ = *std::move(layout);
    for (std::size_t i = layout_.body; i < lines_.size() && !table_.too_many;) {
      std::size_t stop = i;
      while (stop < lines_.size() && !is_blank_print(lines_[stop].text)) ++stop;
      if (stop > i) read_chunk(i, stop);
      i = stop + 1;
    }
    return std::move(table_);
  }

 private:
  static constexpr std::size_t line_bytes_max = 4'000;

  void keep_unread(const GridLine& line) {
    if (!is_blank_print(line.text)) table_.unread.push_back({line.number, std::string(line.text)});
  }

  // Every row has one letter; where some letter was lost, its row is told by the date.
  std::vector<std::size_t> anchors_in(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> letters;
    std::vector<std::size_t> either;
    std::size_t dates = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (layout_.has_letter(lines_[i])) letters.push_back(i);
      if (layout_.has_date(lines_[i])) ++dates;
      if (layout_.is_anchor(lines_[i])) either.push_back(i);
    }
    return dates <= letters.size() ? letters : either;
  }

  // More lines with a title than rows, where a row was found by its date: some rows have neither
  // their letter in its column nor a date.
  bool hides_rows(std::size_t from, std::size_t to, const std::vector<std::size_t>& anchors) const {
    const bool by_letters = std::all_of(anchors.begin(), anchors.end(), [&](std::size_t line) {
      return layout_.has_letter(lines_[line]);
    });
    std::size_t titles = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (!layout_.text_of(lines_[i], PrintedColumn::title).empty()) ++titles;
    }
    return !by_letters && titles > anchors.size();
  }

  void read_chunk(std::size_t from, std::size_t to) {
    const std::vector<std::size_t> anchors = anchors_in(from, to);
    if (anchors.empty() || hides_rows(from, to, anchors)) {
      for (std::size_t i = from; i < to; ++i) keep_unread(lines_[i]);
      return;
    }
    const bool complete = anchors.size() == 1;
    if (table_.rows.size() + anchors.size() > rows_max_) {
      table_.too_many = true;
      return;
    }
    for (std::size_t k = 0; k < anchors.size(); ++k) {
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
      const ColumnSpan span = layout_.spans[c];
      if (span.empty()) continue;
      std::vector<std::string_view> parts;
      for (std::size_t i = from; i < to; ++i) {
        parts.push_back(lines_[i].columns.slice(span.from, span.to));
        if (cuts_text(lines_[i], span.from) || cuts_text(lines_[i], span.to)) {
          row.doubtful[c] = true;
        }
      }
      row.cells[c] = joined_wrapped(parts);
      if (c == static_cast<std::size_t>(PrintedColumn::title) && repeats(parts)) {
        row.doubtful[c] = true;
      }
    }
    read_side(from, to, row);
    // What is held indirectly has a nature, so a mark beside the letter may be that of its text.
    const std::string& letter = row[PrintedColumn::ownership];
    if (letter.size() > 1 && letter.front() == 'I' && row[PrintedColumn::nature].empty()) {
      row.is_doubtful(PrintedColumn::ownership) = true;
    }
    for (const ColumnSpan& span : layout_.uncertain) {
      for (std::size_t i = from; i < to; ++i) {
        const std::string_view text = lines_[i].columns.slice(span.from, span.to);
        if (!text.empty()) table_.unread.push_back({lines_[i].number, std::string(text)});
      }
    }
    return row;
  }

  // Equal lines of titles are those of several rows.
  static bool repeats(std::vector<std::string_view> parts) {
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    std::sort(parts.begin(), parts.end());
    return std::adjacent_find(parts.begin(), parts.end()) != parts.end();
  }

  static bool cuts_text(const GridLine& line, std::size_t column) {
    return column != 0 && column != ColumnText::end && !line.columns.blank_at(column - 1);
  }

  // Moves the number of box 5 to the side whose head it stands under; it stays where neither or
  // both are above it.
  void read_side(std::size_t from, std::size_t to, RawRow& row) const {
    const ColumnSpan span = layout_[PrintedColumn::amount];
    const auto& under_a = layout_.acquired_head;
    const auto& under_d = layout_.disposed_head;
    if (!under_a || !under_d || span.empty()) return;
    bool acquired = false;
    bool disposed = false;
    for (std::size_t i = from; i < to; ++i) {
      const std::size_t width = std::min(span.to, lines_[i].columns.width());
      for (std::size_t c = span.from; c < width; ++c) {
        if (lines_[i].columns.blank_at(c)) continue;
        acquired = acquired || (c >= under_a->from && c < under_a->to);
        disposed = disposed || (c >= under_d->from && c < under_d->to);
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
        const ColumnSpan span = layout_.spans[c];
        if (span.empty()) continue;
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
  GridLayout layout_;
  RawTable table_;
};

}  // namespace

RawTable read_column_table(const PrintedPage& page, const TableArea& area, std::size_t rows_max) {
  return GridReader(page, area, rows_max).read();
}

}  // namespace stakebook
