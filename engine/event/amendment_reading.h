// One way to read all amendments of an issuer. Private to event/.
//
// Where the claims leave open what an amendment does, `Decisions` is asked; running again with the
// next answers gives the next reading, until there are no more.
#pragma once

#include <cstddef>
#include <vector>

#include "event/amendment.h"
#include "event/amendment_link.h"
#include "event/amendment_text.h"
#include "event/claim_order.h"

namespace stakebook {

class Decisions {
 public:
  // One of `options` ways, counted from 0: the first run takes 0 everywhere.
  std::size_t decide(std::size_t options);
  // Moves to the next answers; false where all were given.
  bool advance();

 private:
  struct Made {
    std::size_t options = 0;
    std::size_t chosen = 0;
  };
  std::vector<Made> made_;
  std::size_t next_ = 0;
};

struct FilingToRead {
  LinkedFiling filing;
  // Of an amendment: what its text says, and the filings that fit best as what it amends.
  std::vector<AmendmentStatement> statements;
  std::vector<const LinkedFiling*> originals;

  std::int64_t entry() const { return filing.claim->entry; }
  bool amends() const { return is_amendment(*filing.claim->filing()); }
};

// `filings` in the order of knowledge.
Amendments read_amendments(const std::vector<FilingToRead>& filings, Decisions& decisions);

}  // namespace stakebook
