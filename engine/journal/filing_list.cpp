#include "journal/filing_list.h"

#include "journal/claim_reader.h"
#include "value/error.h"

namespace stakebook {
namespace {

constexpr std::int64_t entries_at_once = 500;

std::string listed(const std::vector<std::int64_t>& numbers) {
  std::string list;
  for (const std::int64_t number : numbers) {
    list += (list.empty() ? "" : ", ") + std::to_string(number);
  }
  return '(' + list + ')';
}

// By the narrowest index: a party's entries, else the entries themselves.
std::string select_text(const FilingFilter& filter, const NamedEntries& meant,
                        const std::vector<PartyId>& issuers, const std::vector<PartyId>& owners) {
  std::string sql =
      "SELECT number FROM entry JOIN filing f ON f.entry = number "
      "WHERE number > ?1 AND number <= ?2 AND known <= ?3";
  sql += condition_of(meant, "number");
  if (filter.issuer) sql += " AND issuer IN " + listed(issuers);
  if (filter.owner) {
    sql += " AND number IN (SELECT entry FROM holder WHERE owner IN " + listed(owners) + ')';
  }
  return sql + " ORDER BY number LIMIT " + std::to_string(entries_at_once);
}

std::vector<std::int64_t> filings_of_entry(const std::string& number, Database& database) {
  Statement find(database, "SELECT entry FROM filing WHERE entry = CAST(?1 AS INTEGER)");
  find.bind(1, std::string_view(number));
  return find.step() ? std::vector{find.integer(0)} : std::vector<std::int64_t>();
}

[[noreturn]] void refuse_number(const std::string& number, Database& database) {
  const std::int64_t last = database.integer("SELECT max(number) FROM entry");
  const std::int64_t entry = std::stoll(number);
  if (entry >= 1 && entry <= last) {
    throw Error(ErrorKind::not_found, "entry " + number + " is a record, not a filing",
                database.path(), "`stakebook explain " + number + "` shows it");
  }
  throw Error(ErrorKind::not_found,
              "there is no entry " + number + "; the last one is " + std::to_string(last),
              database.path(),
              "`stakebook history --owner X`: a filing's entry is what the references of its rows "
              "start with");
}

bool is_entry_number(const std::string& text) {
  return text.size() <= 15 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

NamedEntries entries_named(const std::string& filing, Database& database, ListingReader& listings) {
  if (filing.empty()) return std::nullopt;
  const auto accession = AccessionNumber::parse(filing);
  if (!accession && !is_entry_number(filing)) {
    throw Error(ErrorKind::invalid_input,
                '"' + filing + "\" is neither an accession number nor the number of an entry",
                "--filing",
                "0001104659-07-012345, or the number that a figure's reference starts with");
  }
  std::vector<std::int64_t> entries =
      accession ? listings.entries_with(*accession) : filings_of_entry(filing, database);
  if (!entries.empty()) return entries;
  if (!accession) refuse_number(filing, database);
  throw Error(ErrorKind::not_found,
              "the ledger holds no filing with the accession number " + accession->to_text(),
              database.path(),
              "import it, or the index of EDGAR that tells its number; or name it by its entry");
}

std::string condition_of(const NamedEntries& meant, std::string_view column) {
  if (!meant) return {};
  return " AND " + std::string(column) + " IN " + listed(*meant);
}

FilingList::FilingList(Database& database, const FilingFilter& filter, const NamedEntries& meant,
                       const std::vector<PartyId>& issuers, const std::vector<PartyId>& owners)
    : known_(known_until(filter.known)),
      last_(database.integer("SELECT max(number) FROM entry")),
      select_(database, select_text(filter, meant, issuers, owners)) {
  select_.bind(2, last_);
  select_.bind(3, std::string_view(known_));
}

std::vector<std::int64_t> FilingList::next() {
  const ResetAtEnd reset(select_);
  select_.bind(1, after_);
  std::vector<std::int64_t> entries;
  while (select_.step()) entries.push_back(select_.integer(0));
  if (!entries.empty()) after_ = entries.back();
  return entries;
}

}  // namespace stakebook
