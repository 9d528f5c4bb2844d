#include "vesting_options.h"

#include <array>
#include <string>

#include "value/text.h"

namespace stakebook::cli {
namespace {

constexpr std::array allocation_rules = {
    AllocationRule::cumulative_rounding,
    AllocationRule::cumulative_round_down,
    AllocationRule::front_loaded,
    AllocationRule::back_loaded,
    AllocationRule::front_loaded_to_single_tranche,
    AllocationRule::back_loaded_to_single_tranche,
    AllocationRule::fractional,
    AllocationRule::per_tranche_round_down,
};

constexpr std::string_view series_form =
    "\"48 x 1 month, 1/48\", \"1 x 12 months, 25%\" or \"36 x 1 month, 100, from 2025-03-31\"";

[[noreturn]] void refuse(std::string_view option, std::string_view text, const std::string& why,
                         std::string_view form) {
  throw UsageError(std::string(option) + " \"" + std::string(text) + "\": " + why,
                   std::string(form));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    if (!is_space(c)) {
      word += lower(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(collapsed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

std::optional<Ratio> fraction_of(std::string_view word) {
  std::optional<Ratio> fraction;
  if (word.ends_with('%')) {
    const auto percent = Decimal::parse(word.substr(0, word.size() - 1));
    if (percent) fraction = Ratio::between(*percent, Decimal(100));
  } else if (word.find('/') != std::string_view::npos) {
    fraction = Ratio::parse(word);
  }
  if (fraction && (*fraction < Ratio() || Ratio(1) < *fraction)) return std::nullopt;
  return fraction;
}

std::optional<Portion> portion_of(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  if (!words.empty() && words.back() == "each") words.pop_back();
  if (words.size() == 1 && words[0] == "rest") return Rest{};
  if (words.empty()) return std::nullopt;
  if (const auto fraction = fraction_of(words[0])) {
    if (words.size() == 1) return PartOfGrant{*fraction};
    const bool of_the_rest = words.size() >= 3 && words[1] == "of" && words.back() == "rest";
    return of_the_rest ? std::optional<Portion>(PartOfRemainder{*fraction}) : std::nullopt;
  }
  const auto count = Decimal::parse(words[0]);
  const bool alone = words.size() == 1 || (words.size() == 2 && words[1] == "shares");
  if (count && count->is_positive() && alone) return StatedCount{Shares(*count)};
  return std::nullopt;
}

std::optional<Period> period_of(int length, std::string unit) {
  if (unit.ends_with('s')) unit.pop_back();
  if (unit == "day") return Period{length, Period::Unit::days};
  if (unit == "week") return Period{length * 7, Period::Unit::days};
  if (unit == "month") return Period{length, Period::Unit::months};
  if (unit == "quarter") return Period{length * 3, Period::Unit::months};
  if (unit == "year") return Period{length * 12, Period::Unit::months};
  return std::nullopt;
}

bool read_rhythm(const std::string& text, Series& series) {
  const std::vector<std::string> words = words_of(text);
  if (words.size() < 3 || words.size() > 4 || words[1] != "x") return false;
  const auto occurrences = parse_digits(words[0]);
  const auto length = words.size() == 4 ? parse_digits(words[2]) : std::optional(1);
  if (!occurrences || *occurrences < 1 || !length || *length < 1) return false;
  if (*occurrences > 10'000 || *length > 10'000) return false;
  const auto period = period_of(*length, words.back());
  if (!period) return false;
  series.occurrences = *occurrences;
  series.period = *period;
  return true;
}

Series read_series(const std::string& text) {
  constexpr std::string_view option = "--series";
  const std::vector<std::string> parts = parts_of(text);
  Series series;
  if (!read_rhythm(parts[0], series)) {
    refuse(option, text, "\"" + parts[0] + "\" is no number of periods", series_form);
  }
  if (parts.size() < 2) refuse(option, text, "it does not say what each step vests", series_form);
  const auto portion = portion_of(parts[1]);
  if (!portion) refuse(option, text, "\"" + parts[1] + "\" is no part of a grant", series_form);
  series.portion = *portion;
  for (std::size_t i = 2; i < parts.size(); ++i) {
    const std::vector<std::string> words = words_of(parts[i]);
    const bool pair = words.size() == 2;
    if (pair && words[0] == "cliff" && parse_digits(words[1])) {
      series.cliff_occurrence = *parse_digits(words[1]);
      if (series.cliff_occurrence > series.occurrences) {
        refuse(option, text, "the cliff lies behind the last step", series_form);
      }
    } else if (pair && (words[0] == "from" || words[0] == "beginning")) {
      series.start = read_date(words[1], option);
      series.first_on_start = words[0] == "beginning";
    } else {
      refuse(option, text, "\"" + parts[i] + "\" is not understood",
             "cliff N, from DATE, or beginning DATE");
    }
  }
  return series;
}

DatedStep read_tranche(const std::string& text) {
  constexpr std::string_view option = "--tranche";
  constexpr std::string_view form = "--tranche 2026-03-31=14286, or =1/4, =25%, =rest";
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) refuse(option, text, "it does not say how much", form);
  const Date date = read_date(std::string_view(text).substr(0, equals), option);
  const auto portion = portion_of(std::string_view(text).substr(equals + 1));
  if (!portion) {
    refuse(option, text, "\"" + text.substr(equals + 1) + "\" is no part of a grant", form);
  }
  return {date, *portion};
}

DayRule read_day_rule(const std::string& text) {
  if (text == "anchor") return {};
  if (text == "last") return {DayRule::Kind::last_day_of_month, 0};
  const auto day = parse_digits(text);
  if (day && *day >= 1 && *day <= 31) return {DayRule::Kind::fixed_day_or_last, *day};
  refuse("--day-rule", text, "no such rule", "anchor, last, or a day of the month from 1 to 31");
}

}  // namespace

std::vector<OptionSpec> vesting_options() {
  std::vector<std::string> rules;
  for (const AllocationRule rule : allocation_rules) rules.emplace_back(name_of(rule));
  return {
      {.name = "--anchor",
       .value = "DATE",
       .help = "the vesting commencement date, from which periods are counted"},
      {.name = "--series",
       .value = "TEXT",
       .help = "steps in a rhythm: \"48 x 1 month, 1/48\", \"1 x 12 months, 25%\"; then, where it "
               "applies, \", cliff 12\", \", from DATE\" (the first step one period later) or \", "
               "beginning DATE\"",
       .repeated = true},
      {.name = "--tranche",
       .value = "DATE=PART",
       .help = "a step on a date: 2026-03-31=14286, 2026-03-31=1/4, 2026-03-31=rest",
       .repeated = true},
      {.name = "--allocation",
       .value = "RULE",
       .help = "how shares that do not divide are spread; by default cumulative round down",
       .choices = rules},
      {.name = "--day-rule",
       .value = "DAY",
       .help = "anchor (by default): the anchor's day or the month's last; last: the month's last; "
               "1 to 31: that day or the month's last"},
  };
}

VestingTerms vesting_terms_of(const Arguments& arguments, std::optional<Date> anchor_by_default) {
  VestingTerms terms;
  std::optional<Date> anchor = arguments.date("--anchor");
  for (const auto& [name, value] : arguments.given()) {
    if (name == "--series") terms.steps.emplace_back(read_series(value));
    if (name == "--tranche") terms.steps.emplace_back(read_tranche(value));
  }
  if (terms.steps.empty()) {
    throw UsageError("the vesting terms have no steps",
                     "--series \"48 x 1 month, 1/48\", or --tranche DATE=COUNT for each date");
  }
  if (!anchor) anchor = anchor_by_default;
  if (!anchor) {
    const auto* first = std::get_if<DatedStep>(&terms.steps.front());
    if (first == nullptr) {
      throw UsageError("a series needs --anchor DATE", "the vesting commencement date");
    }
    anchor = first->date;
  }
  terms.anchor = *anchor;
  terms.day_rule = read_day_rule(arguments.text_or("--day-rule", "anchor"));
  if (const auto rule = arguments.text("--allocation")) {
    terms.allocation = *allocation_rule_named(*rule);
  }
  terms.expires = arguments.date("--expires");
  return terms;
}

}  // namespace stakebook::cli
