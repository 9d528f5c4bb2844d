#include "journal/held_filings.h"

#include "journal/claim_reader.h"

namespace stakebook {

Filing with_number(const Filing& filing) {
  Filing numbered = filing;
  numbered.submission.accession_is_from_path = false;
  return numbered;
}

HeldFilings::HeldFilings(Database& database)
    : database_(database),
      find_content_(database, "SELECT number FROM entry WHERE content_hash = ?1"),
      find_accession_(database,
                      "SELECT entry FROM filing WHERE accession = ?1 AND (format = ?2) = ?3 UNION "
                      "SELECT entry FROM listing WHERE accession = ?1 AND entry IS NOT NULL "
                      "AND ?3 = 0"),
      find_accessions_of_(database,
                          "SELECT accession FROM filing WHERE entry = ?1 AND accession IS NOT NULL "
                          "UNION SELECT accession FROM listing WHERE entry = ?1") {}

std::optional<std::int64_t> HeldFilings::entry_with(const Digest& content_hash) {
  const ResetAtEnd reset(find_content_);
  find_content_.bind_blob(1, bytes_of(content_hash));
  return find_content_.step() ? std::optional(find_content_.integer(0)) : std::nullopt;
}

HeldFiling HeldFilings::look_up(const Filing& filing, const Digest& content_hash) {
  if (const auto entry = entry_with(content_hash)) return of_same_content(filing, *entry);
  const auto& accession = filing.submission.accession;
  HeldFiling result;
  if (!accession) return result;
  for (const std::int64_t entry : entries_with(*accession, filing.format)) {
    if (is_same_document(filing, entry)) return {AppendOutcome::held_already, entry};
    result.outcome = AppendOutcome::second_version;
  }
  return result;
}

HeldFiling HeldFilings::of_same_content(const Filing& filing, std::int64_t entry) {
  HeldFiling result{AppendOutcome::held_already, entry};
  if (!filing.submission.accession_is_from_path) return result;
  const std::string number = filing.submission.accession->to_text();
  const ResetAtEnd reset(find_accessions_of_);
  find_accessions_of_.bind(1, entry);
  result.is_placed_anew = true;
  while (find_accessions_of_.step()) {
    result.is_placed_anew = false;
    result.wants_number = find_accessions_of_.text(0) != number;
    if (!result.wants_number) break;
  }
  return result;
}

std::vector<std::int64_t> HeldFilings::entries_with(const AccessionNumber& accession,
                                                    SourceFormat format) {
  const std::string text = accession.to_text();
  const bool tables = format == SourceFormat::quarterly_tables;
  const ResetAtEnd reset(find_accession_);
  find_accession_.bind(1, text);
  find_accession_.bind(2, name_of(SourceFormat::quarterly_tables));
  find_accession_.bind(3, std::int64_t{tables});
  std::vector<std::int64_t> entries;
  while (find_accession_.step()) entries.push_back(find_accession_.integer(0));
  return entries;
}

// Ledgers of format 1 have the number of the path, and the dates of an index beside it, in the
// content of the filing. The same XML is the same claim all the same.
bool HeldFilings::is_same_document(const Filing& filing, std::int64_t entry) {
  if (filing.format != SourceFormat::ownership_xml) return false;
  const StoredClaim stored = ClaimReader(database_).read(entry);
  const Filing* const held = stored.claim.filing();
  return held != nullptr && held->format == filing.format && held->document == filing.document;
}

}  // namespace stakebook
