// Where an import puts what it read: into the journal, or nowhere.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "journal/journal.h"

namespace stakebook::door {

class ImportSink {
 public:
  ImportSink() = default;
  ImportSink(const ImportSink&) = delete;
  ImportSink& operator=(const ImportSink&) = delete;
  virtual ~ImportSink() = default;
  virtual Appended append(const Filing& filing, std::string_view source) = 0;
  // False where it is held already.
  virtual bool append(const Listing& listing, std::string_view source) = 0;
  virtual void set_aside(std::string_view source, const Diagnostic& reason) = 0;
  // What was put there stays.
  virtual void commit() = 0;
};

// Commits after every `batch_claims` by itself.
class JournalSink : public ImportSink {
 public:
  JournalSink(Journal& journal, std::size_t batch_claims)
      : journal_(journal), batch_claims_(batch_claims) {}
  Appended append(const Filing& filing, std::string_view source) override;
  bool append(const Listing& listing, std::string_view source) override;
  void set_aside(std::string_view source, const Diagnostic& reason) override;
  void commit() override;

 private:
  Journal::Batch& batch();
  void count();

  Journal& journal_;
  const std::size_t batch_claims_;
  std::optional<Journal::Batch> batch_;
  std::size_t in_batch_ = 0;
};

// Says what the journal would, and remembers a hash of each filing and listing, and each accession
// number, that came.
class PreviewSink : public ImportSink {
 public:
  // nullptr: a ledger that is not there yet.
  explicit PreviewSink(const Journal* journal) : journal_(journal) {}
  Appended append(const Filing& filing, std::string_view source) override;
  bool append(const Listing& listing, std::string_view source) override;
  void set_aside(std::string_view, const Diagnostic&) override {}
  void commit() override {}

 private:
  const Journal* journal_;
  std::set<std::string> contents_;
  std::set<AccessionNumber> accessions_;
  std::set<std::string> listings_;
};

}  // namespace stakebook::door
