// A ledger file as another program sees it: plain SQLite, with a hostile hand.
#pragma once

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace stakebook::made {

class RawLedger {
 public:
  explicit RawLedger(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) throw std::runtime_error("open");
  }
  ~RawLedger() { sqlite3_close(handle_); }
  RawLedger(const RawLedger&) = delete;
  RawLedger& operator=(const RawLedger&) = delete;

  void execute(const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
      const std::string text = message != nullptr ? message : "error";
      sqlite3_free(message);
      throw std::runtime_error(text + " in " + sql);
    }
  }

  // The rows of an answer, as text; NULL is "NULL".
  std::vector<std::vector<std::string>> rows(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(handle_));
    }
    std::vector<std::vector<std::string>> result;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      auto& row = result.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        row.emplace_back(text == nullptr ? "NULL" : text);
      }
    }
    sqlite3_finalize(statement);
    return result;
  }
  std::string value(const std::string& sql) { return rows(sql).at(0).at(0); }

  // Runs `sql` with every trigger out of the way, and puts the triggers back as they were.
  void execute_without_triggers(const std::string& sql) {
    const auto triggers = rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    execute("BEGIN");
    for (const auto& trigger : triggers) execute("DROP TRIGGER " + trigger[0]);
    execute(sql);
    for (const auto& trigger : triggers) execute(trigger[1]);
    execute("COMMIT");
  }

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace stakebook::made
