#include "door/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "door/byte_source.h"
#include "value/error.h"

namespace stakebook::door {
namespace {

namespace fs = std::filesystem;

Diagnostic obstacle(const char* code, std::string message) {
  return {code, Severity::error, std::move(message), {}};
}

std::string reason_of(int error) { return std::generic_category().message(error); }

constexpr std::string_view stream_path = "-";

std::optional<FileWalk::Identity> identity_of(const std::string& path) {
  struct stat status = {};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileWalk::Identity(status.st_dev, status.st_ino);
}

// "filings/" and "filings" are the same folder.
fs::path named_folder(const fs::path& path) {
  return path.has_filename() ? path.filename() : path.parent_path().filename();
}

}  // namespace

FileWalk::FileWalk(std::vector<std::string> paths, std::string ledger, bool has_stream)
    : paths_(std::move(paths)),
      ledger_(std::move(ledger)),
      has_stream_(has_stream),
      ledger_identity_(identity_of(ledger_).value_or(Identity())) {
  for (const std::string& path : paths_) {
    struct stat status = {};
    if (has_stream_ && path == stream_path) continue;
    if (::lstat(path.c_str(), &status) != 0) {
      throw Error(errno == ENOENT || errno == ENOTDIR ? ErrorKind::not_found : ErrorKind::storage,
                  "cannot import: " + reason_of(errno), path,
                  "check the path; nothing was imported");
    }
  }
  std::reverse(paths_.begin(), paths_.end());
}

std::optional<FoundFile> FileWalk::next() {
  for (;;) {
    fs::path path;
    if (folders_.empty()) {
      if (paths_.empty()) return std::nullopt;
      path = paths_.back();
      paths_.pop_back();
      if (has_stream_ && path == stream_path) {
        FoundFile stream;
        stream.path = path.string();
        stream.is_stream = true;
        return stream;
      }
    } else if (folders_.back().names.empty()) {
      folders_.pop_back();
      continue;
    } else {
      path = folders_.back().path / folders_.back().names.back();
      folders_.back().names.pop_back();
    }
    if (auto found = visit(path)) return found;
  }
}

std::optional<FoundFile> FileWalk::visit(const fs::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    const char* code = errno == ELOOP ? "folder-loop" : "file-unreadable";
    return FoundFile{path.string(), obstacle(code, "cannot be opened: " + reason_of(errno))};
  }
  if (S_ISDIR(status.st_mode)) return enter(path, {status.st_dev, status.st_ino});
  if (!S_ISREG(status.st_mode)) {
    return FoundFile{path.string(),
                     obstacle("not-a-file", "is a pipe, a socket or a device, not a file")};
  }
  if (is_of_ledger(path, {status.st_dev, status.st_ino})) {
    if (!folders_.empty()) return std::nullopt;
    return FoundFile{path.string(), obstacle("not-a-filing", "is a file of the ledger itself")};
  }
  FoundFile found = described(path);
  found.size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  return found;
}

// SQLite keeps its log and its index of the log beside the file while it is open.
bool FileWalk::is_of_ledger(const fs::path& path, Identity file) const {
  if (ledger_.empty()) return false;
  if (file == ledger_identity_) return true;
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    if (path.native().ends_with(suffix) && identity_of(ledger_ + suffix) == file) return true;
  }
  return false;
}

FoundFile FileWalk::described(const fs::path& path) const {
  FoundFile found;
  found.path = path.string();
  found.accession = AccessionNumber::parse(path.stem().string());
  if (folders_.empty()) {
    if (!found.accession) {
      found.accession = AccessionNumber::parse(path.parent_path().filename().string());
    }
    return found;
  }
  const Folder& folder = folders_.back();
  if (!found.accession) found.accession = folder.accession;
  return found;
}

// Absent where the folder was entered and its files are to come.
std::optional<FoundFile> FileWalk::enter(const fs::path& path, Identity identity) {
  const auto holds_itself = [&](const Folder& folder) { return folder.identity == identity; };
  if (std::any_of(folders_.begin(), folders_.end(), holds_itself)) {
    return FoundFile{path.string(),
                     obstacle("folder-loop", "leads back to a folder that it lies in")};
  }
  std::error_code error;
  std::vector<fs::path> names;
  for (auto entry = fs::directory_iterator(path, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    names.push_back(entry->path().filename());
  }
  if (error) {
    return FoundFile{path.string(),
                     obstacle("folder-unreadable", "cannot be read: " + error.message())};
  }
  std::sort(names.begin(), names.end(), [](const fs::path& left, const fs::path& right) {
    return left.native() > right.native();
  });
  Folder folder;
  folder.accession = AccessionNumber::parse(named_folder(path).string());
  if (!folders_.empty() && !folder.accession) folder.accession = folders_.back().accession;
  folder.path = path;
  folder.identity = identity;
  folder.names = std::move(names);
  folders_.push_back(std::move(folder));
  return std::nullopt;
}

OpenFile::Opened OpenFile::open(const std::string& path) {
  const auto failed = [] {
    return Opened{nullptr, obstacle("file-unreadable", "cannot be opened: " + reason_of(errno))};
  };
  // O_NONBLOCK: a file replaced by a pipe since it was listed must not hold the import up.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return failed();
  auto file = std::make_shared<OpenFile>(descriptor);
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0) return failed();
  if (!S_ISREG(status.st_mode)) return {nullptr, obstacle("not-a-file", "is not a file")};
  file->size_ = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  return {std::move(file), std::nullopt};
}

OpenFile::~OpenFile() { ::close(descriptor_); }

std::string OpenFile::head(std::size_t bytes_max) const {
  std::string head(bytes_max, '\0');
  const ssize_t count = ::pread(descriptor_, head.data(), head.size(), 0);
  head.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return head;
}

FileBytes OpenFile::read(std::size_t bytes_max) const {
  FileBytes result;
  // One byte more than the limit tells a file that is too large, even one that grows meanwhile.
  result.bytes.resize(std::min<std::uint64_t>(size_, bytes_max) + 1);
  std::size_t filled = 0;
  while (filled <= bytes_max) {
    if (filled == result.bytes.size()) {
      result.bytes.resize(std::min(2 * filled + 4096, bytes_max + 1));
    }
    const ssize_t count = ::pread(descriptor_, result.bytes.data() + filled,
                                  result.bytes.size() - filled, static_cast<off_t>(filled));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return {{}, obstacle("file-unreadable", "cannot be read: " + reason_of(errno))};
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  if (filled > bytes_max) {
    result.bytes.resize(std::min<std::size_t>(filled, 64U << 10));
    result.obstacle = obstacle("limit-exceeded", too_large(bytes_max));
    return result;
  }
  result.bytes.resize(filled);
  return result;
}

std::optional<std::uint64_t> bytes_left(int descriptor) {
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const off_t place = ::lseek(descriptor, 0, SEEK_CUR);
  return static_cast<std::uint64_t>(std::max<off_t>(status.st_size - std::max<off_t>(place, 0), 0));
}

}  // namespace stakebook::door
