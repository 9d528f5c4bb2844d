#include "event/cited_footnotes.h"

#include <algorithm>

namespace stakebook {

std::vector<FootnoteId> cited_footnotes(const Row& row) {
  std::vector<FootnoteId> ids;
  const auto add = [&](const std::vector<FootnoteId>& cited) {
    for (const FootnoteId& id : cited) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  };
  for_each_field(row, [&](const char*, const auto& field) { add(field.footnotes); });
  add(row.transaction_coding_footnotes);
  return ids;
}

std::vector<const Footnote*> resolved(const std::vector<FootnoteId>& ids,
                                      const OwnershipDocument& document) {
  std::vector<const Footnote*> footnotes;
  for (const FootnoteId& id : ids) {
    if (const Footnote* footnote = document.footnote(id)) footnotes.push_back(footnote);
  }
  return footnotes;
}

}  // namespace stakebook
