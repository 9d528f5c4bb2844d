#include "session.h"

#include <filesystem>

#include "value/error.h"

namespace stakebook::cli {

Ledger Session::open_ledger() const {
  std::error_code none;
  if (!std::filesystem::exists(ledger_path_, none)) {
    throw Error(ErrorKind::not_found, "there is no ledger", ledger_path_,
                "stakebook import PATH... makes one; --ledger FILE names another");
  }
  return Ledger::open(ledger_path_);
}

}  // namespace stakebook::cli
