#include "door/submission_list.h"

#include <nlohmann/json.hpp>
#include <string>

#include "door/acceptance_zone.h"
#include "filing/filing.h"
#include "value/path.h"
#include "value/text.h"

namespace stakebook::door {
namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string text_at(const Json& lists, const char* name, std::size_t position) {
  const Json* list = member(lists, name);
  if (list == nullptr || !list->is_array() || position >= list->size()) return {};
  const Json& item = (*list)[position];
  return item.is_string() ? item.get<std::string>() : std::string();
}

std::optional<std::string> given(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// The level that holds the parallel lists; nullptr where there is none.
const Json* lists_of(const Json& document) {
  if (const Json* filings = member(document, "filings")) {
    const Json* recent = member(*filings, "recent");
    return recent != nullptr && recent->is_object() ? recent : nullptr;
  }
  const Json* numbers = member(document, "accessionNumber");
  return numbers != nullptr && numbers->is_array() ? &document : nullptr;
}

std::optional<Cik> cik_of(const Json& document) {
  const Json* cik = member(document, "cik");
  if (cik == nullptr) return std::nullopt;
  if (cik->is_string()) return Cik::parse(cik->get<std::string>());
  return cik->is_number_unsigned() ? Cik::parse(std::to_string(cik->get<std::uint64_t>()))
                                   : std::nullopt;
}

Listings submissions_in(const Json& lists, std::optional<Cik> filer) {
  const Json* numbers = member(lists, "accessionNumber");
  Listings listings;
  std::vector<StatedAcceptance> stated;
  const std::size_t count = numbers != nullptr && numbers->is_array() ? numbers->size() : 0;
  for (std::size_t position = 0; position < count; ++position) {
    const auto accession = AccessionNumber::parse(text_at(lists, "accessionNumber", position));
    if (!accession) continue;
    std::string form = text_at(lists, "form", position);
    std::string acceptance = text_at(lists, "acceptanceDateTime", position);
    const auto filed = Date::parse(text_at(lists, "filingDate", position));
    // Every form helps to tell the zone.
    stated.push_back({acceptance, filed});
    if (!is_ownership_form(form)) continue;
    listings.push_back({.accession = *accession,
                        .filer = filer,
                        .form = std::move(form),
                        .filed = filed,
                        .acceptance = given(std::move(acceptance)),
                        .period = Date::parse(text_at(lists, "reportDate", position)),
                        .primary_document = given(std::string(
                            file_name_of(text_at(lists, "primaryDocument", position))))});
  }
  const AcceptanceZone zone(stated);
  for (Listing& listing : listings) {
    if (listing.acceptance) listing.accepted = zone.eastern({*listing.acceptance, listing.filed});
  }
  return listings;
}

// Of the files, those that can hold the document.
std::optional<Listings> folder_in(const Json& directory) {
  const Json* name = member(directory, "name");
  const Json* items = member(directory, "item");
  if (name == nullptr || !name->is_string()) return std::nullopt;
  const std::string path = name->get<std::string>();
  const auto accession = AccessionNumber::parse(file_name_of(path));
  Listings listings;
  if (!accession || items == nullptr || !items->is_array()) return listings;
  const auto filer = Cik::parse(file_name_of(folder_of(path)));
  for (const Json& item : *items) {
    const Json* file = member(item, "name");
    if (file == nullptr || !file->is_string()) continue;
    std::string file_name = file->get<std::string>();
    if (!lowered(file_name).ends_with(".xml")) continue;
    listings.push_back(
        {.accession = *accession, .filer = filer, .primary_document = std::move(file_name)});
  }
  return listings;
}

}  // namespace

std::optional<Listings> read_submission_list(std::string_view text) {
  const Json document = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (const Json* directory = member(document, "directory")) return folder_in(*directory);
  const Json* lists = lists_of(document);
  if (lists == nullptr || member(*lists, "accessionNumber") == nullptr) return std::nullopt;
  return submissions_in(*lists, cik_of(document));
}

}  // namespace stakebook::door
