// A filing: an ownership document together with what EDGAR says about it, and how it was read.
//
//   const Filing filing = read_filing(bytes);
//   filing.submission.accession     0001104659-21-012345, from a submission header; absent in XML
//   filing.known()                  when it became public
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "filing/document.h"

namespace stakebook {

// The format a filing was read from, found by looking at its content, never its name.
enum class SourceFormat : unsigned char {
  ownership_xml,
  submission_text,   // EDGAR full-submission text: an SGML header and documents
  printed_text,      // the printed form as plain text
  quarterly_tables,  // the SEC's quarterly data sets
  printed_html,      // the printed form as HTML, as EDGAR renders it
};

std::string_view name_of(SourceFormat format);

// "3", "4", "5" and their amendments, as "4/A".
bool is_ownership_form(std::string_view form);

// EDGAR's own account of the filing; each part absent where the source does not hold it.
struct Submission {
  std::optional<AccessionNumber> accession;
  bool accession_is_from_path = false;         // of the folder or file, not of a header
  std::optional<Instant> accepted;             // ACCEPTANCE-DATETIME, US Eastern
  std::optional<Date> filed;                   // FILED AS OF DATE, the official filing date
  std::optional<std::string> form;             // CONFORMED SUBMISSION TYPE
  std::optional<Date> period;                  // CONFORMED PERIOD OF REPORT
  std::optional<std::string> fiscal_year_end;  // MMDD
  std::optional<Cik> issuer_cik;
  std::vector<Cik> owner_ciks;

  friend bool operator==(const Submission&, const Submission&) = default;
};

enum class KnownBasis : unsigned char { acceptance, filing_date, signature_date, period, none };

// "acceptance", "filing_date", "signature_date", "period_of_report", "none".
std::string_view name_of(KnownBasis basis);

struct Filing {
  SourceFormat format = SourceFormat::ownership_xml;
  Submission submission;
  OwnershipDocument document;
  Diagnostics diagnostics;

  // When the claim became public: the acceptance time; else the filing date; else the latest
  // signature date; else the period of report (marked so by known_basis()); else 0001-01-01.
  Instant known() const;
  KnownBasis known_basis() const;
};

}  // namespace stakebook
