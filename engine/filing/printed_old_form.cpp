// Forms as they were filed as text until June 2003, when EDGAR began to take ownership forms as
// XML only. Each filer's software laid them out in its own way:
//
//   1. Name and Address of Reporting Person
//      Foster, Alan H.
//      c/o Productivity Technologies Corp.
//      520 Madison Avenue
//      New York, NY  10022
//   2. Issuer Name and Ticker or Trading Symbol
//   ...
//   4. Statement for Month/Year
//
// So the whole text is kept unread, and of the boxes only those are read that stand one under the
// other and hold what their words say. The tables are not read: their cells are cut and wrapped
// ("2/7/0" over "0"), and a wrong figure is worse than none.
#include <algorithm>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t box_lines_max = 12;

struct OldBox {
  std::string label;
  std::vector<std::string> lines;
};

// "1. Name ..." at a line's start, with no other label beside it.
bool is_label(std::string_view text) {
  text = trimmed_text(text);
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  return digits >= 1 && digits <= 2 && digits + 1 < text.size() && text[digits] == '.' &&
         is_letter(trimmed_text(text.substr(digits + 1)).front());
}

bool has_gap(std::string_view text) {
  text = trimmed_text(text);
  return text.find("   ") != std::string_view::npos || text.find('|') != std::string_view::npos ||
         text.find('\t') != std::string_view::npos;
}

std::vector<OldBox> old_boxes(const PrintedPage& page, PrintedArea area) {
  std::vector<OldBox> boxes;
  bool certain = false;
  for (std::size_t i = area.begin; i < area.end; ++i) {
    const std::string_view text = page.lines[i].text;
    const std::string plain = collapsed_fast(trimmed_text(text));
    if (plain.empty()) continue;
    if (is_label(text)) {
      certain = !has_gap(text);
      if (certain) boxes.push_back({plain, {}});
    } else if (certain && boxes.back().lines.size() < box_lines_max) {
      boxes.back().lines.push_back(plain);
    }
  }
  return boxes;
}

const OldBox* find_box(const std::vector<OldBox>& boxes, std::string_view words) {
  for (const OldBox& box : boxes) {
    if (contains_ignoring_case(box.label, words)) return &box;
  }
  return nullptr;
}

bool is_symbol(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A name and streets, a line "CITY, ST ZIP", and perhaps the country.
void read_owner(const OldBox& box, ReportingOwner& owner) {
  std::vector<std::string> lines = box.lines;
  if (!lines.empty() && (lines.back() == "USA" || lines.back() == "UNITED STATES")) {
    lines.pop_back();
  }
  if (lines.size() < 3 || lines.size() > 4) return;
  const auto place = place_in_line(lines.back());
  if (!place) return;
  set_text(owner.rpt_owner_name, lines[0]);
  set_text(owner.rpt_owner_street1, lines[1]);
  if (lines.size() == 4) set_text(owner.rpt_owner_street2, lines[2]);
  set_place(*place, owner);
}

void read_ticks(const OldBox& box, ReportingOwner& owner) {
  std::string text;
  for (const std::string& line : box.lines) text += line + " ";
  const auto read = [&](std::string_view words, Field<bool>& field) {
    for (const std::string_view mark : {"(X) ", "[X] ", "(x) ", "[x] "}) {
      if (contains_ignoring_case(text, std::string(mark).append(words))) tick(field);
    }
  };
  read("Director", owner.is_director);
  read("10% Owner", owner.is_ten_percent_owner);
  read("Officer", owner.is_officer);
  read("Other", owner.is_other);
}

// "SIGNATURE OF REPORTING PERSON / /s/ Alan H. Foster / DATE / March 13, 2000".
void read_signature(const PrintedPage& page, OwnershipDocument& document) {
  std::vector<std::string> lines;
  for (const PrintedLine& line : page.lines) {
    std::string text = collapsed_fast(trimmed_text(line.text));
    if (!text.empty()) lines.push_back(std::move(text));
  }
  for (std::size_t i = 0; i + 3 < lines.size(); ++i) {
    if (!same_ignoring_case(lines[i], "SIGNATURE OF REPORTING PERSON") ||
        !same_ignoring_case(lines[i + 2], "DATE") || !lines[i + 1].starts_with("/s/")) {
      continue;
    }
    OwnerSignature signature;
    set_text(signature.signature_name, lines[i + 1]);
    if (const auto date = date_in_words(lines[i + 3])) {
      set_date(signature.signature_date, *date, lines[i + 3]);
    }
    document.owner_signatures.push_back(std::move(signature));
    return;
  }
}

}  // namespace

bool is_old_form(const PrintedPage& page, const PrintedSections& sections) {
  for (std::size_t i = sections.boxes.begin; i < sections.boxes.end; ++i) {
    const std::string& text = page.lines[i].text;
    if (contains_ignoring_case(text, "Statement for Month") ||
        contains_ignoring_case(text, "Social Security Number") ||
        contains_ignoring_case(text, "IRS or S") ||
        contains_ignoring_case(text, "I.R.S. Identification")) {
      return true;
    }
  }
  return false;
}

void read_old_form(const PrintedPage& page, const PrintedSections& sections, std::string whole,
                   Filing& filing) {
  OwnershipDocument& document = filing.document;
  const auto boxes = old_boxes(page, sections.boxes);
  const OldBox* original = find_box(boxes, "If Amendment");
  if (sections.form != 0 && original != nullptr && original->lines.empty()) {
    set_text(document.document_type, std::to_string(sections.form));
  }
  ReportingOwner owner;
  if (const OldBox* box = find_box(boxes, "Name and Address of")) read_owner(*box, owner);
  if (const OldBox* box = find_box(boxes, "Relationship of")) read_ticks(*box, owner);
  document.reporting_owners.push_back(std::move(owner));
  const OldBox* issuer = find_box(boxes, "Issuer Name");
  if (issuer != nullptr && issuer->lines.size() == 2 && is_symbol(issuer->lines[1])) {
    set_text(document.issuer.issuer_name, issuer->lines[0]);
    set_text(document.issuer.issuer_trading_symbol, issuer->lines[1]);
  }
  const OldBox* period = find_box(boxes, "Statement for");
  if (period != nullptr && period->lines.size() == 1) {
    if (const auto date = date_in_words(period->lines[0])) {
      set_date(document.period_of_report, *date, period->lines[0]);
    }
  }
  read_signature(page, document);
  document.unread.push_back({"text of the form", std::move(whole)});
  filing.diagnostics.push_back({"printed-form-old", Severity::warning,
                                "a form of before June 2003: its text is kept whole, and its "
                                "tables are not read; enter what they say as records",
                                ""});
}

}  // namespace stakebook
