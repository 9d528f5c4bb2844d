// The journal: filings and records as immutable claims in one append-only SQLite file.
//
//   Journal journal = Journal::open_or_create("stakebook.db");
//   Journal::Batch batch = journal.begin_batch();
//   batch.append(filing, "form4.xml");            appended, held already, or second version
//   batch.commit();                               durable when it returns
//   for (const Claim& claim : journal.claims_of_issuer(issuer, known)) ...
//
// 1. Entries are numbered 1, 2, 3 ... and chained: hash = SHA-256(hash before || canonical bytes).
//    An entry's bytes are its content and its circumstances; every stored cell is in one of them.
// 2. Nothing is updated or deleted; triggers refuse it. What follows is derived and not stored.
// 3. The same claim twice is one entry: compared by content, not by bytes or circumstances.
// 4. A killed import loses at most the batch in flight; the next open finds a whole journal.
// 5. The claims of one issuer are one index range; nothing outside this folder knows it is SQLite.
// 6. One thread uses a journal at a time; a second one opens its own. Opening reads no entry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/claim.h"

namespace stakebook {

// Why a party that came without a CIK is taken for one that has it.
enum class MergedBy {
  name,    // the only one of that name
  number,  // the only one of that name with a filing of the same accession number
  record,
};

struct MergedParty {
  PartyId id = 0;
  std::string name;
  MergedBy by = MergedBy::name;
  std::int64_t record = 0;  // the entry of the record that says so
};

struct Party {
  PartyId id = 0;
  std::optional<Cik> cik;
  std::string name;  // the latest reported
  std::vector<std::string> other_names;
  std::string trading_symbol;  // issuers: the latest reported; empty for owners
  std::int64_t filings = 0;
  // Who came without a CIK; where issuers() or owners() list it.
  std::vector<MergedParty> merged = {};
};

enum class AppendOutcome {
  appended,
  held_already,    // the same canonical content is there
  second_version,  // appended, but its accession number is there with other content
};

struct Appended {
  AppendOutcome outcome;
  std::int64_t entry;  // the new entry, or the one held already
};

struct VerifyReport {
  std::int64_t entries = 0;
  std::int64_t rows = 0;
  std::int64_t listings = 0;
  // Empty when everything holds: "entry 12: its hash does not follow from entry 11", "the trigger
  // entry_no_update is missing".
  std::vector<std::string> problems;
  std::string head_hash;  // of the last entry; 64 zeros for an empty journal
};

// A file that was not taken, and why. Kept, so that nothing is dropped silently.
struct SetAside {
  std::string source;
  Diagnostic reason;
};

// What a reader noticed in a filing that was taken.
struct Noticed {
  std::int64_t entry = 0;
  std::string accession;  // empty where neither the source nor an index tells one
  std::string source;     // the file
  Diagnostic diagnostic;
};

// Empty parts take everything.
struct NoticedFilter {
  // An accession number, whoever tells it (each of its versions), or an entry's number.
  std::string filing = {};
  std::string code = {};
  std::optional<Instant> known = {};  // in filings that were public by then
};

// Which filings are meant; parts that are absent or empty take everything.
struct FilingFilter {
  // An accession number, whoever tells it (each of its versions), or an entry's number.
  std::string filing = {};
  std::optional<PartyId> issuer = {};
  std::optional<PartyId> owner = {};
  std::optional<Instant> known = {};  // those that were public by then
};

// Errors are Error(storage | busy | damaged | newer_format) with the file and a remedy.
class Journal {
 public:
  enum class Access { read, write };

  // Error(not_found) where there is none.
  static Journal open(const std::string& path, Access access);
  static Journal open_or_create(const std::string& path);
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) noexcept;
  ~Journal();

  // One transaction. Destroyed without commit(), it leaves no trace. One at a time, over processes:
  // Error(busy) where another one writes. It must not outlive its journal. After Error(storage) it
  // can only be destroyed; a record that is refused (Error(not_found | ambiguous)) harms nothing.
  class Batch {
   public:
    Batch(Batch&&) noexcept;
    ~Batch();
    Appended append(const Filing& filing, std::string_view source);
    Appended append(const Record& record, std::string_view source);
    // What an index of EDGAR says; false where it is held already.
    bool append(const Listing& listing, std::string_view source);
    // Kept once, however often the same file is set aside for the same reason.
    void set_aside(std::string_view source, const Diagnostic& reason);
    void commit();

   private:
    friend class Journal;
    struct State;
    explicit Batch(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };
  Batch begin_batch();

  // What append() would answer, with nothing written: `entry` is 0 where it would be a new one.
  Appended outcome_of(const Filing& filing) const;
  bool holds(const Listing& listing) const;

  // Parties. Whoever came without a CIK and is one who has it (issuer_merge.h, owner_merge.h) is
  // that one, in lists and in the claims that are read.
  //
  // `match` filters on a part of a name (each of its words, in any order; former names
  // too), symbol or CIK, case ignored; a whole CIK takes its party alone; empty takes all.
  std::vector<Party> issuers(std::string_view match = {}) const;
  std::vector<Party> owners(std::string_view match = {}) const;
  std::optional<Party> party(PartyId id) const;

  // The issuer to whom the owner came without a CIK; absent for others.
  std::optional<PartyId> issuer_without_cik(PartyId owner) const;
  // The issuers that an owner has claims with, and the owners of an issuer.
  std::vector<PartyId> issuers_of(PartyId owner) const;
  std::vector<PartyId> owners_of(PartyId issuer) const;

  // Claims about one issuer that were public by `known` (all where absent), in entry order. What
  // EDGAR's indexes say completes them: accession number, filing date, acceptance time.
  std::vector<Claim> claims_of_issuer(PartyId issuer, std::optional<Instant> known = {}) const;
  // The same, only those that name the owner, and the issuer-wide records (splits).
  std::vector<Claim> claims_of(PartyId issuer, PartyId owner,
                               std::optional<Instant> known = {}) const;
  // Error(not_found) where there is no such entry.
  Claim claim(std::int64_t entry) const;

  // Filings one at a time, in entry order, in a memory that does not grow with the ledger; those
  // that are appended meanwhile are not among them. Return false to stop. Error(invalid_input |
  // not_found) where `filter.filing` is no filing of the ledger.
  void for_each_filing(const FilingFilter& filter, const std::function<bool(Claim&&)>& visit) const;
  // The first entry that has the filing's accession number: its own where it has none.
  std::int64_t first_version(const Claim& filing) const;

  std::int64_t entries() const;
  std::vector<SetAside> set_aside() const;
  // By entry. Error(invalid_input | not_found) where `filter.filing` is no filing of the ledger.
  std::vector<Noticed> noticed(const NoticedFilter& filter = {}) const;
  // Recomputes every hash from what is stored, checks triggers, counts and SQLite's own integrity.
  VerifyReport verify() const;

 private:
  struct State;
  explicit Journal(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The canonical bytes of a claim's content: what is compared, and hashed with the circumstances.
// White space, source path, format and diagnostics do not enter; what EDGAR says does.
std::string canonical_bytes(const Filing& filing);
std::string canonical_bytes(const Record& record);
std::string canonical_bytes(const Listing& listing);

// SHA-256 as 64 lower-case hex digits.
std::string sha256(std::string_view bytes);

}  // namespace stakebook
