#include "journal/noticed_list.h"

#include <optional>
#include <string>

#include "journal/claim_reader.h"
#include "journal/names.h"

namespace stakebook {
namespace {

// From the columns code, severity, message and place.
Diagnostic diagnostic_at(const Statement& row, int column) {
  return {std::string(row.text(column)),
          named(row.text(column + 1), Severity::error).value_or(Severity::error),
          std::string(row.text(column + 2)), std::string(row.text(column + 3))};
}

}  // namespace

std::vector<Noticed> noticed_in(Database& database, const NoticedFilter& filter,
                                const NamedEntries& meant,
                                const std::function<Claim(std::int64_t entry)>& completed) {
  Statement rows(database,
                 "SELECT d.entry, f.accession, e.source, d.code, d.severity, d.message, d.place "
                 "FROM diagnostic d JOIN filing f ON f.entry = d.entry "
                 "JOIN entry e ON e.number = d.entry "
                 "WHERE (?1 = '' OR d.code = ?1) AND e.known <= ?2" +
                     condition_of(meant, "d.entry") + " ORDER BY d.entry, d.position");
  // Where listings can change when a filing became public, the time is compared after they have.
  const std::string until = known_until(completed ? std::nullopt : filter.known);
  rows.bind(1, std::string_view(filter.code));
  rows.bind(2, std::string_view(until));
  std::optional<Claim> claim;
  std::vector<Noticed> result;
  while (rows.step()) {
    const std::int64_t entry = rows.integer(0);
    std::string accession(rows.text(1));
    if (completed && (accession.empty() || filter.known)) {
      if (!claim || claim->entry != entry) claim = completed(entry);
      if (filter.known && claim->known > *filter.known) continue;
      if (const auto number = claim->accession()) accession = number->to_text();
    }
    result.push_back(
        {entry, std::move(accession), std::string(rows.text(2)), diagnostic_at(rows, 3)});
  }
  return result;
}

std::vector<SetAside> set_aside_in(Database& database) {
  Statement rows(database,
                 "SELECT source, code, severity, message, place FROM set_aside ORDER BY number");
  std::vector<SetAside> result;
  while (rows.step()) result.push_back({std::string(rows.text(0)), diagnostic_at(rows, 1)});
  return result;
}

}  // namespace stakebook
