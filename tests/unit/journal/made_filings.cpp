#include "made_filings.h"

#include <unistd.h>

namespace stakebook::made {

Filing plain_filing(const std::string& issuer_cik, const std::string& owner_cik, int shares) {
  Filing filing;
  OwnershipDocument& document = filing.document;
  document.document_type = given(std::string("4"));
  document.period_of_report = given(*Date::parse("2024-03-05"));
  document.issuer.issuer_cik = given(issuer_cik);
  document.issuer.issuer_name = given("Issuer " + issuer_cik);
  document.issuer.issuer_trading_symbol = given("S" + issuer_cik);
  ReportingOwner& owner = document.reporting_owners.emplace_back();
  owner.rpt_owner_cik = given(owner_cik);
  owner.rpt_owner_name = given("Owner " + owner_cik);
  owner.is_director = given(true);
  owner.is_director.as_filed = "true";
  Row& row = document.table_i.emplace_back();
  row.security_title = given(std::string("Common Stock"));
  row.transaction_date = given(*Date::parse("2024-03-05"));
  row.transaction_code = given(std::string("P"));
  row.transaction_shares = given(Shares(shares));
  row.transaction_shares.as_filed = std::to_string(shares) + ".00";
  row.transaction_price_per_share.footnotes = {"F1"};
  row.transaction_acquired_disposed_code = given(std::string("A"));
  row.transaction_coding_footnotes = {"F1"};
  document.footnotes.push_back({"F1", "The price was between 10.00 and 10.25 dollars."});
  document.owner_signatures.push_back(
      {given(std::string("A. Signer")), given(*Date::parse("2024-03-06"))});
  document.unread.push_back({"ownershipDocument/memo", "odd"});
  filing.diagnostics.push_back({"element-unknown", Severity::note, "memo is not known", "line 3"});
  return filing;
}

std::string RandomFilings::text() {
  static const std::string samples[] = {"",
                                        "Common Stock",
                                        "See footnote",
                                        "'quoted' \"twice\"",
                                        std::string("nul\0inside", 10),
                                        "\xE9t\xE9 in Latin-1",
                                        "\xC3\xA9t\xC3\xA9",
                                        "1,500",
                                        "0",
                                        std::string(3000, 'x'),
                                        "F1"};
  const std::string& sample = samples[below(static_cast<int>(std::size(samples)))];
  return one_in(3) ? sample + std::to_string(below(1000)) : sample;
}

Decimal RandomFilings::decimal() {
  const Decimal whole(below(2000000) - 500000);
  return one_in(2) ? whole : divide(whole, Decimal(10000), 4, Rounding::exact);
}

Instant RandomFilings::instant() {
  return {date(), one_in(3) ? Instant::time_unknown : below(86400)};
}

std::vector<FootnoteId> RandomFilings::footnote_ids() {
  std::vector<FootnoteId> ids;
  while (one_in(3)) ids.push_back(one_in(9) ? text() : "F" + std::to_string(1 + below(12)));
  return ids;
}

template <class T>
void RandomFilings::fill(Field<T>& field) {
  if (one_in(3)) return;
  field.presence = static_cast<Presence>(below(3));
  if (one_in(2)) field.value = value(static_cast<T*>(nullptr));
  if (one_in(3)) field.as_filed = text();
  field.footnotes = footnote_ids();
}

void RandomFilings::fill_rows(std::vector<Row>& rows, Table table) {
  for (int i = below(13); i > 0; --i) {
    Row& row = rows.emplace_back();
    row.table = table;
    row.kind = static_cast<RowKind>(below(2));
    for_each_field(row, [this](std::string_view, auto& field) { fill(field); });
    row.transaction_coding_footnotes = footnote_ids();
  }
}

void RandomFilings::fill_submission(Submission& submission) {
  if (one_in(2)) return;
  submission.accession =
      maybe(*AccessionNumber::parse("0001104659-21-" + std::to_string(100000 + below(900000))));
  submission.accepted = maybe(instant());
  submission.filed = maybe(date());
  submission.form = maybe(text());
  submission.period = maybe(date());
  submission.fiscal_year_end = maybe(text());
  submission.issuer_cik = maybe(cik());
  for (int i = below(3); i > 0; --i) submission.owner_ciks.push_back(cik());
}

Filing RandomFilings::filing() {
  Filing filing;
  filing.format = static_cast<SourceFormat>(below(5));
  fill_submission(filing.submission);
  OwnershipDocument& document = filing.document;
  for_each_head_field(document, [this](std::string_view, auto& field) { fill(field); });
  if (one_in(2)) document.issuer.issuer_cik = given(cik().to_text());
  for (int i = below(12); i > 0; --i) {
    ReportingOwner& owner = document.reporting_owners.emplace_back();
    for_each_owner_field(owner, [this](std::string_view, auto& field) { fill(field); });
    if (one_in(2)) owner.rpt_owner_cik = given(cik().to_text());
  }
  fill_rows(document.table_i, Table::non_derivative);
  fill_rows(document.table_ii, Table::derivative);
  for (int i = below(12); i > 0; --i) document.footnotes.push_back({text(), text()});
  for (int i = below(3); i > 0; --i) {
    OwnerSignature& signature = document.owner_signatures.emplace_back();
    fill(signature.signature_name);
    fill(signature.signature_date);
  }
  while (one_in(3)) document.unread.push_back({text(), text()});
  while (one_in(3)) {
    filing.diagnostics.push_back({text(), static_cast<Severity>(below(3)), text(), text()});
  }
  return filing;
}

Portion RandomFilings::portion() {
  switch (below(4)) {
    case 0: return PartOfGrant{ratio()};
    case 1: return PartOfRemainder{ratio()};
    case 2: return StatedCount{Shares(decimal())};
    default: return Rest();
  }
}

VestingTerms RandomFilings::terms() {
  VestingTerms terms;
  terms.anchor = date();
  terms.day_rule.kind = static_cast<DayRule::Kind>(below(3));
  if (one_in(2)) terms.day_rule.day = below(32);
  terms.allocation = static_cast<AllocationRule>(below(7));
  terms.expires = maybe(date());
  for (int i = below(5); i > 0; --i) {
    if (one_in(2)) {
      terms.steps.push_back(DatedStep{date(), portion()});
    } else {
      const Period period{1 + below(24), static_cast<Period::Unit>(below(2))};
      terms.steps.push_back(Series{maybe(date()), one_in(2), period, below(60), portion(),
                                   one_in(2) ? below(13) : 0});
    }
  }
  return terms;
}

RecordedAccount RandomFilings::account() {
  RecordedAccount account;
  account.issuer = cik().to_text();
  account.owner = one_in(2) ? cik().to_text() : "Holder " + std::to_string(below(20));
  account.security_title = text();
  account.derivative = one_in(2);
  account.direct = one_in(2);
  account.nature = text();
  account.strike = maybe(Price(decimal()));
  account.expiration = maybe(date());
  return account;
}

Record RandomFilings::record(std::int64_t entries_held) {
  Record record{date(), instant(), text(), text(), RecordedSplit()};
  Reference reference;
  if (entries_held > 0) reference.entry = 1 + below(static_cast<int>(entries_held));
  switch (below(entries_held > 0 ? 7 : 5)) {
    case 0: record.body = OpeningBalance{account(), Shares(decimal())}; break;
    case 1: record.body = RecordedSplit{cik().to_text(), ratio()}; break;
    case 2:
      record.body = RecordedAcquisition{account(), Shares(decimal()), maybe(Price(decimal()))};
      break;
    case 3:
      record.body = RecordedDisposition{account(), Shares(decimal()), maybe(Price(decimal()))};
      break;
    case 4: record.body = RecordedGrant{account(), Shares(decimal()), terms()}; break;
    case 5: record.body = RecordedTerms{reference, terms(), maybe(Shares(decimal()))}; break;
    default: record.body = RecordedCorrection{reference, text(), text()}; break;
  }
  return record;
}

bool same(const Filing& left, const Filing& right) {
  const Submission& a = left.submission;
  const Submission& b = right.submission;
  return left.format == right.format && a == b && left.document == right.document &&
         left.diagnostics == right.diagnostics;
}

TemporaryLedger::TemporaryLedger() {
  std::string pattern = (std::filesystem::temp_directory_path() / "ledger-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
  path_ = (folder_ / "test.db").string();
}

TemporaryLedger::~TemporaryLedger() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace stakebook::made
