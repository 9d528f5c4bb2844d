// Filings for the journal's tests: a plain one, and seeded ones with every oddity a field can have.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>

#include "journal/journal.h"

namespace stakebook::made {

template <class T>
Field<T> given(T value) {
  Field<T> field;
  field.presence = Presence::given;
  field.value = std::move(value);
  return field;
}

// One owner, one row of Table I: `shares` acquired on 2024-03-05 at a price that footnote F1 gives.
Filing plain_filing(const std::string& issuer_cik, const std::string& owner_cik, int shares);

// Any filing at all: every presence with and without a value and a typed text, any bytes in texts.
class RandomFilings {
 public:
  explicit RandomFilings(std::uint32_t seed) : random_(seed) {}
  Filing filing();
  VestingTerms terms();
  Record record(std::int64_t entries_held);

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool one_in(int bound) { return below(bound) == 0; }
  std::string text();
  Decimal decimal();
  Date date() { return Date::from_days(below(30000) - 5000); }
  Instant instant();
  Cik cik() { return *Cik::parse(std::to_string(1 + below(40))); }
  Ratio ratio() { return Ratio(below(20) - 4, 1 + below(12)); }
  std::string value(std::string*) { return text(); }
  bool value(bool*) { return one_in(2); }
  Date value(Date*) { return date(); }
  template <class Unit>
  Quantity<Unit> value(Quantity<Unit>*) {
    return Quantity<Unit>(decimal());
  }
  template <class T>
  void fill(Field<T>& field);
  template <class T>
  std::optional<T> maybe(T value) {
    return one_in(2) ? std::optional(value) : std::nullopt;
  }
  std::vector<FootnoteId> footnote_ids();
  void fill_rows(std::vector<Row>& rows, Table table);
  void fill_submission(Submission& submission);
  Portion portion();
  RecordedAccount account();

  std::mt19937 random_;
};

// In a batch of its own; its entry.
template <class Content>
std::int64_t append(Journal& journal, const Content& content) {
  Journal::Batch batch = journal.begin_batch();
  const std::int64_t entry = batch.append(content, "x").entry;
  batch.commit();
  return entry;
}

// Everything that a filing holds is the same.
bool same(const Filing& left, const Filing& right);

// A new file name in a folder of its own; the folder goes when this does.
class TemporaryLedger {
 public:
  TemporaryLedger();
  ~TemporaryLedger();
  TemporaryLedger(const TemporaryLedger&) = delete;
  TemporaryLedger& operator=(const TemporaryLedger&) = delete;
  const std::string& path() const { return path_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::string path_;
};

}  // namespace stakebook::made
