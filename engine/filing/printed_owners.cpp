// The list of owners behind the tables.
//
//                                  Director  10% Owner  Officer  Other
//   Hoffman Reid
//   C/O LINKEDIN CORPORATION
//   MOUNTAIN VIEW                      X         X
//
// An owner is the lines between blank lines. Ticks are told by the heads' columns; where a
// converter has put the heads at the line's start, the columns are gone and no tick is read.
#include <algorithm>
#include <utility>

#include "filing/printed_form.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::size_t owners_max = 100;
constexpr std::size_t owner_line_bytes_max = 4'000;

struct Block {
  std::vector<const PrintedLine*> lines;
};

std::vector<Block> blocks_of(const PrintedPage& page, PrintedArea area) {
  std::vector<Block> blocks;
  bool open = false;
  for (std::size_t i = area.begin; i < area.end; ++i) {
    const PrintedLine& line = page.lines[i];
    if (is_blank_print(line.text) || line.text.size() > owner_line_bytes_max) {
      open = false;
      continue;
    }
    if (!open) blocks.emplace_back();
    open = true;
    blocks.back().lines.push_back(&line);
  }
  return blocks;
}

// Where the four columns of relationships start.
struct Heads {
  std::size_t line = 0;
  std::array<std::size_t, 5> starts{};  // Director, 10% Owner, Officer, Other, end
  bool in_columns = false;
  bool fits_page = true;   // the list is clearly narrower than the page
  std::size_t indent = 0;  // of the lines below
};

// Whether the list of owners is clearly narrower than the page's boxes and tables.
bool fits_page(const PrintedPage& page, PrintedArea area) {
  std::size_t all = 0;
  std::size_t list = 0;
  for (std::size_t i = 0; i < area.end; ++i) {
    const std::size_t width = ColumnText(page.lines[i].text).width();
    if (width > owner_line_bytes_max) continue;
    all = std::max(all, width);
    if (i >= area.begin) list = std::max(list, width);
  }
  return list * 10 < all * 9;
}

std::optional<Heads> find_heads(const PrintedPage& page, PrintedArea area) {
  static constexpr std::string_view words[] = {"Director", "10% Owner", "Officer", "Other"};
  for (std::size_t i = area.begin; i < area.end; ++i) {
    const std::string_view text = page.lines[i].text;
    if (text.size() > owner_line_bytes_max) continue;
    const ColumnText columns(text);
    Heads heads;
    heads.line = i;
    heads.starts[4] = ColumnText::end;
    std::size_t at = 0;
    bool all = true;
    for (std::size_t k = 0; k < 4 && all; ++k) {
      at = text.find(words[k], at);
      all = at != std::string_view::npos;
      if (all) heads.starts[k] = columns.column_of(at);
    }
    if (!all) continue;
    heads.in_columns = heads.starts[0] >= 8 && text.find('\t') == std::string_view::npos;
    heads.fits_page = fits_page(page, area);
    for (std::size_t below = i + 1; below < area.end; ++below) {
      const std::string& next = page.lines[below].text;
      if (is_blank_print(next)) continue;
      heads.indent = next.find_first_not_of(' ');
      break;
    }
    return heads;
  }
  return std::nullopt;
}

bool is_default_country(std::string_view text) { return text == "UNITED STATES"; }

// Streets, then the place: in one line, or city, state and zip each on a line. The country that
// follows is printed whether or not the filer gave one, so it is not read.
bool read_address(std::vector<std::string> lines, ReportingOwner& owner) {
  std::optional<PrintedPlace> place;
  const bool has_country = !lines.empty() && is_default_country(lines.back());
  if (has_country) lines.pop_back();
  const std::size_t count = lines.size();
  const bool zipped = count >= 3 && (has_country ? is_any_zip(lines[count - 1])
                                                 : is_american_zip(lines[count - 1]));
  if (zipped && state_code(lines[count - 2])) {
    place = PrintedPlace{lines[count - 3], lines[count - 2], lines[count - 1]};
    lines.resize(count - 3);
  } else if (count == 5 && has_country) {  // all parts, so their order tells them
    place = PrintedPlace{lines[2], lines[3], lines[4]};
    lines.resize(2);
  } else if (count >= 1 && !has_country) {
    place = place_in_line(lines.back());
    lines.pop_back();
  }
  if (!place || lines.empty() || lines.size() > 2) return false;
  set_place(*place, owner);
  set_text(owner.rpt_owner_street1, lines[0]);
  if (lines.size() == 2) set_text(owner.rpt_owner_street2, lines[1]);
  return true;
}

// An owner's printed lines: the left part of each, and what stands under the heads.
struct PrintedOwner {
  int line = 0;
  std::vector<std::string> address;  // the name first
  std::array<std::string, 4> relations;
  bool clear = true;  // no text crosses a column's edge
  // All relations stand on the last of several lines, where a browser without columns puts them.
  bool at_the_foot = false;
};

// A head is indented in its column by up to two blanks, and what stands below need not be.
std::array<std::size_t, 5> column_starts(const std::vector<const PrintedLine*>& lines,
                                         const Heads& heads) {
  std::vector<ColumnText> texts;
  for (const PrintedLine* line : lines) texts.emplace_back(line->text);
  std::array<std::size_t, 5> starts = heads.starts;
  for (std::size_t k = 1; k < 4; ++k) {
    for (std::size_t shift = 0; shift <= 2; ++shift) {
      const std::size_t start = heads.starts[k] - shift;
      const bool clear = std::all_of(texts.begin(), texts.end(), [&](const ColumnText& text) {
        return text.blank_at(start - 1);
      });
      if (!clear) continue;
      starts[k] = start;
      break;
    }
  }
  return starts;
}

PrintedOwner printed_owner(const std::vector<const PrintedLine*>& lines, const Heads& heads) {
  PrintedOwner owner;
  owner.line = lines.front()->number;
  std::array<std::vector<std::string_view>, 4> parts;
  const auto starts = heads.in_columns ? column_starts(lines, heads) : heads.starts;
  for (const PrintedLine* line : lines) {
    const ColumnText columns(line->text);
    for (std::size_t k = 0; k < 4 && heads.in_columns; ++k) {
      owner.clear = owner.clear && columns.blank_at(starts[k] - 1);
      parts[k].push_back(columns.slice(starts[k], starts[k + 1]));
    }
    const std::size_t edge = heads.in_columns ? heads.starts[0] : ColumnText::end;
    const std::string left = collapsed_fast(columns.slice(0, edge));
    if (!left.empty()) owner.address.push_back(left);
  }
  bool above = false;
  for (std::size_t k = 0; k < 4; ++k) {
    owner.relations[k] = joined_wrapped(parts[k]);
    for (std::size_t i = 0; i + 1 < parts[k].size(); ++i) above = above || !parts[k][i].empty();
  }
  owner.at_the_foot = lines.size() > 2 && !above;
  return owner;
}

void read_relations(const PrintedOwner& printed, ReportingOwner& owner) {
  bool ticked = false;
  for (const std::string& relation : printed.relations) ticked = ticked || !relation.empty();
  if (!ticked) return;
  // The list says more than box 5, whose title stands under two boxes.
  for (Field<bool>* field :
       {&owner.is_director, &owner.is_officer, &owner.is_ten_percent_owner, &owner.is_other}) {
    *field = {};
  }
  owner.officer_title = {};
  owner.other_text = {};
  if (printed.relations[0] == "X") tick(owner.is_director);
  if (printed.relations[1] == "X") tick(owner.is_ten_percent_owner);
  if (!printed.relations[2].empty()) tick(owner.is_officer);
  if (printed.relations[2] != "X") set_text(owner.officer_title, printed.relations[2]);
  if (!printed.relations[3].empty()) tick(owner.is_other);
  if (printed.relations[3] != "X") set_text(owner.other_text, printed.relations[3]);
}

// Several owners without a blank line between them end with the country, each.
std::vector<Block> split_owners(const Block& block, const Heads& heads) {
  std::size_t ticked = 0;
  std::size_t countries = 0;
  for (const PrintedLine* line : block.lines) {
    const ColumnText columns(line->text);
    if (!columns.slice(heads.starts[0], ColumnText::end).empty()) ++ticked;
    if (is_default_country(columns.slice(0, heads.starts[0]))) ++countries;
  }
  if (!heads.in_columns || countries < 2 || ticked != countries) return {block};
  std::vector<Block> owners(1);
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    owners.back().lines.push_back(block.lines[i]);
    const ColumnText columns(block.lines[i]->text);
    const bool ends = is_default_country(columns.slice(0, heads.starts[0]));
    if (ends && i + 1 < block.lines.size()) owners.emplace_back();
  }
  return owners;
}

class OwnerReader {
 public:
  OwnerReader(const Heads& heads, Filing& filing) : heads_(heads), filing_(filing) {}

  void read(const Block& block) {
    PrintedOwner printed = printed_owner(block.lines, heads_);
    auto& owners = filing_.document.reporting_owners;
    if (printed.address.empty() || owners.size() >= owners_max) return keep(block);
    // A line by itself is what is left of the relationships: the title, seen in box 5 already.
    if (seen_first_ && printed.address.size() < 3) return keep_unless_known(block, printed);
    const bool is_first = !std::exchange(seen_first_, true);
    if (!is_first) owners.emplace_back();
    ReportingOwner& owner = is_first ? owners.front() : owners.back();
    const bool clear = is_first ? take_first_name(printed) : !may_be_wrapped(printed);
    if (clear) set_text(owner.rpt_owner_name, printed.address.front());
    const std::vector<std::string> address(printed.address.begin() + 1, printed.address.end());
    if ((!clear || !read_address(address, owner)) && !owner.rpt_owner_city.has_value()) {
      say("printed-address-unread", "the parts of the name and address cannot be told apart",
          printed.line);
      for (const std::string& line : printed.address) keep_text(printed.line, line);
    }
    if (heads_.in_columns && printed.clear && !printed.at_the_foot) {
      read_relations(printed, owner);
    }
    const bool ticked = owner.is_director.has_value() || owner.is_officer.has_value() ||
                        owner.is_ten_percent_owner.has_value() || owner.is_other.has_value();
    if (!ticked) {
      say("printed-checkbox-lost",
          "no tick of the owner's relationship to the issuer is left on the page", printed.line);
    }
  }

 private:
  void say(std::string code, std::string message, int line) {
    filing_.diagnostics.push_back(
        {std::move(code), Severity::warning, std::move(message), "line " + std::to_string(line)});
  }

  // The name of box 1, which may go on over several lines here; false where it is another.
  bool take_first_name(PrintedOwner& printed) const {
    const auto& known = filing_.document.reporting_owners.front().rpt_owner_name.value;
    if (!known) return true;
    std::string name;
    for (std::size_t i = 0; i < printed.address.size() && i < 4; ++i) {
      name = joined_wrapped({name, printed.address[i]});
      if (!same_ignoring_case(name, *known)) continue;
      printed.address.erase(printed.address.begin(),
                            printed.address.begin() + static_cast<std::ptrdiff_t>(i));
      printed.address.front() = *known;
      return true;
    }
    return false;
  }

  // On a page too narrow for the list, a name may fill its column and go on below.
  bool may_be_wrapped(const PrintedOwner& printed) const {
    if (!heads_.in_columns || heads_.fits_page) return false;
    const std::string& next = printed.address[1];
    const std::size_t word = std::min(next.find(' '), next.size());
    return printed.address[0].size() + word + 2 >= heads_.starts[0] - heads_.indent;
  }

  void keep_text(int line, const std::string& text) {
    filing_.document.unread.push_back({"line " + std::to_string(line), text});
  }

  void keep(const Block& block) {
    for (const PrintedLine* line : block.lines) keep_text(line->number, collapsed_fast(line->text));
  }

  void keep_unless_known(const Block& block, const PrintedOwner& printed) {
    const ReportingOwner& first = filing_.document.reporting_owners.front();
    const auto& title = first.officer_title.value;
    const bool known = title && printed.address.size() == 1 && printed.address[0] == *title;
    if (!known) keep(block);
  }

  const Heads& heads_;
  Filing& filing_;
  bool seen_first_ = false;
};

}  // namespace

void read_owners(const PrintedPage& page, const PrintedSections& sections, Filing& filing) {
  const auto heads = find_heads(page, sections.owners);
  if (!heads) {
    const ReportingOwner& owner = filing.document.reporting_owners.front();
    if (!owner.is_director.has_value() && !owner.is_officer.has_value() &&
        !owner.is_ten_percent_owner.has_value() && !owner.is_other.has_value()) {
      filing.diagnostics.push_back({"printed-checkbox-lost", Severity::warning,
                                    "no tick of the owner's relationship to the issuer was found",
                                    ""});
    }
    return;
  }
  OwnerReader reader(*heads, filing);
  for (const Block& block : blocks_of(page, {heads->line + 1, sections.owners.end})) {
    for (const Block& owner : split_owners(block, *heads)) reader.read(owner);
  }
}

}  // namespace stakebook
