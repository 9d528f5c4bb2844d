#include "door/submission_index.h"

#include <nlohmann/json.hpp>

#include "value/text.h"

namespace stakebook::door {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& lists, const char* name, std::size_t position) {
  const auto list = lists.find(name);
  if (list == lists.end() || !list->is_array() || position >= list->size()) return {};
  const Json& item = (*list)[position];
  return item.is_string() ? item.get<std::string>() : std::string();
}

// The level that holds the parallel lists; nullptr where there is none.
const Json* lists_of(const Json& document) {
  if (!document.is_object()) return nullptr;
  const auto filings = document.find("filings");
  if (filings != document.end() && filings->is_object()) {
    const auto recent = filings->find("recent");
    if (recent != filings->end() && recent->is_object()) return &*recent;
  }
  const auto numbers = document.find("accessionNumber");
  return numbers != document.end() && numbers->is_array() ? &document : nullptr;
}

}  // namespace

bool is_submission_index_name(std::string_view file_name) {
  constexpr std::string_view prefix = "CIK";
  constexpr std::string_view suffix = ".json";
  if (!file_name.starts_with(prefix) || !file_name.ends_with(suffix)) return false;
  std::string_view middle = file_name.substr(prefix.size());
  middle.remove_suffix(suffix.size());
  const auto digits = middle.substr(0, 10);
  if (digits.size() != 10) return false;
  for (const char c : digits) {
    if (!is_digit(c)) return false;
  }
  middle.remove_prefix(10);
  return middle.empty() || middle.starts_with("-submissions-");
}

std::optional<SubmissionIndex> read_submission_index(std::string_view text) {
  const Json document = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  const Json* lists = lists_of(document);
  if (lists == nullptr) return std::nullopt;
  const auto numbers = lists->find("accessionNumber");
  if (numbers == lists->end() || !numbers->is_array()) return std::nullopt;

  SubmissionIndex index;
  for (std::size_t position = 0; position < numbers->size(); ++position) {
    const auto accession = AccessionNumber::parse(text_at(*lists, "accessionNumber", position));
    if (!accession) continue;
    index[*accession] = {Date::parse(text_at(*lists, "filingDate", position)),
                         Date::parse(text_at(*lists, "reportDate", position)),
                         text_at(*lists, "form", position)};
  }
  return index;
}

void complete_submission(Filing& filing, const std::optional<AccessionNumber>& from_path,
                         const SubmissionIndex* index) {
  Submission& submission = filing.submission;
  if (!submission.accession && from_path) {
    submission.accession = from_path;
    filing.diagnostics.push_back({"accession-from-path",
                                  Severity::note,
                                  "the accession number is that of the folder or file name",
                                  {}});
  }
  if (index == nullptr || !submission.accession) return;
  const auto found = index->find(*submission.accession);
  if (found == index->end()) return;
  const ListedFiling& listed = found->second;
  bool used = false;
  const auto take = [&used](auto& mine, const auto& theirs) {
    if (mine || !theirs) return;
    mine = theirs;
    used = true;
  };
  take(submission.filed, listed.filed);
  take(submission.period, listed.period);
  take(submission.form, listed.form.empty() ? std::nullopt : std::optional(listed.form));
  if (used) {
    filing.diagnostics.push_back({"dates-from-index",
                                  Severity::note,
                                  "filing date, period or form come from EDGAR's index beside it",
                                  {}});
  }
}

}  // namespace stakebook::door
