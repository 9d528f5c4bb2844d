// Answers: what the door hands to its callers and what reports are written from.
//
//   IssuerBook    the book of one issuer, as far as a question reaches, with everybody's names
//   ImportReport  files read 12, taken 9, held already 2, set aside 1 and why
//   Explanation   105,000 shares: after the last sale of 2007-11-20; before that 105,500; ...
//
// An answer is data: it holds no connection to the ledger, and stays valid when that is closed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "book/book.h"
#include "book/difference.h"
#include "event/derive.h"
#include "forecast/forecast.h"
#include "journal/journal.h"
#include "reconcile/reconciliation.h"

namespace stakebook {

// Whom a question is about. Owner and issuer: a CIK, a trading symbol (issuers), a name or a part
// of one, case ignored, or a party's number ("#12"); an exact match goes before a part. One that
// fits several parties is Error(ambiguous) whose remedy lists them; one that fits none is
// Error(not_found).
struct Question {
  std::string owner = {};       // empty: every owner of the issuer
  std::string issuer = {};      // empty: every issuer the owner has claims with; both: all
  std::optional<Date> on = {};  // as of, the end of that day; absent: after everything
  // As known then; at the end of the day where no time is given. Absent: everything is known.
  std::optional<Instant> known = {};
  // What a book can do without, for sooner answers: what footnotes say of grants (`terms`,
  // `statements`, `grants`), and the names of the owners.
  bool grants = true;
  bool owner_names = true;
};

// The book of one issuer, as far as a question reaches, with the names of everybody in it.
struct IssuerBook {
  Party issuer;
  std::optional<Party> owner;  // the one asked about
  std::vector<Party> parties;  // issuer and owners, by id
  Question question;
  std::vector<Claim> claims;  // that the history was derived from, in entry order
  History history;
  Book book;

  // nullptr where the id is not of this book.
  const Party* party(PartyId id) const;
  const Claim* claim(std::int64_t entry) const;
};

// An issuer's book, and what became of its reported balances. Of a question about an owner the
// balances and claims are the owner's; history and book are the issuer's, whose other owners may
// bear out a cause.
struct ReconciledBook {
  IssuerBook book;
  Reconciliation result;
};

// What changed in one issuer's book between two dates of knowledge.
struct IssuerDifference {
  IssuerBook later;  // its question's `known` is the later date
  Instant earlier;
  std::vector<std::int64_t> new_claims;  // entries that became known between the two, ascending
  BookDifference difference;
};

// How often a code was noticed in what an import took, and where first.
struct NoticedCode {
  std::int64_t times = 0;
  Noticed first;
};

struct ImportProgress {
  std::int64_t files_done = 0;    // files, and members of archives
  std::int64_t files_total = 0;   // 0 while it is not known: once an archive was met
  std::uint64_t bytes_done = 0;   // of the files as they lie there, packed or not
  std::uint64_t bytes_total = 0;  // 0 while it is not known: of a pipe
  std::int64_t appended = 0;
  std::int64_t held_already = 0;
  std::int64_t set_aside = 0;
};

struct ImportReport {
  ImportProgress totals;
  std::int64_t rows = 0;               // rows of both tables that came in
  std::int64_t second_versions = 0;    // of an accession number that is held with other content
  std::int64_t indexes = 0;            // EDGAR's own indexes
  std::int64_t listings = 0;           // of ownership forms in them
  std::int64_t listings_appended = 0;  // those that were not held already
  std::vector<SetAside> set_aside;     // what was not taken, and why
  std::int64_t diagnostics = 0;        // noticed in what was taken
  std::vector<NoticedCode> noticed;    // those by code, in order of first appearance
  bool stopped = false;                // by progress; what was committed stays
  bool dry_run = false;                // nothing was written: this is what would come
};

// One step of an explanation: a statement, and where it comes from.
struct ExplanationStep {
  int depth = 0;          // 0: the figure itself; deeper: its premises
  std::string statement;  // "10,000 shares: balance after the last report of 2007-11-20"
  std::string rule;       // that inferred it, docs/reference/inferences.md; or empty
  Grade grade = Grade::reported;
  FigureReference ref;
  std::vector<std::pair<std::string, std::string>> fields;  // of the row, as filed: name, text
  std::vector<Footnote> footnotes;                          // that the row cites
  std::vector<std::string> quotes;  // the parts of a footnote that were read, word for word
  std::string source;               // "Form 4 filed 2007-11-21, 0001104659-07-012345, form4.xml"
};

struct Explanation {
  FigureReference ref;
  std::vector<ExplanationStep> steps;
};

}  // namespace stakebook
