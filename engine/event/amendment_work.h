// One amendment while it is applied to the rows that hold now. Private to event/.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "event/amendment_reading.h"

namespace stakebook {

struct AmendmentWork {
  AmendmentWork(const FilingToRead& applied, std::vector<FilingRow>& in_effect)
      : amendment(applied),
        current(in_effect),
        rows(in_effect),
        retracted(rows.size()),
        amended_dropped(applied.filing.rows.size()),
        merged_into(rows.size()) {}

  const FilingToRead& amendment;
  std::vector<FilingRow>& current;    // becomes what holds afterwards
  std::vector<FilingRow> rows;        // current, as they were before
  Alignment alignment;                // of the amended rows with `rows`
  std::vector<bool> retracted;        // of `rows`
  std::vector<bool> amended_dropped;  // of the amended rows
  // Of `rows`: the amended row that stands for it together with its partner (row_merge.h).
  std::vector<std::optional<std::size_t>> merged_into;

  bool is_paired(std::size_t row) const;
  std::int64_t entry() const { return amendment.entry(); }
};

// Takes back the rows that the amendment's words take back (amendment_text.h): everything that it
// does not state again, the row that a footnote stands at, the one that a sentence names by its
// amount, or one of two that say the same. Words that do not tell which take nothing back.
void take_back(AmendmentWork& work, Decisions& decisions, Amendments& result,
               const std::function<bool(const Row&)>& is_reported_elsewhere);

void note(Amendments& result, std::string code, std::string message, const Reference& place);
void note_retraction(Amendments& result, const Reference& row, std::int64_t amendment,
                     const std::string& why);
void add_effect(Amendments& result, const Reference& row, AmendmentEffect effect,
                const Reference& by, std::int64_t amendment, std::string quote = {});

}  // namespace stakebook
