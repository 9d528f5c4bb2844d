// What EDGAR's indexes say, joined to the claims that are read.
//
//   form4.xml in the folder 000120000125000007, signed 2025-03-04
//   CIK0000001234.json: 0001200001-25-000007 filed 2025-03-05     known 2025-03-05, not 03-04
//
// 1. What a filing itself says is never replaced.
// 2. Listings of one accession number that disagree: the later filing date stands, so that nothing
//    counts as known before every index says so; of the other values none does.
// 3. A filing that nobody gives an accession number has the one that fits it, if exactly one does:
//    same form, period and name of the primary document, listed under its issuer or one of its
//    owners, filed no earlier than its period; or an index.json beside the file names it. The
//    number must be no other filing's, and no second filing without one may fit it.
// 4. The order in which indexes and filings came in plays no part.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/claim.h"
#include "journal/issuer_merge.h"
#include "journal/listing.h"
#include "journal/sqlite.h"

namespace stakebook {

// From the columns accession ... primary_document, the first of which is `column`; nullopt where
// one is not what was written.
std::optional<Listing> listing_at(const Statement& row, int column);

class ListingReader {
 public:
  struct Found {
    AccessionNumber accession;
    std::string source;
  };
  using Links = std::map<std::int64_t, Found>;  // entry -> what fits it
  // What complete() found out about the last issuers, for claims that are read one by one.
  using LinksOfIssuers = std::map<PartyId, Links>;

  ListingReader(Database& database, IssuerMerges& issuers);

  bool any();
  bool holds(const Listing& listing);
  void complete(std::vector<Claim>& claims, LinksOfIssuers& links);
  // The filings that have this accession number once they are completed, in order.
  std::vector<std::int64_t> entries_with(const AccessionNumber& accession);
  // Those of them that have it from their source or folder. Where there are none, an index gives it
  // to one filing at most.
  std::vector<std::int64_t> entries_numbered(const AccessionNumber& accession);

 private:
  // What can be compared with a listing.
  struct Unnumbered {
    std::int64_t entry = 0;
    PartyId issuer = 0;
    std::string source;
    std::string form;
    Date period;
    std::vector<Cik> ciks;  // issuer and owners
    std::vector<PartyId> owners;
  };

  // For an entry without an accession number.
  std::optional<Found> number_of(std::int64_t entry, PartyId issuer, LinksOfIssuers& links);
  // Of the issuer's filings without an accession number.
  Links links_of(PartyId issuer);
  void add_unnumbered(PartyId issuer, std::vector<Unnumbered>& filings);
  std::optional<Found> link_of(const Unnumbered& filing);
  void add_listed(const Unnumbered& filing, Cik filer,
                  std::map<AccessionNumber, std::string>& found);
  bool is_taken(const AccessionNumber& accession);
  bool has_rival(const Unnumbered& filing);
  std::optional<Found> place_of(std::int64_t entry);
  void complete_dates(Claim& claim);

  IssuerMerges& issuers_;
  Statement select_any_;
  Statement select_any_document_;
  Statement select_placed_;
  Statement select_listed_;
  Statement select_without_;
  Statement select_owner_ciks_;
  Statement select_holders_;
  Statement select_fitting_;
  Statement select_taken_;
  Statement select_rivals_;
  Statement select_numbered_;
  Statement select_listed_issuers_;
};

}  // namespace stakebook
