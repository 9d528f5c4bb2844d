// Files read and parsed ahead of the one writer, in the order of the walk whatever the threads do.
//
//   ReadAhead ahead(FileWalk(paths), {.readers = 2});
//   while (auto file = ahead.next()) ...
//
// 1. next() gives the files in the order of the walk.
// 2. At most `ahead_max` files are read and not yet given: memory does not grow with the folder.
// 3. Destroyed early, it stops after the files in hand.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "door/files.h"
#include "filing/reader.h"

namespace stakebook::door {

// Exactly one of the two, but for an index, which has neither.
struct ReadFile {
  std::string source;
  std::optional<Filing> filing;
  std::optional<Diagnostic> refusal;
};

struct ReadAheadOptions {
  unsigned readers = 2;        // 0: files are read by the caller of next()
  std::int64_t ahead_max = 32;
  ReadLimits limits = {};
};

class ReadAhead {
 public:
  ReadAhead(FileWalk walk, const ReadAheadOptions& options);
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;
  ~ReadAhead();

  // Rethrows what a reading thread could not handle (memory that ran out).
  std::optional<ReadFile> next();

 private:
  void work();

  FileWalk walk_;
  const ReadAheadOptions options_;
  std::mutex mutex_;
  std::condition_variable room_;   // a slot was emptied, or stop
  std::condition_variable ready_;  // a slot was filled, or the walk ended, or a thread failed
  std::vector<std::optional<ReadFile>> slots_;  // file n in slot n % ahead_max
  std::int64_t taken_ = 0;         // files that a thread took from the walk
  std::int64_t given_ = 0;         // files that next() gave
  bool ended_ = false;             // the walk is over
  bool stop_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

// One document held in memory, read as an import reads a file.
ReadFile read_document(std::string_view bytes, std::string source, const ReadLimits& limits);

}  // namespace stakebook::door
