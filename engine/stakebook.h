// The door: the one public header. Open a ledger, import filings, enter records, ask.
//
//   #include <stakebook.h>
//   using namespace stakebook;
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
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "event/derive.h"
#include "forecast/forecast.h"
#include "journal/journal.h"
#include "reconcile/reconciliation.h"

namespace stakebook {

// Whom a question is about. Owner and issuer: a CIK, a trading symbol (issuers), a name or a part of
// one, case ignored. One that fits several parties is Error(ambiguous) whose remedy lists them; one
// that fits none is Error(not_found).
struct Question {
  std::string owner;              // empty: every owner of the issuer
  std::string issuer;             // empty: every issuer the owner has claims with
  std::optional<Date> on = {};
  std::optional<Date> known = {};
};

// The book of one issuer, as far as a question reaches, with the names of everybody in it.
struct IssuerBook {
  Party issuer;
  std::optional<Party> owner;     // the one asked about
  std::vector<Party> parties;     // issuer and owners, by id
  Question question;
  std::vector<Claim> claims;
  History history;
  Book book;

  const Party* party(PartyId id) const;
};

struct ImportOptions {
  // Called after each file with what has been done so far; return false to stop after this batch.
  std::function<bool(const struct ImportProgress&)> progress = {};
  std::size_t batch_filings = 1000;
};

struct ImportProgress {
  std::int64_t files_done = 0;
  std::int64_t files_total = 0;    // 0 while it is not known
  std::int64_t appended = 0;
  std::int64_t held_already = 0;
  std::int64_t set_aside = 0;
};

struct ImportReport {
  ImportProgress totals;
  std::int64_t rows = 0;           // rows of both tables that came in
  std::int64_t second_versions = 0;
  std::vector<SetAside> set_aside; // what was not taken, and why
  std::int64_t diagnostics = 0;    // noticed in what was taken
  bool stopped = false;            // by progress; what was committed stays
};

// One step of an explanation: a statement, and where it comes from.
struct ExplanationStep {
  int depth = 0;                   // 0: the figure itself; deeper: its premises
  std::string statement;           // "10,000 shares: balance after the last report of 2007-11-20"
  Grade grade = Grade::reported;
  FigureReference ref;
  std::vector<std::pair<std::string, std::string>> fields;  // of the row, as filed: name, text
  std::vector<Footnote> footnotes; // that the row cites
  std::string source;              // "Form 4 filed 2007-11-21, 0001104659-07-012345, form4.xml"
};

struct Explanation {
  FigureReference ref;
  std::vector<ExplanationStep> steps;
};

class Ledger {
 public:
  static Ledger open(const std::string& path);             // to read; Error(not_found) where there is none
  static Ledger create_or_open(const std::string& path);   // to write
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // Files and folders (walked in name order). What cannot be read is set aside with its reason and
  // does not stop the rest. Durable batch by batch.
  ImportReport import(const std::vector<std::string>& paths, const ImportOptions& options = {});
  // One document held in memory (standard input); `source` names it in the ledger.
  ImportReport import_bytes(std::string_view bytes, std::string_view source);
  // Appends a record; Error(invalid_input) where it contradicts itself or names a row that is not there.
  Appended record(const Record& record);

  std::vector<Party> issuers(std::string_view match = {}) const;
  std::vector<Party> owners(std::string_view match = {}) const;

  // One book an issuer. Holdings, tranches, history, reconciliation and forecast are all read from it:
  // reconcile(answer.history, answer.book), forecast(answer.book, from, to), rights_to_acquire(...).
  std::vector<IssuerBook> books(const Question& question) const;

  // What a reference printed beside a figure stands for. Error(invalid_input | not_found).
  Explanation explain(std::string_view reference) const;

  VerifyReport verify() const;
  const Journal& journal() const;

 private:
  struct State;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace stakebook
