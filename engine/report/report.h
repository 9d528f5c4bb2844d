// Reports: answers as tables for people, JSON for programs, CSV for spreadsheets.
//
//   std::cout << report_holdings(ledger.books({.owner = "Foster"}), {.format = Format::json});
//
// 1. Nothing is computed here: every figure stands in the answer already.
// 2. Every figure carries the reference that `explain` takes, and its grade where it is inferred.
// 3. JSON holds amounts as canonical decimal strings ("105000", "66.903"), an amount that is not
//    exact as its bounds; docs/reference/json.md tells every field. CSV holds the same text.
// 4. Tables group thousands and fit `width` columns by wrapping texts; numbers are never cut.
// 5. The text ends with a line feed. No clock, no terminal, no locale is asked.
#pragma once

#include <string>
#include <vector>

#include "filing/xml_writer.h"
#include "report/answers.h"

namespace stakebook {

enum class Format : unsigned char { table, json, csv };

struct ReportOptions {
  Format format = Format::table;
  int width = 100;      // columns that a table may take; at least 40 are used
  bool colour = false;  // ANSI colours in tables
};

// What each account held at the end of the question's day, direct and indirect apart.
std::string report_holdings(const std::vector<IssuerBook>& books, const ReportOptions& options);
// Grants and what is left of their tranches.
std::string report_tranches(const std::vector<IssuerBook>& books, const ReportOptions& options);
// Every posting of every account.
std::string report_history(const std::vector<IssuerBook>& books, const ReportOptions& options);

// What changed between two dates of knowledge, row by row, with the claims that changed it.
std::string report_differences(const std::vector<IssuerDifference>& answers,
                               const ReportOptions& options);

// Which reported balances are shown. gaps: proven, plausible and unexplained ones. open: those that
// open an account, and those that are not determined.
enum class BalancesShown : unsigned char { all, gaps, unexplained, plausible, proven, exact, open };
bool is_among(const ReconciledBalance& balance, BalancesShown shown);
bool has_any(const ReconciledBook& book, BalancesShown shown);

// Every reported balance against the replay, the causes of gaps below them, and the counts.
std::string report_reconciliation(const std::vector<ReconciledBook>& books, BalancesShown shown,
                                  const ReportOptions& options);

// The counts of one issuer, for a summary over a ledger that is too large to hold all its books.
struct ReconciledIssuer {
  Party issuer;
  ReconciliationSummary table_i;
  ReconciliationSummary table_ii;
};
ReconciledIssuer counts_of(const ReconciledBook& book);
std::string report_reconciliation_summary(const std::vector<ReconciledIssuer>& issuers,
                                          const ReportOptions& options);

// What the printed commands name beside the correction.
struct SuggestionOptions {
  std::string ledger;  // empty: the ledger is not named
  std::string author;
};
// The smallest correction of each gap that has one, as a command that enters it: a script for
// sh(1), in which comments say why. Nothing is entered here.
std::string report_suggestions(const std::vector<ReconciledBook>& books,
                               const SuggestionOptions& suggestion, const ReportOptions& options);

// Vestings and expirations from `from` to `to`, and the rights to acquire within 60 days of `from`.
std::string report_forecast(const std::vector<IssuerBook>& books, Date from, Date to,
                            const ReportOptions& options);

std::string report_parties(const std::vector<Party>& parties, bool issuers,
                           const ReportOptions& options);
std::string report_import(const ImportReport& report, const ReportOptions& options);
std::string report_set_aside(const std::vector<SetAside>& files, const ReportOptions& options);
// What readers noticed in the filings that were taken, in the order of the entries.
std::string report_noticed(const std::vector<Noticed>& noticed, const ReportOptions& options);
std::string report_explanation(const Explanation& explanation, const ReportOptions& options);
std::string report_verify(const VerifyReport& report, const ReportOptions& options);
std::string report_record(const Record& record, const Appended& appended,
                          const ReportOptions& options);

// What was said of the same element of several filings that were written as XML.
struct ExportedNote {
  std::int64_t filings = 0;
  WrittenNote first;
  std::string file;       // the first
  std::string last_file;  // the last, so that a filing counts once
};

// Filings written as XML into a folder.
struct ExportReport {
  std::string folder;
  std::int64_t made = 0;
  std::int64_t replaced = 0;
  std::int64_t same = 0;                // stood there already, with this content
  std::int64_t kept = 0;                // not written, as another file stands there
  std::vector<std::string> kept_first;  // some of these
  std::int64_t filings = 0;
  std::int64_t valid = 0;  // without an objection
  std::vector<ExportedNote> objections;
  std::vector<ExportedNote> left_out;

  void add(const WrittenXml& written, const std::string& file);
};
std::string report_export(const ExportReport& report, const ReportOptions& options);
// What is to be said of one filing written as XML; empty where nothing is.
std::string report_written(const WrittenXml& written);

}  // namespace stakebook
