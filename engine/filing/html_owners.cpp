// The reporting owners of a printed form as HTML. Box 1 shows the first with its address:
//
//   name / (Last) (First) (Middle) / streets / (Street) / city, state, zip / (City) (State) (Zip)
//
// Where several file together, EDGAR's view repeats such a box for each of them, the first among
// them; its page for printing has a list of owners with their relationships instead.
#include <algorithm>
#include <set>

#include "filing/html_form.h"
#include "filing/printed_form.h"
#include "filing/printed_page.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t owners_max = 100;  // EDGAR's own limit is 10
constexpr std::size_t relation_lines_max = 64;

bool has_relation(const ReportingOwner& owner) {
  return owner.is_director.has_value() || owner.is_officer.has_value() ||
         owner.is_ten_percent_owner.has_value() || owner.is_other.has_value();
}

bool is_same_owner(const ReportingOwner& a, const ReportingOwner& b) {
  if (a.rpt_owner_cik.has_value() && b.rpt_owner_cik.has_value()) return a.cik() == b.cik();
  return a.rpt_owner_name == b.rpt_owner_name;
}

// The lines of one box 1: from its label to the next such label.
class AddressBox {
 public:
  AddressBox(const HtmlPage& page, std::size_t label, std::size_t stop)
      : page_(page), label_(label), stop_(stop) {}

  ReportingOwner read() const {
    ReportingOwner owner;
    const std::size_t last = find("(Last)", label_);
    if (label_ + 1 < last && last < stop_) {
      const HtmlLine& name = page_.lines()[label_ + 1];
      set_text(owner.rpt_owner_name, name.text);
      if (!name.cik.empty()) set_text(owner.rpt_owner_cik, name.cik);
    }
    const std::size_t street = find("(Street)", last);
    const std::size_t city = find("(City)", street);
    if (city == stop_) return owner;
    if (!read_place(street, city, owner)) return owner;
    read_streets(last, street, owner);
    read_country(city, owner);
    return owner;
  }

 private:
  std::size_t find(std::string_view hint, std::size_t from) const {
    while (from < stop_ && page_.lines()[from].text != hint) ++from;
    return std::min(from, stop_);
  }

  // The cell around the small table that a hint stands in.
  std::size_t cell_around_table(std::size_t line) const {
    const std::size_t table = page_.around(page_.lines()[line].node, "table");
    return page_.around(table, "td");
  }

  std::vector<std::string> lines_inside(std::size_t element, std::size_t from,
                                        std::size_t to) const {
    std::vector<std::string> texts;
    for (std::size_t i = from; i < to && element != 0; ++i) {
      const HtmlLine& line = page_.lines()[i];
      if (page_.is_inside(line.node, element)) texts.push_back(line.text);
    }
    return texts;
  }

  void read_streets(std::size_t last, std::size_t street, ReportingOwner& owner) const {
    const std::size_t middle = find("(Middle)", last);
    if (middle >= street) return;
    const std::size_t cell = cell_around_table(last);
    const auto streets = lines_inside(cell, middle + 1, street);
    if (streets.empty() || streets.size() > 2) return;
    const bool first_is_empty = streets.size() == 1 && breaks_before(streets[0], cell);
    set_text(first_is_empty ? owner.rpt_owner_street2 : owner.rpt_owner_street1, streets[0]);
    if (streets.size() == 2) set_text(owner.rpt_owner_street2, streets[1]);
  }

  // The page for printing ends the first street with a line break even where there is none.
  bool breaks_before(const std::string& street, std::size_t cell) const {
    for (std::size_t i = cell + 1; i < page_.node(cell).end; ++i) {
      if (page_.node(i).parent != cell) continue;
      if (page_.node(i).name == "br") return true;
      if (page_.node(i).text.find(street) != std::string::npos) return false;
    }
    return false;
  }

  // The only row in an element, between two lines, with so many cells; 0 where there is none.
  std::size_t row_of(std::size_t cells, std::size_t element, std::size_t from,
                     std::size_t to) const {
    std::set<std::size_t> rows;
    for (std::size_t i = from; i < to && element != 0; ++i) {
      const std::size_t row = page_.around(page_.lines()[i].node, "tr");
      if (row > element && page_.is_inside(row, element)) rows.insert(row);
    }
    std::erase_if(rows, [&](std::size_t row) { return page_.cells_of(row).size() != cells; });
    return rows.size() == 1 ? *rows.begin() : 0;
  }

  // The row with as many cells as the hints' row below it has; a hint tells what its cell holds.
  // False where there is no such row: an older style sheet has the parts on one line, the streets
  // too, with commas between them.
  bool read_place(std::size_t street, std::size_t city, ReportingOwner& owner) const {
    const std::size_t hints = page_.around(page_.lines()[city].node, "tr");
    if (hints == 0) return false;
    const std::vector<std::size_t> names = page_.cells_of(hints);
    std::size_t row = row_of(names.size(), page_.lines()[street].cell, street + 1, city);
    if (row == 0) row = row_of(names.size(), cell_around_table(street), street + 1, city);
    if (row == 0 || names.size() < 3) return false;
    const std::vector<std::size_t> cells = page_.cells_of(row);
    PrintedPlace place;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string hint = page_.text_in(names[i]).text;
      const std::string text = page_.text_in(cells[i]).text;
      if (hint == "(City)") place.city = text;
      if (hint == "(State)") place.state = text;
      if (hint.starts_with("(Zip")) place.zip = text;
      if (contains_ignoring_case(hint, "Non-US")) {
        set_text(owner.rpt_owner_non_us_state_territory, text);
      }
    }
    set_place(place, owner);
    return true;
  }

  // The form prints this one whatever the filer gave.
  void read_country(std::size_t city, ReportingOwner& owner) const {
    const std::size_t country = find("(Country)", city);
    const std::size_t table = page_.around(page_.lines()[city].node, "table");
    if (country == stop_) return;
    for (const std::string& text : lines_inside(table, city + 1, country)) {
      if (text.starts_with('(') || text == "UNITED STATES") continue;
      set_text(owner.rpt_owner_country, text);
    }
  }

  const HtmlPage& page_;
  std::size_t label_;
  std::size_t stop_;
};

// The box "Relationship of Reporting Person(s) to Issuer": "__X__ Director", or an X in the cell
// before the word; the titles below, under the word they belong to or in one cell for both.
class RelationBox {
 public:
  RelationBox(const HtmlPage& page, std::size_t label) : page_(page) {
    scope_ = page.lines()[label].cell;
    std::tie(first_, last_) = page.lines_in(scope_);
    first_ = label + 1;
    last_ = std::min(last_, first_ + relation_lines_max);
  }

  void read(ReportingOwner& owner, Filing& filing) {
    std::size_t behind = first_;
    for (std::size_t i = first_; i < last_; ++i) {
      if (take_tick(page_.lines()[i], owner)) behind = i + 1;
    }
    for (std::size_t i = behind; i < last_; ++i) take_title(page_.lines()[i], owner, filing);
  }

 private:
  bool take_tick(const HtmlLine& line, ReportingOwner& owner) const {
    const std::size_t word = line.text.find_first_not_of("_Xx ");
    const bool ruled = line.text.starts_with('_') && word != std::string::npos;
    const std::string_view name = std::string_view(line.text).substr(ruled ? word : 0);
    Field<bool>* field = nullptr;
    if (name == "Director") field = &owner.is_director;
    if (name == "10% Owner") field = &owner.is_ten_percent_owner;
    if (name.starts_with("Officer (give")) field = &owner.is_officer;
    if (name.starts_with("Other (specify")) field = &owner.is_other;
    if (field == nullptr) return false;
    const bool ticked = ruled ? lowered(line.text.substr(0, word)).find('x') != std::string::npos
                              : page_.has_tick(page_.cell_before(line.cell));
    if (ticked) tick(*field);
    return true;
  }

  void take_title(const HtmlLine& line, ReportingOwner& owner, Filing& filing) const {
    if (same_ignoring_case(line.text, "X")) return;
    const std::size_t row = page_.around(line.cell, "tr");
    const auto cells = row == 0 ? std::vector<std::size_t>() : page_.cells_of(row);
    const bool officer = owner.is_officer.has_value();
    const bool other = owner.is_other.has_value();
    if (cells.size() == 4 && (line.cell == cells[1] || line.cell == cells[3])) {
      set_text(line.cell == cells[1] ? owner.officer_title : owner.other_text, line.text);
    } else if (officer != other) {
      set_text(officer ? owner.officer_title : owner.other_text, line.text);
    } else if (!take_both(line, owner)) {
      keep_unread(line, "printed-box-unread", "it is not certain whose title this is: " + line.text,
                  filing);
    }
  }

  // Two texts in one cell: the officer's title first.
  bool take_both(const HtmlLine& line, ReportingOwner& owner) const {
    if (!owner.is_officer.has_value()) return false;
    std::vector<std::string> texts;
    for (std::size_t i = line.cell + 1; i < page_.node(line.cell).end; ++i) {
      if (page_.node(i).name != "span") continue;
      if (std::string text = page_.text_of(i); !text.empty()) texts.push_back(std::move(text));
    }
    if (texts.size() != 2) return false;
    set_text(owner.officer_title, texts[0]);
    set_text(owner.other_text, texts[1]);
    return true;
  }

  const HtmlPage& page_;
  std::size_t scope_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

// Streets, city, state and zip code at the end of an owner's lines in the list of owners; false
// where they cannot be told apart.
bool read_listed_address(const std::vector<std::string>& lines, ReportingOwner& owner) {
  std::vector<std::string> parts = lines;
  const bool has_country = !parts.empty() && state_code(parts.back()).has_value() &&
                           (parts.back() == "UNITED STATES" || parts.size() == 6);
  std::string country;
  if (has_country) {
    country = parts.back();
    parts.pop_back();
  }
  std::optional<PrintedPlace> place;
  if (!parts.empty() && !has_country) place = place_in_line(parts.back());  // "CITY, ST ZIP"
  if (place) {
    parts.pop_back();
  } else {
    if (parts.size() < 3) return false;
    const std::size_t count = parts.size();
    if (!state_code(parts[count - 2]) || !is_any_zip(parts[count - 1])) return false;
    place = PrintedPlace{parts[count - 3], parts[count - 2], parts[count - 1]};
    parts.resize(count - 3);
  }
  if (parts.empty() || parts.size() > 2) return false;
  set_place(*place, owner);
  set_text(owner.rpt_owner_street1, parts[0]);
  if (parts.size() == 2) set_text(owner.rpt_owner_street2, parts[1]);
  if (has_country && country != "UNITED STATES") set_text(owner.rpt_owner_country, country);
  return true;
}

class OwnersReader {
 public:
  OwnersReader(const HtmlPage& page, Filing& filing)
      : page_(page), filing_(filing), owners_(filing.document.reporting_owners) {}

  void read() {
    read_boxes();
    read_list();
    say_what_is_not_told();
  }

 private:
  void read_boxes() {
    std::vector<std::size_t> labels;
    for (std::size_t at = 0; labels.size() < owners_max;) {
      at = find_label(page_, {"Name and Address of Reporting"}, at);
      if (at == page_.lines().size()) break;
      labels.push_back(at++);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::size_t stop = i + 1 < labels.size() ? labels[i + 1] : page_.lines().size();
      ReportingOwner owner = AddressBox(page_, labels[i], stop).read();
      if (i == 1 && is_same_owner(owner, owners_.front())) continue;
      owners_.push_back(std::move(owner));
    }
    read_relations();
  }

  // One box for several owners does not say which of them it speaks of.
  void read_relations() {
    const std::size_t label = find_label(page_, {"Relationship of Reporting"});
    if (label == page_.lines().size() || owners_.empty()) return;
    if (owners_.size() == 1) return RelationBox(page_, label).read(owners_.front(), filing_);
    ReportingOwner all;
    RelationBox(page_, label).read(all, filing_);
    std::string text;
    if (all.is_director.has_value()) text += "Director ";
    if (all.is_ten_percent_owner.has_value()) text += "10% Owner ";
    if (all.is_officer.has_value()) text += "Officer " + all.officer_title.filed_text() + " ";
    if (all.is_other.has_value()) text += "Other " + all.other_text.filed_text() + " ";
    if (text.empty()) return;
    filing_.document.unread.push_back({"box of the relationships", std::string(trimmed(text))});
  }

  // The list has a row an owner: name and address, then four relationships.
  void read_list() {
    const std::size_t head = find_heading(page_, "Reporting Owner Name / Address");
    if (head == page_.lines().size()) return;
    const std::size_t table = page_.around(page_.lines()[head].node, "table");
    if (table == 0) return;
    std::size_t count = 0;
    for (const std::size_t row : page_.rows_of(table)) {
      const auto cells = page_.cells_of(row);
      if (cells.size() != 5 || count >= owners_max) continue;
      read_listed(cells, count++);
    }
  }

  void read_listed(const std::vector<std::size_t>& cells, std::size_t index) {
    const auto [first, last] = page_.lines_in(cells[0]);
    if (first == last) return;
    if (index >= owners_.size()) owners_.emplace_back();
    ReportingOwner& owner = owners_[index];
    const HtmlLine& name = page_.lines()[first];
    if (!owner.rpt_owner_name.has_value()) set_text(owner.rpt_owner_name, name.text);
    if (*owner.rpt_owner_name != name.text) {
      return keep_unread(name, "printed-box-unread",
                         "the list of owners has another name here than box 1", filing_);
    }
    std::vector<std::string> lines;
    for (std::size_t i = first + 1; i < last; ++i) lines.push_back(page_.lines()[i].text);
    if (!owner.rpt_owner_city.has_value() && !lines.empty() && !read_listed_address(lines, owner)) {
      for (std::size_t i = first + 1; i < last; ++i) {
        filing_.document.unread.push_back(
            {"line " + std::to_string(page_.lines()[i].number), page_.lines()[i].text});
      }
      filing_.diagnostics.push_back({"printed-address-unread", Severity::warning,
                                     "the parts of the address cannot be told apart",
                                     "line " + std::to_string(name.number)});
    }
    read_listed_relations(cells, owner);
  }

  // Box 5, where it speaks of this owner, ticks; the list alone has each title by itself.
  void read_listed_relations(const std::vector<std::size_t>& cells, ReportingOwner& owner) {
    const bool ticked = has_relation(owner);
    const auto set = [&](std::size_t cell, Field<bool>& box, Field<std::string>* title) {
      const std::string text = page_.text_in(cells[cell]).text;
      if (text.empty()) return;
      if (!ticked) tick(box);
      if (title == nullptr || same_ignoring_case(text, "X")) return;
      *title = {};
      set_text(*title, text);
    };
    if (ticked) {
      owner.officer_title = {};
      owner.other_text = {};
    }
    set(1, owner.is_director, nullptr);
    set(2, owner.is_ten_percent_owner, nullptr);
    set(3, owner.is_officer, &owner.officer_title);
    set(4, owner.is_other, &owner.other_text);
  }

  void say_what_is_not_told() {
    const bool told = std::any_of(owners_.begin(), owners_.end(), has_relation);
    if (owners_.size() > 1 && !told) {
      filing_.diagnostics.push_back({"printed-checkbox-lost", Severity::warning,
                                     "one box for several owners: whose relationships are ticked "
                                     "is not told",
                                     ""});
    }
    for (std::size_t i = 0; i < owners_.size(); ++i) {
      const std::string place = "owner " + std::to_string(i + 1);
      if (!owners_[i].rpt_owner_name.has_value()) {
        filing_.diagnostics.push_back(
            {"printed-box-unread", Severity::warning, "the owner's name was not found", place});
      }
      if (has_relation(owners_[i]) || (owners_.size() > 1 && !told)) continue;
      filing_.diagnostics.push_back({"printed-checkbox-lost", Severity::warning,
                                     "no box of the owner's relationship is ticked", place});
    }
  }

  const HtmlPage& page_;
  Filing& filing_;
  std::vector<ReportingOwner>& owners_;
};

}  // namespace

void read_html_owners(const HtmlPage& page, Filing& filing) { OwnersReader(page, filing).read(); }

}  // namespace stakebook
