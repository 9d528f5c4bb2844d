// Footnotes of a printed form: explanation = *( chunk ), a chunk being lines between blank lines.
//
//   (1)  text of one            a number and its text; lines below go on
//        goes on
//
//        text of two, whose     the number stands in the middle line, as browsers centre it:
//   (2)  number is centred      a chunk with one number, its other lines indented behind it
//        in the margin
//
//   text of three               the number stands behind its text, and has none of its own
//    - (3)
//
// Numbers count up from 1 without gaps, so a line of text that begins with "(2)" is not taken for
// a footnote of its own unless it is the next. A chunk without a number goes on with the footnote
// above, unless the next number has no text of its own. Where numbers share a chunk and text could
// belong to either, none of it is read as a footnote.
#include <algorithm>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

struct NoteLine {
  int number = 0;  // of the line
  std::size_t indent = 0;
  std::string text;  // trimmed
  int mark = 0;      // the footnote's number it starts with; 0 for none
  std::string own;   // the text behind the mark
};

// Taking the list's dash off, "(12)" or "⁽¹²⁾" at the start.
int mark_at_start(std::string_view text, std::string& own) {
  if (text.size() > 2 && (text[0] == '-' || text[0] == '*') && text[1] == ' ') {
    text = trimmed_text(text.substr(2));
  }
  std::size_t close = text.find(')');
  std::size_t length = 1;
  if (const std::size_t raised = text.find("\xE2\x81\xBE"); raised < close) {
    close = raised;
    length = 3;
  }
  if (close > 20) return 0;  // too far for a number, or none at all (npos)
  const PrintedCell cell = printed_cell(text.substr(0, close + length), {true, 99});
  if (!cell.text.empty() || cell.footnotes.size() != 1) return 0;
  own = collapsed_fast(trimmed_text(text.substr(close + length)));
  return parse_digits(std::string_view(cell.footnotes.front()).substr(1)).value_or(0);
}

using Chunk = std::vector<NoteLine>;

class FootnoteReader {
 public:
  explicit FootnoteReader(Filing& filing) : filing_(filing) {}

  void read(Chunk chunk) {
    const bool unsure_start = drop_boilerplate(chunk);
    if (chunk.empty()) return;
    if (chunk.size() == 1 && starts_with_ignoring_case(chunk[0].text, "No securities are ben")) {
      tick(filing_.document.no_securities_owned);
      return;
    }
    const std::vector<std::size_t> marks = numbered_lines(chunk);
    if (marks.empty()) {
      for (const NoteLine& line : chunk) pending_.push_back(line);
      return;
    }
    const bool several_inside = marks.size() > 1 && (marks[0] != 0 || is_centred(chunk, marks));
    if (unsure_start || several_inside) {
      read_crowded(chunk, marks);
    } else if (marks[0] != 0) {
      read_single(chunk, marks[0]);
    } else {
      read_in_order(chunk, marks);
    }
  }

  int last() const { return last_; }

  void finish() {
    if (!pending_.empty()) go_on();
    for (const NoteLine& line : pending_) keep(line);
    pending_.clear();
  }

 private:
  // The lines whose numbers continue the count.
  std::vector<std::size_t> numbered_lines(const Chunk& chunk) const {
    std::vector<std::size_t> result;
    int expected = last_ + 1;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      if (chunk[i].mark != expected) continue;
      result.push_back(i);
      ++expected;
    }
    return result;
  }

  // Takes the form's own two notes off. True where lines are left before the first number: they go
  // on with a note, or begin a footnote whose number is centred.
  bool drop_boilerplate(Chunk& chunk) const {
    const auto is_note = [](const NoteLine& line) { return holds_form_note(line.text); };
    const auto first = std::find_if(chunk.begin(), chunk.end(), is_note);
    if (first == chunk.end()) return false;
    const auto mark = std::find_if(first, chunk.end(),
                                   [&](const NoteLine& line) { return line.mark == last_ + 1; });
    if (mark == chunk.end()) {
      chunk.clear();
      return false;
    }
    const auto last =
        std::find_if(std::make_reverse_iterator(mark), std::make_reverse_iterator(first), is_note);
    const bool unsure = last.base() != mark;
    chunk.erase(chunk.begin(), last.base());
    return unsure;
  }

  static bool is_centred(const Chunk& chunk, const std::vector<std::size_t>& marks) {
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      const bool numbered = std::find(marks.begin(), marks.end(), i) != marks.end();
      if (!numbered && chunk[i].indent >= chunk[marks[0]].indent + 3) return true;
    }
    return false;
  }

  // One number, with lines above it.
  void read_single(const Chunk& chunk, std::size_t mark) {
    const NoteLine& marked = chunk[mark];
    const bool indented = std::all_of(chunk.begin(), chunk.end(), [&](const NoteLine& line) {
      return &line == &marked || line.indent >= marked.indent + 3;
    });
    const bool number_behind = marked.own.empty() && mark + 1 == chunk.size();
    if (!indented && !number_behind) {
      pending_.insert(pending_.end(), chunk.begin(),
                      chunk.begin() + static_cast<std::ptrdiff_t>(mark));
      return read_in_order({chunk.begin() + static_cast<std::ptrdiff_t>(mark), chunk.end()}, {0});
    }
    go_on();
    std::vector<std::string_view> parts;
    for (const NoteLine& line : chunk) parts.push_back(&line == &marked ? line.own : line.text);
    add(marked, joined_wrapped(parts));
  }

  // Numbers each in front of its text.
  void read_in_order(const Chunk& chunk, const std::vector<std::size_t>& marks) {
    if (chunk[0].own.empty() && marks.size() == 1 && chunk.size() == 1 && takes_pending()) {
      std::vector<std::string_view> parts;
      for (const NoteLine& line : pending_) parts.push_back(line.text);
      const std::string text = joined_wrapped(parts);
      pending_.clear();
      return add(chunk[0], text);
    }
    go_on();
    for (std::size_t k = 0; k < marks.size(); ++k) {
      const std::size_t stop = k + 1 < marks.size() ? marks[k + 1] : chunk.size();
      std::vector<std::string_view> parts = {chunk[marks[k]].own};
      for (std::size_t i = marks[k] + 1; i < stop; ++i) parts.push_back(chunk[i].text);
      add(chunk[marks[k]], joined_wrapped(parts));
    }
  }

  // Numbers that share a chunk and may be centred: only lines between numbers that follow each
  // other at once are certain.
  void read_crowded(const Chunk& chunk, const std::vector<std::size_t>& marks) {
    go_on();
    for (std::size_t k = 0; k < marks.size(); ++k) {
      const bool alone_above = marks[k] == (k == 0 ? 0 : marks[k - 1] + 1);
      const bool alone_below = marks[k] + 1 == (k + 1 < marks.size() ? marks[k + 1] : chunk.size());
      if (alone_above && alone_below) {
        add(chunk[marks[k]], chunk[marks[k]].own);
      } else {
        ++last_;
        filing_.diagnostics.push_back({"printed-footnote-unread", Severity::warning,
                                       "it is not certain which lines belong to footnote " +
                                           std::to_string(chunk[marks[k]].mark),
                                       "line " + std::to_string(chunk[marks[k]].number)});
        keep(chunk[marks[k]]);
      }
    }
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      if (std::find(marks.begin(), marks.end(), i) == marks.end()) keep(chunk[i]);
    }
  }

  bool takes_pending() const {
    const auto& footnotes = filing_.document.footnotes;
    return !pending_.empty() && (footnotes.empty() || !footnotes.back().text.empty());
  }

  // What stood without a number goes on with the footnote above it.
  void go_on() {
    auto& footnotes = filing_.document.footnotes;
    if (pending_.empty() || footnotes.empty()) {
      for (const NoteLine& line : pending_) keep(line);
      pending_.clear();
      return;
    }
    std::vector<std::string_view> parts = {footnotes.back().text};
    for (const NoteLine& line : pending_) parts.push_back(line.text);
    footnotes.back().text = joined_wrapped(parts);
    pending_.clear();
  }

  void add(const NoteLine& marked, std::string text) {
    last_ = marked.mark;
    filing_.document.footnotes.push_back({"F" + std::to_string(marked.mark), std::move(text)});
  }

  void keep(const NoteLine& line) {
    filing_.document.unread.push_back({"line " + std::to_string(line.number), line.text});
  }

  Filing& filing_;
  int last_ = 0;
  Chunk pending_;
};

NoteLine note_line(const PrintedLine& line) {
  NoteLine result;
  result.number = line.number;
  result.indent = line.text.find_first_not_of(" \t");
  result.text = collapsed_fast(trimmed_text(line.text));
  result.mark = mark_at_start(trimmed_text(line.text), result.own);
  return result;
}

}  // namespace

bool holds_form_note(std::string_view text) {
  while (!text.empty() && (text.front() == '-' || text.front() == '*' || is_space(text.front()))) {
    text.remove_prefix(1);
  }
  return starts_with_ignoring_case(text, "If the form is filed by more than one") ||
         starts_with_ignoring_case(text, "Intentional misstatements or omissions");
}

int read_footnotes(const PrintedPage& page, const PrintedSections& sections, Filing& filing) {
  FootnoteReader reader(filing);
  Chunk chunk;
  for (std::size_t i = sections.explanation.begin; i < sections.explanation.end; ++i) {
    if (is_blank_print(page.lines[i].text)) {
      if (!chunk.empty()) reader.read(std::move(chunk));
      chunk.clear();
    } else {
      chunk.push_back(note_line(page.lines[i]));
    }
  }
  if (!chunk.empty()) reader.read(std::move(chunk));
  reader.finish();
  return reader.last();
}

void read_remarks(const PrintedPage& page, const PrintedSections& sections, bool keeps_columns,
                  Filing& filing) {
  const PrintedArea area = sections.remarks;
  std::size_t filled = 0;
  for (std::size_t i = area.begin; i < area.end; ++i) {
    filled += is_blank_print(page.lines[i].text) ? 0 : 1;
  }
  if (!keeps_columns && filled > 2) {
    const auto place = [&](std::size_t i) {
      return "line " + std::to_string(page.lines[i].number);
    };
    filing.diagnostics.push_back({"printed-line-unread", Severity::warning,
                                  "the lines of the remarks may be cut within words",
                                  place(area.begin)});
    for (std::size_t i = area.begin; i < area.end; ++i) {
      if (is_blank_print(page.lines[i].text)) continue;
      filing.document.unread.push_back({place(i), collapsed_fast(page.lines[i].text)});
    }
    return;
  }
  std::vector<std::string_view> parts;
  for (std::size_t i = area.begin; i < area.end; ++i) {
    std::string_view text = trimmed_text(page.lines[i].text);
    if (i == area.begin) text.remove_prefix(std::string_view("Remarks:").size());
    parts.push_back(text);
  }
  set_text(filing.document.remarks, joined_wrapped(parts));
}

}  // namespace stakebook
