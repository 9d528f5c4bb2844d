#include "journal/sqlite.h"

#include <sqlite3.h>

#include <cstring>
#include <utility>

#include "value/error.h"

namespace stakebook {
namespace {

// A file: URI of a path, as sqlite.org/uri.html wants it.
std::string file_uri(const std::string& path) {
  constexpr char digits[] = "0123456789abcdef";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', digits[byte >> 4], digits[byte & 15]};
    } else {
      uri += c;
    }
  }
  return uri;
}

int flags_of(Database::Mode mode) {
  // Reading takes a read-write connection too (with query_only): a read-only one leaves its -wal
  // and -shm files behind. SQLite itself falls back to read-only where the file is.
  constexpr int plain = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case Database::Mode::read:
    case Database::Mode::write: return plain | SQLITE_OPEN_READWRITE;
    case Database::Mode::create: return plain | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Mode::frozen: return plain | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return plain;
}

struct Explanation {
  ErrorKind kind;
  const char* message;
  const char* remedy;
};

Explanation explain(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::busy, "another process is writing to the ledger",
              "wait until it is done and run the command again; nothing was changed"};
    case SQLITE_FULL:
      return {ErrorKind::storage, "the disk is full",
              "make room and run the command again; the ledger is as it was after the last batch"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {ErrorKind::storage, "the ledger cannot be written here",
              "allow writing to the file and to its folder, or name another ledger"};
    case SQLITE_CANTOPEN:
      return {ErrorKind::storage, "the ledger cannot be opened",
              "check that the path names a file, that its folder exists, and that both may be read "
              "and written"};
    case SQLITE_CORRUPT:
      return {ErrorKind::damaged, "the ledger is damaged",
              "take the last good copy, or import the sources into a new ledger"};
    case SQLITE_NOTADB:
      return {ErrorKind::damaged, "the file is not a ledger",
              "name a ledger, or another path to start one"};
    default:
      return {ErrorKind::storage, "the ledger cannot be read or written",
              "check the disk and run the command again; the ledger is as it was after the last "
              "batch"};
  }
}

// SQLite counts every allocation of the process under one lock, which threads with connections of
// their own would wait for. Where the program has used SQLite before, it has decided this itself.
void leave_allocations_uncounted() {
  [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

Database::Database(std::string path, Mode mode) : path_(std::move(path)) {
  leave_allocations_uncounted();
  if (path_.empty()) {
    throw Error(ErrorKind::invalid_input, "the ledger's name is empty", {},
                "name a file, or leave --ledger out for stakebook.db");
  }
  // To SQLite ":memory:" and "file:..." are no names of files; to everybody else they are.
  const bool is_special = path_.starts_with(':') || path_.starts_with("file:");
  const std::string name = mode == Mode::frozen ? file_uri(path_) + "?immutable=1"
                           : is_special         ? "./" + path_
                                                : path_;
  const int code = sqlite3_open_v2(name.c_str(), &handle_, flags_of(mode), nullptr);
  if (code != SQLITE_OK) {
    try {
      fail(code);
    } catch (...) {
      sqlite3_close(handle_);
      throw;
    }
  }
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement(*this, std::string(sql));
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) {
  Statement statement(*this, std::string(sql));
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void Database::ignore_triggers() {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

void Database::pause(int milliseconds) { sqlite3_sleep(milliseconds); }

void Database::wait_for_locks(int milliseconds) { sqlite3_busy_timeout(handle_, milliseconds); }

void Database::fail(int code) const {
  const Explanation explanation = explain(code);
  std::string message = std::string(explanation.message) + " (SQLite: ";
  message += handle_ != nullptr && sqlite3_errcode(handle_) != SQLITE_OK ? sqlite3_errmsg(handle_)
                                                                         : sqlite3_errstr(code);
  const int system_error = handle_ != nullptr ? sqlite3_system_errno(handle_) : 0;
  const int primary = code & 0xFF;
  if (system_error != 0 && (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)) {
    message += std::string("; system: ") + std::strerror(system_error);
  }
  throw Error(explanation.kind, message + ")", path_, explanation.remedy);
}

Statement::Statement(Database& database, std::string sql)
    : database_(database), sql_(std::move(sql)) {}

sqlite3_stmt* Statement::prepared() {
  if (statement_ != nullptr) return statement_;
  const int code =
      sqlite3_prepare_v3(database_.handle(), sql_.data(), static_cast<int>(sql_.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) database_.fail(code);
  return statement_;
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind(int parameter, std::int64_t value) {
  const int code = sqlite3_bind_int64(prepared(), parameter, value);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL, which means absent.
  const char* data = text.data() != nullptr ? text.data() : "";
  const int code =
      sqlite3_bind_text64(prepared(), parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_blob(int parameter, std::string_view bytes) {
  const char* data = bytes.data() != nullptr ? bytes.data() : "";
  const int code = sqlite3_bind_blob64(prepared(), parameter, data, bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind_null(int parameter) {
  const int code = sqlite3_bind_null(prepared(), parameter);
  if (code != SQLITE_OK) database_.fail(code);
}

bool Statement::step() {
  const int code = sqlite3_step(prepared());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  try {
    database_.fail(code);
  } catch (...) {
    sqlite3_reset(statement_);
    throw;
  }
}

void Statement::run() {
  step();
  reset();
}

void Statement::reset() { sqlite3_reset(statement_); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

}  // namespace stakebook
