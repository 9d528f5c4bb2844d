// The parts of a printed form around its tables: where each begins, and what it says.
//
//   Ascent ... / Form 4 / November 21, 2007    the page's head: when it was filed
//   1. Name and Address of Reporting Person    the boxes, by their numbers
//   1. Title of Security ...                   Table I and Table II
//   Reporting Owners / Signatures / Explanation of Responses / Remarks
//
// Sections come in this order; one that the page has not is absent.
#pragma once

#include <cstddef>
#include <optional>

#include "filing/filing.h"
#include "filing/printed_cell.h"
#include "filing/printed_page.h"

namespace stakebook {

// Lines of the page, by index; [begin, end).
struct PrintedArea {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin >= end; }
};

struct PrintedSections {
  int form = 0;      // 3, 4 or 5; 0 where the page does not say
  PrintedArea head;  // before the boxes
  PrintedArea boxes;
  PrintedArea table_i;  // from the first line of its heads
  PrintedArea table_ii;
  PrintedArea owners;  // behind the heading, as for the rest
  PrintedArea signatures;
  PrintedArea explanation;
  PrintedArea remarks;
};

PrintedSections printed_sections(const PrintedPage& page);

// A form as filers laid it out before June 2003: kept whole, and read where its boxes are plain.
bool is_old_form(const PrintedPage& page, const PrintedSections& sections);
void read_old_form(const PrintedPage& page, const PrintedSections& sections, std::string whole,
                   Filing& filing);

// The head and the boxes: form, period, issuer, the first owner, check boxes that are ticked.
void read_head(const PrintedPage& page, const PrintedSections& sections, Filing& filing);
// Boxes at the page's head that are ticked. One that is not says as little as one whose tick was
// lost.
void read_head_ticks(const PrintedPage& page, PrintedArea head, Filing& filing);
// The list of owners behind the tables: addresses and relationships.
void read_owners(const PrintedPage& page, const PrintedSections& sections, Filing& filing);
void read_signatures(const PrintedPage& page, const PrintedSections& sections, Filing& filing);
// A footnote's number may stand behind its text, or in the middle line.
// Returns the last footnote's number, counting those whose text could not be told apart.
int read_footnotes(const PrintedPage& page, const PrintedSections& sections, Filing& filing);

// Where a converter did not keep the tables' columns, it may have cut long lines anywhere.
void read_remarks(const PrintedPage& page, const PrintedSections& sections, bool keeps_columns,
                  Filing& filing);
// The form's own notes beside footnotes: "If the form is filed by more than one ...".
bool holds_form_note(std::string_view text);
// Says which footnotes no field cites, and which a field cites and the page has not.
void find_uncited(Filing& filing);
bool has_text_over(std::size_t text_max, const OwnershipDocument& document);

// The parts of an address that a line such as "LITTLETON, CO 80127" or three cells hold.
struct PrintedPlace {
  std::string city;
  std::string state;
  std::string zip;
};
std::optional<PrintedPlace> place_in_line(std::string_view line);
void set_place(const PrintedPlace& place, ReportingOwner& owner);
void set_text(Field<std::string>& field, std::string_view text);
void set_date(Field<Date>& field, Date date, std::string_view as_printed);
void tick(Field<bool>& field);
// "30305", "30305-1234".
bool is_american_zip(std::string_view text);
// "M5J2T3", "KY1-1104", "2900": of any country.
bool is_any_zip(std::string_view text);
// EDGAR's two-character code of a state, province or country by the name that it prints for it
// (the comments of ownershipDocumentCommon.xsd, version 5.5): CA for "CALIFORNIA".
std::optional<std::string_view> state_code(std::string_view name);

}  // namespace stakebook
