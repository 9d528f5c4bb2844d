#include "faulty_disk.h"

#include <cstring>
#include <fstream>

namespace stakebook::simulation {
namespace {

struct LayerFile {
  sqlite3_file base;
  FaultyDisk* disk;
  const char* path;  // null for files without a name, which nothing depends on
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

LayerFile& layer(sqlite3_file* file) { return *reinterpret_cast<LayerFile*>(file); }
sqlite3_file* below(sqlite3_file* file) { return layer(file).below(); }

int close_file(sqlite3_file* file) { return below(file)->pMethods->xClose(below(file)); }
int read_file(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
  return below(file)->pMethods->xRead(below(file), bytes, size, offset);
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  LayerFile& self = layer(file);
  if (const int code = self.disk->operate(); code != SQLITE_OK) return code;
  if (self.path != nullptr) {
    self.disk->file(self.path).unsynced.push_back(
        {offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)),
         false});
  }
  return below(file)->pMethods->xWrite(below(file), bytes, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  LayerFile& self = layer(file);
  if (const int code = self.disk->operate(); code != SQLITE_OK) return code;
  if (self.path != nullptr) self.disk->file(self.path).unsynced.push_back({size, {}, true});
  return below(file)->pMethods->xTruncate(below(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
  LayerFile& self = layer(file);
  if (const int code = self.disk->operate(); code != SQLITE_OK) return code;
  if (self.path != nullptr) {
    FaultyDisk::File& kept = self.disk->file(self.path);
    for (const FaultyDisk::Change& change : kept.unsynced) FaultyDisk::apply(change, kept.synced);
    kept.unsynced.clear();
  }
  return below(file)->pMethods->xSync(below(file), flags);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return below(file)->pMethods->xFileSize(below(file), size);
}
int lock_file(sqlite3_file* file, int level) {
  return below(file)->pMethods->xLock(below(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return below(file)->pMethods->xUnlock(below(file), level);
}
int check_lock(sqlite3_file* file, int* reserved) {
  return below(file)->pMethods->xCheckReservedLock(below(file), reserved);
}
int control_file(sqlite3_file* file, int operation, void* argument) {
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
int sector_size(sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); }
// No promise of any kind: a write may tear, and power may be lost at any time.
int characteristics(sqlite3_file*) { return 0; }
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return below(file)->pMethods->xShmMap(below(file), page, size, extend, memory);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}
void barrier(sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); }
int unmap_shared(sqlite3_file* file, int erase) {
  return below(file)->pMethods->xShmUnmap(below(file), erase);
}

constexpr sqlite3_io_methods methods = {2,
                                        close_file,
                                        read_file,
                                        write_file,
                                        truncate_file,
                                        sync_file,
                                        file_size,
                                        lock_file,
                                        unlock_file,
                                        check_lock,
                                        control_file,
                                        sector_size,
                                        characteristics,
                                        map_shared,
                                        lock_shared,
                                        barrier,
                                        unmap_shared,
                                        nullptr,
                                        nullptr};

struct Context {
  sqlite3_vfs* below;
  FaultyDisk* disk;
};
Context context;

int open_file(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* out_flags) {
  LayerFile& self = layer(file);
  self.base.pMethods = nullptr;
  self.disk = context.disk;
  self.path = path;
  const int code = context.below->xOpen(context.below, path, self.below(), flags, out_flags);
  if (code == SQLITE_OK) {
    self.base.pMethods = &methods;
    if (path != nullptr) context.disk->file(path);  // it is there, though empty
  }
  return code;
}

int delete_file(sqlite3_vfs*, const char* path, int sync) {
  const int code = context.below->xDelete(context.below, path, sync);
  if (code == SQLITE_OK) context.disk->forget(path);
  return code;
}

int access_file(sqlite3_vfs*, const char* path, int flags, int* result) {
  return context.below->xAccess(context.below, path, flags, result);
}

int full_path(sqlite3_vfs*, const char* path, int size, char* out) {
  return context.below->xFullPathname(context.below, path, size, out);
}

}  // namespace

FaultyDisk::FaultyDisk() : below_(sqlite3_vfs_find(nullptr)) {
  context = {below_, this};
  layer_ = *below_;
  layer_.szOsFile = static_cast<int>(sizeof(LayerFile)) + below_->szOsFile;
  layer_.zName = "faulty-disk";
  layer_.pNext = nullptr;
  layer_.xOpen = open_file;
  layer_.xDelete = delete_file;
  layer_.xAccess = access_file;
  layer_.xFullPathname = full_path;
  sqlite3_vfs_register(&layer_, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&layer_);
  sqlite3_vfs_register(below_, 1);
}

void FaultyDisk::fail_after(std::int64_t operations, int code) {
  failing_from_ = operations_ + operations;
  failure_ = code;
}

void FaultyDisk::repair() { failing_from_ = -1; }

int FaultyDisk::operate() {
  if (failing_from_ >= 0 && operations_ >= failing_from_) return failure_;
  ++operations_;
  return SQLITE_OK;
}

void FaultyDisk::apply(const Change& change, std::string& bytes) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.truncation) {
    bytes.resize(offset);
    return;
  }
  if (bytes.size() < offset + change.bytes.size()) bytes.resize(offset + change.bytes.size());
  bytes.replace(offset, change.bytes.size(), change.bytes);
}

void FaultyDisk::lose_power(const std::filesystem::path& folder, std::mt19937& random) const {
  constexpr std::size_t sector = 512;
  for (const auto& [path, file] : files_) {
    std::string bytes = file.synced;
    for (const Change& change : file.unsynced) {
      if (change.truncation) {
        if (random() % 2 == 0) apply(change, bytes);
        continue;
      }
      for (std::size_t at = 0; at < change.bytes.size(); at += sector) {
        if (random() % 2 == 0) continue;
        apply(
            {change.offset + static_cast<std::int64_t>(at), change.bytes.substr(at, sector), false},
            bytes);
      }
    }
    std::ofstream(folder / std::filesystem::path(path).filename(), std::ios::binary) << bytes;
  }
}

}  // namespace stakebook::simulation
