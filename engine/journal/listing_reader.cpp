#include "journal/listing_reader.h"

#include <algorithm>

#include "journal/filing_reader.h"
#include "value/path.h"

namespace stakebook {
namespace {

constexpr const char* folder_index_name = "index.json";
constexpr std::size_t issuers_remembered_max = 64;

// The one value that all of them give.
template <class T>
class Agreed {
 public:
  void add(const std::optional<T>& value) {
    if (!value) return;
    disagree_ = disagree_ || (value_ && *value_ != *value);
    value_ = value;
  }
  std::optional<T> value() const { return disagree_ ? std::nullopt : value_; }
  bool disagree() const { return disagree_; }

 private:
  std::optional<T> value_;
  bool disagree_ = false;
};

}  // namespace

std::optional<Listing> listing_at(const Statement& row, int column) {
  bool fits = true;
  const auto value = [&]<class T>(int offset, std::optional<T>& target) {
    if (row.is_null(column + offset)) return;
    const std::string_view text = row.text(column + offset);
    if constexpr (std::is_same_v<T, std::string>) {
      target.emplace(text);
    } else {
      target = parse_canonical<T>(text);
      fits = fits && target.has_value();
    }
  };
  std::optional<AccessionNumber> accession;
  value(0, accession);
  if (!accession) return std::nullopt;
  Listing listing{.accession = *accession};
  value(1, listing.filer);
  value(2, listing.form);
  value(3, listing.filed);
  value(4, listing.acceptance);
  value(5, listing.accepted);
  value(6, listing.period);
  value(7, listing.primary_document);
  return fits ? std::optional(listing) : std::nullopt;
}

ListingReader::ListingReader(Database& database, IssuerMerges& issuers)
    : issuers_(issuers),
      select_any_(database, "SELECT EXISTS (SELECT 1 FROM listing)"),
      select_any_document_(database,
                           "SELECT 1 FROM listing WHERE primary_document IS NOT NULL LIMIT 1"),
      select_placed_(database, "SELECT DISTINCT accession, source FROM listing WHERE entry = ?1"),
      select_listed_(database,
                     "SELECT accession, filer, form, filed, acceptance, accepted, period, "
                     "primary_document, source FROM listing WHERE accession = ?1"),
      select_without_(database,
                      "SELECT number, source, document_type, period_of_report, issuer_cik "
                      "FROM entry JOIN filing ON filing.entry = number "
                      "WHERE issuer = ?1 AND accession IS NULL ORDER BY number"),
      select_owner_ciks_(database, "SELECT rpt_owner_cik FROM owner WHERE entry = ?1"),
      select_holders_(database, "SELECT owner FROM holder WHERE entry = ?1"),
      select_fitting_(database,
                      "SELECT accession, form, filed, period, source FROM listing "
                      "WHERE filer = ?1 AND primary_document = ?2"),
      select_taken_(database,
                    "SELECT 1 FROM filing WHERE accession = ?1 UNION ALL "
                    "SELECT 1 FROM listing WHERE accession = ?1 AND entry IS NOT NULL"),
      // With other issuers: within one, links_of() compares.
      select_rivals_(database,
                     "SELECT source FROM holder JOIN filing ON filing.entry = holder.entry "
                     "JOIN entry ON number = holder.entry "
                     "WHERE owner = ?1 AND holder.issuer <> ?2 AND accession IS NULL "
                     "AND document_type = ?3 AND period_of_report = ?4"),
      select_numbered_(database,
                       "SELECT entry, 1 FROM filing WHERE accession = ?1 UNION "
                       "SELECT l.entry, 0 FROM listing l JOIN filing f ON f.entry = l.entry "
                       "WHERE l.accession = ?1 AND f.accession IS NULL ORDER BY entry"),
      select_listed_issuers_(database,
                             "WITH filer AS (SELECT n.party FROM listing l JOIN party_name n "
                             "ON n.search = l.filer AND n.kind = 'cik' "
                             "WHERE l.accession = ?1 AND l.primary_document IS NOT NULL) "
                             "SELECT id FROM party WHERE role = 'issuer' AND id IN filer UNION "
                             "SELECT issuer FROM holder WHERE owner IN filer") {}

bool ListingReader::any() {
  const ResetAtEnd reset(select_any_);
  return select_any_.step() && select_any_.integer(0) != 0;
}

bool ListingReader::holds(const Listing& listing) {
  const std::string number = listing.accession.to_text();
  const ResetAtEnd reset(select_listed_);
  select_listed_.bind(1, number);
  while (select_listed_.step()) {
    if (listing_at(select_listed_, 0) == listing) return true;
  }
  return false;
}

void ListingReader::complete(std::vector<Claim>& claims, LinksOfIssuers& links) {
  for (Claim& claim : claims) {
    auto* const filing = std::get_if<Filing>(&claim.body);
    if (filing == nullptr) continue;
    Submission& submission = filing->submission;
    if (!submission.accession) {
      if (const auto found = number_of(claim.entry, claim.issuer, links)) {
        submission.accession = found->accession;
        claim.listed.accession = found->source;
      }
    }
    if (submission.accession) complete_dates(claim);
    claim.known = filing->known();
  }
}

std::vector<std::int64_t> ListingReader::entries_with(const AccessionNumber& accession) {
  if (is_taken(accession)) return entries_numbered(accession);
  const std::string number = accession.to_text();
  std::set<std::int64_t> entries;
  const ResetAtEnd reset(select_listed_issuers_);
  select_listed_issuers_.bind(1, number);
  while (select_listed_issuers_.step()) {
    for (const auto& [entry, found] : links_of(select_listed_issuers_.integer(0))) {
      if (found.accession == accession) entries.insert(entry);
    }
  }
  return {entries.begin(), entries.end()};
}

std::vector<std::int64_t> ListingReader::entries_numbered(const AccessionNumber& accession) {
  const std::string number = accession.to_text();
  std::vector<std::int64_t> entries;
  const ResetAtEnd reset(select_numbered_);
  select_numbered_.bind(1, number);
  while (select_numbered_.step()) {
    const std::int64_t entry = select_numbered_.integer(0);
    const bool is_own = select_numbered_.integer(1) != 0;
    if (is_own || place_of(entry)) entries.push_back(entry);
  }
  return entries;
}

std::optional<ListingReader::Found> ListingReader::number_of(std::int64_t entry, PartyId issuer,
                                                             LinksOfIssuers& links) {
  if (auto found = place_of(entry)) return found;
  auto of_issuer = links.find(issuer);
  if (of_issuer == links.end()) {
    if (links.size() >= issuers_remembered_max) links.clear();
    of_issuer = links.emplace(issuer, links_of(issuer)).first;
  }
  const auto link = of_issuer->second.find(entry);
  return link != of_issuer->second.end() ? std::optional(link->second) : std::nullopt;
}

// One folder's number; several would be several filings with one document, which have entries of
// their own.
std::optional<ListingReader::Found> ListingReader::place_of(std::int64_t entry) {
  const ResetAtEnd reset(select_placed_);
  select_placed_.bind(1, entry);
  std::optional<Found> found;
  while (select_placed_.step()) {
    const auto accession = AccessionNumber::parse(select_placed_.text(0));
    if (!accession || (found && found->accession != *accession)) return std::nullopt;
    found = {*accession, std::string(select_placed_.text(1))};
  }
  return found;
}

void ListingReader::complete_dates(Claim& claim) {
  Submission& submission = std::get<Filing>(claim.body).submission;
  const std::string number = submission.accession->to_text();
  const ResetAtEnd reset(select_listed_);
  select_listed_.bind(1, number);
  std::optional<Date> filed;
  Agreed<Date> same_filed;
  Agreed<Instant> accepted;
  Agreed<Date> period;
  Agreed<std::string> form;
  std::string source;
  while (select_listed_.step()) {
    const auto listing = listing_at(select_listed_, 0);
    if (!listing) continue;
    if (listing->filed && (!filed || *listing->filed > *filed)) filed = listing->filed;
    same_filed.add(listing->filed);
    accepted.add(listing->accepted);
    period.add(listing->period);
    form.add(listing->form);
    // Whichever of them came first: the answer is the same in any order.
    const std::string_view name = select_listed_.text(8);
    const bool tells = listing->filed || listing->accepted;
    if (tells && (source.empty() || name < source)) source = name;
  }
  const bool fits = !submission.filed || !filed || *submission.filed == *filed;
  const bool wants_dates = !submission.accepted || !submission.filed;
  if (!submission.filed) submission.filed = filed;
  if (!submission.accepted && fits && !same_filed.disagree())
    submission.accepted = accepted.value();
  if (!submission.period) submission.period = period.value();
  if (!submission.form) submission.form = form.value();
  if (wants_dates) claim.listed.dates = source;
}

ListingReader::Links ListingReader::links_of(PartyId issuer) {
  Links links;
  {
    const ResetAtEnd reset(select_any_document_);
    if (!select_any_document_.step()) return links;
  }
  std::vector<Unnumbered> filings;
  for (const PartyId one : issuers_.all_of(issuer)) add_unnumbered(one, filings);
  std::map<AccessionNumber, std::vector<std::int64_t>> entries_of;
  for (const Unnumbered& filing : filings) {
    if (auto found = link_of(filing)) {
      entries_of[found->accession].push_back(filing.entry);
      links.emplace(filing.entry, std::move(*found));
    }
  }
  for (const auto& [accession, fitting] : entries_of) {
    if (fitting.size() == 1) continue;
    for (const std::int64_t entry : fitting) links.erase(entry);
  }
  return links;
}

void ListingReader::add_unnumbered(PartyId issuer, std::vector<Unnumbered>& filings) {
  std::vector<Unnumbered> added;
  {
    const ResetAtEnd reset(select_without_);
    select_without_.bind(1, issuer);
    while (select_without_.step()) {
      const auto period = Date::parse(select_without_.text(3));
      if (!period || select_without_.text(2).empty()) continue;
      Unnumbered& filing = added.emplace_back();
      filing.issuer = issuer;
      filing.entry = select_without_.integer(0);
      filing.source = select_without_.text(1);
      filing.form = select_without_.text(2);
      filing.period = *period;
      if (const auto cik = Cik::parse(select_without_.text(4))) filing.ciks.push_back(*cik);
    }
  }
  for (Unnumbered& filing : added) {
    if (place_of(filing.entry)) continue;
    const ResetAtEnd reset_ciks(select_owner_ciks_);
    select_owner_ciks_.bind(1, filing.entry);
    while (select_owner_ciks_.step()) {
      if (const auto cik = Cik::parse(select_owner_ciks_.text(0))) filing.ciks.push_back(*cik);
    }
    const ResetAtEnd reset_holders(select_holders_);
    select_holders_.bind(1, filing.entry);
    while (select_holders_.step()) filing.owners.push_back(select_holders_.integer(0));
    filings.push_back(std::move(filing));
  }
}

std::optional<ListingReader::Found> ListingReader::link_of(const Unnumbered& filing) {
  std::map<AccessionNumber, std::string> found;
  for (const Cik cik : filing.ciks) add_listed(filing, cik, found);
  if (found.size() != 1) return std::nullopt;
  const auto& [accession, source] = *found.begin();
  if (is_taken(accession) || has_rival(filing)) return std::nullopt;
  return Found{accession, source};
}

void ListingReader::add_listed(const Unnumbered& filing, Cik filer,
                               std::map<AccessionNumber, std::string>& found) {
  const std::string cik = filer.to_text();
  const std::string_view name = file_name_of(filing.source);
  const ResetAtEnd reset(select_fitting_);
  select_fitting_.bind(1, cik);
  select_fitting_.bind(2, name);
  while (select_fitting_.step()) {
    const auto accession = AccessionNumber::parse(select_fitting_.text(0));
    if (!accession) continue;
    const std::string_view source = select_fitting_.text(4);
    const auto period = Date::parse(select_fitting_.text(3));
    const auto filed = Date::parse(select_fitting_.text(2));
    const bool is_listed = select_fitting_.text(1) == filing.form && period == filing.period &&
                           (!filed || *filed >= *period);
    const bool is_beside = !period && file_name_of(source) == folder_index_name &&
                           folder_of(source) == folder_of(filing.source);
    if (!is_listed && !is_beside) continue;
    const auto [place, is_new] = found.emplace(*accession, source);
    if (!is_new && source < place->second) place->second = source;
  }
}

bool ListingReader::is_taken(const AccessionNumber& accession) {
  const std::string text = accession.to_text();
  const ResetAtEnd reset(select_taken_);
  select_taken_.bind(1, text);
  return select_taken_.step();
}

// Of the same owner with another issuer, so alike that the listing could be of either.
bool ListingReader::has_rival(const Unnumbered& filing) {
  const std::string period = filing.period.to_text();
  const std::string_view name = file_name_of(filing.source);
  for (const PartyId owner : filing.owners) {
    const ResetAtEnd reset(select_rivals_);
    select_rivals_.bind(1, owner);
    select_rivals_.bind(2, filing.issuer);
    select_rivals_.bind(3, std::string_view(filing.form));
    select_rivals_.bind(4, period);
    while (select_rivals_.step()) {
      if (file_name_of(select_rivals_.text(0)) == name) return true;
    }
  }
  return false;
}

}  // namespace stakebook
