// The real amendments of the corpus, each against what its filing says that it does. Only one
// original is held (0001232860); for the others the original is made from the amendment by undoing
// what its footnote says was wrong, so that the words, titles and footnotes are the filer's own.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "filing/reader.h"
#include "stakebook.h"

using namespace stakebook;

namespace {

const std::string corpus = STAKEBOOK_SHARED "/corpus";

bool is_here() {
  if (std::filesystem::exists(corpus)) return true;
  MESSAGE("skipped: ../shared/corpus is not here");
  return false;
}

Filing filing_at(const std::string& path) {
  std::ifstream file(corpus + '/' + path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  return *read_filing(bytes).filing;
}

template <class T>
Field<T> given(T value) {
  Field<T> field;
  field.presence = Presence::given;
  field.value = std::move(value);
  return field;
}

Claim claim_of(std::int64_t entry, Filing filing) {
  Claim claim;
  claim.entry = entry;
  claim.issuer = 1;
  claim.owners = {2};
  claim.known = filing.known();
  claim.body = std::move(filing);
  return claim;
}

// What the amendment amends: filed on the day that it names, without the amendment's words.
Filing original_of(const Filing& amendment) {
  Filing original = amendment;
  OwnershipDocument& document = original.document;
  document.document_type = given<std::string>("4");
  original.submission.filed = *document.date_of_original_submission.value;
  original.submission.accession.reset();
  original.submission.accepted.reset();
  document.date_of_original_submission = {};
  document.remarks = {};
  return original;
}

struct Both {
  History history;
  Book book;
};

Both derived(Filing original, const Filing& amendment) {
  Both both;
  both.history = derive({claim_of(1, std::move(original)), claim_of(2, amendment)});
  both.book = replay(both.history);
  return both;
}

// "1.I.1 replaced by 2.I.1; ..." and the codes of what was noticed.
std::string effects(const History& history) {
  std::string text;
  for (const AmendedRow& row : history.amended) {
    text += row.effect.row.to_text() + ' ' + std::string(name_of(row.effect.effect)) + " by " +
            row.effect.by.to_text() + "; ";
  }
  for (const Diagnostic& diagnostic : history.diagnostics) text += diagnostic.code + "; ";
  return text;
}

}  // namespace

TEST_CASE("0001373715-23-000236 ticks the 10b5-1 box and repeats its line") {
  if (!is_here()) return;
  const Filing amendment = filing_at(
      "edgar/1373715/000137371523000236/0001373715-23-000236_wf-form4a_168428207764723.xml");
  Filing original = original_of(amendment);
  original.document.aff10b5_one = given(false);
  original.document.footnotes.clear();
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "2.I.1 repeats by 1.I.1; ");
  CHECK(both.book.accounts[0].balance.to_text() == "10371");
}

TEST_CASE("0001062993-24-019893 repeats its line to attach a power of attorney") {
  if (!is_here()) return;
  const Filing amendment =
      filing_at("edgar/789019/000106299324019893/0001062993-24-019893_form4a.xml");
  const Both both = derived(original_of(amendment), amendment);
  CHECK(effects(both.history) == "2.I.1 repeats by 1.I.1; ");
  CHECK(both.book.accounts[0].balance.to_text() == "71210.4106");
}

TEST_CASE("0000723125-18-000025 turns an acquisition into a disposition") {
  if (!is_here()) return;
  const Filing amendment =
      filing_at("edgar/723125/000072312518000025/0000723125-18-000025_edgar.xml");
  Filing original = original_of(amendment);
  Row& row = original.document.table_i[0];
  row.transaction_acquired_disposed_code = given<std::string>("A");
  row.shares_owned_following_transaction = given(*Shares::parse("233382"));
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "1.I.1 replaced by 2.I.1; ");
  REQUIRE(both.history.events.size() == 1);
  CHECK(both.history.events[0].change == ShareRange::exactly(Shares(-50000)));
  CHECK(both.book.accounts[0].opening.to_text() == "183382");
}

TEST_CASE("0000950103-20-002659 corrects 8,662 converted shares to 15,625 in both tables") {
  if (!is_here()) return;
  const Filing amendment =
      filing_at("edgar/1535527/000095010320002659/0000950103-20-002659_dp121295_4-podbere.xml");
  Filing original = original_of(amendment);
  Row& shares = original.document.table_i[0];
  shares.transaction_shares = given(*Shares::parse("8662"));
  shares.shares_owned_following_transaction = given(*Shares::parse("8662"));
  Row& converted = original.document.table_ii[0];
  converted.transaction_shares = given(*Shares::parse("8662"));
  converted.underlying_security_shares = given(*Shares::parse("8662"));
  converted.shares_owned_following_transaction = given(*Shares::parse("1200000"));
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "1.I.1 replaced by 2.I.1; 1.II.1 replaced by 2.II.1; ");
  REQUIRE(both.history.events.size() == 2);
  // "Represents holdings as of February 7, 2020": not what followed the conversion of December 23.
  CHECK_FALSE(both.history.events[0].reported_following);
}

TEST_CASE("0001730168-25-000104 corrects how many shares went into an exchange fund") {
  if (!is_here()) return;
  const Filing amendment =
      filing_at("edgar/1730168/000173016825000104/0001730168-25-000104_wk-form4a_1757982812.xml");
  Filing original = original_of(amendment);
  Row& row = original.document.table_i[0];
  row.transaction_shares = given(*Shares::parse("148415"));
  row.shares_owned_following_transaction = given(*Shares::parse("825737"));
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "1.I.1 replaced by 2.I.1; 2.I.2 repeats by 1.I.2; ");
}

TEST_CASE("0000899243-19-015532 withdraws a purchase of 217,524 and states what is held today") {
  if (!is_here()) return;
  const Filing amendment =
      filing_at("edgar/1650575/000089924319015532/0000899243-19-015532_doc4a.xml");
  Filing original = original_of(amendment);
  Row row = original.document.table_i[0];
  row.kind = RowKind::transaction;
  row.transaction_date = given(*Date::parse("2018-07-03"));
  row.transaction_code = given<std::string>("J");
  row.transaction_acquired_disposed_code = given<std::string>("A");
  row.transaction_shares = given(*Shares::parse("217524"));
  row.shares_owned_following_transaction = given(*Shares::parse("4410280"));
  original.document.table_i = {row};
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "1.I.1 retracted by 2; amendment-retracts; ");
  // "as of the date of this filing"
  REQUIRE(both.history.events.size() == 1);
  CHECK(both.history.events[0].effective == *Date::parse("2019-06-05"));
  CHECK(both.book.accounts[0].balance.to_text() == "4192756");
}

TEST_CASE("0001127602-19-021019 withdraws 95.865 phantom stock units of Table II") {
  if (!is_here()) return;
  const Filing amendment =
      filing_at("edgar/50863/000112760219021019/0001127602-19-021019_form4a.xml");
  Filing original = original_of(amendment);
  Row row = original.document.table_ii[0];
  row.kind = RowKind::transaction;
  row.transaction_date = given(*Date::parse("2019-03-15"));
  row.transaction_code = given<std::string>("A");
  row.transaction_acquired_disposed_code = given<std::string>("A");
  row.transaction_shares = given(*Shares::parse("95.865"));
  row.shares_owned_following_transaction = given(*Shares::parse("16436.602"));
  original.document.table_ii = {row};
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "1.II.1 retracted by 2; amendment-retracts; ");
  REQUIRE(both.history.events.size() == 1);
  CHECK(both.book.accounts[0].balance.to_text() == "16340.737");
}

TEST_CASE("0000707549-25-000004 restates a transfer to a trust after a split, on both lines") {
  if (!is_here()) return;
  const Filing amendment = filing_at("submissions/707549/form4A.txt");
  Filing original = original_of(amendment);
  original.document.table_i[0].shares_owned_following_transaction = given(*Shares::parse("10"));
  original.document.table_i[1].shares_owned_following_transaction = given(*Shares::parse("33210"));
  const Both both = derived(original, amendment);
  CHECK(effects(both.history) == "1.I.1 replaced by 2.I.1; 1.I.2 replaced by 2.I.2; ");
}

TEST_CASE("in the ledger, the one amendment whose original is held is linked and no other") {
  if (!is_here()) return;
  const auto folder = std::filesystem::temp_directory_path() / "stakebook-corpus-amendments";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  {
    Ledger ledger = Ledger::create_or_open((folder / "corpus.db").string());
    ledger.import({corpus + "/edgar", corpus + "/loose", corpus + "/submissions"});
    std::string linked;
    int without_original = 0;
    ledger.for_each_issuer_book({}, [&](IssuerBook&& book) {
      for (const AmendedRow& row : book.history.amended) {
        linked +=
            book.issuer.cik->to_text() + ' ' +
            book.history.accounts[static_cast<std::size_t>(row.event.account)].security_title +
            ' ' + std::string(name_of(row.effect.effect)) + '\n';
      }
      for (const Diagnostic& diagnostic : book.history.diagnostics) {
        if (diagnostic.code == "amendment-without-original") ++without_original;
      }
      CHECK(book.history.other_readings.empty());
      return true;
    });
    // The amendment says that the title was wrong, on both lines.
    CHECK(linked ==
          "0001232860 Variable Rate Demand Preferred Shares replaced\n"
          "0001232860 Variable Rate Demand Preferred Shares replaced\n");
    CHECK(without_original == 8);
    // Signed on 2025-10-06: until then the wrong title stands.
    const auto titles = [&](Date known) {
      std::string text;
      for (const IssuerBook& book :
           ledger.books({.issuer = "0001232860", .known = Instant{known}})) {
        for (const Account& account : book.book.accounts) {
          if (account.postings.empty()) continue;
          text += book.history.accounts[static_cast<std::size_t>(account.identity)].security_title +
                  ' ' + account.balance.to_text() + '\n';
        }
      }
      return text;
    };
    CHECK(titles(*Date::parse("2025-10-05")) == "Variable Rate Demand Preferred Shares 0\n");
    CHECK(titles(*Date::parse("2025-10-06")) == "COMMON STOCK 0\n");
  }
  std::filesystem::remove_all(folder);
}
