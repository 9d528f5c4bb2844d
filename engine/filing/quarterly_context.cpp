#include "filing/quarterly_context.h"

#include <algorithm>

#include "filing/source_text.h"
#include "value/text.h"

namespace stakebook {
namespace {

// A place in one number, as the index of footnotes keeps it: the table above, the line below.
constexpr unsigned line_bits = 32;

std::size_t offset_of(QuarterlyTable table, std::uint32_t line) {
  return (static_cast<std::size_t>(table) << line_bits) + line;
}

bool separates_ids(char c) { return c == ',' || c == ';' || is_space(c); }

}  // namespace

void QuarterlyContext::enter(QuarterlyTable table, const QuarterlyLine& line) {
  table_ = table;
  offset_ = offset_of(table, line.number);
  split_cells(index(table).text_of(line), cells_);
}

std::string QuarterlyContext::place_of(std::size_t offset) const {
  const auto table = static_cast<QuarterlyTable>(offset >> line_bits);
  const std::size_t line = offset & ((std::size_t{1} << line_bits) - 1);
  const std::string file = std::string(name_of(table)) + ".tsv";
  return line == 0 ? file : file + ", line " + std::to_string(line);
}

void QuarterlyContext::say_at(std::size_t offset, const char* code, Severity severity,
                              const std::string& message) {
  if (filing_.diagnostics.size() >= limits_.findings_max) {
    return refuse("more than " + std::to_string(limits_.findings_max) +
                  " things in it are out of order");
  }
  filing_.diagnostics.push_back({code, severity, message, place_of(offset)});
}

void QuarterlyContext::say(const char* code, Severity severity, const std::string& message) {
  const bool named = subject_.row != 0 || subject_.element != Element::unknown;
  say_at(offset_, code, severity, named ? subject_.to_text() + ": " + message : message);
}

void QuarterlyContext::refuse(const std::string& message) {
  if (refusal_) return;
  refusal_ = {"limit-exceeded", Severity::error,
              message + ", which no filing has; check where the tables come from",
              place_of(offset_)};
}

std::string_view QuarterlyContext::as_utf8(std::string_view text) {
  if (is_utf8(text)) return text;
  const auto is_told = [](const Diagnostic& one) { return one.code == "encoding-repaired"; };
  if (std::none_of(filing_.diagnostics.begin(), filing_.diagnostics.end(), is_told)) {
    say("encoding-repaired", Severity::note, "the text is not UTF-8 and is read as Windows-1252");
  }
  OffsetMap ignored;
  return converted_.emplace_back(utf8_from_windows1252(text, ignored));
}

std::string_view QuarterlyContext::cell(std::size_t position) {
  if (position >= cells_.size()) return {};
  const std::string_view text = trimmed(cells_[position]);
  if (text.size() > limits_.text_max) {
    refuse("it has more than " + std::to_string(limits_.text_max) + " characters in one text");
    return {};
  }
  return trimmed_text(as_utf8(text));
}

template <class T>
void QuarterlyContext::interpret_cell(std::string_view text, Field<T>& field) {
  interpret(text, field, [this](const char* code, Severity severity, const std::string& message) {
    say(code, severity, message);
  });
}

void QuarterlyContext::interpret_cell(std::string_view text, Field<Date>& field) {
  const QuarterlyDate reading = quarterly_date_from(text, witnesses_);
  field.value = reading.value;
  if (!reading.value || reading.value->to_text() != text) field.as_filed = collapsed_fast(text);
  if (!reading.value) {
    return say("date-unreadable", Severity::error,
               in_quotes(text) + " is no date of the form DD-MON-YYYY; the field has no value");
  }
  if (reading.year_repaired) {
    say("year-repaired", Severity::warning,
        in_quotes(text) + " is read as " + reading.value->to_text() +
            ", which fits the period of report and the filing date");
  } else if (reading.repaired && !field.as_filed.empty()) {
    say("date-repaired", Severity::warning,
        in_quotes(text) + " is read as " + reading.value->to_text());
  }
  if (is_impossible_year(*reading.value)) {
    say("year-impossible", Severity::warning,
        reading.value->to_text() + " lies before 1990 or after 2100; it is kept as reported");
  }
}

template <class T>
void QuarterlyContext::read(Element element, Field<T>& field) {
  set_element(element);
  const std::string_view text = cell(header().value(element));
  if (!text.empty()) {
    field.presence = Presence::given;
    interpret_cell(text, field);
  }
  read_footnote_ids(header().footnotes(element), field.footnotes);
}

void QuarterlyContext::read(Element element, Field<std::string>& field, const KnownCodes& known) {
  read(element, field);
  check_code(field, known, [this](const char* code, Severity severity, const std::string& message) {
    say(code, severity, message);
  });
}

void QuarterlyContext::read_footnote_ids(std::size_t position, std::vector<FootnoteId>& footnotes) {
  static constexpr std::size_t references_max = 1'000;  // EDGAR's own limit is 99
  std::string_view text = cell(position);
  while (!text.empty()) {
    const auto end = static_cast<std::size_t>(
        std::find_if(text.begin(), text.end(), separates_ids) - text.begin());
    const std::string_view id = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (id.empty()) continue;
    footnotes_.cite(id, offset_, subject_);
    if (std::find(footnotes.begin(), footnotes.end(), id) != footnotes.end()) {
      say("footnote-repeated", Severity::note,
          "the footnote " + std::string(id.substr(0, 60)) +
              " is cited twice by one field; once is kept");
      continue;
    }
    if (footnotes.size() >= references_max) return refuse("one field cites too many footnotes");
    footnotes.emplace_back(id);
  }
}

void QuarterlyContext::keep_unread(const std::string& column, std::string_view text,
                                   std::size_t number) {
  std::string path(name_of(table_));
  if (number != 0) path.append("[").append(std::to_string(number)).append("]");
  document().unread.push_back({path.append("/").append(column), collapsed_fast(text)});
}

void QuarterlyContext::keep_unknown_columns(std::size_t number) {
  for (const QuarterlyHeader::Unknown& column : header().unknown()) {
    const std::string_view text = cell(column.position);
    if (text.empty()) continue;
    const std::string name = column.name.empty() ? "column " + std::to_string(column.position + 1)
                                                 : std::string(as_utf8(column.name));
    keep_unread(name, text, number);
    const std::pair told(table_, column.position);
    if (std::find(columns_told_.begin(), columns_told_.end(), told) != columns_told_.end())
      continue;
    columns_told_.push_back(told);
    set_element(Element::unknown);
    say("tables-column-unread", Severity::warning,
        "the column " + in_quotes(name) + " of " + std::string(name_of(table_)) +
            " is not known; what it holds is kept unread");
  }
}

template void QuarterlyContext::read(Element, Field<std::string>&);
template void QuarterlyContext::read(Element, Field<bool>&);
template void QuarterlyContext::read(Element, Field<Date>&);
template void QuarterlyContext::read(Element, Field<Shares>&);
template void QuarterlyContext::read(Element, Field<Price>&);
template void QuarterlyContext::read(Element, Field<Money>&);

}  // namespace stakebook
