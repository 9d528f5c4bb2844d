// Work done ahead of its consumer by several threads, given in order whatever the threads do.
//
//   Ahead<FoundFile, ReadFile> ahead(take, work, {.threads = 2, .ahead_max = 32});
//   while (auto result = ahead.next()) ...
//
// 1. next() gives work(take()) in the order of take(), which is called by one thread at a time; a
//    take() that is slow holds up neither work nor next().
// 2. At most `ahead_max` results are in the making or waiting, and while there are several, their
//    loads are `load_max` together: memory stays flat.
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
  std::size_t load_max = 64U << 20;
};

template <class Task, class Result>
class Ahead {
 public:
  using Take = std::function<std::optional<Task>()>;
  using Work = std::function<Result(Task&&, unsigned thread)>;

  // What a task takes in memory. Without it tasks weigh nothing.
  using Load = std::function<std::size_t(const Task&)>;

  Ahead(Take take, Work work, const AheadOptions& options, Load load = {})
      : take_(std::move(take)),
        work_(std::move(work)),
        load_(std::move(load)),
        load_max_(options.load_max),
        slots_(options.ahead_max) {
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
    Slot& slot = slots_[given_ % slots_.size()];
    ready_.wait(lock, [&] { return slot.result || failure_ || (ended_ && given_ == taken_); });
    if (failure_) std::rethrow_exception(failure_);
    if (!slot.result) return std::nullopt;
    std::optional<Result> result = std::exchange(slot.result, std::nullopt);
    held_load_ -= slot.load;
    ++given_;
    // Full slots put the threads to sleep; they are woken for half of them at once, not for each.
    const bool wakes = waits_for_load_ || taken_ - given_ == slots_.size() / 2;
    lock.unlock();
    if (wakes) room_.notify_all();
    return result;
  }

 private:
  struct Slot {
    std::optional<Result> result;
    std::size_t load = 0;
  };

  void run(unsigned thread) {
    try {
      std::size_t number = 0;
      while (auto task = take_one(number)) {
        Result result = work_(std::move(*task), thread);
        const std::lock_guard lock(mutex_);
        slots_[number % slots_.size()].result.emplace(std::move(result));
        ready_.notify_one();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      stop_ = true;
    }
    ready_.notify_one();
    room_.notify_all();
  }

  // The next task and its number, when there is room for it.
  std::optional<Task> take_one(std::size_t& number) {
    const std::lock_guard turn(turn_);
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stop_ || ended_ || taken_ - given_ < slots_.size(); });
    if (stop_ || ended_) return std::nullopt;
    lock.unlock();
    std::optional<Task> task = take_();
    const std::size_t load = task && load_ ? load_(*task) : 0;
    lock.lock();
    if (!task) {
      ended_ = true;
      return std::nullopt;
    }
    waits_for_load_ = true;
    room_.wait(lock, [&] {
      return stop_ || taken_ == given_ || (load <= load_max_ && held_load_ <= load_max_ - load);
    });
    waits_for_load_ = false;
    if (stop_) return std::nullopt;
    held_load_ += load;
    number = taken_++;
    slots_[number % slots_.size()].load = load;
    return task;
  }

  const Take take_;
  const Work work_;
  const Load load_;
  const std::size_t load_max_;
  std::mutex turn_;                // held by the thread that takes; locked before mutex_
  std::mutex mutex_;               // of all that follows
  std::condition_variable room_;   // a result was given, or stop
  std::condition_variable ready_;  // a result is there, or the tasks ended, or a thread failed
  std::vector<Slot> slots_;        // result n in slot n % ahead_max
  std::size_t held_load_ = 0;      // of the tasks taken and not given
  bool waits_for_load_ = false;
  std::size_t taken_ = 0;
  std::size_t given_ = 0;
  bool ended_ = false;
  bool stop_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace stakebook::door
