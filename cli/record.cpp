#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "filing/document.h"
#include "record_options.h"
#include "session.h"
#include "suggest.h"
#include "terminal.h"
#include "value/text.h"
#include "vesting_options.h"

namespace stakebook::cli {
namespace {

int enter(Ledger& ledger, const Record& record, const Session& session) {
  const Appended appended = ledger.record(record);
  write_output(report_record(record, appended, session.report()));
  return exit_code::fine;
}

Shares required_shares(const Arguments& arguments, std::string_view option) {
  return *arguments.shares(option);
}

int run_opening(const Arguments& arguments, Session& session) {
  Record record = record_of(arguments);
  const Shares balance = required_shares(arguments, "--balance");
  Ledger ledger = session.ledger_to_write(arguments.has("--new-party"));
  record.body = OpeningBalance{account_of(arguments, ledger), balance};
  return enter(ledger, record, session);
}

int run_split(const Arguments& arguments, Session& session) {
  Record record = record_of(arguments);
  const Ratio ratio = read_split_ratio(*arguments.text("--ratio"), "--ratio");
  Ledger ledger = session.ledger_to_write(arguments.has("--new-party"));
  record.body = RecordedSplit{party_named(*arguments.text("--issuer"), door::Role::issuer, ledger,
                                          arguments.has("--new-party")),
                              ratio};
  return enter(ledger, record, session);
}

template <class Movement>
int run_movement(const Arguments& arguments, Session& session) {
  Record record = record_of(arguments);
  const Shares quantity = required_shares(arguments, "--shares");
  const std::optional<Price> price = arguments.price("--price");
  Ledger ledger = session.ledger_to_write(arguments.has("--new-party"));
  record.body = Movement{account_of(arguments, ledger), quantity, price};
  return enter(ledger, record, session);
}

int run_grant(const Arguments& arguments, Session& session) {
  Record record = record_of(arguments);
  const Shares quantity = required_shares(arguments, "--shares");
  const VestingTerms terms = vesting_terms_of(arguments, record.effective);
  Ledger ledger = session.ledger_to_write(arguments.has("--new-party"));
  record.body = RecordedGrant{account_of(arguments, ledger), quantity, terms};
  return enter(ledger, record, session);
}

FigureReference reference_of(const Arguments& arguments, std::string_view form) {
  const std::string typed = *arguments.text("REF");
  const auto reference = FigureReference::parse(typed);
  if (reference) return *reference;
  throw UsageError("\"" + typed + "\" is no reference", std::string(form));
}

int run_terms(const Arguments& arguments, Session& session) {
  constexpr std::string_view form = "the row that reports the grant, such as 12.II.1";
  const FigureReference reference = reference_of(arguments, form);
  const bool row = reference.place.part == Part::table_i || reference.place.part == Part::table_ii;
  if (!row || !reference.field.empty()) {
    throw UsageError("\"" + reference.to_text() + "\" is no row", std::string(form));
  }
  const VestingTerms terms = vesting_terms_of(arguments, std::nullopt);
  Record record = record_of(arguments, terms.anchor);
  Ledger ledger = session.ledger_to_write(arguments.has("--new-party"));
  record.body = RecordedTerms{reference.place, terms, arguments.shares("--granted")};
  return enter(ledger, record, session);
}

std::string canonical(const std::string& typed, const Field<std::string>&) {
  return collapsed(typed);
}
std::string canonical(const std::string& typed, const Field<Date>&) {
  return read_date(typed, "--to").to_text();
}
std::string canonical(const std::string& typed, const Field<bool>&) {
  if (typed == "1" || typed == "true") return "1";
  if (typed == "0" || typed == "false") return "0";
  throw UsageError("--to " + typed + ": neither true nor false", "--to true, or --to false");
}
template <class Unit>
std::string canonical(const std::string& typed, const Field<Quantity<Unit>>&) {
  return read_amount(typed, "--to").to_text();
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  Row row;
  for_each_field(row, [&](std::string_view name, const auto&) { names.emplace_back(name); });
  return names;
}

int run_correction(const Arguments& arguments, Session& session) {
  constexpr std::string_view form = "a field of a row, such as 12.I.3.transaction_shares";
  const FigureReference reference = reference_of(arguments, form);
  if (reference.field.empty()) {
    throw UsageError("\"" + reference.to_text() + "\" names no field", std::string(form));
  }
  std::optional<std::string> corrected;
  Row row;
  for_each_field(row, [&](std::string_view name, const auto& field) {
    if (name == reference.field) corrected = canonical(*arguments.text("--to"), field);
  });
  if (!corrected) {
    const auto meant = nearest(reference.field, field_names());
    throw UsageError("a row has no field \"" + reference.field + '"',
                     meant ? reference.place.to_text() + '.' + *meant : std::string(form));
  }
  Record record = record_of(arguments);
  Ledger ledger = session.ledger_to_write(arguments.has("--new-party"));
  record.body = RecordedCorrection{reference.place, reference.field, *corrected};
  return enter(ledger, record, session);
}

template <class Identity>
int run_identity(const Arguments& arguments, Session& session) {
  Record record = record_of(arguments);
  Ledger ledger = session.ledger_to_write(false);
  record.body = Identity{arguments.text("--issuer").value_or(""), *arguments.text("--owner"),
                         *arguments.text("--other")};
  return enter(ledger, record, session);
}

using Options = std::vector<OptionSpec>;

Options together(std::initializer_list<Options> lists) {
  Options all;
  for (const Options& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

OptionSpec shares_option(const std::string& help) {
  return {.name = "--shares", .value = "COUNT", .help = help, .required = true};
}

OptionSpec price_option() {
  return {.name = "--price", .value = "PRICE", .help = "dollars a share, where it is known"};
}

const std::vector<ExitCodeSpec> exit_codes = {
    {exit_code::busy, "another process writes to the ledger"}};

constexpr const char* account_synopsis =
    "--issuer Y --owner X --security TITLE [--indirect NATURE] [--derivative ...] ";
constexpr const char* record_note =
    "\n\nA record is a claim like a filing: it stays for ever, with its author and reason, and a "
    "wrong "
    "one is answered by another. The same record twice is one.";

Command group() {
  return {.name = "record",
          .summary = "Enter what no filing says: a split, an opening balance, a schedule",
          .synopsis = "KIND ...",
          .description = std::string("Appends a record to the ledger.") + record_note,
          .examples = {{"stakebook record split --issuer HRBY --ratio \"2 for 1\" \\\n--effective "
                        "2024-05-15 --author \"E. Rhode\" --reason \"8-K of 2024-04-30\"",
                        "Every account of the issuer doubles on that day."}}};
}

Command opening() {
  return {
      .name = "record opening",
      .summary = "What an account held at the start of a day",
      .synopsis = std::string(account_synopsis) +
                  "--balance COUNT --effective DATE --reason TEXT [--author NAME]",
      .description = std::string("For holdings from before the first filing at hand, or from a "
                                 "company's own equity records.") +
                     record_note,
      .options = together({account_options(),
                           {{.name = "--balance",
                             .value = "COUNT",
                             .help = "units held at the start of the day",
                             .required = true},
                            effective_option(true)},
                           authorship_options()}),
      .examples = {{"stakebook record opening --issuer HRBY --owner Lindqvist --security \"Common "
                    "Stock\" \\\n--balance 12000 --effective 2023-01-01 --author \"E. Rhode\" \\\n"
                    "--reason \"transfer agent's statement\"",
                    "12,000 shares, held directly, when 2023 began."}},
      .exit_codes = exit_codes,
      .run = run_opening};
}

Command split() {
  return {
      .name = "record split",
      .summary = "A stock split or stock dividend, for every account of the issuer",
      .synopsis = "--issuer Y --ratio RATIO --effective DATE --reason TEXT [--author NAME]",
      .description = std::string("Splits need not be reported (Rule 16a-9), so filings show them "
                                 "only as a jump of the balance.") +
                     record_note,
      .options = together({{{.name = "--issuer",
                             .value = "Y",
                             .help = "the issuer: a CIK, a trading symbol, a name or a part of one",
                             .required = true},
                            {.name = "--ratio",
                             .value = "RATIO",
                             .help = "new shares for old ones: \"5 for 1\", 5:1, \"1 for 20\"",
                             .required = true},
                            effective_option(true),
                            {.name = "--new-party",
                             .value = "",
                             .help = "the issuer may be one that the ledger does not know yet"}},
                           authorship_options()}),
      .examples = {{"stakebook record split --issuer HRBY --ratio \"2 for 1\" \\\n--effective "
                    "2024-05-15 --author \"E. Rhode\" --reason \"8-K of 2024-04-30\"",
                    "Trades on 2024-05-15 are on the new basis."}},
      .exit_codes = exit_codes,
      .run = run_split};
}

Command movement(const std::string& kind, const std::string& verb,
                 int (*run)(const Arguments&, Session&)) {
  return {
      .name = "record " + kind,
      .summary = "Shares " + verb + " that no filing at hand reports",
      .synopsis = std::string(account_synopsis) +
                  "--shares COUNT --effective DATE --reason TEXT [--price PRICE] [--author NAME]",
      .description = std::string("For a filing that is missing, or a movement that need not be "
                                 "reported.") +
                     record_note,
      .options = together(
          {account_options(),
           {shares_option("how many were " + verb), price_option(), effective_option(true)},
           authorship_options()}),
      .examples = {{"stakebook record " + kind +
                        " --issuer HRBY --owner Lindqvist --security \"Common Stock\" \\\n"
                        "--shares 250 --effective 2024-06-28 --author \"E. Rhode\" --reason \"plan "
                        "statement\"",
                    "250 shares, held directly."}},
      .exit_codes = exit_codes,
      .run = run};
}

Command grant() {
  return {
      .name = "record grant",
      .summary = "A grant with its vesting schedule",
      .synopsis = std::string(account_synopsis) +
                  "--shares COUNT --effective DATE (--series TEXT | --tranche DATE=PART)... "
                  "--reason TEXT [--author NAME]",
      .description =
          std::string("For a grant that no filing at hand reports. Periods are counted "
                      "from --anchor, by default the grant's own date; steps follow each "
                      "other in the order given.") +
          record_note,
      .options = together({account_options(),
                           {shares_option("units granted"), effective_option(true)},
                           vesting_options(),
                           authorship_options()}),
      .examples = {{"stakebook record grant --issuer HRBY --owner Lindqvist --security \"Stock "
                    "Option\" \\\n--derivative --strike 8.50 --expires 2033-03-31 --shares 4800 "
                    "--effective 2023-03-31 \\\n--series \"48 x 1 month, 1/48\" --day-rule last "
                    "--author \"E. Rhode\" --reason \"award agreement\"",
                    "100 options on the last day of each of 48 months."}},
      .exit_codes = exit_codes,
      .run = run_grant};
}

Command terms() {
  return {
      .name = "record terms",
      .summary = "The vesting schedule of a grant that a filing reports",
      .synopsis = "REF (--series TEXT | --tranche DATE=PART)... --reason TEXT [--author NAME]",
      .description = std::string("For a footnote that does not tell the schedule, or tells it in "
                                 "words that are not understood.") +
                     record_note,
      .operand = {.name = "REF", .help = "the row that reports the grant, such as 12.II.1"},
      .options = together(
          {vesting_options(),
           {{.name = "--granted",
             .value = "COUNT",
             .help = "units granted, where it is not the row's own amount"},
            {.name = "--expires", .value = "DATE", .help = "when what is not exercised lapses"},
            effective_option(false)},
           authorship_options()}),
      .examples = {{"stakebook record terms 3.II.1 --anchor 2023-08-31 --series \"12 x 1 month, "
                    "1/12\" \\\n--author \"E. Rhode\" --reason \"award agreement\"",
                    "A twelfth on the 31st of each month, or on its last day."}},
      .exit_codes = exit_codes,
      .run = run_terms};
}

Command correction() {
  return {
      .name = "record correction",
      .summary = "What a reported field should say",
      .synopsis = "REF --to TEXT --reason TEXT [--author NAME]",
      .description = std::string("The reported value stays beside the corrected one; nothing is "
                                 "overwritten.") +
                     record_note,
      .operand = {.name = "REF", .help = "a field of a row, such as 12.I.3.transaction_shares"},
      .options = together(
          {{{.name = "--to", .value = "TEXT", .help = "what it should say", .required = true},
            effective_option(false)},
           authorship_options()}),
      .examples =
          {{"stakebook record correction 12.I.3.transaction_shares --to 1500 \\\n--author \"E. "
            "Rhode\" --reason \"broker's confirmation\"",
            "Replays count 1,500; the filing keeps what it says."}},
      .exit_codes = exit_codes,
      .run = run_correction};
}

Command identity(const std::string& kind, const std::string& summary, const std::string& meaning,
                 int (*run)(const Arguments&, Session&)) {
  return {
      .name = "record " + kind,
      .summary = summary,
      .synopsis = "--owner X --other Z --reason TEXT [--issuer Y] [--author NAME]",
      .description =
          "Printed forms name owners without their CIK. Where the words of the name "
          "fit one owner of the issuer, they are taken for that owner; this record " +
          meaning + ". The last record on two owners counts." + record_note,
      .options = together({{{.name = "--owner",
                             .value = "X",
                             .help = "the reporting owner: a CIK, a name or a part of one",
                             .required = true},
                            {.name = "--other",
                             .value = "Z",
                             .help = "who came without a CIK: the whole name, or the number that "
                                     "`stakebook owners` shows, such as \"#12\"",
                             .required = true},
                            {.name = "--issuer",
                             .value = "Y",
                             .help = "with which issuer, where the name came to several"},
                            {.name = "--effective",
                             .value = "DATE",
                             .help = "the day of the record; by default that of --known"}},
                           authorship_options()}),
      .examples = {{"stakebook record " + kind +
                        " --owner 0009200001 --other \"Lindqvist T.\" \\\n--author \"E. "
                        "Rhode\" --reason \"signature compared\"",
                    "Holds for that issuer."}},
      .exit_codes = exit_codes,
      .run = run};
}

}  // namespace

std::vector<Command> record_commands() {
  return {
      group(),
      opening(),
      split(),
      movement("acquisition", "acquired", run_movement<RecordedAcquisition>),
      movement("disposition", "disposed of", run_movement<RecordedDisposition>),
      grant(),
      terms(),
      correction(),
      identity("same-owner", "Someone without a CIK is this owner",
               "says so where the name alone does not, or cannot", run_identity<RecordedSameOwner>),
      identity("not-same-owner", "Someone without a CIK is not this owner", "undoes that",
               run_identity<RecordedNotSameOwner>)};
}

}  // namespace stakebook::cli
