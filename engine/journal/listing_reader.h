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
#include "journal/listing.h"
#include "journal/sqlite.h"

namespace stakebook {

// From the columns accession ... primary_document, the first of which is `column`; nullopt where
// one is not what was written.
std::optional<Listing> listing_at(const Statement& row, int column);

class ListingReader {
 public:
  explicit ListingReader(Database& database);

  bool any();
  bool holds(const Listing& listing);
  // Claims of one issuer, who comes as these parties.
  void complete(std::vector<Claim>& claims, const std::vector<PartyId>& issuers);

 private:
  struct Found {
    AccessionNumber accession;
    std::string source;
  };
  using Links = std::map<std::int64_t, Found>;  // entry -> what fits it
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

  // Of the issuer's filings without an accession number.
  Links links_of(const std::vector<PartyId>& issuers);
  void add_unnumbered(PartyId issuer, std::vector<Unnumbered>& filings);
  std::optional<Found> link_of(const Unnumbered& filing);
  void add_listed(const Unnumbered& filing, Cik filer,
                  std::map<AccessionNumber, std::string>& found);
  bool is_taken(const AccessionNumber& accession);
  bool has_rival(const Unnumbered& filing);
  std::optional<Found> place_of(std::int64_t entry);
  void complete_dates(Claim& claim);

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
};

}  // namespace stakebook
