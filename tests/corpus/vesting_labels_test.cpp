// Reads every labelled footnote of ../shared/corpus/vesting and compares the reading with the
// label. The engine may say that it does not understand; it must not say something else than the
// label.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "vesting/expansion.h"
#include "vesting/language.h"

using namespace stakebook;
using nlohmann::json;

namespace {

const std::filesystem::path labels =
    std::filesystem::path(STAKEBOOK_SHARED) / "corpus" / "vesting" / "labelled.jsonl";

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

RowContext context_of(const json& line) {
  RowContext context;
  if (line["rows"].empty()) return context;
  const json& row = line["rows"][0];
  context.security_title = text_of(row, "title");
  context.transaction_date = Date::parse_xml(text_of(row, "date"));
  context.is_grant = text_of(row, "code") == "A" && text_of(row, "ad") == "A";
  context.quantity = Shares::parse(text_of(row, "shares"));
  context.strike = Price::parse(text_of(row, "strike"));
  context.exercise_date = Date::parse_xml(text_of(row, "exercise_date"));
  context.expiration_date = Date::parse_xml(text_of(row, "expiration"));
  return context;
}

// Date to what vests then: "1/4", or "14286 units" where the text counts.
using Tranches = std::map<std::string, std::string>;

Tranches tranches_of(const json& label) {
  Tranches result;
  for (const json& tranche : label["tranches"]) {
    const std::string fraction = text_of(tranche, "fraction");
    result[text_of(tranche, "date")] =
        fraction.empty() ? Decimal::parse(text_of(tranche, "quantity"))->to_text() + " units"
                         : Ratio::parse(fraction)->to_text();
  }
  return result;
}

Tranches tranches_of(const VestingTerms& terms) {
  Tranches result;
  for (const DatedStep& step : dated_steps(terms)) {
    std::string& text = result[step.date.to_text()];
    if (const auto* part = std::get_if<PartOfGrant>(&step.portion)) {
      text = (text.empty() ? part->fraction : *Ratio::parse(text) + part->fraction).to_text();
    } else if (const auto* stated = std::get_if<StatedCount>(&step.portion)) {
      text += stated->count.to_text() + " units";
    } else {
      text += "the rest";
    }
  }
  return result;
}

enum class Verdict { right, not_understood, wrong };

bool same_schedule(const TermsReading& reading, const json& label) {
  const bool of_remainder = text_of(label, "of") == "remaining";
  return reading.of_unvested_remainder == of_remainder &&
         tranches_of(*reading.terms) == tranches_of(label);
}

Verdict judge(const TermsReading& reading, const json& line) {
  const json& label = line["label"];
  const std::string kind = text_of(label, "class");
  const bool speaks = reading.outcome == TermsReading::Outcome::understood ||
                      reading.outcome == TermsReading::Outcome::vested ||
                      reading.outcome == TermsReading::Outcome::inconsistent;
  if (kind == "schedule") {
    if (!speaks) return Verdict::not_understood;
    if (reading.outcome != TermsReading::Outcome::understood) return Verdict::wrong;
    // A grant a row: the row given is the first.
    const bool several = label.contains("grants") && !label["grants"].empty();
    if (several && label["grants"].size() != line["rows"].size()) return Verdict::wrong;
    const json& expected = several ? label["grants"][0] : label;
    return same_schedule(reading, expected) ? Verdict::right : Verdict::wrong;
  }
  if (kind == "vested") {
    if (reading.outcome == TermsReading::Outcome::vested) return Verdict::right;
    return speaks ? Verdict::wrong : Verdict::not_understood;
  }
  return speaks ? Verdict::wrong : Verdict::right;
}

struct Count {
  int right = 0;
  int not_understood = 0;
  int wrong = 0;
};

}  // namespace

TEST_CASE("no labelled vesting footnote is read wrongly, and most schedules are read") {
  std::ifstream file(labels);
  if (!file) {
    MESSAGE("SKIPPED: ", labels.string(), " is not here");
    return;
  }
  std::map<std::string, Count> counts;
  std::map<std::string, Count> doubtful;
  std::string wrong;
  for (std::string text; std::getline(file, text);) {
    const json line = json::parse(text);
    const TermsReading reading = read_terms(text_of(line, "text"), context_of(line));
    const Verdict verdict = judge(reading, line);
    const bool doubt = line["label"].value("doubt", false);
    auto& count = (doubt ? doubtful : counts)[text_of(line["label"], "class")];
    if (verdict == Verdict::right) ++count.right;
    if (verdict == Verdict::not_understood) ++count.not_understood;
    if (verdict == Verdict::wrong) ++count.wrong;
    if (verdict == Verdict::wrong && !doubt) wrong += " " + text_of(line, "id");
    if (verdict == Verdict::not_understood) {
      INFO(text_of(line, "id"), ": ", reading.reason);
    }
    // Every quote lies in the text.
    for (const Span& quote : reading.quotes) {
      CHECK(quote.length > 0);
      CHECK(quote.begin + quote.length <= text_of(line, "text").size());
    }
  }
  for (const auto& [kind, count] : counts) {
    MESSAGE(kind, ": ", count.right, " right, ", count.not_understood, " not understood, ",
            count.wrong, " wrong");
  }
  for (const auto& [kind, count] : doubtful) {
    MESSAGE("doubtful, not counted: ", kind, ": ", count.right, " right, ", count.not_understood,
            " not understood, ", count.wrong, " otherwise");
  }
  CHECK(wrong == "");
  const Count& schedules = counts["schedule"];
  CHECK(schedules.right * 10 >= (schedules.right + schedules.not_understood) * 8);
  const Count& vested = counts["vested"];
  CHECK(vested.right * 10 >= (vested.right + vested.not_understood) * 8);
}
