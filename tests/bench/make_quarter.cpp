// Writes a quarter of the SEC's Insider Transactions Data Sets to measure with: the documents of
// the corpus (or the fixtures) over and over as eight tables, under other names, CIKs and accession
// numbers. As in real quarters a filing has two and a half rows, an issuer eighty filings.
//
//   make_quarter FOLDER FILINGS
//
// Not a test and not a bench: docs/performance.md says which figures were measured with it.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "filing/quarterly_columns.h"
#include "filing/reader.h"

namespace {

namespace fs = std::filesystem;
using namespace stakebook;

std::vector<OwnershipDocument> documents_under(const fs::path& folder) {
  std::vector<OwnershipDocument> documents;
  if (!fs::exists(folder)) return documents;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".xml" && entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    ReadResult result = read_filing(text);
    if (result.filing) documents.push_back(std::move(result.filing->document));
  }
  return documents;
}

std::size_t rows_of(const OwnershipDocument& document) {
  return document.table_i.size() + document.table_ii.size();
}

// The shortest documents, as many as have two and a half rows on the average.
void keep_usual(std::vector<OwnershipDocument>& documents) {
  std::stable_sort(documents.begin(), documents.end(),
                   [](const auto& a, const auto& b) { return rows_of(a) < rows_of(b); });
  std::size_t rows = 0;
  std::size_t kept = 0;
  for (const OwnershipDocument& document : documents) {
    rows += rows_of(document);
    if (2 * rows > 5 * (kept + 1)) break;
    ++kept;
  }
  documents.resize(std::max<std::size_t>(kept, 1));
}

std::string date_text(Date date) {
  static const char* const months[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                       "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  const auto digits = [](int number, std::size_t count) {
    std::string text = std::to_string(number);
    return std::string(count - std::min(count, text.size()), '0') + text;
  };
  return digits(date.day(), 2) + "-" + months[date.month() - 1] + "-" + digits(date.year(), 4);
}

std::string text_of(const Field<Date>& field) { return field.value ? date_text(*field.value) : ""; }
template <class T>
std::string text_of(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : "";
}
// As the data set carries them.
template <class Unit>
std::string text_of(const Field<Quantity<Unit>>& field) {
  return field.value ? field.value->amount().rounded(2, Rounding::half_up).to_text() : "";
}

std::string ids_of(const std::vector<FootnoteId>& footnotes) {
  std::string text;
  for (const FootnoteId& id : footnotes) text.append(text.empty() ? "" : ", ").append(id);
  return text;
}

class Quarter {
 public:
  explicit Quarter(const fs::path& folder) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const auto table = static_cast<QuarterlyTable>(i);
      files_[i].open(folder / (std::string(name_of(table)) + ".tsv"), std::ios::binary);
    }
    files_[0] << "ACCESSION_NUMBER\tFILING_DATE\tPERIOD_OF_REPORT\tDATE_OF_ORIG_SUB\t"
                 "NO_SECURITIES_OWNED\tNOT_SUBJECT_SEC16\tFORM3_HOLDINGS_REPORTED\t"
                 "FORM4_TRANS_REPORTED\tDOCUMENT_TYPE\tISSUERCIK\tISSUERNAME\t"
                 "ISSUERTRADINGSYMBOL\tREMARKS\tAFF10B5ONE\n";
    files_[1] << "ACCESSION_NUMBER\tRPTOWNERCIK\tRPTOWNERNAME\tRPTOWNER_RELATIONSHIP\t"
                 "RPTOWNER_TITLE\tRPTOWNER_TXT\tRPTOWNER_STREET1\tRPTOWNER_STREET2\t"
                 "RPTOWNER_CITY\tRPTOWNER_STATE\tRPTOWNER_ZIPCODE\tRPTOWNER_STATE_DESC\t"
                 "FILE_NUMBER\n";
    for (std::size_t i = 2; i < 6; ++i) write_row(static_cast<QuarterlyTable>(i), "", nullptr);
    files_[6] << "ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\n";
    files_[7] << "ACCESSION_NUMBER\tOWNERSIGNATURENAME\tOWNERSIGNATUREDATE\n";
  }

  void add(const OwnershipDocument& document, std::int64_t number, std::int64_t count) {
    const std::string serial = std::to_string(1'000'000 + number).substr(1);
    const std::string accession = "0009300002-24-" + serial;
    // Multiplied by a prime, so that neighbours in the file are not neighbours in the indexes.
    const auto spread = [&](std::int64_t one_in) {
      return 1 + number * 7919 % std::max<std::int64_t>(1, count / one_in);
    };
    const std::string issuer = std::to_string(spread(80));
    const auto& form = document.document_type;
    const auto period = document.period_of_report.value.value_or(Date());
    files_[0] << accession << '\t' << date_text(period.plus_days(2)) << '\t' << date_text(period)
              << '\t' << text_of(document.date_of_original_submission) << '\t'
              << text_of(document.no_securities_owned) << '\t'
              << text_of(document.not_subject_to_section16) << '\t'
              << text_of(document.form3_holdings_reported) << '\t'
              << text_of(document.form4_transactions_reported) << '\t' << text_of(form) << '\t'
              << issuer << "\tIssuer Number " << issuer << "\tSYM" << issuer << '\t'
              << text_of(document.remarks) << '\t' << text_of(document.aff10b5_one) << '\n';
    std::int64_t position = 0;
    for (const ReportingOwner& owner : document.reporting_owners) {
      const std::string cik = std::to_string(1'000'000 + spread(12) * 10 + position++ % 10);
      files_[1] << accession << '\t' << cik << "\tOwner Number " << cik
                << (owner.is_officer.value.value_or(false) ? "\tOfficer\t" : "\tDirector\t")
                << text_of(owner.officer_title)
                << "\t\t1 Quay Street\t\tKilnhurst\tNY\t10001\t\t\n";
    }
    for (const auto* rows : {&document.table_i, &document.table_ii}) {
      for (const Row& row : *rows) write_row(table_of(row), accession, &row);
    }
    for (const Footnote& footnote : document.footnotes) {
      files_[6] << accession << '\t' << footnote.id << '\t' << footnote.text << '\n';
    }
    for (const OwnerSignature& signature : document.owner_signatures) {
      files_[7] << accession << '\t' << text_of(signature.signature_name) << '\t'
                << text_of(signature.signature_date) << '\n';
    }
  }

 private:
  static QuarterlyTable table_of(const Row& row) {
    const bool holding = row.kind == RowKind::holding;
    if (row.table == Table::derivative) {
      return holding ? QuarterlyTable::deriv_holding : QuarterlyTable::deriv_trans;
    }
    return holding ? QuarterlyTable::nonderiv_holding : QuarterlyTable::nonderiv_trans;
  }

  // The heads where there is no row.
  void write_row(QuarterlyTable table, const std::string& accession, const Row* row) {
    static const Row none;
    const Row& from = row == nullptr ? none : *row;
    const bool heads = row == nullptr;
    const bool acts = row_kind_of(table) == RowKind::transaction;
    const bool derivative = form_table_of(table) == Table::derivative;
    std::ofstream& file = files_[static_cast<std::size_t>(table)];
    file << (heads ? "ACCESSION_NUMBER" : accession) << '\t'
         << (heads ? std::string(name_of(table)) + "_SK" : std::to_string(++key_));
    const auto put = [&](bool there, const std::string& name, const auto& field) {
      if (there) file << '\t' << (heads ? name : text_of(field));
    };
    const auto cited = [&](bool there, const std::string& name, const auto& field) {
      put(there, name, field);
      if (there) file << '\t' << (heads ? name + "_FN" : ids_of(field.footnotes));
    };
    cited(true, "SECURITY_TITLE", from.security_title);
    cited(derivative, "CONV_EXERCISE_PRICE", from.conversion_or_exercise_price);
    cited(acts, "TRANS_DATE", from.transaction_date);
    cited(acts, "DEEMED_EXECUTION_DATE", from.deemed_execution_date);
    put(true, "TRANS_FORM_TYPE", from.transaction_form_type);
    put(acts, "TRANS_CODE", from.transaction_code);
    put(acts, "EQUITY_SWAP_INVOLVED", from.equity_swap_involved);
    file << '\t'
         << (!heads ? ids_of(from.transaction_coding_footnotes)
             : acts ? "EQUITY_SWAP_TRANS_CD_FN"
                    : "TRANS_FORM_TYPE_FN");
    cited(acts, "TRANS_TIMELINESS", from.transaction_timeliness);
    cited(acts, "TRANS_SHARES", from.transaction_shares);
    cited(acts && derivative, "TRANS_TOTAL_VALUE", from.transaction_total_value);
    cited(acts, "TRANS_PRICEPERSHARE", from.transaction_price_per_share);
    cited(acts, "TRANS_ACQUIRED_DISP_CD", from.transaction_acquired_disposed_code);
    cited(derivative, acts ? "EXCERCISE_DATE" : "EXERCISE_DATE", from.exercise_date);
    cited(derivative, "EXPIRATION_DATE", from.expiration_date);
    cited(derivative, "UNDLYNG_SEC_TITLE", from.underlying_security_title);
    cited(derivative, "UNDLYNG_SEC_SHARES", from.underlying_security_shares);
    cited(derivative, "UNDLYNG_SEC_VALUE", from.underlying_security_value);
    cited(true, "SHRS_OWND_FOLWNG_TRANS", from.shares_owned_following_transaction);
    cited(true, "VALU_OWND_FOLWNG_TRANS", from.value_owned_following_transaction);
    cited(true, "DIRECT_INDIRECT_OWNERSHIP", from.direct_or_indirect_ownership);
    cited(true, "NATURE_OF_OWNERSHIP", from.nature_of_ownership);
    file << '\n';
  }

  std::array<std::ofstream, quarterly_tables_count> files_;
  std::int64_t key_ = 1'000'000;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_quarter FOLDER FILINGS\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  const std::int64_t wanted = std::atoll(arguments[2]);
  std::vector<OwnershipDocument> documents;
  for (const char* part : {"edgar", "loose", "submissions"}) {
    const auto more = documents_under(fs::path(STAKEBOOK_SHARED) / "corpus" / part);
    documents.insert(documents.end(), more.begin(), more.end());
  }
  if (documents.empty()) documents = documents_under(STAKEBOOK_FIXTURES);
  keep_usual(documents);
  fs::create_directories(folder);
  Quarter quarter(folder);
  std::size_t rows = 0;
  for (std::int64_t i = 0; i < wanted; ++i) {
    const auto& document = documents[static_cast<std::size_t>(i) % documents.size()];
    quarter.add(document, i, wanted);
    rows += rows_of(document);
  }
  std::cout << wanted << " filings with " << rows << " rows, from " << documents.size()
            << " documents\n";
}
