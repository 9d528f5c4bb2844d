#include "door/read_ahead.h"

#include <system_error>
#include <utility>

namespace stakebook::door {
namespace {

ReadFile read(const FoundFile& found, const ReadLimits& limits) {
  if (found.obstacle) return {found.path, std::nullopt, found.obstacle};
  if (found.is_index) return {found.path, std::nullopt, std::nullopt};
  FileBytes file = read_file(found.path, limits.bytes_max);
  if (file.obstacle) return {found.path, std::nullopt, std::move(file.obstacle)};
  ReadFile result = read_document(file.bytes, found.path, limits);
  if (result.filing) complete_submission(*result.filing, found.accession, found.index.get());
  return result;
}

}  // namespace

ReadFile read_document(std::string_view bytes, std::string source, const ReadLimits& limits) {
  ReadResult result = read_filing(bytes, limits);
  return {std::move(source), std::move(result.filing), std::move(result.refusal)};
}

ReadAhead::ReadAhead(FileWalk walk, const ReadAheadOptions& options)
    : walk_(std::move(walk)),
      options_(options),
      slots_(static_cast<std::size_t>(options.ahead_max)) {
  try {
    for (unsigned i = 0; i < options_.readers; ++i) threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // The system gives no more threads: those there are do the work, or next() does.
  }
}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  room_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::optional<ReadFile> ReadAhead::next() {
  if (threads_.empty()) {
    const auto found = walk_.next();
    return found ? std::optional(read(*found, options_.limits)) : std::nullopt;
  }
  std::unique_lock lock(mutex_);
  auto& slot = slots_[static_cast<std::size_t>(given_ % options_.ahead_max)];
  ready_.wait(lock, [&] { return slot || failure_ || (ended_ && given_ == taken_); });
  if (failure_) std::rethrow_exception(failure_);
  if (!slot) return std::nullopt;
  std::optional<ReadFile> file = std::exchange(slot, std::nullopt);
  ++given_;
  lock.unlock();
  room_.notify_one();
  return file;
}

void ReadAhead::work() {
  std::unique_lock lock(mutex_);
  try {
    for (;;) {
      room_.wait(lock, [&] { return stop_ || ended_ || taken_ - given_ < options_.ahead_max; });
      if (stop_ || ended_) break;
      const auto found = walk_.next();
      if (!found) {
        ended_ = true;
        break;
      }
      const auto slot = static_cast<std::size_t>(taken_++ % options_.ahead_max);
      lock.unlock();
      ReadFile file = read(*found, options_.limits);
      lock.lock();
      slots_[slot] = std::move(file);
      ready_.notify_one();
    }
  } catch (...) {
    if (!lock.owns_lock()) lock.lock();
    failure_ = std::current_exception();
    stop_ = true;
  }
  lock.unlock();
  ready_.notify_one();
  room_.notify_all();
}

}  // namespace stakebook::door
