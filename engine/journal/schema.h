// The tables of a ledger file: docs/reference/file-format.md explains every column.
//
// 1. `application_id` and `user_version` of the file's header say that it is a ledger and of which
//    format. A later format is refused; an earlier one opens (older_format.h).
// 2. Three triggers a table refuse UPDATE, DELETE and an INSERT that would replace a row.
// 3. What is stored of the schema is compared, letter by letter, by `verify`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "journal/sqlite.h"

namespace stakebook {

constexpr std::int64_t ledger_application_id = 0x53746B42;  // "StkB"
constexpr std::int64_t ledger_format = 2;

struct SchemaObject {
  std::string name;
  std::string sql;
};

// Tables, indexes and triggers, in the order of their making.
const std::vector<SchemaObject>& schema();

// Makes the tables of an empty database, in one transaction, unless another process just did.
void create_schema(Database& database);
// Error(damaged) where the file is not a ledger, Error(newer_format) where it is a later one.
void check_format(Database& database);
// No table and no mark of ours yet: a new file, or one whose making was cut short.
bool is_blank(Database& database);

}  // namespace stakebook
