#include "journal/schema.h"

#include <string_view>

#include "value/error.h"

namespace stakebook {
namespace {

struct TableText {
  const char* name;
  const char* key;  // its primary key
  const char* sql;
};

// Where a line begins with a comma, a later format added the column: ALTER TABLE leaves it so, and
// the schema of an upgraded ledger is that of a new one, letter by letter.
//
// Amounts are canonical decimal text, dates ISO text, booleans '1' and '0'. In the columns of a
// form's fields NULL means absent and '' empty; what else a filer typed stands in as_filed.
constexpr TableText table_list[] = {
    {"entry", "number", R"(CREATE TABLE entry (
  number INTEGER PRIMARY KEY,   -- 1, 2, 3 ... without holes
  kind TEXT NOT NULL,           -- filing, or the kind of a record: split, opening, grant ...
  issuer INTEGER NOT NULL REFERENCES party,
  known TEXT NOT NULL,          -- when it became public, US Eastern
  source TEXT NOT NULL,         -- the path it was read from
  content_hash BLOB NOT NULL,   -- SHA-256 of the content alone
  hash BLOB NOT NULL            -- SHA-256 of the hash before it, the content and the circumstances
) STRICT)"},
    {"filing", "entry", R"(CREATE TABLE filing (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  format TEXT NOT NULL,
  accession TEXT,               -- from here on what EDGAR says, NULL where the source does not
  accepted TEXT,
  filed TEXT,
  form TEXT,
  period TEXT,
  fiscal_year_end TEXT,
  edgar_issuer_cik TEXT,
  schema_version TEXT,          -- from here on what the document says
  document_type TEXT,
  period_of_report TEXT,
  date_of_original_submission TEXT,
  no_securities_owned TEXT,
  not_subject_to_section16 TEXT,
  form3_holdings_reported TEXT,
  form4_transactions_reported TEXT,
  issuer_cik TEXT,
  issuer_name TEXT,
  issuer_trading_symbol TEXT,
  issuer_foreign_trading_symbol TEXT,
  aff10b5_one TEXT,
  remarks TEXT
, accession_from TEXT) STRICT)"},
    {"edgar_owner", "entry, position", R"(CREATE TABLE edgar_owner (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  cik TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"holder", "entry, position", R"(CREATE TABLE holder (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,    -- of the owner in the document
  owner INTEGER NOT NULL REFERENCES party,
  issuer INTEGER NOT NULL REFERENCES party,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"owner", "entry, position", R"(CREATE TABLE owner (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  rpt_owner_cik TEXT,
  rpt_owner_name TEXT,
  rpt_owner_non_us_address_flag TEXT,
  rpt_owner_street1 TEXT,
  rpt_owner_street2 TEXT,
  rpt_owner_city TEXT,
  rpt_owner_non_us_state_territory TEXT,
  rpt_owner_state TEXT,
  rpt_owner_country TEXT,
  rpt_owner_zip_code TEXT,
  rpt_owner_state_description TEXT,
  rpt_owner_good_address TEXT,
  is_director TEXT,
  is_officer TEXT,
  is_ten_percent_owner TEXT,
  is_other TEXT,
  officer_title TEXT,
  other_text TEXT,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"row", "entry, part, number", R"(CREATE TABLE row (
  entry INTEGER NOT NULL REFERENCES entry,
  part TEXT NOT NULL,           -- I or II
  number INTEGER NOT NULL,      -- in document order, transactions and holdings together
  kind TEXT NOT NULL,           -- transaction or holding
  security_title TEXT,
  conversion_or_exercise_price TEXT,
  transaction_date TEXT,
  deemed_execution_date TEXT,
  transaction_form_type TEXT,
  transaction_code TEXT,
  equity_swap_involved TEXT,
  transaction_timeliness TEXT,
  transaction_shares TEXT,
  transaction_total_value TEXT,
  transaction_price_per_share TEXT,
  transaction_acquired_disposed_code TEXT,
  exercise_date TEXT,
  expiration_date TEXT,
  underlying_security_title TEXT,
  underlying_security_shares TEXT,
  underlying_security_value TEXT,
  shares_owned_following_transaction TEXT,
  value_owned_following_transaction TEXT,
  direct_or_indirect_ownership TEXT,
  nature_of_ownership TEXT,
  PRIMARY KEY (entry, part, number)
) STRICT, WITHOUT ROWID)"},
    {"footnote", "entry, position", R"(CREATE TABLE footnote (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,             -- F1
  text TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"citation", "entry, place, field, ordinal", R"(CREATE TABLE citation (
  entry INTEGER NOT NULL REFERENCES entry,
  place TEXT NOT NULL,          -- form, owner.1, I.3, II.1, signature.1
  field TEXT NOT NULL,          -- a column of that place's table, or transaction_coding
  ordinal INTEGER NOT NULL,
  footnote TEXT NOT NULL,       -- the id it cites, whether there is such a footnote or not
  PRIMARY KEY (entry, place, field, ordinal)
) STRICT, WITHOUT ROWID)"},
    {"as_filed", "entry, place, field", R"(CREATE TABLE as_filed (
  entry INTEGER NOT NULL REFERENCES entry,
  place TEXT NOT NULL,
  field TEXT NOT NULL,
  presence TEXT NOT NULL,       -- absent, empty or given
  text TEXT NOT NULL,           -- what was typed, where it is not the column's text: 66.9030
  PRIMARY KEY (entry, place, field)
) STRICT, WITHOUT ROWID)"},
    {"signature", "entry, position", R"(CREATE TABLE signature (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  signature_name TEXT,
  signature_date TEXT,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"unread", "entry, position", R"(CREATE TABLE unread (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"diagnostic", "entry, position", R"(CREATE TABLE diagnostic (
  entry INTEGER NOT NULL REFERENCES entry,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID)"},
    {"record", "entry", R"(CREATE TABLE record (
  entry INTEGER PRIMARY KEY REFERENCES entry,
  effective TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  issuer TEXT,                  -- as entered: a CIK or a name
  owner TEXT,
  security_title TEXT,
  derivative TEXT,              -- 1: Table II
  direct TEXT,
  nature TEXT,
  strike TEXT,
  expiration TEXT,
  quantity TEXT,                -- an opening's balance, else what moved or was granted
  price TEXT,
  ratio TEXT,                   -- a split: new for one old
  reference TEXT,               -- terms: the grant; a correction: the row
  terms TEXT,                   -- vesting terms, in the grammar of the format's description
  field TEXT,                   -- a correction's
  corrected TEXT
, other_owner TEXT) STRICT)"},
    {"party", "id", R"(CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,           -- issuer or owner
  within INTEGER REFERENCES party,  -- the issuer, for an owner that came without a CIK
  first_entry INTEGER NOT NULL REFERENCES entry
) STRICT)"},
    {"party_name", "number", R"(CREATE TABLE party_name (
  number INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES party,
  kind TEXT NOT NULL,           -- cik, name or symbol
  name TEXT NOT NULL,
  search TEXT NOT NULL,         -- the name in lower case, runs of white space one blank
  first_entry INTEGER NOT NULL REFERENCES entry
) STRICT)"},
    {"set_aside", "number", R"(CREATE TABLE set_aside (
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  hash BLOB NOT NULL            -- SHA-256 of the hash before it and the columns before it
) STRICT)"},
    {"listing", "number", R"(CREATE TABLE listing (
  number INTEGER PRIMARY KEY,
  accession TEXT NOT NULL,
  filer TEXT,                   -- the CIK that the index lists it under
  form TEXT,
  filed TEXT,
  acceptance TEXT,              -- as it stands in the index
  accepted TEXT,                -- the same in US Eastern, where its zone could be decided
  period TEXT,
  primary_document TEXT,        -- the file's name
  entry INTEGER REFERENCES entry,  -- of the document found in a folder of that number
  source TEXT NOT NULL,         -- the index, or the path of the document
  hash BLOB NOT NULL            -- SHA-256 of the hash before it and the columns before it
) STRICT)"},
};

constexpr const char* index_list[][2] = {
    {"entry_by_issuer", "ON entry (issuer, known)"},
    {"entry_by_content", "ON entry (content_hash)"},
    {"entry_of_record", "ON entry (issuer) WHERE kind <> 'filing'"},
    {"filing_by_accession", "ON filing (accession) WHERE accession IS NOT NULL"},
    {"holder_by_owner", "ON holder (owner, issuer)"},
    {"party_name_by_party", "ON party_name (party, kind, search)"},
    {"party_name_by_search", "ON party_name (search, kind, party)"},
    {"set_aside_by_source", "ON set_aside (source)"},
    {"listing_by_accession", "ON listing (accession)"},
    {"listing_by_entry", "ON listing (entry) WHERE entry IS NOT NULL"},
    {"listing_by_filer", "ON listing (filer, primary_document) WHERE primary_document IS NOT NULL"},
    {"party_within", "ON party (within) WHERE within IS NOT NULL"},
};

// "entry = NEW.entry AND position = NEW.position" of "entry, position".
std::string same_key(std::string_view key) {
  std::string condition;
  while (!key.empty()) {
    const std::size_t comma = key.find(", ");
    const std::string column(key.substr(0, comma));
    condition += (condition.empty() ? "" : " AND ") + column + " = NEW." + column;
    key = comma == std::string_view::npos ? std::string_view() : key.substr(comma + 2);
  }
  return condition;
}

void add_triggers(const TableText& table, std::vector<SchemaObject>& objects) {
  const std::string name = table.name;
  const auto add = [&](const std::string& suffix, const std::string& event,
                       const std::string& condition) {
    objects.push_back(
        {name + suffix, "CREATE TRIGGER " + name + suffix + " BEFORE " + event + " ON " + name +
                            condition + " BEGIN SELECT RAISE(ABORT, 'a ledger only grows: " + name +
                            " is never changed'); END"});
  };
  add("_no_update", "UPDATE", "");
  add("_no_delete", "DELETE", "");
  // INSERT OR REPLACE deletes without asking the trigger above (sqlite.org/lang_conflict.html).
  add("_no_replace", "INSERT",
      " WHEN EXISTS (SELECT 1 FROM " + name + " WHERE " + same_key(table.key) + ")");
}

std::vector<SchemaObject> made_schema() {
  std::vector<SchemaObject> objects;
  for (const TableText& table : table_list) objects.push_back({table.name, table.sql});
  for (const auto& [name, definition] : index_list) {
    objects.push_back({name, std::string("CREATE INDEX ") + name + " " + definition});
  }
  for (const TableText& table : table_list) add_triggers(table, objects);
  return objects;
}

}  // namespace

const std::vector<SchemaObject>& schema() {
  static const std::vector<SchemaObject> objects = made_schema();
  return objects;
}

bool is_blank(Database& database) {
  return database.integer("PRAGMA application_id") == 0 &&
         database.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void create_schema(Database& database) {
  database.execute("PRAGMA page_size = 8192; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
  try {
    if (is_blank(database)) {
      for (const SchemaObject& object : schema()) database.execute(object.sql);
      database.execute("PRAGMA application_id = " + std::to_string(ledger_application_id) +
                       "; PRAGMA user_version = " + std::to_string(ledger_format));
    }
    database.execute("COMMIT");
  } catch (...) {
    if (database.in_transaction()) database.execute("ROLLBACK");
    throw;
  }
}

void check_format(Database& database) {
  if (database.integer("PRAGMA application_id") != ledger_application_id) {
    throw Error(ErrorKind::damaged, "the file is an SQLite database, but not a ledger",
                database.path(), "name a ledger, or another path to start one");
  }
  const std::int64_t format = database.integer("PRAGMA user_version");
  if (format > ledger_format) {
    throw Error(ErrorKind::newer_format,
                "the ledger has format " + std::to_string(format) + "; this version knows up to " +
                    std::to_string(ledger_format),
                database.path(), "use the version that wrote it, or a later one");
  }
  if (format < 1) {
    throw Error(ErrorKind::damaged, "the ledger names no format", database.path(),
                "take the last good copy, or import the sources into a new ledger");
  }
}

}  // namespace stakebook
