// A disk that fails when it is told to, and forgets what was not synced when the power goes.
//
//   FaultyDisk disk;                         every database opened from here on lies on it
//   disk.fail_after(12, SQLITE_FULL);        the 13th write or sync fails, and all after it
//   disk.lose_power("/tmp/after", random);   the files as they may be found when power is back
//
// A layer over SQLite's own (sqlite.org/vfs.html). Writes are kept in order until their file is
// synced; losing power keeps of the rest any part, in any order, sector by sector.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace stakebook::simulation {

class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  void fail_after(std::int64_t operations, int code);
  void repair();
  // Writes, truncations and syncs so far.
  std::int64_t operations() const { return operations_; }
  // Writes the files, under their own names, into a folder.
  void lose_power(const std::filesystem::path& folder, std::mt19937& random) const;

  // What the layer's functions call.
  struct Change {
    std::int64_t offset = 0;
    std::string bytes;
    bool truncation = false;  // to `offset`
  };
  struct File {
    std::string synced;
    std::vector<Change> unsynced;
  };
  // SQLITE_OK, or what the disk fails with.
  int operate();
  File& file(const std::string& path) { return files_[path]; }
  void forget(const std::string& path) { files_.erase(path); }
  static void apply(const Change& change, std::string& bytes);

 private:
  sqlite3_vfs layer_{};
  sqlite3_vfs* below_ = nullptr;
  std::map<std::string, File> files_;
  std::int64_t operations_ = 0;
  std::int64_t failing_from_ = -1;
  int failure_ = SQLITE_OK;
};

}  // namespace stakebook::simulation
