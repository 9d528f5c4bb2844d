#include "journal/terms_text.h"

#include <charconv>

namespace stakebook {
namespace {

constexpr std::string_view day_names[] = {"anchor_day_or_last", "fixed_day_or_last",
                                          "last_day_of_month"};

struct PortionText {
  std::string operator()(const PartOfGrant& part) const {
    return part.fraction.to_text() + " of grant";
  }
  std::string operator()(const PartOfRemainder& part) const {
    return part.fraction.to_text() + " of remainder";
  }
  std::string operator()(const StatedCount& stated) const {
    return stated.count.to_text() + " units";
  }
  std::string operator()(const Rest&) const { return "rest"; }
};

struct StepText {
  std::string operator()(const DatedStep& step) const {
    return "on " + step.date.to_text() + " " + std::visit(PortionText(), step.portion);
  }
  std::string operator()(const Series& series) const {
    std::string text = "series " + std::to_string(series.occurrences) + " x " +
                       std::to_string(series.period.length) +
                       (series.period.unit == Period::Unit::days ? " days " : " months ") +
                       std::visit(PortionText(), series.portion);
    if (series.start) text += " start " + series.start->to_text();
    if (series.first_on_start) text += " first_on_start";
    if (series.cliff_occurrence != 0) text += " cliff " + std::to_string(series.cliff_occurrence);
    return text;
  }
};

// Words separated by single blanks, taken from the front. A word that is missing is empty.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  std::string_view take() {
    const std::size_t end = rest_.find(' ');
    const std::string_view word = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    return word;
  }
  bool take(std::string_view expected) {
    if (rest_.substr(0, rest_.find(' ')) != expected) return false;
    take();
    return true;
  }
  bool empty() const { return rest_.empty(); }
  std::optional<int> number() {
    const std::string_view word = take();
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
  }

 private:
  std::string_view rest_;
};

std::optional<Portion> parse_portion(Words& words) {
  const std::string_view first = words.take();
  if (first == "rest") return Rest();
  if (words.take("units")) {
    const auto count = Shares::parse(first);
    return count ? std::optional<Portion>(StatedCount{*count}) : std::nullopt;
  }
  const auto fraction = Ratio::parse(first);
  if (!fraction || !words.take("of")) return std::nullopt;
  if (words.take("grant")) return PartOfGrant{*fraction};
  if (words.take("remainder")) return PartOfRemainder{*fraction};
  return std::nullopt;
}

std::optional<Step> parse_dated(Words& words) {
  const auto date = Date::parse(words.take());
  if (!date) return std::nullopt;
  const auto portion = parse_portion(words);
  return portion ? std::optional<Step>(DatedStep{*date, *portion}) : std::nullopt;
}

std::optional<Step> parse_series(Words& words) {
  Series series;
  const auto occurrences = words.number();
  if (!occurrences || !words.take("x")) return std::nullopt;
  const auto length = words.number();
  const bool days = words.take("days");
  if (!length || (!days && !words.take("months"))) return std::nullopt;
  series.occurrences = *occurrences;
  series.period = {*length, days ? Period::Unit::days : Period::Unit::months};
  const auto portion = parse_portion(words);
  if (!portion) return std::nullopt;
  series.portion = *portion;
  if (words.take("start")) {
    series.start = Date::parse(words.take());
    if (!series.start) return std::nullopt;
  }
  series.first_on_start = words.take("first_on_start");
  if (words.take("cliff")) {
    const auto cliff = words.number();
    if (!cliff) return std::nullopt;
    series.cliff_occurrence = *cliff;
  }
  return series;
}

bool parse_part(std::string_view part, VestingTerms& terms) {
  Words words(part);
  const std::string_view what = words.take();
  if (what == "anchor") {
    const auto date = Date::parse(words.take());
    if (date) terms.anchor = *date;
    return date && words.empty();
  }
  if (what == "expires") {
    terms.expires = Date::parse(words.take());
    return terms.expires && words.empty();
  }
  if (what == "allocation") {
    const auto rule = allocation_rule_named(words.take());
    if (rule) terms.allocation = *rule;
    return rule && words.empty();
  }
  if (what == "day") {
    const std::string_view name = words.take();
    int kind = 0;
    while (kind < 3 && day_names[kind] != name) ++kind;
    if (kind == 3) return false;
    terms.day_rule.kind = static_cast<DayRule::Kind>(kind);
    const auto day = words.empty() ? std::optional(0) : words.number();
    if (day) terms.day_rule.day = *day;
    return day && words.empty();
  }
  const auto step = what == "on"       ? parse_dated(words)
                    : what == "series" ? parse_series(words)
                                       : std::nullopt;
  if (step) terms.steps.push_back(*step);
  return step && words.empty();
}

}  // namespace

std::string text_of(const VestingTerms& terms) {
  std::string text = "anchor " + terms.anchor.to_text() + "; day ";
  text += day_names[static_cast<std::size_t>(terms.day_rule.kind)];
  if (terms.day_rule.day != 0) text += " " + std::to_string(terms.day_rule.day);
  text += "; allocation ";
  text += name_of(terms.allocation);
  if (terms.expires) text += "; expires " + terms.expires->to_text();
  for (const Step& step : terms.steps) text += "; " + std::visit(StepText(), step);
  return text;
}

std::optional<VestingTerms> parse_terms(std::string_view text) {
  VestingTerms terms;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find("; ");
    if (!parse_part(rest.substr(0, end), terms)) return std::nullopt;
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  return text_of(terms) == text ? std::optional(terms) : std::nullopt;
}

}  // namespace stakebook
