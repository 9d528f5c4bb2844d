#include "journal/claim_reader.h"

#include <algorithm>

#include "journal/columns.h"
#include "journal/record_text.h"
#include "journal/sha256.h"
#include "value/error.h"

namespace stakebook {
namespace {

constexpr std::string_view unknown_time = " 24:00:00";

std::vector<std::int64_t> sorted_entries(Statement& statement) {
  const ResetAtEnd reset(statement);
  std::vector<std::int64_t> entries;
  while (statement.step()) entries.push_back(statement.integer(0));
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

}  // namespace

std::string known_text(Instant known) {
  std::string text = known.to_text();
  if (known.seconds == Instant::time_unknown) text += unknown_time;
  return text;
}

std::string known_until(std::optional<Instant> known) {
  return known ? known_text(*known) : std::string("9999-99");
}

std::optional<Instant> parse_known(std::string_view text) {
  if (text.size() < 19) return std::nullopt;
  return Instant::parse(text.substr(10) == unknown_time ? text.substr(0, 10) : text);
}

ClaimReader::ClaimReader(Database& database)
    : database_(database),
      filings_(database),
      select_entry_(database,
                    "SELECT kind, issuer, known, source, content_hash, hash FROM entry "
                    "WHERE number = ?1"),
      select_record_(database, select_sql("record", record_columns(), "entry")),
      select_holders_(database,
                      select_sql("holder", {"entry", "position", "owner", "issuer"}, "position")),
      select_of_issuer_(database, "SELECT number FROM entry WHERE issuer = ?1 AND known <= ?2"),
      select_of_owner_(database,
                       "SELECT entry FROM holder JOIN entry ON number = entry "
                       "WHERE owner = ?2 AND holder.issuer = ?1 AND known <= ?3 "
                       // Named, or the planner looks up every entry of the issuer.
                       "UNION ALL SELECT number FROM entry INDEXED BY entry_of_record "
                       "WHERE issuer = ?1 AND kind <> 'filing' AND kind = 'split' "
                       "AND known <= ?3") {}

StoredClaim ClaimReader::read(std::int64_t entry) {
  const ResetAtEnd reset(select_entry_);
  select_entry_.bind(1, entry);
  if (!select_entry_.step()) {
    throw Error(ErrorKind::not_found, "there is no entry " + std::to_string(entry),
                database_.path(), "the entries are numbered from 1");
  }
  StoredClaim stored;
  Claim& claim = stored.claim;
  claim.entry = entry;
  claim.issuer = select_entry_.integer(1);
  claim.source = select_entry_.text(3);
  stored.content_hash = select_entry_.blob(4);
  stored.hash = select_entry_.blob(5);
  claim.hash = hex(stored.hash);
  const auto known = parse_known(select_entry_.text(2));
  if (!known) fail_damaged(database_, entry, "it is not said when it became public");
  claim.known = *known;
  read_holders(claim);
  const std::string_view kind = select_entry_.text(0);
  if (kind == "filing") {
    claim.body = filings_.read(entry);
  } else {
    claim.body = read_record(entry, kind, claim.known);
  }
  return stored;
}

void ClaimReader::read_holders(Claim& claim) {
  const ResetAtEnd reset(select_holders_);
  select_holders_.bind(1, claim.entry);
  while (select_holders_.step()) {
    claim.owners.push_back(select_holders_.integer(1));
    if (select_holders_.integer(0) != static_cast<std::int64_t>(claim.owners.size()) ||
        select_holders_.integer(2) != claim.issuer) {
      fail_damaged(database_, claim.entry, "its holders do not fit it");
    }
  }
}

Record ClaimReader::read_record(std::int64_t entry, std::string_view kind, Instant known) {
  const ResetAtEnd reset(select_record_);
  select_record_.bind(1, entry);
  if (!select_record_.step()) fail_damaged(database_, entry, "its row in record is missing");
  RecordTexts texts;
  int column = 3;
  for_each_record_text(texts, [&](const char*, std::optional<std::string>& text) {
    if (!select_record_.is_null(column)) text = select_record_.text(column);
    ++column;
  });
  const auto effective = Date::parse(select_record_.text(0));
  auto body = body_of(kind, texts);
  if (!effective || !body) {
    fail_damaged(database_, entry, "no record of the kind '" + std::string(kind) + "' says this");
  }
  return {*effective, known, std::string(select_record_.text(1)),
          std::string(select_record_.text(2)), std::move(*body)};
}

std::vector<std::int64_t> ClaimReader::entries_of_issuer(PartyId issuer,
                                                         std::optional<Instant> known) {
  const std::string until = known_until(known);
  select_of_issuer_.bind(1, issuer);
  select_of_issuer_.bind(2, until);
  return sorted_entries(select_of_issuer_);
}

std::vector<std::int64_t> ClaimReader::entries_of(PartyId issuer, PartyId owner,
                                                  std::optional<Instant> known) {
  const std::string until = known_until(known);
  select_of_owner_.bind(1, issuer);
  select_of_owner_.bind(2, owner);
  select_of_owner_.bind(3, until);
  return sorted_entries(select_of_owner_);
}

ReadTransaction::ReadTransaction(Database& database) {
  if (database.in_transaction()) return;
  database.execute("BEGIN");
  database_ = &database;
}

ReadTransaction::~ReadTransaction() {
  if (database_ == nullptr) return;
  try {
    database_->execute("COMMIT");
  } catch (...) {
    // Nothing was written; the statement that failed has thrown already.
  }
}

}  // namespace stakebook
