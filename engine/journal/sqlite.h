// SQLite, as far as the journal needs it: a connection, a prepared statement, errors as Error.
//
//   Statement find(database, "SELECT number FROM entry WHERE content_hash = ?1");
//   find.bind_blob(1, hash);
//   if (find.step()) entry = find.integer(0);
//   find.reset();
//
// 1. Bound text is not copied: it must live until the statement is stepped for the last time.
// 2. A connection is used by one thread at a time; a second thread opens its own.
// 3. Every failure is Error(storage | busy | damaged) with the file's name and a remedy.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace stakebook {

class Database {
 public:
  // `read` and `write` want an existing file, `create` makes an empty one where there is none.
  // `frozen` reads a file that nobody can be writing, without the files SQLite keeps beside it.
  enum class Mode { read, write, create, frozen };

  Database(std::string path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_; }

  // Runs statements that answer nothing.
  void execute(const std::string& sql);
  // The first column of the first row; 0 where there is none.
  std::int64_t integer(std::string_view sql);
  std::string text(std::string_view sql);
  bool in_transaction() const;
  // Triggers do not fire for statements prepared on this connection from now on.
  void ignore_triggers();
  // Waits for another connection's lock so long, then Error(busy).
  void wait_for_locks(int milliseconds);
  static void pause(int milliseconds);

  // Throws what `code`, the result of a call of SQLite's, means to the user.
  [[noreturn]] void fail(int code) const;

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

// Prepared when it is first used: of a reader's many statements one question needs a few.
class Statement {
 public:
  Statement(Database& database, std::string sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Parameters and columns are counted as SQLite counts them: parameters from 1, columns from 0.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  void bind_blob(int parameter, std::string_view bytes);
  void bind_null(int parameter);

  bool step();  // true: a row is there
  void run();   // steps once, for a statement that answers nothing, and resets
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  // Valid until the next step or reset; empty for NULL.
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

 private:
  sqlite3_stmt* prepared();

  Database& database_;
  std::string sql_;
  sqlite3_stmt* statement_ = nullptr;
};

// Resets a statement at the end of a block, so that it holds no read lock after it.
class ResetAtEnd {
 public:
  explicit ResetAtEnd(Statement& statement) : statement_(statement) {}
  ~ResetAtEnd() { statement_.reset(); }
  ResetAtEnd(const ResetAtEnd&) = delete;
  ResetAtEnd& operator=(const ResetAtEnd&) = delete;

 private:
  Statement& statement_;
};

}  // namespace stakebook
