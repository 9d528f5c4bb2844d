// Ledgers of an older format: read as they are, upgraded in one transaction when written to.
//
//   format 1   no listings; filings had the dates of EDGAR's indexes written into them
//   format 2   table `listing`, filing.accession_from, record.other_owner
//
// An upgrade adds tables, columns and indexes. It changes no row, so every hash stays.
#pragma once

#include <cstdint>
#include <vector>

#include "journal/schema.h"
#include "journal/sqlite.h"

namespace stakebook {

// What a ledger of that format was made of.
std::vector<SchemaObject> schema_of_format(std::int64_t format);

// Of a ledger that check_format() took.
std::int64_t format_of(Database& database);
// Does nothing where the ledger has the format of today, or another process just gave it.
void upgrade(Database& database);
// Shows this connection an older ledger as one of today's format: empty tables and columns stand
// before the file's. Nothing is written.
void show_as_todays_format(Database& database);

}  // namespace stakebook
