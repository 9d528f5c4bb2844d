// The door: the one public header. Open a ledger, import filings, enter records, ask.
//
//   Ledger ledger = Ledger::create_or_open("stakebook.db");
//   ledger.import({"filings/"});
//   for (const IssuerBook& answer : ledger.books({.owner = "Foster"})) {
//     for (const Account& account : answer.book.accounts) {
//       std::cout << answer.history.accounts[account.identity].security_title << ' '
//                 << account.balance.to_text() << '\n';
//     }
//   }
//
// Every question has two dates: `on`, as of which (effective), and `known`, as known on which. An
// operation that fails throws Error, with place and remedy; data that disagrees is in the answers.
// A Ledger is used from one thread at a time; two processes may read while one writes.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/answers.h"
#include "value/error.h"

namespace stakebook {

struct ImportOptions {
  // Called after each file with what has been done so far; return false to stop after this batch.
  std::function<bool(const ImportProgress&)> progress = {};
  std::size_t batch_filings = 1000;
  // Threads that read and parse ahead of the writer; 0: one less than there are processors, at
  // least one. The result is the same.
  unsigned readers = 0;
  // The descriptor that the path "-" is read from: a pipe, or a file from its place on. Without
  // one, "-" is a file's name.
  int stream = -1;
};

class Ledger {
 public:
  static Ledger open(const std::string& path);            // to read; Error(not_found)
  static Ledger create_or_open(const std::string& path);  // to write
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // Files, folders (walked in name order) and archives, told by their content: filings, and EDGAR's
  // own indexes, in any order. A path that is not there is Error(not_found) before anything is
  // taken. What cannot be read is set aside with its reason and does not stop the rest. Durable
  // batch by batch.
  ImportReport import(const std::vector<std::string>& paths, const ImportOptions& options = {});
  // What import() would take into the ledger at `path`, or into a new one where there is none.
  // Writes nothing.
  static ImportReport preview_import(const std::string& path, const std::vector<std::string>& paths,
                                     const ImportOptions& options = {});
  // A document or an archive held in memory; `source` names it in the ledger.
  ImportReport import_bytes(std::string_view bytes, std::string_view source);
  // Appends a record. Error(invalid_input) where it contradicts itself or names a row that is not
  // there; Error(ambiguous) where its issuer or owner is only a part of a name that is there.
  Appended record(const Record& record);

  std::vector<Party> issuers(std::string_view match = {}) const;
  std::vector<Party> owners(std::string_view match = {}) const;

  // One book an issuer. Holdings, tranches, history, reconciliation and forecast are all read from
  // it: reconcile(answer.history, answer.book, answer.claims), forecast(answer.book, from, to), and
  // so on. Only issuers that something was known of by `known`.
  std::vector<IssuerBook> books(const Question& question) const;
  // The same books, one at a time in the same order, so that a whole ledger needs the memory of a
  // few issuers. Return false to stop.
  void for_each_issuer_book(const Question& question,
                            const std::function<bool(IssuerBook&&)>& visit) const;

  // The same books, reconciled, in the same order. Of a question about an owner the balances are
  // the owner's, and the other owners of the issuer are witnesses all the same.
  void for_each_reconciled_book(const Question& question,
                                const std::function<bool(ReconciledBook&&)>& visit) const;

  // What changed between what was known at `earlier` and at `later` (absent: everything held), one
  // answer an issuer of which anything was known by `later`. `question.known` plays no part.
  // Error(invalid_input) where `earlier` does not lie before `later`.
  std::vector<IssuerDifference> differences(const Question& question, Instant earlier,
                                            std::optional<Instant> later = {}) const;

  // The filings that a question reaches, as they were filed, one at a time in the order of their
  // entries, in a memory that does not grow with the ledger. `filing` narrows them to an accession
  // number (each of its versions) or to the filing that a reference points into; empty: all.
  // Return false to stop. `question.on` does not matter. Error(invalid_input | not_found).
  void for_each_filing(const Question& question, std::string_view filing,
                       const std::function<bool(Claim&&)>& visit) const;

  // What a reference printed beside a figure stands for. Error(invalid_input | not_found).
  Explanation explain(std::string_view reference) const;

  // Everything that was noticed, by entry: by the readers, and when filings were put together
  // (versions, amendments). Error(invalid_input | not_found) where `filing` is none of the ledger.
  std::vector<Noticed> noticed(const NoticedFilter& filter = {}) const;

  VerifyReport verify() const;
  const Journal& journal() const;

 private:
  struct State;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace stakebook
