#include "session.h"

#include <filesystem>

#include "value/error.h"

namespace stakebook::cli {
namespace {

void require_ledger(const std::string& path) {
  std::error_code none;
  if (std::filesystem::exists(path, none)) return;
  throw Error(ErrorKind::not_found, "there is no ledger", path,
              "stakebook import PATH... makes one; --ledger FILE names another");
}

}  // namespace

Ledger Session::open_ledger() const {
  require_ledger(ledger_path_);
  return Ledger::open(ledger_path_);
}

Ledger Session::ledger_to_write(bool may_be_made) const {
  if (!may_be_made) require_ledger(ledger_path_);
  return Ledger::create_or_open(ledger_path_);
}

}  // namespace stakebook::cli
