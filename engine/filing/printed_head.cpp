// The page's head and the numbered boxes. A box starts at its number and reaches right to the next
// box that began above or beside it, and down to the next number below it in those columns; where
// a page has one box under the other, the same rule gives the lines between two numbers.
#include <algorithm>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t labels_max = 64;
constexpr std::size_t lines_max = 400;
constexpr std::size_t head_line_bytes_max = 2'000;

struct BoxLabel {
  std::size_t line = 0;
  std::size_t column = 0;
};

struct HeadLine {
  int number = 0;
  std::string text;
};

struct Box {
  std::vector<std::string> lines;  // from the label's own line on
  std::string text;                // the lines joined
  int number = 0;                  // of the label's line
};

// "1.", "2a.", "10." at the start of `text`; 0 where there is none.
std::size_t label_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) ++length;
  if (length == 0 || length > 2) return 0;
  if (length < text.size() && is_letter(text[length])) ++length;
  return length < text.size() && text[length] == '.' ? length + 1 : 0;
}

bool starts_box_words(std::string_view words) {
  for (const std::string_view first : {"Name", "Issuer", "Date", "Statement", "If ", "Relationship",
                                       "Individual", "Foreign", "IRS", "I.R.S."}) {
    if (starts_with_ignoring_case(words, first)) return true;
  }
  return false;
}

class Boxes {
 public:
  Boxes(const PrintedPage& page, PrintedArea area) {
    const std::size_t stop = std::min({area.end, page.lines.size(), area.begin + lines_max});
    for (std::size_t i = area.begin; i < stop; ++i) add_line(page.lines[i]);
    for (std::size_t line = 0; line < lines_.size(); ++line) find_labels(line);
    for (const BoxLabel& label : labels_) boxes_.push_back(box_of(label));
  }

  // The first box whose text, from its number on, contains one of the words.
  const Box* find(std::initializer_list<std::string_view> words) const {
    for (const Box& box : boxes_) {
      for (const std::string_view word : words) {
        if (contains_ignoring_case(box.text, word)) return &box;
      }
    }
    return nullptr;
  }

 private:
  // Cells kept apart by tabs do not tell their columns, so each becomes a line of its own.
  void add_line(const PrintedLine& line) {
    if (line.text.size() > head_line_bytes_max) return;  // no box is as wide
    std::string_view rest = line.text;
    for (;;) {
      const std::size_t tab = rest.find('\t');
      lines_.push_back({line.number, std::string(rest.substr(0, tab))});
      if (tab == std::string_view::npos) return;
      rest.remove_prefix(tab + 1);
    }
  }

  void find_labels(std::size_t line) {
    const std::string_view text = lines_[line].text;
    const ColumnText columns(text);
    for (std::size_t at = 0; at < text.size() && labels_.size() < labels_max; ++at) {
      if (at != 0 && text[at - 1] != ' ') continue;
      const std::size_t length = label_length(text.substr(at));
      if (length == 0) continue;
      const std::string_view behind = text.substr(at + length);
      const bool stands_alone = (at < 2 || text[at - 2] == ' ') &&
                                (trimmed(behind).empty() || behind.substr(0, 2) == "  ");
      if (stands_alone || starts_box_words(trimmed(behind))) {
        labels_.push_back({line, columns.column_of(at)});
      }
    }
  }

  Box box_of(const BoxLabel& label) const {
    std::size_t right = ColumnText::end;
    std::size_t bottom = lines_.size();
    std::size_t next = label.column;  // the column of the label at the bottom
    for (const BoxLabel& other : labels_) {
      if (other.line <= label.line && other.column > label.column) {
        right = std::min(right, other.column);
      }
    }
    for (const BoxLabel& other : labels_) {
      const bool below =
          other.line > label.line && other.column < right && other.column + 2 >= label.column;
      if (!below || other.line > bottom) continue;
      next = other.line < bottom ? other.column : std::min(next, other.column);
      bottom = other.line;
    }
    Box box;
    box.number = lines_[label.line].number;
    std::vector<std::string_view> parts;
    for (std::size_t i = label.line; i < bottom; ++i) {
      const ColumnText columns(lines_[i].text);
      const bool cut = (right != ColumnText::end && !columns.blank_at(right - 1)) ||
                       (label.column != 0 && !columns.blank_at(label.column - 1));
      box.lines.emplace_back(cut ? std::string_view() : columns.slice(label.column, right));
    }
    // Text in front of the next label on its own line may be this box's still.
    if (bottom < lines_.size() && next > label.column) {
      const ColumnText columns(lines_[bottom].text);
      const std::string_view rest = columns.slice(label.column, next);
      if (!rest.empty()) box.lines.emplace_back(rest);
    }
    for (const std::string& line : box.lines) parts.push_back(line);
    box.text = joined_wrapped(parts);
    return box;
  }

  std::vector<HeadLine> lines_;
  std::vector<BoxLabel> labels_;
  std::vector<Box> boxes_;
};

struct BoxDate {
  Date value;
  std::string text;
};

std::optional<BoxDate> only_date(const Box& box) {
  std::optional<BoxDate> found;
  for (std::size_t at = 0; at < box.text.size();) {
    const std::size_t stop = std::min(box.text.find(' ', at), box.text.size());
    const std::string word = box.text.substr(at, stop - at);
    at = stop + 1;
    const auto date = Date::parse_american(word);
    if (!date) continue;
    if (found && found->text != word) return std::nullopt;
    found = BoxDate{*date, word};
  }
  return found;
}

// Something of a date, beside the number of the box.
bool has_date_sign(const Box& box) {
  const std::string_view text = std::string_view(box.text).substr(label_length(box.text));
  return std::any_of(text.begin(), text.end(), is_digit);
}

void say(Filing& filing, std::string code, Severity severity, std::string message, int line) {
  filing.diagnostics.push_back({std::move(code), severity, std::move(message),
                                line == 0 ? std::string() : "line " + std::to_string(line)});
}

// "Form 4" and, on the next line, the day of filing, above everything else.
void read_filing_date(const PrintedPage& page, PrintedArea head, Filing& filing) {
  std::string_view last;
  for (std::size_t i = head.begin; i < head.end; ++i) {
    const std::string_view text = heading_text(page.lines[i].text);
    if (text.empty()) continue;
    const auto date = date_in_words(text);
    if (date && starts_with_ignoring_case(last, "Form ") && last.size() <= 8) {
      filing.submission.filed = *date;
      return;
    }
    last = text;
  }
}

bool mentions_amendment(const PrintedPage& page) {
  return std::any_of(page.lines.begin(), page.lines.end(), [](const PrintedLine& line) {
    return contains_ignoring_case(line.text, "If Amendment");
  });
}

void read_form_and_dates(const PrintedPage& page, const Boxes& boxes, int form, Filing& filing) {
  OwnershipDocument& document = filing.document;
  const Box* period = boxes.find(
      {"Date of Earliest Transaction", "Date of Event", "Statement for Issuer's Fiscal Year"});
  if (period) {
    if (const auto date = only_date(*period)) {
      set_date(document.period_of_report, date->value, date->text);
    }
  }
  if (!document.period_of_report.has_value()) {
    say(filing, "printed-box-unread", Severity::warning, "the period of report was not found",
        period ? period->number : 0);
  }
  const Box* original = boxes.find({"If Amendment"});
  const auto date = original ? only_date(*original) : std::nullopt;
  const bool is_unsure = original ? !date && has_date_sign(*original) : mentions_amendment(page);
  if (date) set_date(document.date_of_original_submission, date->value, date->text);
  if (form == 0) {
    say(filing, "printed-box-unread", Severity::warning, "the page does not say which form it is",
        0);
    return;
  }
  if (is_unsure) {
    say(filing, "printed-box-unread", Severity::warning,
        "whether it is an amendment is not certain", original ? original->number : 0);
    return;
  }
  // An amendment is printed under the form's own name; the date of the original tells it apart.
  std::string type = std::to_string(form);
  if (date) {
    type += "/A";
    say(filing, "printed-amendment-inferred", Severity::note,
        "read as an amendment, since the date of the original is given", original->number);
  }
  set_text(document.document_type, type);
}

// "Ascent Solar Technologies, Inc. [ASTI]" behind the box's own words.
void read_issuer(const Boxes& boxes, Filing& filing) {
  const Box* box = boxes.find({"Issuer Name"});
  if (!box) {
    say(filing, "printed-box-unread", Severity::warning, "the issuer was not found", 0);
    return;
  }
  const std::size_t words = lowered(box->text).find("symbol");
  const std::size_t open = box->text.rfind('[');
  if (words == std::string::npos || open == std::string::npos || open < words ||
      box->text.back() != ']') {
    say(filing, "printed-box-unread", Severity::warning,
        "the issuer's name and symbol cannot be told apart", box->number);
    filing.document.unread.push_back({"line " + std::to_string(box->number), box->text});
    return;
  }
  const std::string_view text = box->text;
  set_text(filing.document.issuer.issuer_name, text.substr(words + 6, open - words - 6));
  set_text(filing.document.issuer.issuer_trading_symbol,
           text.substr(open + 1, text.size() - open - 2));
}

// The index of the first line that shows `sign`, from `from` on; the number of lines if none.
std::size_t line_with(const Box& box, std::string_view sign, std::size_t from) {
  for (std::size_t i = from; i < box.lines.size(); ++i) {
    if (contains_ignoring_case(box.lines[i], sign)) return i;
  }
  return box.lines.size();
}

std::vector<std::string> filled_lines(const Box& box, std::size_t from, std::size_t to) {
  std::vector<std::string> result;
  for (std::size_t i = from; i < std::min(to, box.lines.size()); ++i) {
    if (!heading_text(box.lines[i]).empty() && box.lines[i] != "^*") {
      result.push_back(box.lines[i]);
    }
  }
  return result;
}

// What stands between the box's own words, which may go on over a line, and the line "(Last)".
std::string name_in(const Box& box, std::size_t stop) {
  const std::vector<std::string_view> parts(box.lines.begin(),
                                            box.lines.begin() + static_cast<std::ptrdiff_t>(stop));
  std::string text = joined_wrapped(parts);
  constexpr std::string_view words = "Reporting Person";
  const std::size_t at = text.find(words);
  if (at == std::string::npos) return {};
  text.erase(0, at + words.size());
  text.erase(0, std::min(text.find_first_not_of("^* "), text.size()));
  return text;
}

void read_first_owner(const Boxes& boxes, Filing& filing) {
  ReportingOwner owner;
  const Box* box = boxes.find({"Name and Address of"});
  if (box) {
    const std::size_t last = line_with(*box, "(Last)", 1);
    const std::size_t street = line_with(*box, "(Street)", last);
    const std::size_t city = line_with(*box, "(City)", street);
    if (last < box->lines.size()) set_text(owner.rpt_owner_name, name_in(*box, last));
    const auto streets = filled_lines(*box, last + 1, street);
    if (street < box->lines.size() && !streets.empty() && streets.size() <= 2) {
      set_text(owner.rpt_owner_street1, streets[0]);
      if (streets.size() == 2) set_text(owner.rpt_owner_street2, streets[1]);
    }
    const auto places = filled_lines(*box, street + 1, city);
    if (city < box->lines.size() && places.size() == 1) {
      if (const auto place = place_in_line(places[0])) set_place(*place, owner);
    }
  }
  if (!owner.rpt_owner_name.has_value()) {
    say(filing, "printed-box-unread", Severity::warning, "the owner's name was not found",
        box ? box->number : 0);
  }
  filing.document.reporting_owners.push_back(std::move(owner));
}

bool names_an_office(std::string_view title) {
  for (const std::string_view word :
       {"president",  "officer", "chief",   "vice",     "ceo",       "cfo",       "coo",
        "cto",        "evp",     "svp",     "vp",       "treasurer", "secretary", "counsel",
        "controller", "chair",   "manager", "director", "executive", "principal", "head of"}) {
    if (contains_ignoring_case(title, word)) return true;
  }
  return false;
}

// Box 5 where the page has no list of owners in columns: the title, and ticks beside their words.
void read_relationship(const Boxes& boxes, Filing& filing) {
  const Box* box = boxes.find({"Relationship of Reporting Person"});
  if (!box) return;
  ReportingOwner& owner = filing.document.reporting_owners.front();
  struct Tick {
    std::string_view words;
    Field<bool>* field;
  };
  const Tick ticks[] = {{"Director", &owner.is_director},
                        {"10%", &owner.is_ten_percent_owner},
                        {"Officer", &owner.is_officer},
                        {"Other", &owner.is_other}};
  for (const std::string& line : box->lines) {
    const std::string plain = collapsed_fast(line);
    for (const Tick& one : ticks) {
      for (const std::string_view mark : {"_X_ ", "X__ ", "[X] ", "[x] ", "(X) "}) {
        if (plain.find(std::string(mark).append(one.words)) != std::string::npos) tick(*one.field);
      }
    }
  }
  const std::size_t below = line_with(*box, "(specify below)", 0);
  const auto titles = filled_lines(*box, below + 1, box->lines.size());
  if (titles.size() != 1 || owner.officer_title.has_value() || owner.other_text.has_value()) {
    return;
  }
  // One line under two boxes: a tick tells which of them it answers, else only its words.
  const bool officer = owner.is_officer.has_value();
  const bool other = owner.is_other.has_value();
  if (officer ? !other : !other && names_an_office(titles[0])) {
    set_text(owner.officer_title, titles[0]);
  } else {
    filing.document.unread.push_back({"line " + std::to_string(box->number), titles[0]});
  }
}

}  // namespace

void read_head(const PrintedPage& page, const PrintedSections& sections, Filing& filing) {
  read_filing_date(page, sections.head, filing);
  read_head_ticks(page, sections.head, filing);
  const Boxes boxes(page, sections.boxes);
  read_form_and_dates(page, boxes, sections.form, filing);
  read_issuer(boxes, filing);
  read_first_owner(boxes, filing);
  read_relationship(boxes, filing);
}

}  // namespace stakebook
