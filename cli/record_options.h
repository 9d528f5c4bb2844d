// What the record commands share: who records it, when and why, and of which account.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "arguments.h"
#include "command.h"
#include "door/parties.h"
#include "stakebook.h"

namespace stakebook::cli {

// --author, --reason, --known: of every record.
std::vector<OptionSpec> authorship_options();
// --issuer, --owner, --security, --derivative, --indirect, --strike, --expires.
std::vector<OptionSpec> account_options();
OptionSpec effective_option(bool required);

// A record with everything but its body. `effective_by_default` stands where --effective is not
// given; where it is absent too, the day the record becomes known.
Record record_of(const Arguments& arguments, std::optional<Date> effective_by_default = {});
RecordedAccount account_of(const Arguments& arguments, const Ledger& ledger);

// The ten-digit CIK, or else the name, of the one party that `typed` fits as door/parties.h has it.
// Error(ambiguous) lists the candidates; a party that the ledger does not know is Error(not_found)
// unless it `may_be_new`.
std::string party_named(const std::string& typed, door::Role role, const Ledger& ledger,
                        bool may_be_new);

}  // namespace stakebook::cli
