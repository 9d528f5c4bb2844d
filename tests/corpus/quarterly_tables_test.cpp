// The quarterly tables against the XML of the same filings: field by field, every filing that the
// tables hold, with as many rows as another XML library counted (MANIFEST.tsv).
//
// Differences that the data set's layout makes, and no others, are allowed:
//   amounts are cut to two decimals; some fields have no column; an empty element is an empty cell;
//   the list of an owner's relationships has no way to say no; transactions and holdings are two
//   tables, whose keys do not tell how they alternated.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "filing/reader.h"
#include "stakebook.h"
#include "support/file_text.h"
#include "support/manifest.h"
#include "support/temporary_folder.h"
#include "value/text.h"

using namespace stakebook;

namespace {

const std::string corpus = STAKEBOOK_SHARED "/corpus/";
const std::string zip = corpus + "quarterly/made_form345.zip";

struct Fact {
  std::string text;
  std::set<FootnoteId> footnotes;
  std::optional<Decimal> amount;

  friend bool operator==(const Fact&, const Fact&) = default;
};
using Facts = std::map<std::string, Fact>;

bool has_column(const std::string& name) {
  static const std::set<std::string> without = {
      "schema_version",         "issuer_foreign_trading_symbol",
      "rpt_owner_good_address", "rpt_owner_non_us_address_flag",
      "rpt_owner_country",      "rpt_owner_non_us_state_territory"};
  return without.count(name) == 0;
}

bool is_relationship(const std::string& name) { return name.starts_with("is_"); }

class Collector {
 public:
  template <class T>
  void add(const std::string& prefix, const std::string& name, const Field<T>& field) {
    if (!has_column(name)) return;
    Fact fact{field.value ? collapsed(canonical_text(*field.value)) : std::string(),
              {field.footnotes.begin(), field.footnotes.end()},
              {}};
    if constexpr (requires { field.value->amount(); }) {
      if (field.value) fact.amount = field.value->amount();
    }
    if constexpr (std::is_same_v<T, bool>) {
      if (is_relationship(name) && fact.text == "0") return;
    }
    if (!fact.text.empty() || !fact.footnotes.empty()) facts[prefix + name] = std::move(fact);
  }
  Facts facts;
};

void collect_rows(Collector& collector, const char* table, const std::vector<Row>& rows) {
  std::array<int, 2> numbers = {};
  for (const Row& row : rows) {
    const bool holding = row.kind == RowKind::holding;
    const std::string prefix = std::string(table) + (holding ? "holding." : "transaction.") +
                               std::to_string(++numbers[holding ? 1 : 0]) + ".";
    collector.facts[prefix + "row"].text = "there";
    for_each_field(
        row, [&](const char* name, const auto& field) { collector.add(prefix, name, field); });
    const auto& marks = row.transaction_coding_footnotes;
    if (!marks.empty()) {
      collector.facts[prefix + "coding"].footnotes = {marks.begin(), marks.end()};
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
    collector.facts["footnote." + footnote.id].text = collapsed(footnote.text);
  }
  for (std::size_t i = 0; i < document.owner_signatures.size(); ++i) {
    const std::string prefix = "signature" + std::to_string(i + 1) + ".";
    collector.add(prefix, "name", document.owner_signatures[i].signature_name);
    collector.add(prefix, "date", document.owner_signatures[i].signature_date);
  }
  return std::move(collector.facts);
}

bool is_cut_to_two_decimals(const Fact& xml, const Fact& table) {
  return xml.amount && table.amount && xml.footnotes == table.footnotes &&
         xml.amount->rounded(2, Rounding::floor) <= *table.amount &&
         *table.amount <= xml.amount->rounded(2, Rounding::ceiling);
}

struct Tally {
  std::size_t same = 0;
  std::size_t rounded = 0;
};

void compare(const std::string& accession, const Facts& xml, const Facts& table, Tally& tally) {
  for (const auto& entry : xml) {
    const auto found = table.find(entry.first);
    if (found == table.end()) {
      FAIL_CHECK(accession, ": ", entry.first, " \"", entry.second.text, "\" is not in the tables");
    } else if (found->second == entry.second) {
      ++tally.same;
    } else {
      CHECK_MESSAGE(is_cut_to_two_decimals(entry.second, found->second), accession, ": ",
                    entry.first, " is \"", entry.second.text, "\", in the tables \"",
                    found->second.text, "\"");
      ++tally.rounded;
    }
  }
  for (const auto& entry : table) {
    CHECK_MESSAGE(xml.count(entry.first) == 1, accession, ": ", entry.first, " \"",
                  entry.second.text, "\" is only in the tables");
  }
}

std::map<std::string, ManifestLine> manifest_by_accession() {
  std::map<std::string, ManifestLine> lines;
  for (ManifestLine& line : manifest()) {
    const std::string accession = line.at("accession");
    if (!accession.empty()) lines[accession] = std::move(line);
  }
  return lines;
}

bool skips() {
  if (std::filesystem::exists(zip)) return false;
  MESSAGE("skipped: the corpus is not there");
  return true;
}

std::string count(const std::vector<Row>& rows, RowKind kind) {
  return std::to_string(
      std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.kind == kind; }));
}

void check_counts(const ManifestLine& line, const OwnershipDocument& document) {
  CHECK(document.document_type.filed_text() == line.at("form"));
  CHECK(count(document.table_i, RowKind::transaction) == line.at("table1_transactions"));
  CHECK(count(document.table_i, RowKind::holding) == line.at("table1_holdings"));
  CHECK(count(document.table_ii, RowKind::transaction) == line.at("table2_transactions"));
  CHECK(count(document.table_ii, RowKind::holding) == line.at("table2_holdings"));
  CHECK(std::to_string(document.footnotes.size()) == line.at("footnotes"));
}

}  // namespace

TEST_CASE("every filing of the quarterly tables says what its XML says, but for two decimals") {
  if (skips()) return;
  const TemporaryFolder folder;
  Ledger ledger = Ledger::create_or_open(folder.at("ledger.db"));
  const ImportReport report = ledger.import({zip});
  CHECK(report.set_aside.empty());
  CHECK(report.diagnostics == 0);
  CHECK(report.totals.appended == ledger.journal().entries());
  const auto listed = manifest_by_accession();
  Tally tally;
  for (std::int64_t entry = 1; entry <= ledger.journal().entries(); ++entry) {
    const Claim claim = ledger.journal().claim(entry);
    CHECK(claim.source == zip + "!/SUBMISSION.tsv:" + std::to_string(entry + 1));
    const Filing& filing = *claim.filing();
    const std::string accession = filing.submission.accession->to_text();
    CAPTURE(accession);
    const auto found = listed.find(accession);
    REQUIRE(found != listed.end());
    std::string filed = filing.submission.filed->to_text();
    std::erase(filed, '-');
    CHECK(filed == found->second.at("filed"));
    check_counts(found->second, filing.document);
    const ReadResult xml = read_filing(file_text(corpus + found->second.at("path")));
    compare(accession, facts_of(xml.filing->document), facts_of(filing.document), tally);
  }
  MESSAGE(ledger.journal().entries(), " filings with ", report.rows, " rows: ", tally.same,
          " fields the same, ", tally.rounded, " cut to two decimals");
  CHECK(report.rows >= 2965);
  CHECK(tally.same >= 40'000);
  CHECK(tally.rounded >= 1'000);
  CHECK(ledger.verify().problems.empty());
  CHECK(ledger.import({zip}).totals.held_already == report.totals.appended);
}

TEST_CASE("beside their XML the tables post nothing, differ in nothing and tell what they cut") {
  if (skips()) return;
  const std::vector<std::string> documents = {corpus + "edgar", corpus + "submissions"};
  std::array<std::size_t, 2> rounded = {};
  std::array<std::size_t, 2> postings = {};
  const TemporaryFolder folder;
  for (const std::size_t order : {0U, 1U}) {
    Ledger ledger = Ledger::create_or_open(folder.at(order == 0 ? "a.db" : "b.db"));
    if (order == 0) ledger.import({zip});
    CHECK(ledger.import(documents).second_versions == 0);
    if (order == 1) CHECK(ledger.import({zip}).second_versions == 0);
    std::size_t superseded = 0;
    ledger.for_each_issuer_book({}, [&](IssuerBook&& answer) {
      for (const Account& account : answer.book.accounts)
        postings[order] += account.postings.size();
      for (const Diagnostic& one : answer.history.diagnostics) {
        if (one.code == "version-superseded") ++superseded;
        if (one.code == "tables-rounded") ++rounded[order];
        CHECK_MESSAGE(one.code != "tables-differ", one.place, ": ", one.message);
      }
      return true;
    });
    CHECK(superseded == 440);
  }
  CHECK(rounded[0] >= 500);
  CHECK(rounded[0] == rounded[1]);
  Ledger alone = Ledger::create_or_open(folder.at("alone.db"));
  alone.import(documents);
  std::size_t expected = 0;
  alone.for_each_issuer_book({}, [&](IssuerBook&& answer) {
    for (const Account& account : answer.book.accounts) expected += account.postings.size();
    return true;
  });
  CHECK(postings[0] == expected);
  CHECK(postings[1] == expected);
}
