#include "journal/filing_list.h"

#include "journal/claim_reader.h"
#include "value/error.h"

namespace stakebook {
namespace {

constexpr std::int64_t entries_at_once = 500;

std::string listed(const std::vector<PartyId>& parties) {
  std::string list;
  for (const PartyId party : parties) list += (list.empty() ? "" : ", ") + std::to_string(party);
  return '(' + list + ')';
}

// By the narrowest index: a party's entries, else the entries themselves.
std::string select_text(const FilingCondition& condition, const FilingFilter& filter,
                        const std::vector<PartyId>& issuers, const std::vector<PartyId>& owners) {
  std::string sql =
      "SELECT number FROM entry JOIN filing f ON f.entry = number "
      "WHERE number > ?2 AND number <= ?3 AND known <= ?4 AND ";
  sql += condition.sql;
  if (filter.issuer) sql += " AND issuer IN " + listed(issuers);
  if (filter.owner) {
    sql += " AND number IN (SELECT entry FROM holder WHERE owner IN " + listed(owners) + ')';
  }
  return sql + " ORDER BY number LIMIT " + std::to_string(entries_at_once);
}

}  // namespace

FilingCondition condition_of(const std::string& filing) {
  if (filing.empty()) return {filing, "?1 = ''"};
  if (const auto accession = AccessionNumber::parse(filing)) {
    return {accession->to_text(), "f.accession = ?1"};
  }
  const bool is_number =
      filing.size() <= 15 && filing.find_first_not_of("0123456789") == std::string::npos;
  if (is_number) return {filing, "f.entry = CAST(?1 AS INTEGER)"};
  throw Error(ErrorKind::invalid_input,
              '"' + filing + "\" is neither an accession number nor the number of an entry",
              "--filing",
              "0001104659-07-012345, or the number that a figure's reference starts with");
}

void require_filing(Database& database, const FilingCondition& condition) {
  if (condition.text.empty()) return;
  Statement find(database, std::string("SELECT 1 FROM filing f WHERE ") + condition.sql);
  find.bind(1, std::string_view(condition.text));
  if (find.step()) return;
  throw Error(ErrorKind::not_found, "the ledger holds no filing " + condition.text, database.path(),
              "issuers and owners are listed by `stakebook issuers` and `stakebook owners`; a "
              "figure's reference starts with its filing's entry");
}

FilingList::FilingList(Database& database, const FilingFilter& filter,
                       const std::vector<PartyId>& issuers, const std::vector<PartyId>& owners)
    : condition_(condition_of(filter.filing)),
      known_(filter.known ? known_text(*filter.known) : std::string("9999-99")),
      last_(database.integer("SELECT max(number) FROM entry")),
      select_(database, select_text(condition_, filter, issuers, owners)) {
  require_filing(database, condition_);
  select_.bind(1, std::string_view(condition_.text));
  select_.bind(3, last_);
  select_.bind(4, std::string_view(known_));
}

std::vector<std::int64_t> FilingList::next() {
  const ResetAtEnd reset(select_);
  select_.bind(2, after_);
  std::vector<std::int64_t> entries;
  while (select_.step()) entries.push_back(select_.integer(0));
  if (!entries.empty()) after_ = entries.back();
  return entries;
}

}  // namespace stakebook
