#include "door/full_index.h"

#include <string>

#include "filing/filing.h"
#include "value/path.h"
#include "value/text.h"

namespace stakebook::door {
namespace {

// The titles stand within the first lines; whoever is asked is often no index at all.
constexpr std::size_t preamble_max = 4096;

// Takes the first line off `text`, without its end.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == nowhere ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Takes the last word off `line`.
std::string_view last_word(std::string_view& line) {
  line = trimmed(line);
  const std::size_t blank = line.find_last_of(" \t");
  const std::size_t begin = blank == nowhere ? 0 : blank + 1;
  const std::string_view word = line.substr(begin);
  line = line.substr(0, begin);
  return word;
}

// "edgar/data/1234/0001200001-25-000007.txt", ".../0001200001-25-000007-index.htm"
std::optional<AccessionNumber> accession_in(std::string_view path) {
  constexpr std::size_t length = 20;
  return AccessionNumber::parse(file_name_of(path).substr(0, length));
}

void add(std::string_view cik, std::string_view form, std::string_view filed, std::string_view path,
         Listings& listings) {
  if (!is_ownership_form(form)) return;
  const auto accession = accession_in(path);
  const auto date = filed.size() == 8 ? Date::parse_compact(filed) : Date::parse(filed);
  if (!accession || !date) return;
  listings.push_back({.accession = *accession,
                      .filer = Cik::parse(cik),
                      .form = std::string(form),
                      .filed = date});
}

void add_parted(std::string_view line, Listings& listings) {
  std::string_view cells[5];
  for (std::size_t i = 0; i < 5; ++i) {
    const std::size_t bar = i < 4 ? line.find('|') : nowhere;
    if (i < 4 && bar == nowhere) return;
    cells[i] = trimmed(line.substr(0, bar));
    if (bar != nowhere) line.remove_prefix(bar + 1);
  }
  add(cells[0], cells[2], cells[3], cells[4], listings);
}

// The last three columns have no blanks in them; the form stands where its title does.
void add_columns(std::string_view line, std::size_t form_column, Listings& listings) {
  const std::string_view form = line.size() > form_column ? line.substr(form_column) : "";
  const std::string_view path = last_word(line);
  const std::string_view filed = last_word(line);
  const std::string_view cik = last_word(line);
  add(cik, form.substr(0, form.find(' ')), filed, path, listings);
}

bool has_titles(std::string_view line) {
  return line.find("Form Type") != nowhere && line.find("Company Name") != nowhere &&
         line.find("CIK") != nowhere && line.find("Date Filed") != nowhere;
}

}  // namespace

std::optional<Listings> read_full_index(std::string_view bytes) {
  std::string_view rest = bytes;
  std::string_view titles;
  while (!rest.empty() && bytes.size() - rest.size() < preamble_max && !has_titles(titles)) {
    titles = next_line(rest);
  }
  if (!has_titles(titles)) return std::nullopt;
  Listings listings;
  const bool is_parted = titles.find('|') != nowhere;
  const std::size_t form_column = titles.find("Form Type");
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    is_parted ? add_parted(line, listings) : add_columns(line, form_column, listings);
  }
  return listings;
}

}  // namespace stakebook::door
