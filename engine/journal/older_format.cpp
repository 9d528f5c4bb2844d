#include "journal/older_format.h"

#include <algorithm>
#include <string_view>

namespace stakebook {
namespace {

struct AddedColumn {
  const char* table;
  const char* name;
};

constexpr AddedColumn columns_of_format_2[] = {{"filing", "accession_from"},
                                               {"record", "other_owner"}};

constexpr std::string_view tables_of_format_2[] = {"listing"};
constexpr std::string_view indexes_of_format_2[] = {"party_within"};

bool is_new_in_format_2(const SchemaObject& object) {
  const auto belongs = [&](std::string_view table) {
    return object.name == table || object.name.starts_with(std::string(table) + "_");
  };
  return std::any_of(std::begin(tables_of_format_2), std::end(tables_of_format_2), belongs) ||
         std::find(std::begin(indexes_of_format_2), std::end(indexes_of_format_2), object.name) !=
             std::end(indexes_of_format_2);
}

// ", accession_from TEXT", as ALTER TABLE leaves it.
std::string text_of(const AddedColumn& column) { return std::string(", ") + column.name + " TEXT"; }

}  // namespace

std::vector<SchemaObject> schema_of_format(std::int64_t format) {
  std::vector<SchemaObject> objects = schema();
  if (format >= 2) return objects;
  std::erase_if(objects, is_new_in_format_2);
  for (const AddedColumn& column : columns_of_format_2) {
    for (SchemaObject& object : objects) {
      if (object.name != column.table) continue;
      const std::string added = text_of(column);
      object.sql.erase(object.sql.find(added), added.size());
    }
  }
  return objects;
}

std::int64_t format_of(Database& database) { return database.integer("PRAGMA user_version"); }

void upgrade(Database& database) {
  if (format_of(database) >= ledger_format) return;
  database.execute("PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
  try {
    if (format_of(database) < ledger_format) {
      for (const AddedColumn& column : columns_of_format_2) {
        database.execute(std::string("ALTER TABLE ") + column.table + " ADD COLUMN " + column.name +
                         " TEXT");
      }
      for (const SchemaObject& object : schema()) {
        if (is_new_in_format_2(object)) database.execute(object.sql);
      }
      database.execute("PRAGMA user_version = " + std::to_string(ledger_format));
    }
    database.execute("COMMIT");
  } catch (...) {
    if (database.in_transaction()) database.execute("ROLLBACK");
    throw;
  }
}

void show_as_todays_format(Database& database) {
  if (format_of(database) >= ledger_format) return;
  for (const AddedColumn& column : columns_of_format_2) {
    const std::string table = column.table;
    database.execute("CREATE TEMP VIEW " + table + " AS SELECT *, NULL AS " + column.name +
                     " FROM main." + table);
  }
  for (const SchemaObject& object : schema()) {
    constexpr std::string_view make = "CREATE TABLE ";
    const auto is_table = [&](std::string_view table) { return object.name == table; };
    if (std::any_of(std::begin(tables_of_format_2), std::end(tables_of_format_2), is_table)) {
      std::string sql = object.sql;
      sql.insert(make.size() - std::string_view("TABLE ").size(), "TEMP ");
      database.execute(sql);
    }
  }
}

}  // namespace stakebook
