// What a command runs with: the ledger's path, how to print, and where.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"
#include "stakebook.h"

namespace stakebook::cli {

class Session {
 public:
  Session(std::string ledger_path, ReportOptions report)
      : ledger_path_(std::move(ledger_path)), report_(report) {}

  const std::string& ledger_path() const { return ledger_path_; }
  const ReportOptions& report() const { return report_; }

  // To read; Error(not_found) tells how a ledger comes about.
  Ledger open_ledger() const;
  // To write. Where there is none it is made, or Error(not_found) unless it `may_be_made`: a
  // mistyped path should not become an empty ledger.
  Ledger ledger_to_write(bool may_be_made) const;

 private:
  std::string ledger_path_;
  ReportOptions report_;
};

}  // namespace stakebook::cli
