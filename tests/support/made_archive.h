// Archives made in memory, by libarchive's writers.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>

class MadeArchive {
 public:
  enum class Format { zip, tar, gzip };

  explicit MadeArchive(Format format) : archive_(archive_write_new()) {
    if (format == Format::zip) archive_write_set_format_zip(archive_);
    if (format == Format::tar) archive_write_set_format_pax_restricted(archive_);
    if (format == Format::gzip) {
      archive_write_set_format_raw(archive_);
      archive_write_add_filter_gzip(archive_);
    }
    archive_write_set_bytes_in_last_block(archive_, 1);
    const auto write = [](struct archive*, void* bytes, const void* block, std::size_t size) {
      static_cast<std::string*>(bytes)->append(static_cast<const char*>(block), size);
      return static_cast<la_ssize_t>(size);
    };
    REQUIRE(archive_write_open(archive_, &bytes_, nullptr, write, nullptr) == ARCHIVE_OK);
  }
  MadeArchive(const MadeArchive&) = delete;
  MadeArchive& operator=(const MadeArchive&) = delete;
  ~MadeArchive() { archive_write_free(archive_); }

  MadeArchive& add(std::string_view name, std::string_view bytes, unsigned type = AE_IFREG,
                   std::string_view link = {}) {
    struct archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, std::string(name).c_str());
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    if (!link.empty()) archive_entry_set_symlink(entry, std::string(link).c_str());
    REQUIRE(archive_write_header(archive_, entry) == ARCHIVE_OK);
    archive_entry_free(entry);
    if (!bytes.empty()) {
      REQUIRE(archive_write_data(archive_, bytes.data(), bytes.size()) ==
              static_cast<la_ssize_t>(bytes.size()));
    }
    return *this;
  }
  // The file without its holes is two blocks of 512 bytes, at 512 and at its end.
  MadeArchive& add_sparse(std::string_view name, const std::string& whole) {
    struct archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, std::string(name).c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(whole.size()));
    archive_entry_sparse_add_entry(entry, 512, 512);
    archive_entry_sparse_add_entry(entry, static_cast<la_int64_t>(whole.size()) - 512, 512);
    REQUIRE(archive_write_header(archive_, entry) == ARCHIVE_OK);
    archive_entry_free(entry);
    // libarchive takes the whole file and leaves the holes out.
    archive_write_data(archive_, whole.data(), whole.size());
    return *this;
  }
  // No more is added after this.
  std::string bytes() {
    archive_write_close(archive_);
    return bytes_;
  }

 private:
  struct archive* archive_;
  std::string bytes_;
};

inline std::string gzipped(std::string_view bytes) {
  return MadeArchive(MadeArchive::Format::gzip).add("data", bytes).bytes();
}
inline MadeArchive zip() { return MadeArchive(MadeArchive::Format::zip); }
inline MadeArchive tar() { return MadeArchive(MadeArchive::Format::tar); }
