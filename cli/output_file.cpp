#include "output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "value/error.h"

namespace stakebook::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = 1U << 16;

bool same_content(const std::string& left, const std::string& right) {
  std::error_code unknown;
  if (!fs::is_regular_file(right, unknown)) return false;
  if (fs::file_size(left, unknown) != fs::file_size(right, unknown) || unknown) return false;
  std::ifstream one(left, std::ios::binary);
  std::ifstream other(right, std::ios::binary);
  char of_one[1 << 14];
  char of_other[sizeof of_one];
  while (one && other) {
    one.read(of_one, sizeof of_one);
    other.read(of_other, sizeof of_other);
    const auto size = static_cast<std::size_t>(one.gcount());
    if (one.gcount() != other.gcount() || std::memcmp(of_one, of_other, size) != 0) return false;
  }
  return one.eof() && other.eof();
}

// Whether something has this name, a link that leads nowhere too.
bool is_taken(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  const fs::path place(path_);
  const fs::path folder = place.has_parent_path() ? place.parent_path() : ".";
  std::error_code unknown;
  if (!fs::is_directory(folder, unknown)) {
    throw Error(ErrorKind::storage, "there is no folder " + folder.string(), path_,
                "make the folder, or name a file in another one");
  }
  if (is_taken(path_) && !fs::is_regular_file(path_, unknown)) {
    throw Error(ErrorKind::storage, "what stands there is no file", path_, "name another one");
  }
  temporary_ = (folder / ".stakebook-XXXXXX").string();
  descriptor_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    const int reason = errno;
    temporary_.clear();
    if (reason == EACCES || reason == EROFS || reason == EPERM) {
      throw Error(ErrorKind::storage, "nothing can be written in the folder " + folder.string(),
                  path_, "allow writing in it, or name a file in another one");
    }
    errno = reason;
    fail("cannot make a file there");
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor_, 0666 & ~mask);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void OutputFile::fail(const char* what) const {
  throw Error(ErrorKind::storage, std::string(what) + ": " + std::strerror(errno), path_);
}

void OutputFile::write(std::string_view text) {
  buffer_.append(text);
  if (buffer_.size() >= buffer_size) flush();
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("cannot write");
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  buffer_.clear();
}

void OutputFile::move(bool replace, Outcome& outcome) {
  if (!replace) {
    // Unlike a rename, a link never takes the place of what has come there meanwhile.
    if (::link(temporary_.c_str(), path_.c_str()) == 0) return;
    if (errno == EEXIST) {
      outcome = Outcome::kept;
      return;
    }
    // File systems without links.
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK) {
      fail("cannot write");
    }
    if (is_taken(path_)) {
      outcome = Outcome::kept;
      return;
    }
  }
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("cannot write");
  temporary_.clear();
}

OutputFile::Outcome OutputFile::finish(bool replace) {
  flush();
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) fail("cannot write");
  const bool taken = is_taken(path_);
  if (taken && same_content(temporary_, path_)) return Outcome::same;
  Outcome outcome = taken ? Outcome::replaced : Outcome::made;
  move(replace, outcome);
  return outcome;
}

}  // namespace stakebook::cli
