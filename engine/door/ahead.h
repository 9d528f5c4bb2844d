// Work done ahead of its consumer by several threads, given in order whatever the threads do.
//
//   Ahead<FoundFile, ReadFile> ahead(take, work, {.threads = 2, .ahead_max = 32});
//   while (auto result = ahead.next()) ...
//
// 1. next() gives work(take()) in the order of take(), which is called by one thread at a time.
// 2. At most `ahead_max` results are in the making or waiting: memory stays flat.
// 3. An exception in take() or work() comes out of next(), after the results before it are lost.
// 4. Destroyed early, it stops after the work in hand.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace stakebook::door {

struct AheadOptions {
  unsigned threads = 2;  // 0: the caller of next() does the work
  std::size_t ahead_max = 32;
};

template <class Task, class Result>
class Ahead {
 public:
  using Take = std::function<std::optional<Task>()>;
  using Work = std::function<Result(Task&&, unsigned thread)>;

  Ahead(Take take, Work work, const AheadOptions& options)
      : take_(std::move(take)), work_(std::move(work)), slots_(options.ahead_max) {
    try {
      for (unsigned i = 0; i < options.threads; ++i) threads_.emplace_back([this, i] { run(i); });
    } catch (const std::system_error&) {
      // The system gives no more threads: those there are do the work, or next() does.
    }
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;
  ~Ahead() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    room_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  std::optional<Result> next() {
    if (threads_.empty()) {
      auto task = take_();
      return task ? std::optional(work_(std::move(*task), 0)) : std::nullopt;
    }
    std::unique_lock lock(mutex_);
    auto& slot = slots_[given_ % slots_.size()];
    ready_.wait(lock, [&] { return slot || failure_ || (ended_ && given_ == taken_); });
    if (failure_) std::rethrow_exception(failure_);
    if (!slot) return std::nullopt;
    std::optional<Result> result = std::exchange(slot, std::nullopt);
    ++given_;
    // Full slots put the threads to sleep; they are woken for half of them at once, not for each.
    const bool wakes = taken_ - given_ == slots_.size() / 2;
    lock.unlock();
    if (wakes) room_.notify_all();
    return result;
  }

 private:
  void run(unsigned thread) {
    std::unique_lock lock(mutex_);
    try {
      for (;;) {
        room_.wait(lock, [&] { return stop_ || ended_ || taken_ - given_ < slots_.size(); });
        if (stop_ || ended_) break;
        auto task = take_();
        if (!task) {
          ended_ = true;
          break;
        }
        const std::size_t slot = taken_++ % slots_.size();
        lock.unlock();
        Result result = work_(std::move(*task), thread);
        lock.lock();
        slots_[slot].emplace(std::move(result));
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

  const Take take_;
  const Work work_;
  std::mutex mutex_;
  std::condition_variable room_;   // a result was given, or stop
  std::condition_variable ready_;  // a result is there, or the tasks ended, or a thread failed
  std::vector<std::optional<Result>> slots_;  // result n in slot n % ahead_max
  std::size_t taken_ = 0;
  std::size_t given_ = 0;
  bool ended_ = false;
  bool stop_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace stakebook::door
