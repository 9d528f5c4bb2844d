#include "journal/writer.h"

#include <algorithm>

#include "journal/canonical.h"
#include "journal/claim_reader.h"
#include "journal/columns.h"
#include "journal/record_text.h"
#include "value/error.h"

namespace stakebook {
namespace {

Digest digest_of(std::string_view bytes) {
  Digest digest{};
  bytes.copy(digest.data(), digest.size());
  return digest;
}

// Sets a mark while something is under way that must not be left half done.
class Unfinished {
 public:
  explicit Unfinished(bool& mark) : mark_(mark) { mark_ = true; }
  void finish() { mark_ = false; }

 private:
  bool& mark_;
};

const RecordedAccount* account_of(const RecordBody& body) {
  return std::visit(
      []<class Body>(const Body& content) -> const RecordedAccount* {
        if constexpr (requires { content.account; }) {
          return &content.account;
        } else {
          return nullptr;
        }
      },
      body);
}

}  // namespace

Writer::Writer(Database& database)
    : database_(database),
      parties_(database),
      held_(database),
      filings_(database),
      listings_(database),
      insert_entry_(database, insert_sql("entry", {"number", "kind", "issuer", "known", "source",
                                                   "content_hash", "hash"})),
      insert_holder_(database, insert_sql("holder", {"entry", "position", "owner", "issuer"})),
      insert_record_(database, insert_sql("record", record_columns())),
      find_set_aside_(database,
                      "SELECT 1 FROM set_aside WHERE source = ?1 AND code = ?2 AND severity = ?3 "
                      "AND message = ?4 AND place = ?5"),
      insert_set_aside_(database, insert_sql("set_aside", {"number", "source", "code", "severity",
                                                           "message", "place", "hash"})),
      select_last_entry_(database, "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1"),
      select_last_set_aside_(database,
                             "SELECT number, hash FROM set_aside ORDER BY number DESC LIMIT 1") {}

void Writer::begin() {
  database_.execute("BEGIN IMMEDIATE");
  try {
    failed_ = false;
    read_chain();
    parties_.forget();
  } catch (...) {
    rollback();
    throw;
  }
}

void Writer::read_chain() {
  const auto read = [](Statement& statement, std::int64_t& number, Digest& hash) {
    const ResetAtEnd reset(statement);
    const bool any = statement.step();
    number = any ? statement.integer(0) : 0;
    hash = any ? digest_of(statement.blob(1)) : Digest{};
  };
  read(select_last_entry_, last_entry_, last_hash_);
  read(select_last_set_aside_, last_set_aside_, last_set_aside_hash_);
  listings_.read_chain();
}

Appended Writer::append(const Filing& filing, std::string_view source) {
  Unfinished unfinished(failed_);
  content_.clear();
  append_canonical(filing, content_);
  content_hash_ = sha256_.of(content_);
  const HeldFiling held = held_.look_up(filing, content_hash_);
  if (held.wants_number) {
    unfinished.finish();
    return append(with_number(filing), source);
  }
  if (held.entry > 0) {
    if (held.is_placed_anew) {
      listings_.append({.accession = *filing.submission.accession}, held.entry, source);
    }
    unfinished.finish();
    return {AppendOutcome::held_already, held.entry};
  }
  parties_.start_entry(last_entry_ + 1);
  const PartyId issuer = find_filing_parties(filing);
  const std::int64_t entry = write_entry("filing", issuer, filing.known(), source, &filing);
  filings_.write(entry, filing);
  unfinished.finish();
  return {held.outcome, entry};
}

Appended Writer::append(const Record& record, std::string_view source) {
  Unfinished unfinished(failed_);
  content_.clear();
  append_canonical(record, content_);
  content_hash_ = sha256_.of(content_);
  if (const auto entry = held_.entry_with(content_hash_)) {
    unfinished.finish();
    return {AppendOutcome::held_already, *entry};
  }
  parties_.start_entry(last_entry_ + 1);
  database_.execute("SAVEPOINT record");
  PartyId issuer = 0;
  try {
    issuer = find_record_parties(record);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::not_found || error.kind() == ErrorKind::ambiguous) {
      database_.execute("ROLLBACK TO record; RELEASE record");
      parties_.forget();
      unfinished.finish();
    }
    throw;
  }
  database_.execute("RELEASE record");
  const std::int64_t entry = write_entry(kind_of(record), issuer, record.known, source, nullptr);
  write_record(record);
  unfinished.finish();
  return {AppendOutcome::appended, entry};
}

bool Writer::append(const Listing& listing, std::string_view source) {
  Unfinished unfinished(failed_);
  const bool is_new = listings_.append(listing, 0, source);
  unfinished.finish();
  return is_new;
}

// The document names them; where it does not, EDGAR's header does.
PartyId Writer::find_filing_parties(const Filing& filing) {
  const OwnershipDocument& document = filing.document;
  const std::vector<Cik>& edgar_owners = filing.submission.owner_ciks;
  const auto text = [](const Field<std::string>& field) {
    return field.value ? std::string_view(*field.value) : std::string_view();
  };
  auto issuer_cik = document.issuer.cik();
  if (!issuer_cik) issuer_cik = filing.submission.issuer_cik;
  const PartyId issuer = parties_.issuer(
      {issuer_cik, text(document.issuer.issuer_name), text(document.issuer.issuer_trading_symbol)});
  owners_.clear();
  for (const ReportingOwner& owner : document.reporting_owners) {
    auto cik = owner.cik();
    if (!cik && document.reporting_owners.size() == 1 && edgar_owners.size() == 1) {
      cik = edgar_owners.front();
    }
    owners_.push_back(parties_.owner({cik, text(owner.rpt_owner_name), {}}, issuer));
  }
  if (document.reporting_owners.empty()) {
    for (const Cik& cik : edgar_owners) owners_.push_back(parties_.owner({cik, {}, {}}, issuer));
  }
  return issuer;
}

PartyId Writer::find_record_parties(const Record& record) {
  owners_.clear();
  PartyId issuer = 0;
  if (const RecordedAccount* const account = account_of(record.body)) {
    issuer = parties_.recorded_issuer(account->issuer);
    owners_.push_back(parties_.recorded_owner(account->owner, issuer));
  } else if (const auto* const split = std::get_if<RecordedSplit>(&record.body)) {
    issuer = parties_.recorded_issuer(split->issuer);
  } else if (const auto* const same = std::get_if<RecordedSameOwner>(&record.body)) {
    issuer = find_identified(same->issuer, same->owner, same->other);
  } else if (const auto* const apart = std::get_if<RecordedNotSameOwner>(&record.body)) {
    issuer = find_identified(apart->issuer, apart->owner, apart->other);
  } else if (const auto* const terms = std::get_if<RecordedTerms>(&record.body)) {
    take_parties_of(terms->grant, issuer);
  } else if (const auto* const correction = std::get_if<RecordedCorrection>(&record.body)) {
    take_parties_of(correction->row, issuer);
  }
  return issuer;
}

PartyId Writer::find_identified(std::string_view issuer_text, std::string_view owner,
                                std::string_view other) {
  const PartyId issuer = parties_.recorded_issuer(issuer_text);
  owners_.push_back(parties_.recorded_owner(owner, issuer));
  owners_.push_back(parties_.owner_without_cik(other, issuer));
  return issuer;
}

// A record about a row is about its issuer and owners. Error(not_found) where there is no such row.
void Writer::take_parties_of(const Reference& reference, PartyId& issuer) {
  const StoredClaim stored = ClaimReader(database_).read(reference.entry);
  if (const Filing* const filing = stored.claim.filing()) {
    const auto& document = filing->document;
    const auto number = static_cast<std::size_t>(reference.number);
    const bool missing = (reference.part == Part::table_i && number > document.table_i.size()) ||
                         (reference.part == Part::table_ii && number > document.table_ii.size());
    if (missing) {
      throw Error(ErrorKind::not_found, "there is no row " + reference.to_text(), database_.path(),
                  "name a row that the entry has");
    }
  }
  issuer = stored.claim.issuer;
  owners_ = stored.claim.owners;
}

std::int64_t Writer::write_entry(std::string_view kind, PartyId issuer, Instant known,
                                 std::string_view source, const Filing* filing) {
  circumstances_.clear();
  append_circumstances({source, issuer, owners_, parties_.made()}, filing, circumstances_);
  const Digest hash = sha256_.of(bytes_of(last_hash_), content_, circumstances_);
  const std::int64_t entry = last_entry_ + 1;
  const std::string known_on = known_text(known);
  insert_entry_.bind(1, entry);
  insert_entry_.bind(2, kind);
  insert_entry_.bind(3, issuer);
  insert_entry_.bind(4, known_on);
  insert_entry_.bind(5, source);
  insert_entry_.bind_blob(6, bytes_of(content_hash_));
  insert_entry_.bind_blob(7, bytes_of(hash));
  insert_entry_.run();
  std::int64_t position = 0;
  for (const PartyId owner : owners_) {
    insert_holder_.bind(1, entry);
    insert_holder_.bind(2, ++position);
    insert_holder_.bind(3, owner);
    insert_holder_.bind(4, issuer);
    insert_holder_.run();
  }
  last_entry_ = entry;
  last_hash_ = hash;
  return entry;
}

void Writer::write_record(const Record& record) {
  const std::string effective = record.effective.to_text();
  insert_record_.bind(1, last_entry_);
  insert_record_.bind(2, effective);
  insert_record_.bind(3, record.author);
  insert_record_.bind(4, record.reason);
  int parameter = 5;
  const RecordTexts texts = texts_of(record.body);
  for_each_record_text(texts, [&](const char*, const std::optional<std::string>& text) {
    if (text) {
      insert_record_.bind(parameter, *text);
    } else {
      insert_record_.bind_null(parameter);
    }
    ++parameter;
  });
  insert_record_.run();
}

void Writer::set_aside(std::string_view source, const Diagnostic& reason) {
  Unfinished unfinished(failed_);
  const std::string_view texts[] = {source, reason.code, name_of(reason.severity), reason.message,
                                    reason.place};
  for (int i = 0; i < 5; ++i) find_set_aside_.bind(i + 1, texts[i]);
  const bool held = find_set_aside_.step();
  find_set_aside_.reset();
  if (!held) {
    content_.clear();
    append_canonical(source, reason, content_);
    const Digest hash = sha256_.of(bytes_of(last_set_aside_hash_), content_);
    insert_set_aside_.bind(1, last_set_aside_ + 1);
    for (int i = 0; i < 5; ++i) insert_set_aside_.bind(i + 2, texts[i]);
    insert_set_aside_.bind_blob(7, bytes_of(hash));
    insert_set_aside_.run();
    ++last_set_aside_;
    last_set_aside_hash_ = hash;
  }
  unfinished.finish();
}

void Writer::commit() {
  if (failed_) {
    throw Error(ErrorKind::storage, "the batch failed and cannot be kept", database_.path(),
                "run the command again; the ledger is as it was after the last batch");
  }
  Unfinished unfinished(failed_);
  database_.execute("COMMIT");
  unfinished.finish();
}

void Writer::rollback() noexcept {
  try {
    if (database_.in_transaction()) database_.execute("ROLLBACK");
  } catch (...) {
    // SQLite rolls back by itself when the connection closes or the file is opened again.
  }
}

}  // namespace stakebook
