#include "journal/verify.h"

#include <algorithm>
#include <optional>

#include "journal/canonical.h"
#include "journal/claim_reader.h"
#include "journal/listing_reader.h"
#include "journal/names.h"
#include "journal/older_format.h"
#include "journal/schema.h"
#include "journal/sha256.h"
#include "value/error.h"

namespace stakebook {
namespace {

// A damaged file can disagree with itself everywhere; the first of it is enough.
constexpr std::size_t problems_max = 100;

class Verification {
 public:
  explicit Verification(Database& database) : database_(database) {}

  VerifyReport report() {
    attempt("the schema", [&] { check_schema(); });
    attempt("SQLite's own check", [&] { check_integrity(); });
    attempt("the chain of entries", [&] { check_entries(); });
    attempt("the files set aside", [&] { check_set_aside(); });
    attempt("the listings", [&] { check_listings(); });
    report_.head_hash = hex(bytes_of(previous_));
    return std::move(report_);
  }

 private:
  void add(const std::string& problem) {
    if (report_.problems.size() < problems_max) report_.problems.push_back(problem);
  }
  template <class Check>
  void attempt(const char* what, Check&& check) {
    try {
      check();
    } catch (const Error& error) {
      add(std::string(what) + " cannot be read: " + error.what());
    }
  }

  void check_schema();
  void check_integrity();
  void check_entries();
  void check_entry(ClaimReader& reader, std::int64_t entry);
  NewParties new_parties(std::int64_t entry);
  void check_set_aside();
  void check_listings();
  void check_count(const std::string& table, std::int64_t expected, const std::string& condition);

  Database& database_;
  VerifyReport report_;
  Sha256 sha256_;
  Digest previous_{};
  std::string content_;
  std::string circumstances_;
  std::int64_t filings_ = 0;
  PartyId last_party_ = 0;
  std::int64_t last_name_ = 0;
  std::optional<Statement> select_parties_;
  std::optional<Statement> select_names_;
};

void Verification::check_schema() {
  Statement find(database_, "SELECT sql FROM main.sqlite_schema WHERE name = ?1");
  const std::vector<SchemaObject> objects = schema_of_format(format_of(database_));
  for (const SchemaObject& object : objects) {
    const ResetAtEnd reset(find);
    find.bind(1, object.name);
    const bool trigger = object.sql.find("CREATE TRIGGER") == 0;
    const std::string what = (trigger ? "the trigger " : "") + object.name;
    if (!find.step()) {
      add(what + " is missing");
    } else if (find.text(0) != object.sql) {
      add(what + " is not the one that was made");
    }
  }
  Statement triggers(database_, "SELECT name FROM main.sqlite_schema WHERE type = 'trigger'");
  while (triggers.step()) {
    const auto ours = [&](const SchemaObject& object) { return object.name == triggers.text(0); };
    if (std::none_of(objects.begin(), objects.end(), ours)) {
      add("the trigger " + std::string(triggers.text(0)) + " does not belong to the ledger");
    }
  }
}

void Verification::check_integrity() {
  Statement integrity(database_, "PRAGMA integrity_check");
  while (integrity.step()) {
    if (integrity.text(0) != "ok") add("SQLite: " + std::string(integrity.text(0)));
  }
  Statement keys(database_, "PRAGMA foreign_key_check");
  while (keys.step()) {
    add("a row of " + std::string(keys.text(0)) + " belongs to no row of " +
        std::string(keys.text(2)));
  }
}

void Verification::check_entries() {
  ClaimReader reader(database_);
  select_parties_.emplace(database_,
                          "SELECT id, role, within, first_entry FROM party WHERE id > ?1 "
                          "ORDER BY id");
  select_names_.emplace(database_,
                        "SELECT number, party, kind, name, search, first_entry FROM party_name "
                        "WHERE number > ?1 ORDER BY number");
  Statement numbers(database_, "SELECT number, hash FROM entry ORDER BY number");
  while (numbers.step()) {
    const std::int64_t entry = numbers.integer(0);
    if (entry != report_.entries + 1) {
      add("entry " + std::to_string(entry) + " does not follow entry " +
          std::to_string(report_.entries));
    }
    report_.entries = entry;
    try {
      check_entry(reader, entry);
    } catch (const Error& error) {
      add(error.what());
      // What follows is checked against what is stored, so that one fault is reported once.
      numbers.blob(1).copy(previous_.data(), previous_.size());
    }
  }
  check_count("entry", report_.entries, "");
  check_count("filing", filings_, "");
  check_count("record", report_.entries - filings_, "");
  check_count("party", 0, " WHERE id > " + std::to_string(last_party_));
  check_count("party_name", 0, " WHERE number > " + std::to_string(last_name_));
}

void Verification::check_entry(ClaimReader& reader, std::int64_t entry) {
  const NewParties made = new_parties(entry);
  const StoredClaim stored = reader.read(entry);
  const Claim& claim = stored.claim;
  const std::string name = "entry " + std::to_string(entry);
  const Filing* const filing = claim.filing();
  content_.clear();
  circumstances_.clear();
  if (filing != nullptr) {
    ++filings_;
    append_canonical(*filing, content_);
    report_.rows += static_cast<std::int64_t>(filing->document.table_i.size() +
                                              filing->document.table_ii.size());
    if (filing->known() != claim.known) add(name + ": its known date is not its filing's");
  } else {
    append_canonical(*claim.record(), content_);
  }
  append_circumstances({claim.source, claim.issuer, claim.owners, made}, filing, circumstances_);
  const Digest hash = sha256_.of(bytes_of(previous_), content_, circumstances_);
  if (bytes_of(sha256_.of(content_)) != stored.content_hash) {
    add(name + ": its content is not what was appended");
  }
  if (bytes_of(hash) != stored.hash) {
    add(name + ": its hash does not follow from " +
        (entry == 1 ? "its content" : "entry " + std::to_string(entry - 1)));
  }
  stored.hash.copy(previous_.data(), previous_.size());
}

NewParties Verification::new_parties(std::int64_t entry) {
  NewParties made;
  {
    const ResetAtEnd reset(*select_parties_);
    select_parties_->bind(1, last_party_);
    while (select_parties_->step() && select_parties_->integer(3) == entry) {
      PartyRow& row = made.parties.emplace_back();
      row.id = select_parties_->integer(0);
      row.role = select_parties_->text(1);
      if (!select_parties_->is_null(2)) row.within = select_parties_->integer(2);
      last_party_ = row.id;
    }
  }
  const ResetAtEnd reset(*select_names_);
  select_names_->bind(1, last_name_);
  while (select_names_->step() && select_names_->integer(5) == entry) {
    made.names.push_back({select_names_->integer(0), select_names_->integer(1),
                          std::string(select_names_->text(2)), std::string(select_names_->text(3)),
                          std::string(select_names_->text(4))});
    last_name_ = made.names.back().number;
  }
  return made;
}

void Verification::check_set_aside() {
  Statement rows(database_,
                 "SELECT number, source, code, severity, message, place, hash FROM set_aside "
                 "ORDER BY number");
  Digest previous{};
  for (std::int64_t number = 1; rows.step(); ++number) {
    const std::string name = "file " + std::to_string(number) + " set aside";
    Diagnostic reason;
    reason.code = rows.text(2);
    const auto severity = named(rows.text(3), Severity::error);
    if (severity) {
      reason.severity = *severity;
    } else {
      add(name + ": it has no severity");
    }
    reason.message = rows.text(4);
    reason.place = rows.text(5);
    content_.clear();
    append_canonical(rows.text(1), reason, content_);
    const Digest hash = sha256_.of(bytes_of(previous), content_);
    if (rows.integer(0) != number) add(name + ": it has the number of another");
    if (rows.blob(6) != bytes_of(hash)) add(name + ": its hash does not follow");
    previous = hash;
  }
}

void Verification::check_listings() {
  Statement rows(database_,
                 "SELECT number, accession, filer, form, filed, acceptance, accepted, period, "
                 "primary_document, entry, source, hash FROM listing ORDER BY number");
  Digest previous{};
  for (std::int64_t number = 1; rows.step(); ++number) {
    const std::string name = "listing " + std::to_string(number);
    const auto listing = listing_at(rows, 1);
    if (!listing) {
      add(name + ": a value in it is not one");
      rows.blob(11).copy(previous.data(), previous.size());
      continue;
    }
    const bool has_entry = !rows.is_null(9);
    content_.clear();
    append_canonical(*listing, rows.integer(9), rows.text(10), content_);
    const Digest hash = sha256_.of(bytes_of(previous), content_);
    if (rows.integer(0) != number) add(name + ": it has the number of another");
    if (has_entry && (rows.integer(9) < 1 || rows.integer(9) > report_.entries)) {
      add(name + ": it is of an entry that is not there");
    }
    if (rows.blob(11) != bytes_of(hash)) add(name + ": its hash does not follow");
    previous = hash;
    ++report_.listings;
  }
}

void Verification::check_count(const std::string& table, std::int64_t expected,
                               const std::string& condition) {
  const std::int64_t count = database_.integer("SELECT count(*) FROM " + table + condition);
  if (count != expected) {
    add("the table " + table + " has " + std::to_string(count) + " rows where " +
        std::to_string(expected) + " belong");
  }
}

}  // namespace

VerifyReport verify_ledger(Database& database) {
  const ReadTransaction transaction(database);
  return Verification(database).report();
}

}  // namespace stakebook
