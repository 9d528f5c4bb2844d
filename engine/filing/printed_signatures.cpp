// Signatures: the lines above each "Signature of Reporting Person" hold a name and a date.
//
//   David C. Wang, as attorney-in-fact for         the name may go on over lines,
//   Matthew B. Foster                              the date stand on a line of its own
//   11/21/2007
//
//   AVENUE CAPITAL MANAGEMENT II, L.P. By: ...     06/12/     or in a column beside the name,
//   Attorney-in-Fact for Marc Lasry                2020       cut where the column was narrow
#include <algorithm>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t signature_line_bytes_max = 4'000;

using Lines = std::vector<const PrintedLine*>;

bool starts_date(std::string_view text) {
  return text.size() >= 3 && is_digit(text.front()) && text.find('/') != std::string_view::npos &&
         text.find_first_not_of("0123456789/") == std::string_view::npos;
}

// The column where a date, or its first piece, stands beside a name.
std::optional<std::size_t> date_column(const Lines& lines) {
  for (const PrintedLine* line : lines) {
    const std::string_view text = line->text;
    const std::size_t stop = text.find_last_not_of(' ') + 1;
    const std::size_t gap = text.substr(0, stop).rfind("  ");
    if (gap == std::string_view::npos || is_blank_print(text.substr(0, gap))) continue;
    if (starts_date(trimmed_text(text.substr(gap, stop - gap)))) {
      return ColumnText(text).column_of(gap + 2);
    }
  }
  return std::nullopt;
}

bool set_signature(const std::string& name, const std::string& date, OwnerSignature& signature) {
  const auto value = Date::parse_american(date);
  if (!value) return false;
  set_text(signature.signature_name, name);
  set_date(signature.signature_date, *value, date);
  return true;
}

bool read_in_columns(const Lines& lines, std::size_t column, OwnerSignature& signature) {
  std::vector<std::string_view> names;
  std::vector<std::string_view> dates;
  std::vector<ColumnText> columns;
  for (const PrintedLine* line : lines) columns.emplace_back(line->text);
  for (const ColumnText& line : columns) {
    if (!line.blank_at(column - 1)) return false;
    names.push_back(line.slice(0, column));
    dates.push_back(line.slice(column, ColumnText::end));
  }
  return set_signature(joined_wrapped(names), joined_wrapped(dates), signature);
}

// The last word that is a date; everything else, before or behind it, is the name.
bool read_in_lines(const Lines& lines, OwnerSignature& signature) {
  std::vector<std::string_view> parts;
  for (const PrintedLine* line : lines) parts.push_back(line->text);
  const std::string text = joined_wrapped(parts);
  std::size_t stop = text.size();
  for (std::size_t at = text.size(); at-- > 0;) {
    if (text[at] != ' ' && at != 0) continue;
    const std::size_t from = at == 0 ? 0 : at + 1;
    const std::string word = text.substr(from, stop - from);
    if (set_signature(text.substr(0, at) + text.substr(stop), word, signature)) return true;
    if (starts_date(word)) return false;
    stop = at;
  }
  set_text(signature.signature_name, text);
  return true;
}

}  // namespace

void read_signatures(const PrintedPage& page, const PrintedSections& sections, Filing& filing) {
  Lines lines;
  const auto read = [&] {
    OwnerSignature signature;
    const auto column = date_column(lines);
    if (column ? read_in_columns(lines, *column, signature) : read_in_lines(lines, signature)) {
      filing.document.owner_signatures.push_back(std::move(signature));
      return;
    }
    const std::string place = "line " + std::to_string(lines.front()->number);
    filing.diagnostics.push_back({"printed-signature-unread", Severity::warning,
                                  "the name and the date cannot be told apart", place});
    for (const PrintedLine* line : lines) {
      filing.document.unread.push_back(
          {"line " + std::to_string(line->number), collapsed_fast(line->text)});
    }
  };
  for (std::size_t i = sections.signatures.begin; i < sections.signatures.end; ++i) {
    const PrintedLine& line = page.lines[i];
    if (contains_ignoring_case(line.text, "Signature of Reporting")) {
      if (!lines.empty()) read();
      lines.clear();
    } else if (!is_blank_print(line.text) && trimmed_text(line.text) != "Date" &&
               line.text.size() <= signature_line_bytes_max) {
      lines.push_back(&line);
    }
  }
  for (const PrintedLine* line : lines) {
    filing.document.unread.push_back(
        {"line " + std::to_string(line->number), collapsed_fast(line->text)});
  }
}

}  // namespace stakebook
