// Printed forms against the XML they were made from: every field is right, absent, or wrong, and
// none may be wrong. The pages are ../shared/corpus/printed/*.txt; PAIRS.tsv names their sources.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "filing/reader.h"
#include "value/text.h"

using namespace stakebook;

namespace {

const std::string corpus = STAKEBOOK_SHARED "/corpus/";

struct Fact {
  std::string text;
  std::set<FootnoteId> footnotes;
};
using Facts = std::map<std::string, Fact>;

struct Tally {
  int right = 0;
  int absent = 0;
  int wrong = 0;
};

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, "cannot open ", path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// White space of any kind is one blank, as on the page.
std::string plain(std::string text) {
  for (std::size_t at = 0; (at = text.find("\xC2\xA0", at)) != std::string::npos;) {
    text.replace(at, 2, " ");
  }
  return collapsed(text);
}

// What the page does not show, or shows only where it is set.
bool is_printed(const std::string& name) {
  static const std::set<std::string> unprinted = {"schema_version",
                                                  "issuer_cik",
                                                  "rpt_owner_cik",
                                                  "rpt_owner_good_address",
                                                  "rpt_owner_non_us_address_flag",
                                                  "rpt_owner_country",
                                                  "transaction_timeliness"};
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

void collect_rows(Collector& collector, const char* table, const std::vector<Row>& rows) {
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

Facts facts_of(const OwnershipDocument& document) {
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
    collector.facts[footnote.id] = {plain(footnote.text), {}};
  }
  for (std::size_t i = 0; i < document.owner_signatures.size(); ++i) {
    const std::string prefix = "signature" + std::to_string(i + 1) + ".";
    collector.add(prefix, "name", document.owner_signatures[i].signature_name);
    collector.add(prefix, "date", document.owner_signatures[i].signature_date);
  }
  return std::move(collector.facts);
}

// The form on which a transaction belongs is printed only where it is another than the page's.
bool may_be_unprinted(const std::string& name) {
  return name.ends_with("transaction_form_type") || name.ends_with("rpt_owner_state_description");
}

Tally compare(const std::string& page, const Facts& printed, const Facts& source) {
  Tally tally;
  for (const auto& entry : source) {
    const std::string& name = entry.first;
    const Fact& fact = entry.second;
    const auto found = printed.find(name);
    if (found == printed.end() || (found->second.text.empty() && !fact.text.empty())) {
      if (!may_be_unprinted(name)) ++tally.absent;
      continue;
    }
    const bool no_other_mark =
        std::includes(fact.footnotes.begin(), fact.footnotes.end(), found->second.footnotes.begin(),
                      found->second.footnotes.end());
    const bool right = found->second.text == fact.text && no_other_mark;
    ++(right ? tally.right : tally.wrong);
    CHECK_MESSAGE(right, page, ": ", name, " is \"", fact.text, "\", read as \"",
                  found->second.text, "\"");
  }
  for (const auto& entry : printed) {
    if (source.count(entry.first) != 0) continue;
    ++tally.wrong;
    CHECK_MESSAGE(false, page, ": ", entry.first, " is not in the source, read as \"",
                  entry.second.text, "\"");
  }
  return tally;
}

OwnershipDocument read_or_fail(const std::string& path) {
  ReadResult result = read_filing(file_text(path));
  REQUIRE_MESSAGE(result.filing, path, " is refused");
  return std::move(result.filing->document);
}

}  // namespace

TEST_CASE("what is read off a printed page is what its XML says, or absent") {
  std::ifstream pairs(corpus + "printed/PAIRS.tsv");
  if (!pairs) {
    MESSAGE("skipped: ../shared/corpus/printed is not here");
    return;
  }
  Tally all;
  int pages = 0;
  for (std::string line; std::getline(pairs, line);) {
    const std::size_t tab = line.find('\t');
    const std::string page = line.substr(0, tab);
    if (!page.ends_with(".txt")) continue;
    CAPTURE(page);
    const std::string bytes = file_text(corpus + "printed/" + page);
    CHECK(detect_format(bytes) == SourceFormat::printed_text);
    const Tally tally =
        compare(page, facts_of(read_or_fail(corpus + "printed/" + page)),
                facts_of(read_or_fail(corpus + std::string(trimmed(line.substr(tab + 1))))));
    all.right += tally.right;
    all.absent += tally.absent;
    all.wrong += tally.wrong;
    ++pages;
  }
  MESSAGE(pages, " pages: ", all.right, " fields right, ", all.absent, " absent, ", all.wrong,
          " wrong");
  CHECK(pages > 0);
  CHECK(all.wrong == 0);
  CHECK(all.right >= 20 * pages);
  CHECK(all.absent * 50 <= all.right);
}
