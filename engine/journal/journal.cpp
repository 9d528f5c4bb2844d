#include "journal/journal.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "journal/claim_reader.h"
#include "journal/filing_list.h"
#include "journal/held_filings.h"
#include "journal/issuer_merge.h"
#include "journal/listing_reader.h"
#include "journal/merged_parties.h"
#include "journal/noticed_list.h"
#include "journal/older_format.h"
#include "journal/party_list.h"
#include "journal/schema.h"
#include "journal/sha256.h"
#include "journal/sqlite.h"
#include "journal/verify.h"
#include "journal/writer.h"
#include "value/error.h"

namespace stakebook {
namespace {

constexpr int lock_wait_milliseconds = 1000;

// Where the folder is read-only, SQLite cannot make the files it wants beside a ledger. Without a
// write-ahead log nobody is writing, and the file alone is the whole ledger.
bool has_log(const std::string& path) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path + "-wal", ignored);
  return !ignored && size > 0;
}

void refuse_folder(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return;
  throw Error(ErrorKind::damaged, "the path names a folder, not a ledger", path,
              "name a file in it");
}

void require_file(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status)) {
    throw Error(ErrorKind::not_found, "there is no ledger", path,
                "check the path, or import filings to start one");
  }
  refuse_folder(path);
}

// SQLite alone would say "unable to open database file" of each of these.
void require_folder_for(const std::string& path) {
  refuse_folder(path);
  std::error_code ignored;
  const std::filesystem::path file(path);
  if (std::filesystem::exists(file, ignored)) return;
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, ignored)) {
    throw Error(ErrorKind::storage, "there is no folder " + folder.string(), path,
                "make the folder, or name a ledger in another one");
  }
  if (::access(folder.c_str(), W_OK) != 0) {
    throw Error(ErrorKind::storage, "nothing can be written in the folder " + folder.string(), path,
                "allow writing in it, or name a ledger in another one");
  }
}

std::unique_ptr<Database> open_to_read(const std::string& path) {
  require_file(path);
  std::unique_ptr<Database> database;
  try {
    database = std::make_unique<Database>(path, Database::Mode::read);
    database->wait_for_locks(lock_wait_milliseconds);
    check_format(*database);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::storage || has_log(path)) throw;
    database = std::make_unique<Database>(path, Database::Mode::frozen);
    check_format(*database);
  }
  show_as_todays_format(*database);
  database->execute("PRAGMA query_only = ON");
  // Room for the upper pages of the trees of some million filings, which every look-up passes.
  database->execute("PRAGMA cache_size = -49152");
  return database;
}

std::unique_ptr<Database> opened_to_write(const std::string& path, bool create) {
  auto database =
      std::make_unique<Database>(path, create ? Database::Mode::create : Database::Mode::write);
  database->wait_for_locks(lock_wait_milliseconds);
  if (create && is_blank(*database)) create_schema(*database);
  check_format(*database);
  upgrade(*database);
  // The triggers are there for other programs. This one has no statement that they would refuse,
  // and with a trigger SQLite keeps a journal of every single INSERT, which doubles its time.
  database->ignore_triggers();
  // 16 MiB of pages hold the parts of the indexes that a batch grows; the log is copied into the
  // file every 32 MiB.
  for (const char* pragma : {"journal_mode = WAL", "synchronous = FULL", "foreign_keys = OFF",
                             "cache_size = -16384", "temp_store = MEMORY", "secure_delete = OFF",
                             "wal_autocheckpoint = 4096", "journal_size_limit = 33554432"}) {
    database->execute(std::string("PRAGMA ") + pragma);
  }
  return database;
}

std::unique_ptr<Database> open_to_write(const std::string& path, bool create) {
  create ? require_folder_for(path) : require_file(path);
  // Where two processes make one ledger at once, SQLite does not wait for every lock by itself.
  for (int attempt = 1;; ++attempt) {
    try {
      return opened_to_write(path, create);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::busy || attempt == 5) throw;
    }
    Database::pause(20 * attempt);
  }
}

}  // namespace

struct Journal::State {
  State(std::unique_ptr<Database> opened, Access opened_for)
      : database(std::move(opened)), access(opened_for) {}

  ClaimReader& claims() {
    if (!claim_reader) claim_reader.emplace(*database);
    return *claim_reader;
  }
  PartyList& parties() {
    if (!party_list) party_list.emplace(*database);
    return *party_list;
  }
  IssuerMerges& issuers() {
    if (!issuer_merges) issuer_merges.emplace(*database);
    return *issuer_merges;
  }
  ListingReader& listings() {
    if (!listing_reader) listing_reader.emplace(*database, issuers());
    return *listing_reader;
  }
  HeldFilings& held() {
    if (!held_filings) held_filings.emplace(*database);
    return *held_filings;
  }
  MergedParties& merged() {
    if (!merged_parties) merged_parties.emplace(*database, issuers());
    return *merged_parties;
  }
  // What `entries_until` finds, completed. Where listings can change when a filing became public,
  // the time is compared after they have.
  template <class EntriesUntil>
  std::vector<Claim> read(std::optional<Instant> known, EntriesUntil&& entries_until) {
    ListingReader::LinksOfIssuers links;
    return read(known, entries_until, links);
  }
  template <class EntriesUntil>
  std::vector<Claim> read(std::optional<Instant> known, EntriesUntil&& entries_until,
                          ListingReader::LinksOfIssuers& links) {
    const bool completes = listings().any();
    std::vector<Claim> result;
    const std::vector<std::int64_t> entries = entries_until(completes ? std::nullopt : known);
    result.reserve(entries.size());
    for (const std::int64_t entry : entries) result.push_back(claims().read(entry).claim);
    merged().apply(result);
    if (!completes) return result;
    listings().complete(result, links);
    std::erase_if(result, [&](const Claim& claim) { return known && claim.known > *known; });
    return result;
  }

  Claim read(std::int64_t entry, ListingReader::LinksOfIssuers& links) {
    const ReadTransaction transaction(*database);
    const auto alone = [entry](std::optional<Instant>) { return std::vector{entry}; };
    return std::move(read({}, alone, links).front());
  }
  NamedEntries entries_named(const std::string& filing) {
    return stakebook::entries_named(filing, *database, listings());
  }

  std::unique_ptr<Database> database;
  Access access;
  bool batch_open = false;
  std::optional<Writer> writer;
  std::optional<ClaimReader> claim_reader;
  std::optional<IssuerMerges> issuer_merges;  // before those who use it
  std::optional<ListingReader> listing_reader;
  std::optional<PartyList> party_list;
  std::optional<MergedParties> merged_parties;
  std::optional<HeldFilings> held_filings;
};

struct Journal::Batch::State {
  explicit State(Journal::State& journal_state) : journal(journal_state) {}
  ~State() {
    if (!committed) journal.writer->rollback();
    journal.batch_open = false;
  }
  Journal::State& journal;
  bool committed = false;

  Writer& writer() {
    if (committed) {
      throw Error(ErrorKind::storage, "the batch is committed and takes nothing more",
                  journal.database->path(), "begin another");
    }
    return *journal.writer;
  }
};

Journal::Journal(std::unique_ptr<State> state) : state_(std::move(state)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open(const std::string& path, Access access) {
  return Journal(std::make_unique<State>(
      access == Access::read ? open_to_read(path) : open_to_write(path, false), access));
}

Journal Journal::open_or_create(const std::string& path) {
  return Journal(std::make_unique<State>(open_to_write(path, true), Access::write));
}

Journal::Batch::Batch(std::unique_ptr<State> state) : state_(std::move(state)) {}
Journal::Batch::Batch(Batch&&) noexcept = default;
Journal::Batch::~Batch() = default;

Journal::Batch Journal::begin_batch() {
  if (state_->access == Access::read) {
    throw Error(ErrorKind::storage, "the ledger was opened to be read", state_->database->path(),
                "open it for writing");
  }
  if (state_->batch_open) {
    throw Error(ErrorKind::busy, "a batch is open already", state_->database->path(),
                "commit it first");
  }
  if (!state_->writer) state_->writer.emplace(*state_->database);
  state_->writer->begin();
  state_->batch_open = true;
  return Batch(std::make_unique<Batch::State>(*state_));
}

Appended Journal::Batch::append(const Filing& filing, std::string_view source) {
  return state_->writer().append(filing, source);
}

bool Journal::Batch::append(const Listing& listing, std::string_view source) {
  return state_->writer().append(listing, source);
}

Appended Journal::Batch::append(const Record& record, std::string_view source) {
  return state_->writer().append(record, source);
}

void Journal::Batch::set_aside(std::string_view source, const Diagnostic& reason) {
  state_->writer().set_aside(source, reason);
}

void Journal::Batch::commit() {
  state_->writer().commit();
  state_->committed = true;
}

Appended Journal::outcome_of(const Filing& filing) const {
  const ReadTransaction transaction(*state_->database);
  Sha256 sha256;
  const HeldFiling held =
      state_->held().look_up(filing, sha256.of(std::string_view(canonical_bytes(filing))));
  return held.wants_number ? outcome_of(with_number(filing)) : Appended{held.outcome, held.entry};
}

bool Journal::holds(const Listing& listing) const {
  const ReadTransaction transaction(*state_->database);
  return state_->listings().holds(listing);
}

std::vector<Party> Journal::issuers(std::string_view match) const {
  const ReadTransaction transaction(*state_->database);
  return state_->merged().listed_issuers(state_->parties().matching("issuer", match),
                                         state_->parties());
}

std::vector<Party> Journal::owners(std::string_view match) const {
  const ReadTransaction transaction(*state_->database);
  return state_->merged().listed_owners(state_->parties().matching("owner", match),
                                        state_->parties());
}

std::optional<Party> Journal::party(PartyId id) const {
  const ReadTransaction transaction(*state_->database);
  return state_->parties().party(id);
}

std::optional<PartyId> Journal::issuer_without_cik(PartyId owner) const {
  const std::optional<Party> found = party(owner);
  return found && !found->cik ? state_->merged().issuer_without_cik(owner) : std::nullopt;
}

std::vector<PartyId> Journal::issuers_of(PartyId owner) const {
  return state_->merged().issuers_of(owner, state_->parties());
}

std::vector<PartyId> Journal::owners_of(PartyId issuer) const {
  return state_->merged().owners_of(issuer, state_->parties());
}

std::vector<Claim> Journal::claims_of_issuer(PartyId issuer, std::optional<Instant> known) const {
  const ReadTransaction transaction(*state_->database);
  return state_->read(known, [&](std::optional<Instant> until) {
    std::vector<std::int64_t> entries;
    for (const PartyId one : state_->merged().all_of_issuer(issuer)) {
      const auto more = state_->claims().entries_of_issuer(one, until);
      entries.insert(entries.end(), more.begin(), more.end());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
  });
}

std::vector<Claim> Journal::claims_of(PartyId issuer, PartyId owner,
                                      std::optional<Instant> known) const {
  const ReadTransaction transaction(*state_->database);
  return state_->read(known, [&](std::optional<Instant> until) {
    std::vector<std::int64_t> entries;
    const std::vector<PartyId> owners = state_->merged().all_of_owner(issuer, owner);
    for (const PartyId as_issuer : state_->merged().all_of_issuer(issuer)) {
      for (const PartyId as_owner : owners) {
        const auto more = state_->claims().entries_of(as_issuer, as_owner, until);
        entries.insert(entries.end(), more.begin(), more.end());
      }
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
  });
}

Claim Journal::claim(std::int64_t entry) const {
  ListingReader::LinksOfIssuers links;
  return state_->read(entry, links);
}

void Journal::for_each_filing(const FilingFilter& filter,
                              const std::function<bool(Claim&&)>& visit) const {
  std::vector<PartyId> owners;
  if (filter.owner) {
    owners.push_back(*filter.owner);
    for (const PartyId issuer : issuers_of(*filter.owner)) {
      const std::vector<PartyId> merged = state_->merged().all_of_owner(issuer, *filter.owner);
      owners.insert(owners.end(), merged.begin(), merged.end());
    }
  }
  // Where listings can change when a filing became public, the time is compared after they have.
  FilingFilter stored = filter;
  if (state_->listings().any()) stored.known.reset();
  std::vector<PartyId> issuers;
  if (filter.issuer) issuers = state_->merged().all_of_issuer(*filter.issuer);
  FilingList list(*state_->database, stored, state_->entries_named(filter.filing), issuers, owners);
  ListingReader::LinksOfIssuers links;
  for (auto entries = list.next(); !entries.empty(); entries = list.next()) {
    for (const std::int64_t entry : entries) {
      Claim one = state_->read(entry, links);
      if (filter.known && one.known > *filter.known) continue;
      if (!visit(std::move(one))) return;
    }
  }
}

std::int64_t Journal::first_version(const Claim& claim) const {
  const auto accession = claim.accession();
  if (!accession) return claim.entry;
  const ReadTransaction transaction(*state_->database);
  const auto entries = state_->listings().entries_numbered(*accession);
  return entries.empty() ? claim.entry : entries.front();
}

std::int64_t Journal::entries() const {
  return state_->database->integer("SELECT max(number) FROM entry");
}

std::vector<SetAside> Journal::set_aside() const { return set_aside_in(*state_->database); }

std::vector<Noticed> Journal::noticed(const NoticedFilter& filter) const {
  const ReadTransaction transaction(*state_->database);
  ListingReader::LinksOfIssuers links;
  std::function<Claim(std::int64_t)> completed;
  if (state_->listings().any()) {
    completed = [&](std::int64_t entry) { return state_->read(entry, links); };
  }
  return noticed_in(*state_->database, filter, state_->entries_named(filter.filing), completed);
}

VerifyReport Journal::verify() const { return verify_ledger(*state_->database); }

}  // namespace stakebook
