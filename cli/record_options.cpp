#include "record_options.h"

#include <chrono>
#include <cstdlib>
#include <ctime>

#include "value/error.h"
#include "value/text.h"

namespace stakebook::cli {
namespace {

Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return *Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::string author_of(const Arguments& arguments) {
  if (const auto typed = arguments.text("--author")) return collapsed(*typed);
  const char* named = std::getenv("STAKEBOOK_AUTHOR");
  return named == nullptr ? std::string() : collapsed(named);
}

std::string identity_of(const Party& party) {
  return party.cik ? party.cik->to_text() : party.name;
}

}  // namespace

std::vector<OptionSpec> authorship_options() {
  return {
      {.name = "--reason",
       .value = "TEXT",
       .help = "why: the document or the person that says so",
       .required = true},
      {.name = "--author",
       .value = "NAME",
       .help = "who records it; by default $STAKEBOOK_AUTHOR, and one of the two is needed"},
      {.name = "--known",
       .value = "DATE",
       .help = "when it became public, for questions as known on a date; by default today"},
  };
}

std::vector<OptionSpec> account_options() {
  return {
      {.name = "--issuer",
       .value = "Y",
       .help = "the issuer: a CIK, a trading symbol, a name or a part of one",
       .required = true},
      {.name = "--owner",
       .value = "X",
       .help = "the reporting owner: a CIK, a name or a part of one",
       .required = true},
      {.name = "--security",
       .value = "TITLE",
       .help = "the title as filings write it, such as \"Common Stock\"",
       .required = true},
      {.name = "--derivative", .value = "", .help = "of Table II; by default of Table I"},
      {.name = "--indirect",
       .value = "NATURE",
       .help = "held indirectly, in these words of the filings (\"By Trust\"); by default direct"},
      {.name = "--strike", .value = "PRICE", .help = "exercise price of a derivative"},
      {.name = "--expires", .value = "DATE", .help = "expiration date of a derivative"},
      {.name = "--new-party",
       .value = "",
       .help = "the issuer or owner may be one that the ledger does not know yet"},
  };
}

OptionSpec effective_option(bool required) {
  return {.name = "--effective",
          .value = "DATE",
          .help = required ? "the day on which it happened"
                           : "the day from which it holds; by default the grant's own",
          .required = required};
}

Record record_of(const Arguments& arguments, std::optional<Date> effective_by_default) {
  Record record;
  record.author = author_of(arguments);
  if (record.author.empty()) {
    throw UsageError("a record needs an author", "--author NAME, or set STAKEBOOK_AUTHOR");
  }
  record.reason = collapsed(*arguments.text("--reason"));
  if (record.reason.empty()) {
    throw UsageError("--reason is empty", "--reason \"8-K of 2020-08-11\"");
  }
  record.known = Instant{.date = arguments.date("--known").value_or(today())};
  record.effective =
      arguments.date("--effective").value_or(effective_by_default.value_or(record.known.date));
  return record;
}

RecordedAccount account_of(const Arguments& arguments, const Ledger& ledger) {
  RecordedAccount account;
  const bool may_be_new = arguments.has("--new-party");
  account.issuer = party_named(*arguments.text("--issuer"), door::Role::issuer, ledger, may_be_new);
  account.owner = party_named(*arguments.text("--owner"), door::Role::owner, ledger, may_be_new);
  account.security_title = collapsed(*arguments.text("--security"));
  if (account.security_title.empty()) throw UsageError("--security is empty");
  account.strike = arguments.price("--strike");
  account.expiration = arguments.date("--expires");
  account.derivative = arguments.has("--derivative");
  if (!account.derivative && (account.strike || account.expiration)) {
    throw UsageError("--strike and --expires belong to derivatives", "add --derivative");
  }
  if (const auto nature = arguments.text("--indirect")) {
    account.direct = false;
    account.nature = collapsed(*nature);
  }
  return account;
}

std::string party_named(const std::string& typed, door::Role role, const Ledger& ledger,
                        bool may_be_new) {
  const bool issuer = role == door::Role::issuer;
  const door::Candidates candidates =
      door::best_of(issuer ? ledger.issuers() : ledger.owners(), typed);
  // A new party is named in full, so a part of another one's name is no candidate for it.
  const bool whole = candidates.fit && *candidates.fit <= door::Fit::same_words;
  if (whole || (candidates.fit && !may_be_new)) {
    return identity_of(door::only_party(candidates, role, typed));
  }
  if (trimmed(typed).empty()) {
    throw UsageError(issuer ? "--issuer is empty" : "--owner is empty");
  }
  if (may_be_new) {
    const auto cik = Cik::parse(typed);
    return cik ? cik->to_text() : collapsed(typed);
  }
  throw Error(
      ErrorKind::not_found,
      std::string("the ledger knows no ") + (issuer ? "issuer" : "owner") + " \"" + typed + '"', "",
      "--new-party, where it is meant to be a new one");
}

}  // namespace stakebook::cli
