// Work on issuers by several threads, its results given in the order of the issuers.
//
//   IssuersAhead<IssuerBook> books(journal, path, issuers, book_of);
//   while (auto book = books.next()) ...
//
// A journal is used by one thread: each of several opens the ledger at `path` anew. An owner's few
// issuers are worked on by the caller of next(), with `journal`: that is done sooner than threads
// with journals of their own are ready.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "door/ahead.h"
#include "journal/journal.h"

namespace stakebook::door {

template <class Result>
class IssuersAhead {
 public:
  using Work = std::function<Result(const Journal&, const Party& issuer)>;

  IssuersAhead(const Journal& journal, std::string path, std::vector<Party> issuers, Work work)
      : journal_(journal),
        path_(std::move(path)),
        issuers_(std::move(issuers)),
        work_(std::move(work)),
        journals_(threads_for(issuers_.size())),
        ahead_(
            [this] { return take(); },
            [this](Party&& issuer, unsigned thread) { return work_(journal_of(thread), issuer); },
            {static_cast<unsigned>(journals_.size()), journals_.size() + 1}) {}

  std::optional<Result> next() { return ahead_.next(); }

 private:
  static constexpr unsigned threads_max = 4;
  static constexpr std::size_t issuers_for_threads = 32;

  static std::size_t threads_for(std::size_t issuers) {
    if (issuers < issuers_for_threads) return 0;
    return std::clamp(std::thread::hardware_concurrency(), 1U, threads_max);
  }
  std::optional<Party> take() {
    return taken_ < issuers_.size() ? std::optional(std::move(issuers_[taken_++])) : std::nullopt;
  }
  const Journal& journal_of(unsigned thread) {
    if (journals_.empty()) return journal_;
    auto& own = journals_[thread];
    if (!own) own = std::make_unique<Journal>(Journal::open(path_, Journal::Access::read));
    return *own;
  }

  const Journal& journal_;
  const std::string path_;
  std::vector<Party> issuers_;
  const Work work_;
  std::size_t taken_ = 0;
  std::vector<std::unique_ptr<Journal>> journals_;
  Ahead<Party, Result> ahead_;  // last: its threads use the others
};

}  // namespace stakebook::door
