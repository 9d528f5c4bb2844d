// Indexes and filings in any order and from any folder: the same claims, the same contents, the
// same answers. Seeded; a failure prints its round.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "report/report.h"
#include "stakebook.h"

using namespace stakebook;

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "index-order-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return at(name);
  }

 private:
  fs::path path_;
};

std::string document(int number, int day) {
  const std::string date = "2024-03-" + std::to_string(day);
  return "<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>4</documentType>"
         "<periodOfReport>" +
         date +
         "</periodOfReport><issuer><issuerCik>0000001234</issuerCik>"
         "<issuerName>Example Corp</issuerName><issuerTradingSymbol>EXMP</issuerTradingSymbol>"
         "</issuer><reportingOwner><reportingOwnerId><rptOwnerCik>0000005678</rptOwnerCik>"
         "<rptOwnerName>Doe Jane</rptOwnerName></reportingOwnerId></reportingOwner>"
         "<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock</value>"
         "</securityTitle><transactionDate><value>" +
         date +
         "</value></transactionDate>"
         "<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>P"
         "</transactionCode></transactionCoding><transactionAmounts><transactionShares><value>10"
         "</value></transactionShares><transactionAcquiredDisposedCode><value>A</value>"
         "</transactionAcquiredDisposedCode></transactionAmounts><postTransactionAmounts>"
         "<sharesOwnedFollowingTransaction><value>" +
         std::to_string(100 + 10 * number) +
         "</value></sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature>"
         "<directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>"
         "</nonDerivativeTransaction></nonDerivativeTable><ownerSignature><signatureName>Jane Doe"
         "</signatureName><signatureDate>" +
         date +
         "</signatureDate></ownerSignature>"
         "</ownershipDocument>";
}

// Filings 1 and 2 in folders named by their numbers, 3 and 4 elsewhere; 4 is in no index.
std::vector<std::string> write_filings(const Folder& folder) {
  return {folder.write("1234/000120000124000001/form4.xml", document(1, 11)),
          folder.write("1234/000120000124000002/form4.xml", document(2, 12)),
          folder.write("loose/form4.xml", document(3, 13)),
          folder.write("loose/other.xml", document(4, 14))};
}

const char* const submissions =
    R"({"cik": "1234", "filings": {"recent": {
      "accessionNumber": ["0001200001-24-000001", "0001200001-24-000003"],
      "filingDate": ["2024-03-12", "2024-03-15"], "reportDate": ["2024-03-11", "2024-03-13"],
      "acceptanceDateTime": ["2024-03-13T01:15:00.000Z", "2024-03-15T23:45:00.000Z"],
      "form": ["4", "4"], "primaryDocument": ["xslF345X05/form4.xml", "xslF345X05/form4.xml"]}}})";
const char* const master =
    "CIK|Company Name|Form Type|Date Filed|Filename\n-----\n"
    "1234|Example Corp|4|2024-03-12|edgar/data/1234/0001200001-24-000001.txt\n"
    "5678|Doe Jane|4|2024-03-14|edgar/data/5678/0001200001-24-000002.txt\n";

std::vector<std::string> write_indexes(const Folder& folder, const std::string& place) {
  return {folder.write(place + "CIK0000001234.json", submissions),
          folder.write(place + "master.idx", master)};
}

// Of the document alone.
std::string content_of(const Claim& claim) {
  Filing filing;
  filing.document = claim.filing()->document;
  return sha256(canonical_bytes(filing));
}

// What can be asked, without the numbers of entries, which tell the order of import.
std::multiset<std::string> answers_of(const Ledger& ledger) {
  std::multiset<std::string> answers;
  for (const int day : {11, 12, 13, 14, 15, 16}) {
    const auto known = std::optional(Instant{*Date::of(2024, 3, day)});
    for (const IssuerBook& book : ledger.books({.owner = {}, .issuer = "1234", .known = known})) {
      for (const Claim& claim : book.claims) {
        const Submission& submission = claim.filing()->submission;
        answers.insert(known->to_text() + " " + claim.known.to_text() + " " +
                       (submission.accession ? submission.accession->to_text() : "no number") +
                       " " + content_of(claim));
      }
      for (const Account& account : book.book.accounts) {
        answers.insert(known->to_text() + " holds " + account.balance.to_text());
      }
    }
  }
  return answers;
}

std::multiset<std::string> answers_after(const Folder& folder, const std::string& name,
                                         const std::vector<std::string>& paths) {
  Ledger ledger = Ledger::create_or_open(folder.at(name));
  for (const std::string& path : paths) ledger.import({path});
  CHECK(ledger.verify().problems == std::vector<std::string>());
  return answers_of(ledger);
}

}  // namespace

TEST_CASE("indexes first, last, between or in another folder give the same answers") {
  const Folder folder;
  std::vector<std::string> paths = write_filings(folder);
  const auto indexes = write_indexes(folder, "1234/");
  const std::vector<std::string> elsewhere = write_indexes(folder, "far/away/");
  paths.insert(paths.end(), indexes.begin(), indexes.end());
  const auto expected = answers_after(folder, "first.db", paths);
  // 1 from the 12th, 2 from the 14th, 3 (only one fits) from the 15th, 4 as signed, on the 14th:
  // one claim and one balance on days 12 and 13, three claims on the 14th, four from the 15th.
  CHECK(expected.size() == 2 + 2 + 4 + 5 + 5);
  CHECK(std::count_if(expected.begin(), expected.end(), [](const std::string& answer) {
          return answer.starts_with("2024-03-16 2024-03-12 21:15:00 0001200001-24-000001");
        }) == 1);
  CHECK(std::count_if(expected.begin(), expected.end(), [](const std::string& answer) {
          return answer.starts_with("2024-03-16 2024-03-15 19:45:00 0001200001-24-000003");
        }) == 1);
  std::mt19937 random(20241127);
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    std::vector<std::string> order = paths;
    if (round % 2 == 1) std::copy(elsewhere.begin(), elsewhere.end(), order.end() - 2);
    std::shuffle(order.begin(), order.end(), random);
    CHECK(answers_after(folder, std::to_string(round) + ".db", order) == expected);
  }
}
