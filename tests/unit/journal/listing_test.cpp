#include "journal/listing.h"

#include <doctest/doctest.h>

#include "journal/journal.h"
#include "made_filings.h"
#include "value/error.h"

namespace stakebook {
namespace {

using made::plain_filing;
using made::TemporaryLedger;

const AccessionNumber number_a = *AccessionNumber::parse("0001200001-24-000007");
const AccessionNumber number_b = *AccessionNumber::parse("0001200001-24-000008");

// Bare XML: nothing of EDGAR's header. plain_filing's row is of 2024-03-05.
Filing bare(const std::string& owner = "21", int shares = 100) {
  Filing filing = plain_filing("11", owner, shares);
  filing.submission = {};
  filing.document.document_type = made::given<std::string>("4");
  filing.document.period_of_report = made::given(*Date::of(2024, 3, 5));
  filing.document.owner_signatures = {
      {made::given<std::string>("Signer"), made::given(*Date::of(2024, 3, 6))}};
  return filing;
}

Filing placed(AccessionNumber accession) {
  Filing filing = bare();
  filing.submission.accession = accession;
  filing.submission.accession_is_from_path = true;
  return filing;
}

Listing listed(AccessionNumber accession, Date filed) {
  return {.accession = accession, .filer = Cik::parse("11"), .form = "4", .filed = filed};
}

Listing with_document(AccessionNumber accession, const char* filer = "11") {
  Listing listing = listed(accession, *Date::of(2024, 3, 7));
  listing.filer = Cik::parse(filer);
  listing.period = Date::of(2024, 3, 5);
  listing.primary_document = "form4.xml";
  return listing;
}

struct Given {
  std::vector<std::pair<Filing, std::string>> filings;
  std::vector<std::pair<Listing, std::string>> listings;
};

// The claims of issuer 11, where the listings came first or last.
std::vector<Claim> claims_of(const Given& given, bool listings_first,
                             std::optional<Instant> known = {}) {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  for (const bool listings : {listings_first, !listings_first}) {
    Journal::Batch batch = journal.begin_batch();
    if (listings) {
      for (const auto& [listing, source] : given.listings) batch.append(listing, source);
    } else {
      for (const auto& [filing, source] : given.filings) batch.append(filing, source);
    }
    batch.commit();
  }
  CHECK(journal.verify().problems == std::vector<std::string>());
  const auto until = known ? std::optional(Instant{*known}) : std::nullopt;
  return journal.claims_of_issuer(journal.issuers().at(0).id, until);
}

// The same in both orders; the accession number, the day and the basis of the first claim.
std::string first_of(const Given& given, std::optional<Instant> known = {}) {
  std::string texts[2];
  for (const bool first : {true, false}) {
    const std::vector<Claim> claims = claims_of(given, first, known);
    std::string& text = texts[first ? 0 : 1];
    if (claims.empty()) continue;
    const Submission& submission = claims[0].filing()->submission;
    text = (submission.accession ? submission.accession->to_text() : "no number") + ", " +
           claims[0].known.to_text() + ", " + claims[0].listed.dates;
  }
  CHECK(texts[0] == texts[1]);
  return texts[0];
}

TEST_CASE("An index before or after the filing gives the same filing date") {
  const Given given{{{placed(number_a), "a/form4.xml"}},
                    {{listed(number_a, *Date::of(2024, 3, 7)), "master.idx"}}};
  CHECK(first_of(given) == "0001200001-24-000007, 2024-03-07, master.idx");
  CHECK(first_of({given.filings, {}}) == "0001200001-24-000007, 2024-03-06, ");
}

TEST_CASE("What was known by a date is told by the index, not by the signature") {
  const Given given{{{placed(number_a), "a/form4.xml"}},
                    {{listed(number_a, *Date::of(2024, 3, 8)), "master.idx"}}};
  CHECK(first_of(given, Instant{*Date::of(2024, 3, 7)}).empty());
  CHECK(first_of(given, Instant{*Date::of(2024, 3, 8)}) ==
        "0001200001-24-000007, 2024-03-08, master.idx");
}

TEST_CASE("What the filing itself holds is not replaced, and what it lacks is completed") {
  Filing filing = bare();
  filing.submission.accession = number_a;
  filing.submission.filed = Date::of(2024, 3, 6);
  Listing listing = listed(number_a, *Date::of(2024, 3, 6));
  listing.accepted = Instant::parse("2024-03-06 17:01:02");
  CHECK(first_of({{{filing, "a.txt"}}, {{listing, "CIK0000000011.json"}}}) ==
        "0001200001-24-000007, 2024-03-06 17:01:02, CIK0000000011.json");
  // A time of acceptance that goes with another filing date is not this filing's.
  listing.filed = Date::of(2024, 3, 7);
  CHECK(first_of({{{filing, "a.txt"}}, {{listing, "CIK0000000011.json"}}}) ==
        "0001200001-24-000007, 2024-03-06, CIK0000000011.json");
}

TEST_CASE("Of indexes that disagree the later filing date stands, and no time") {
  Listing first = listed(number_a, *Date::of(2024, 3, 7));
  first.accepted = Instant::parse("2024-03-07 17:01:02");
  const Listing second = listed(number_a, *Date::of(2024, 3, 9));
  const std::pair<Filing, std::string> filing{placed(number_a), "a/form4.xml"};
  CHECK(first_of({{filing}, {{first, "a.json"}, {second, "b.idx"}}}) ==
        "0001200001-24-000007, 2024-03-09, a.json");
  CHECK(first_of({{filing}, {{second, "b.idx"}, {first, "a.json"}}}) ==
        "0001200001-24-000007, 2024-03-09, a.json");
}

TEST_CASE("A listing is held once, whatever file it comes from") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  const Listing listing = listed(number_a, *Date::of(2024, 3, 7));
  CHECK(batch.append(listing, "a/master.idx"));
  CHECK_FALSE(batch.append(listing, "a/master.idx"));
  CHECK_FALSE(batch.append(listing, "b/master.idx"));
  Listing of_owner = listing;
  of_owner.filer = Cik::parse("21");
  CHECK(batch.append(of_owner, "a/master.idx"));
  batch.commit();
  CHECK(journal.verify().listings == 2);
}

TEST_CASE("The same document in a folder named by its number and elsewhere is one entry") {
  for (const bool placed_first : {true, false}) {
    const TemporaryLedger ledger;
    Journal journal = Journal::open_or_create(ledger.path());
    Journal::Batch batch = journal.begin_batch();
    const auto append = [&](bool in_folder) {
      return in_folder ? batch.append(placed(number_a), "000120000124000007/form4.xml")
                       : batch.append(bare(), "downloads/form4.xml");
    };
    CHECK(append(placed_first).outcome == AppendOutcome::appended);
    CHECK(append(!placed_first).outcome == AppendOutcome::held_already);
    CHECK(append(true).outcome == AppendOutcome::held_already);
    CHECK(append(false).outcome == AppendOutcome::held_already);
    batch.commit();
    CHECK(journal.entries() == 1);
    CHECK(journal.claim(1).filing()->submission.accession == number_a);
    CHECK(journal.claim(1).listed.accession ==
          (placed_first ? "" : "000120000124000007/form4.xml"));
    CHECK(journal.verify().problems == std::vector<std::string>());
  }
}

TEST_CASE("Two numbers with the very same document are two filings") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  CHECK(batch.append(placed(number_a), "a/form4.xml").outcome == AppendOutcome::appended);
  CHECK(batch.append(placed(number_b), "b/form4.xml").outcome == AppendOutcome::appended);
  CHECK(batch.append(placed(number_b), "b/form4.xml").outcome == AppendOutcome::held_already);
  CHECK(batch.append(placed(number_a), "c/form4.xml").outcome == AppendOutcome::held_already);
  batch.commit();
  CHECK(journal.entries() == 2);
  CHECK(journal.verify().problems == std::vector<std::string>());
}

TEST_CASE("A filing without a number has that of the only listing that fits it") {
  const std::pair<Filing, std::string> filing{bare(), "downloads/form4.xml"};
  CHECK(first_of({{filing}, {{with_document(number_a), "CIK0000000011.json"}}}) ==
        "0001200001-24-000007, 2024-03-07, CIK0000000011.json");
  // Listed under its owner, and under both.
  CHECK(first_of({{filing}, {{with_document(number_a, "21"), "o.json"}}}) ==
        "0001200001-24-000007, 2024-03-07, o.json");
  CHECK(first_of({{filing},
                  {{with_document(number_a), "i.json"}, {with_document(number_a, "21"), "o.json"}}})
            .starts_with("0001200001-24-000007"));
}

TEST_CASE("Where a listing does not fit, or two do, the filing stays without a number") {
  const std::pair<Filing, std::string> filing{bare(), "downloads/form4.xml"};
  const auto none = [&](const std::vector<Listing>& listings) {
    Given given{{filing}, {}};
    for (const Listing& listing : listings) given.listings.emplace_back(listing, "i.json");
    CHECK(first_of(given) == "no number, 2024-03-06, ");
  };
  Listing other = with_document(number_a);
  other.primary_document = "primary_doc.xml";
  none({other});
  other = with_document(number_a);
  other.form = "4/A";
  none({other});
  other = with_document(number_a);
  other.period = Date::of(2024, 3, 4);
  none({other});
  none({with_document(number_a, "99")});
  other = with_document(number_a);
  other.filed = Date::of(2024, 3, 4);  // before what it reports
  none({other});
  none({with_document(number_a), with_document(number_b)});
  none({with_document(number_a), with_document(number_b, "21")});
}

TEST_CASE("A number that two filings could have, or that another has, is given to none of them") {
  const std::pair<Filing, std::string> first{bare("21"), "downloads/form4.xml"};
  const std::pair<Filing, std::string> second{bare("22"), "more/form4.xml"};
  const std::pair<Listing, std::string> listing{with_document(number_a), "i.json"};
  CHECK(first_of({{first, second}, {listing}}) == "no number, 2024-03-06, ");
  Filing numbered = bare("22");
  numbered.submission.accession = number_a;
  CHECK(first_of({{first, {numbered, "x.txt"}}, {listing}}) == "no number, 2024-03-06, ");
  // The same owner's, of another issuer.
  Filing elsewhere = bare("21");
  elsewhere.document.issuer.issuer_cik = made::given<std::string>("12");
  CHECK(first_of({{first, {elsewhere, "z/form4.xml"}},
                  {{with_document(number_a, "21"), "o.json"}}}) == "no number, 2024-03-06, ");
}

TEST_CASE("The index.json of its own folder names a file, and that of another does not") {
  Listing listing{.accession = number_a, .filer = Cik::parse("21")};
  listing.primary_document = "form4.xml";
  const std::pair<Filing, std::string> filing{bare(), "downloads/form4.xml"};
  CHECK(first_of({{filing}, {{listing, "downloads/index.json"}}}) ==
        "0001200001-24-000007, 2024-03-06, ");
  CHECK(first_of({{filing}, {{listing, "other/index.json"}}}) == "no number, 2024-03-06, ");
  CHECK(first_of({{filing}, {{listing, "downloads/list.json"}}}) == "no number, 2024-03-06, ");
}

// What an accession number finds: the entries of filings, and those of what was noticed in them.
std::vector<std::int64_t> found_by(const Journal& journal, AccessionNumber accession) {
  std::vector<std::int64_t> entries;
  journal.for_each_filing({.filing = accession.to_text()}, [&](Claim&& claim) {
    CHECK(claim.accession() == accession);
    entries.push_back(claim.entry);
    return true;
  });
  std::vector<std::int64_t> noticed;
  for (const Noticed& one : journal.noticed({.filing = accession.to_text()})) {
    CHECK(one.accession == accession.to_text());
    noticed.push_back(one.entry);
  }
  CHECK(noticed == entries);
  return entries;
}

Filing noticed_in(Filing filing) {
  filing.diagnostics = {{"number-repaired", Severity::warning, "1,000 is read as 1000", "line 2"}};
  return filing;
}

TEST_CASE(
    "A number that only a listing tells finds its filing, whatever else it could have fitted") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  Filing other_issuer = bare("22");
  other_issuer.document.issuer.issuer_cik = made::given<std::string>("12");
  batch.append(noticed_in(bare("21")), "downloads/form4.xml");
  batch.append(noticed_in(other_issuer), "downloads/form4.xml");
  batch.append(with_document(number_a), "i.json");
  Listing of_owner = with_document(number_b, "22");
  batch.append(of_owner, "o.json");
  batch.commit();
  CHECK(found_by(journal, number_a) == std::vector<std::int64_t>{1});
  CHECK(found_by(journal, number_b) == std::vector<std::int64_t>{2});
  const auto all = journal.noticed();
  REQUIRE(all.size() == 2);
  CHECK(all[0].accession == number_a.to_text());
  CHECK(all[1].accession == number_b.to_text());
}

TEST_CASE("What was noticed is known from the day that listings tell, not from the signature") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  const auto noticed_by = [&](int day) {
    return journal.noticed({.known = Instant{*Date::of(2024, 3, day)}}).size();
  };
  const auto append = [&](const auto& claim, const char* source) {
    Journal::Batch batch = journal.begin_batch();
    batch.append(claim, source);
    batch.commit();
  };
  append(noticed_in(placed(number_a)), "a/form4.xml");
  CHECK(noticed_by(5) == 0);
  CHECK(noticed_by(6) == 1);
  append(listed(number_a, *Date::of(2024, 3, 7)), "master.idx");
  CHECK(noticed_by(6) == 0);
  CHECK(noticed_by(7) == 1);
}

TEST_CASE("A number that is listed and given to no filing finds none") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  batch.append(noticed_in(bare("21")), "downloads/form4.xml");
  batch.append(noticed_in(bare("22")), "more/form4.xml");
  batch.append(with_document(number_a), "i.json");  // fits both
  batch.commit();
  CHECK_THROWS_AS(found_by(journal, number_a), Error);
  CHECK_THROWS_AS(journal.noticed({.filing = number_a.to_text()}), Error);
  CHECK(journal.noticed()[0].accession.empty());
}

TEST_CASE("Versions of a filing are found by its number, whether it or its folder tells it") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  {
    Journal::Batch batch = journal.begin_batch();
    Filing with_header = bare("21", 200);
    with_header.submission.accession = number_a;
    batch.append(noticed_in(bare("21")), "downloads/form4.xml");
    batch.append(noticed_in(with_header), "a.txt");
    batch.append(with_document(number_a), "i.json");
    batch.commit();
  }
  // Another filing has the number, so what is listed with it is not given to the first.
  CHECK(found_by(journal, number_a) == std::vector<std::int64_t>{2});
  Journal::Batch batch = journal.begin_batch();
  CHECK(batch.append(placed(number_a), "000120000124000007/form4.xml").outcome ==
        AppendOutcome::held_already);
  batch.commit();
  CHECK(found_by(journal, number_a) == std::vector<std::int64_t>{1, 2});
  CHECK(journal.first_version(journal.claim(1)) == 1);
  CHECK(journal.first_version(journal.claim(2)) == 1);
}

}  // namespace
}  // namespace stakebook
