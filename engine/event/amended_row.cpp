#include "event/amended_row.h"

#include "event/row_fields.h"

namespace stakebook {
namespace {

std::string shown(const std::string& text) { return text.empty() ? "nothing" : text; }

}  // namespace

std::string changes_between(const Row& before, const Row& after) {
  std::string changes;
  for_each_field_of_both(before, after,
                         [&](std::string_view name, const auto& was, const auto& is) {
                           const std::string old_text = was.filed_text();
                           const std::string text = is.filed_text();
                           if (text == old_text) return;
                           changes += (changes.empty() ? "" : "; ") + std::string(name) + ' ' +
                                      shown(old_text) + " became " + shown(text);
                         });
  return changes;
}

Inference replacing(const Reference& replaced, const std::string& changes) {
  return {"amended-row",
          "replaces " + replaced.to_text() + (changes.empty() ? "" : ": " + changes),
          Grade::reported,
          {{replaced, {}, 0, {}, {}}}};
}

Inference added_to(std::int64_t original) {
  return {"amendment-adds",
          "added by an amendment of entry " + std::to_string(original),
          Grade::reported,
          {{{original, Part::entry, 0, 0}, {}, 0, {}, {}}}};
}

Inference in_doubt() {
  return {"amendment-in-doubt",
          "an amendment can be read so that this row counts, and so that it does not",
          Grade::unexplained,
          {}};
}

}  // namespace stakebook
