// Footnotes, remarks and signatures of a printed form as HTML. A footnote is a row: its number and
// its text in two cells, "(1)", or in one, "1. Vesting commencement date is ...".
#include <algorithm>

#include "filing/html_form.h"
#include "filing/printed_form.h"
#include "filing/printed_page.h"
#include "value/text.h"

namespace stakebook {
namespace {

// The number of "(12)", "12." or "12. Text"; `rest` is what follows. 0 where there is none.
int leading_number(std::string_view text, std::string& rest) {
  const bool bracket = text.starts_with('(');
  if (bracket) text.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 2 || digits == text.size()) return 0;
  if (text[digits] != (bracket ? ')' : '.')) return 0;
  rest = trimmed(text.substr(digits + 1));
  return parse_digits(text.substr(0, digits)).value_or(0);
}

bool is_boilerplate(std::string_view text) {
  return holds_form_note(text) || text == "*" || text == "**";
}

class NotesReader {
 public:
  NotesReader(const HtmlPage& page, Filing& filing)
      : page_(page), filing_(filing), document_(filing.document) {}

  void read() {
    const auto& lines = page_.lines();
    std::size_t from = find_heading(page_, "Explanation of Responses");
    if (from == lines.size()) from = find_heading(page_, "Remarks");
    if (from == lines.size()) return;
    std::size_t table = page_.around(lines[from].node, "table");
    if (table == 0 && from + 1 < lines.size()) {
      table = page_.around(lines[from + 1].node, "table");
    }
    if (table == 0) return;
    for (const std::size_t row : page_.rows_of(table)) {
      if (page_.node(row).end > lines[from].node) read_row(row);
    }
    set_text(document_.remarks, remarks_);
  }

 private:
  void read_row(std::size_t row) {
    const auto cells = page_.cells_of(row);
    const auto [first, last] = page_.lines_in(row);
    if (first == last || cells.empty()) return;
    const std::string head = page_.text_in(cells.front()).text;
    if (starts_with_ignoring_case(head, "Explanation of Responses")) return;
    if (starts_with_ignoring_case(head, "Remarks:")) {
      in_remarks_ = true;
      return add_remarks(trimmed(std::string_view(head).substr(8)));
    }
    if (in_remarks_) return add_remarks(head);
    const std::string text = cells.size() == 2 ? page_.text_in(cells[1]).text : head;
    if (is_boilerplate(text)) return;
    if (cells.size() == 1 && starts_with_ignoring_case(text, "No securities are beneficially")) {
      tick(document_.no_securities_owned);
      return;
    }
    std::string rest;
    const int number = leading_number(head, rest);
    const bool fits = cells.size() == 2 ? rest.empty() : cells.size() == 1;
    if (number == 0 || !fits) {
      return keep_unread(page_.lines()[first], "printed-footnote-unread",
                         "this is no numbered footnote: " + head, filing_);
    }
    document_.footnotes.push_back({"F" + std::to_string(number), cells.size() == 2 ? text : rest});
  }

  void add_remarks(std::string_view text) {
    if (text.empty()) return;
    if (!remarks_.empty()) remarks_.push_back(' ');
    remarks_ += text;
  }

  const HtmlPage& page_;
  Filing& filing_;
  OwnershipDocument& document_;
  bool in_remarks_ = false;
  std::string remarks_;
};

void read_signature(const HtmlPage& page, std::size_t row, Filing& filing) {
  std::vector<std::string> texts;
  for (const std::size_t cell : page.cells_of(row)) {
    if (std::string text = page.text_in(cell).text; !text.empty()) texts.push_back(text);
  }
  if (texts.empty()) return;
  OwnerSignature signature;
  const PrintedCell last{texts.back(), {}, false};
  const bool dated = read_date(last, signature.signature_date);
  if (texts.size() > 2 || (texts.size() == 2 && !dated)) {
    const auto first = page.lines_in(row).first;
    return keep_unread(page.lines()[first], "printed-signature-unread",
                       "the name and the date cannot be told apart", filing);
  }
  if (texts.size() == 2 || !dated) set_text(signature.signature_name, texts.front());
  filing.document.owner_signatures.push_back(std::move(signature));
}

}  // namespace

void read_html_notes(const HtmlPage& page, Filing& filing) { NotesReader(page, filing).read(); }

// Rows of names and dates, above the last row that says what they are.
void read_html_signatures(const HtmlPage& page, Filing& filing) {
  const std::size_t label = find_heading(page, "Signature of Reporting Person");
  const std::size_t table =
      label == page.lines().size() ? 0 : page.around(page.lines()[label].node, "table");
  if (table == 0) {
    filing.diagnostics.push_back(
        {"printed-signature-unread", Severity::warning, "no signature was found", ""});
    return;
  }
  const auto rows = page.rows_of(table);
  const auto is_label = [&](std::size_t row) {
    return contains_ignoring_case(page.text_in(row).text, "Signature of Reporting Person");
  };
  const auto last = std::find_if(rows.rbegin(), rows.rend(), is_label);
  for (auto row = rows.begin(); row != rows.end() && row != last.base(); ++row) {
    if (!is_label(*row)) read_signature(page, *row, filing);
  }
}

}  // namespace stakebook
