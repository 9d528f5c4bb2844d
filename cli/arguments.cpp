#include "arguments.h"

#include "value/text.h"

namespace stakebook::cli {
namespace {

std::string at(std::string_view place, std::string_view text) {
  return std::string(place) + ' ' + std::string(text) + ": ";
}

bool looks_like_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != 4 && i != 7 && !is_digit(text[i])) return false;
  }
  return true;
}

}  // namespace

bool Arguments::has(std::string_view name) const {
  for (const Given& one : given_) {
    if (one.first == name) return true;
  }
  return false;
}

std::optional<std::string> Arguments::text(std::string_view name) const {
  std::optional<std::string> last;
  for (const Given& one : given_) {
    if (one.first == name) last = one.second;
  }
  return last;
}

std::string Arguments::text_or(std::string_view name, std::string otherwise) const {
  auto found = text(name);
  return found ? *std::move(found) : std::move(otherwise);
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
  std::vector<std::string> all;
  for (const Given& one : given_) {
    if (one.first == name) all.push_back(one.second);
  }
  return all;
}

std::optional<Date> Arguments::date(std::string_view name) const {
  const auto typed = text(name);
  if (!typed) return std::nullopt;
  return read_date(*typed, name);
}

std::optional<Instant> Arguments::instant(std::string_view name) const {
  const auto typed = text(name);
  if (!typed) return std::nullopt;
  return read_instant(*typed, name);
}

std::optional<Shares> Arguments::shares(std::string_view name) const {
  const auto typed = text(name);
  if (!typed) return std::nullopt;
  return Shares(read_amount(*typed, name));
}

std::optional<Price> Arguments::price(std::string_view name) const {
  const auto typed = text(name);
  if (!typed) return std::nullopt;
  return Price(read_amount(*typed, name));
}

Date read_date(std::string_view text, std::string_view place) {
  if (const auto date = Date::parse(text)) return *date;
  if (looks_like_iso_date(text)) {
    throw UsageError(at(place, text) + "there is no such day");
  }
  if (const auto american = Date::parse_american(text)) {
    throw UsageError(at(place, text) + "not a date as it is written here",
                     std::string(place) + ' ' + american->to_text());
  }
  throw UsageError(at(place, text) + "not a date",
                   "year-month-day with four, two and two digits, such as 2007-11-20");
}

Instant read_instant(std::string_view text, std::string_view place) {
  if (const auto instant = Instant::parse_typed(text)) return *instant;
  const bool has_time = text.size() > 11 && (text[10] == 'T' || text[10] == ' ');
  if (has_time && Date::parse(text.substr(0, 10))) {
    throw UsageError(at(place, text) + "not a time of day",
                     "hours, minutes and seconds in US Eastern time, such as 2024-05-20T16:30");
  }
  return {read_date(text, place)};
}

Decimal read_amount(std::string_view text, std::string_view place) {
  const auto amount = Decimal::parse(text);
  if (amount && !amount->is_negative()) return *amount;
  if (amount) {
    throw UsageError(at(place, text) + "less than zero", "the amount itself, without a sign");
  }
  std::string bare;
  for (const char c : text) {
    if (c != ',' && c != '$' && c != '_') bare += c;
  }
  if (Decimal::parse(bare)) {
    throw UsageError(at(place, text) + "not a plain number", std::string(place) + ' ' + bare);
  }
  throw UsageError(at(place, text) + "not a number", "digits and at most one point: 1500, 66.903");
}

Ratio read_split_ratio(std::string_view text, std::string_view place) {
  const std::string folded = lowered(text);
  for (const std::string_view divider : {" for ", "-for-", ":", "/"}) {
    const std::size_t found = folded.find(divider);
    if (found == std::string::npos) continue;
    const auto new_shares = Decimal::parse(trimmed(std::string_view(folded).substr(0, found)));
    const auto old_shares =
        Decimal::parse(trimmed(std::string_view(folded).substr(found + divider.size())));
    if (!new_shares || !old_shares || !new_shares->is_positive()) break;
    if (const auto ratio = Ratio::between(*new_shares, *old_shares)) {
      if (*ratio == Ratio(1)) throw UsageError(at(place, text) + "that changes nothing");
      if (Ratio() < *ratio) return *ratio;
    }
  }
  throw UsageError(at(place, text) + "not a split ratio",
                   "new shares for old ones: \"5 for 1\", or \"1 for 20\" for a reverse split");
}

}  // namespace stakebook::cli
