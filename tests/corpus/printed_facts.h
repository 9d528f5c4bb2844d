// What a filing says, field by field, and how a printed page's reading compares with its XML's:
// each field that the page shows is right, absent or wrong.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "filing/reader.h"
#include "support/file_text.h"
#include "value/text.h"

namespace stakebook::printed_facts {

struct Fact {
  std::string text;
  std::set<FootnoteId> footnotes;
};
using Facts = std::map<std::string, Fact>;  // "I.3.transaction_date", "owner1.is_director"

struct Tally {
  int right = 0;
  int absent = 0;
  int wrong = 0;

  int all() const { return right + absent + wrong; }
  Tally& operator+=(const Tally& other) {
    right += other.right;
    absent += other.absent;
    wrong += other.wrong;
    return *this;
  }
};
using Tallies = std::map<std::string, Tally>;  // by the field's name

enum class Medium { text, html };

// The pages' folder and its list of pairs: a page's name, a tab, its source.
inline const std::string corpus = STAKEBOOK_SHARED "/corpus/";

// White space of any kind is one blank, as on the page.
inline std::string plain(std::string text) {
  for (std::size_t at = 0; (at = text.find("\xC2\xA0", at)) != std::string::npos;) {
    text.replace(at, 2, " ");
  }
  return collapsed(text);
}

// What no page shows. The country is printed as UNITED STATES where the filer gave none.
inline bool is_printed(const std::string& name) {
  static const std::set<std::string> unprinted = {
      "schema_version",         "issuer_cik",        "rpt_owner_cik",
      "rpt_owner_good_address", "rpt_owner_country", "rpt_owner_non_us_address_flag"};
  return unprinted.count(name) == 0;
}

class Collector {
 public:
  template <class T>
  void add(const std::string& prefix, const char* name, const Field<T>& field) {
    if (!is_printed(name) || (!field.value && field.footnotes.empty())) return;
    const std::string text = field.value ? plain(canonical_text(*field.value)) : "";
    if (text.empty() && field.footnotes.empty()) return;
    facts[prefix + name] = {text, {field.footnotes.begin(), field.footnotes.end()}};
  }
  // A box that is not ticked says nothing.
  void add(const std::string& prefix, const char* name, const Field<bool>& field) {
    if (field.value && *field.value) add<bool>(prefix, name, field);
  }
  Facts facts;
};

inline void collect_rows(Collector& collector, const char* table, const std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string prefix = table + std::to_string(i + 1) + ".";
    const bool holding = rows[i].kind == RowKind::holding;
    collector.facts[prefix + "kind"] = {holding ? "holding" : "transaction", {}};
    for_each_field(
        rows[i], [&](const char* name, const auto& field) { collector.add(prefix, name, field); });
    const auto& marks = rows[i].transaction_coding_footnotes;
    if (!marks.empty()) {
      collector.facts[prefix + "coding"] = {"", {marks.begin(), marks.end()}};
    }
  }
}

inline Facts facts_of(const OwnershipDocument& document) {
  Collector collector;
  for_each_head_field(document,
                      [&](const char* name, const auto& field) { collector.add("", name, field); });
  for (std::size_t i = 0; i < document.reporting_owners.size(); ++i) {
    const std::string prefix = "owner" + std::to_string(i + 1) + ".";
    for_each_owner_field(document.reporting_owners[i], [&](const char* name, const auto& field) {
      collector.add(prefix, name, field);
    });
  }
  collect_rows(collector, "I.", document.table_i);
  collect_rows(collector, "II.", document.table_ii);
  for (const Footnote& footnote : document.footnotes) {
    collector.facts["footnote." + footnote.id] = {plain(footnote.text), {}};
  }
  for (std::size_t i = 0; i < document.owner_signatures.size(); ++i) {
    const std::string prefix = "signature" + std::to_string(i + 1) + ".";
    collector.add(prefix, "signature_name", document.owner_signatures[i].signature_name);
    collector.add(prefix, "signature_date", document.owner_signatures[i].signature_date);
  }
  return std::move(collector.facts);
}

inline std::string field_of(const std::string& name) {
  return name.starts_with("footnote.") ? "footnote" : name.substr(name.rfind('.') + 1);
}

// Printed only where it is another than the page's form; as text, a lost V would make it wrong.
// The page of Form 5 prints no mark beside a conversion price that only a footnote gives.
inline bool may_be_unprinted(const std::string& field, const Fact& fact, Medium medium) {
  if (field == "transaction_form_type") return medium == Medium::text;
  return field == "rpt_owner_state_description" ||
         (field == "conversion_or_exercise_price" && fact.text.empty());
}

// "E" says again what the form type 5 on a Form 4 says already; filers may leave it out
// (specification 4.3.8).
inline bool may_be_unfiled(const std::string& name) {
  return field_of(name) == "transaction_timeliness";
}

inline void compare(const std::string& page, Medium medium, const Facts& printed,
                    const Facts& source, Tallies& tallies) {
  for (const auto& entry : source) {
    const std::string& name = entry.first;
    const Fact& fact = entry.second;
    Tally& tally = tallies[field_of(name)];
    const auto found = printed.find(name);
    if (found == printed.end() || (found->second.text.empty() && !fact.text.empty())) {
      if (may_be_unprinted(field_of(name), fact, medium)) continue;
      ++tally.absent;
      MESSAGE(page, ": ", name, " is \"", fact.text, "\", read as absent");
      continue;
    }
    const Fact& read = found->second;
    const bool no_other_mark = std::includes(fact.footnotes.begin(), fact.footnotes.end(),
                                             read.footnotes.begin(), read.footnotes.end());
    const bool all_marks = medium == Medium::text || read.footnotes == fact.footnotes;
    const bool right = read.text == fact.text && no_other_mark && all_marks;
    ++(right ? tally.right : tally.wrong);
    CHECK_MESSAGE(right, page, ": ", name, " is \"", fact.text, "\", read as \"", read.text, "\"");
  }
  for (const auto& entry : printed) {
    const std::string& name = entry.first;
    if (source.count(name) != 0 || may_be_unfiled(name)) continue;
    ++tallies[field_of(name)].wrong;
    CHECK_MESSAGE(false, page, ": ", name, " is not in the source, read as \"", entry.second.text,
                  "\"");
  }
}

inline Filing read_or_fail(const std::string& path) {
  ReadResult result = read_filing(file_text(path));
  REQUIRE_MESSAGE(result.filing, path, " is refused");
  return *std::move(result.filing);
}

// Compares every page whose name ends with `ending` with its source; returns how many there are.
inline int compare_pairs(std::string_view ending, Medium medium, Tallies& tallies) {
  std::ifstream pairs(corpus + "printed/PAIRS.tsv");
  int pages = 0;
  for (std::string line; std::getline(pairs, line);) {
    const std::size_t tab = line.find('\t');
    const std::string page = line.substr(0, tab);
    if (!page.ends_with(ending)) continue;
    const Filing printed = read_or_fail(corpus + "printed/" + page);
    const Filing source = read_or_fail(corpus + std::string(trimmed(line.substr(tab + 1))));
    CHECK((printed.format == SourceFormat::printed_html) == (medium == Medium::html));
    compare(page, medium, facts_of(printed.document), facts_of(source.document), tallies);
    ++pages;
  }
  return pages;
}

// One line a field, as docs/reference/printed-forms.md has them; returns the sum.
inline Tally print(const Tallies& tallies) {
  Tally sum;
  for (const auto& entry : tallies) {
    const std::string& field = entry.first;
    const Tally& tally = entry.second;
    sum += tally;
    MESSAGE(field, ": ", tally.right, " right, ", tally.absent, " absent, ", tally.wrong, " wrong");
  }
  return sum;
}

}  // namespace stakebook::printed_facts
