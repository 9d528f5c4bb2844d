// A ledger whose n-th entry is a filing about n shares: one look says whether it is whole.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "journal/journal.h"
#include "value/error.h"

namespace stakebook::simulation {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ledger-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline Filing numbered_filing(int number) {
  const auto given = []<class T>(T value) {
    Field<T> field;
    field.presence = Presence::given;
    field.value = std::move(value);
    return field;
  };
  Filing filing;
  OwnershipDocument& document = filing.document;
  document.document_type = given(std::string("4"));
  document.issuer.issuer_cik = given(std::to_string(1 + number % 3));
  document.issuer.issuer_name = given("Issuer " + std::to_string(1 + number % 3));
  ReportingOwner& owner = document.reporting_owners.emplace_back();
  owner.rpt_owner_cik = given(std::to_string(100 + number));
  owner.rpt_owner_name = given("Owner " + std::to_string(number));
  Row& row = document.table_i.emplace_back();
  row.transaction_shares = given(Shares(number));
  row.transaction_shares.footnotes = {"F1"};
  document.footnotes.push_back(
      {"F1", "Number " + std::to_string(number) + ". " +
                 std::string(static_cast<std::size_t>(number % 700), 'x')});
  return filing;
}

inline void append_numbers(Journal::Batch& batch, int first, int count) {
  for (int number = first; number < first + count; ++number) {
    batch.append(numbered_filing(number), "numbers");
  }
}

// The entries of a ledger, all of them 1, 2, 3 ... shares and all verified; 0 where there is none.
inline std::int64_t require_whole_numbers(const std::string& path) {
  const Journal journal = Journal::open_or_create(path);
  const VerifyReport report = journal.verify();
  for (const std::string& problem : report.problems) MESSAGE(problem);
  REQUIRE(report.problems.empty());
  REQUIRE(report.entries == journal.entries());
  for (std::int64_t entry = 1; entry <= report.entries; ++entry) {
    const Claim claim = journal.claim(entry);
    REQUIRE(claim.filing()->document.table_i.at(0).transaction_shares.value == Shares(entry));
  }
  return report.entries;
}

}  // namespace stakebook::simulation
