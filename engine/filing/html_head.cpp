// The numbered boxes of a printed form as HTML, and the boxes to tick at its head. A label and its
// value stand in one cell, the value from the next line on; a box to tick is the cell before its
// words.
#include <algorithm>

#include "filing/html_form.h"
#include "filing/printed_form.h"
#include "filing/printed_page.h"
#include "value/text.h"

namespace stakebook {
namespace {

int form_digit(std::string_view text) {
  if (!starts_with_ignoring_case(text, "FORM ")) return 0;
  const char digit = text.size() > 5 ? text[5] : ' ';
  const bool whole = text.size() == 6 || text.substr(6) == "/A";
  return whole && digit >= '3' && digit <= '5' ? digit - '0' : 0;
}

int form_of(const HtmlPage& page) {
  for (const HtmlLine& line : page.lines()) {
    if (const int digit = form_digit(line.text); digit != 0) return digit;
    if (is_numbered(line.text)) break;
  }
  for (const HtmlLine& line : page.lines()) {
    if (contains_ignoring_case(line.text, "INITIAL STATEMENT OF BENEFICIAL")) return 3;
    if (contains_ignoring_case(line.text, "ANNUAL STATEMENT OF CHANGES")) return 5;
    if (contains_ignoring_case(line.text, "STATEMENT OF CHANGES IN BENEFICIAL")) return 4;
    if (is_numbered(line.text)) break;
  }
  return 0;
}

class HeadReader {
 public:
  HeadReader(const HtmlPage& page, Filing& filing)
      : page_(page), filing_(filing), document_(filing.document) {}

  int read() {
    const int form = form_of(page_);
    read_date({"Date of Earliest Transaction", "Date of Event Requiring", "Fiscal Year Ended",
               "Statement for"},
              document_.period_of_report);
    if (!document_.period_of_report.has_value()) {
      say("the date of the report was not found, or is no date");
    }
    read_date({"If Amendment"}, document_.date_of_original_submission);
    read_type(form);
    read_issuer();
    read_tick("Check this box if no longer subject", document_.not_subject_to_section16);
    read_tick("Check this box to indicate that a transaction was made", document_.aff10b5_one);
    read_tick("Form 3 Holdings Reported", document_.form3_holdings_reported);
    read_tick("Form 4 Transactions Reported", document_.form4_transactions_reported);
    return form;
  }

 private:
  void say(std::string message) {
    filing_.diagnostics.push_back(
        {"printed-box-unread", Severity::warning, std::move(message), ""});
  }

  // The lines below a label, in its cell or, where a row begins with a label, in its row.
  std::vector<const HtmlLine*> value_of(std::initializer_list<std::string_view> words) const {
    std::vector<const HtmlLine*> value;
    const std::size_t label = find_label(page_, words);
    if (label == page_.lines().size()) return value;
    const HtmlLine& head = page_.lines()[label];
    const std::size_t row = page_.around(head.node, "tr");
    const bool row_is_inner = row > head.cell;
    for (std::size_t i = label + 1; i < page_.lines().size(); ++i) {
      const HtmlLine& line = page_.lines()[i];
      const bool belongs = row_is_inner ? page_.is_inside(line.node, row) : line.cell == head.cell;
      if (!belongs) break;
      value.push_back(&line);
    }
    return value;
  }

  void read_date(std::initializer_list<std::string_view> words, Field<Date>& field) {
    for (const HtmlLine* line : value_of(words)) {
      if (line->text.starts_with('(')) continue;  // the form's own "(Month/Day/Year)"
      if (!field.has_value() && stakebook::read_date({line->text, {}, false}, field)) continue;
      keep_unread(*line, "printed-box-unread", "this is no date: " + line->text, filing_);
    }
  }

  void read_type(int form) {
    if (form == 0) return say("the page does not say which form it is");
    const bool amends = document_.date_of_original_submission.has_value();
    set_text(document_.document_type, std::to_string(form) + (amends ? "/A" : ""));
    if (amends) {
      filing_.diagnostics.push_back({"printed-amendment-inferred", Severity::note,
                                     "read as an amendment, as the date of the original is given",
                                     ""});
    }
  }

  // "Snowflake Inc. [ SNOW ]", and the foreign symbol in a box of its own.
  void read_issuer() {
    std::string text;
    for (const HtmlLine* line : value_of({"Issuer Name"})) {
      text += (text.empty() ? "" : " ") + line->text;
      if (!line->cik.empty()) set_text(document_.issuer.issuer_cik, line->cik);
    }
    const std::size_t open = text.rfind('[');
    if (open == std::string::npos || text.back() != ']') {
      say("the issuer's name and symbol cannot be told apart");
      if (!text.empty()) document_.unread.push_back({"box of the issuer", text});
    } else {
      set_text(document_.issuer.issuer_name, text.substr(0, open));
      set_text(document_.issuer.issuer_trading_symbol,
               text.substr(open + 1, text.size() - open - 2));
    }
    const auto foreign = value_of({"Foreign Trading Symbol"});
    if (foreign.size() == 1) {
      set_text(document_.issuer.issuer_foreign_trading_symbol, foreign.front()->text);
    }
  }

  void read_tick(std::string_view words, Field<bool>& field) {
    for (const HtmlLine& line : page_.lines()) {
      if (!starts_with_ignoring_case(line.text, words)) continue;
      if (line.cell == 0 || !page_.has_tick(page_.cell_before(line.cell))) return;
      tick(field);
      return;
    }
  }

  const HtmlPage& page_;
  Filing& filing_;
  OwnershipDocument& document_;
};

}  // namespace

int read_html_head(const HtmlPage& page, Filing& filing) { return HeadReader(page, filing).read(); }

}  // namespace stakebook
