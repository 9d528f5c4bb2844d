#include "event/correction.h"

namespace stakebook {
namespace {

std::optional<std::string> parsed(std::string_view text, const std::string*) {
  return std::string(text);
}
std::optional<Date> parsed(std::string_view text, const Date*) { return Date::parse(text); }
std::optional<bool> parsed(std::string_view text, const bool*) {
  if (text == "1" || text == "true") return true;
  if (text == "0" || text == "false") return false;
  return std::nullopt;
}
template <class Unit>
std::optional<Quantity<Unit>> parsed(std::string_view text, const Quantity<Unit>*) {
  return Quantity<Unit>::parse(text);
}

}  // namespace

bool set_field(Row& row, std::string_view field, std::string_view text) {
  bool set = false;
  for_each_field(row, [&]<class T>(std::string_view name, Field<T>& target) {
    if (name != field) return;
    const auto value = parsed(text, static_cast<const T*>(nullptr));
    if (!value) return;
    target.presence = Presence::given;
    target.value = value;
    target.as_filed.clear();
    set = true;
  });
  return set;
}

Corrections::Corrections(const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    const Record* record = claim.record();
    if (record == nullptr) continue;
    if (const auto* correction = std::get_if<RecordedCorrection>(&record->body)) {
      by_row_.emplace(correction->row, &claim);
    }
  }
}

Row Corrections::applied(Row row, const Reference& place,
                         std::vector<Inference>& inferences) const {
  const auto [first, last] = by_row_.equal_range(place);
  for (auto entry = first; entry != last; ++entry) {
    const Claim& claim = *entry->second;
    const auto& correction = std::get<RecordedCorrection>(claim.record()->body);
    if (!set_field(row, correction.field, correction.corrected)) continue;
    FigureReference reported{place, correction.field, 0, {}, {}};
    FigureReference record{{claim.entry, Part::entry, 0, 0}, {}, 0, {}, {}};
    inferences.push_back({"recorded-correction",
                          correction.field + " is taken as " + correction.corrected + ", as " +
                              claim.record()->author + " recorded: " + claim.record()->reason,
                          Grade::plausible,
                          {reported, record}});
  }
  return row;
}

}  // namespace stakebook
