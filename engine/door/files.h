// Files and folders as a stream of files, in name order, without holding the whole list.
//
//   FileWalk walk({"filings/"});
//   while (auto file = walk.next()) ...     filings/0001.xml, filings/2007/a.xml, ...
//
// 1. A folder's entries come in the byte order of their names, folders in their place among files.
// 2. Links are followed; a folder that holds itself is met once, then told as an obstacle.
// 3. Whatever cannot be read as a file comes too, with the reason: nothing is passed over.
// 4. EDGAR's layout is used: a folder or file named by an accession number gives it to the filing.
// 5. The ledger's own files are never opened: closing one would drop the locks that SQLite holds on
//    it in this process (POSIX advisory locks). In a folder they are passed over.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "value/diagnostic.h"
#include "value/identifier.h"

namespace stakebook::door {

struct FoundFile {
  std::string path;                         // as given, and the way down from there
  std::optional<Diagnostic> obstacle = {};  // set where it cannot be opened as a file
  std::uint64_t size = 0;
  bool is_stream = false;                         // the path was "-": not a file
  std::optional<AccessionNumber> accession = {};  // that the path tells
};

class FileWalk {
 public:
  using Identity = std::pair<std::uint64_t, std::uint64_t>;  // device, inode

  // Error(not_found) where one of the paths is not there. `ledger`: the ledger's file, or empty.
  // With `has_stream` the path "-" is no file's name.
  explicit FileWalk(std::vector<std::string> paths, std::string ledger = {},
                    bool has_stream = false);
  std::optional<FoundFile> next();

 private:
  struct Folder {
    std::filesystem::path path;
    Identity identity;
    std::vector<std::filesystem::path> names;  // sorted, last first
    std::optional<AccessionNumber> accession;
  };

  std::optional<FoundFile> visit(const std::filesystem::path& path);
  std::optional<FoundFile> enter(const std::filesystem::path& path, Identity identity);
  FoundFile described(const std::filesystem::path& path) const;
  bool is_of_ledger(const std::filesystem::path& path, Identity file) const;

  std::vector<std::string> paths_;  // last first
  std::string ledger_;
  bool has_stream_;
  Identity ledger_identity_;
  std::vector<Folder> folders_;  // innermost last
};

struct FileBytes {
  std::string bytes;
  std::optional<Diagnostic> obstacle;
};

// A file that is open and can be read from its beginning, by any thread.
class OpenFile {
 public:
  struct Opened {
    std::shared_ptr<const OpenFile> file;
    std::optional<Diagnostic> obstacle;  // set where there is no file
  };
  // Never waits for a pipe.
  static Opened open(const std::string& path);
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  int descriptor() const { return descriptor_; }
  std::uint64_t size() const { return size_; }  // when it was opened
  std::string head(std::size_t bytes_max) const;
  // The whole file, or why not; of one of more than `bytes_max` bytes its beginning.
  FileBytes read(std::size_t bytes_max) const;

 private:
  int descriptor_;
  std::uint64_t size_ = 0;
};

// From its place to its end, where the descriptor is a file's.
std::optional<std::uint64_t> bytes_left(int descriptor);

}  // namespace stakebook::door
