#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

int finish(std::int64_t gaps) { return gaps > 0 ? exit_code::findings : exit_code::fine; }

int summarize(const Ledger& ledger, Question question, const Session& session) {
  question.owner_names = false;
  std::vector<ReconciledIssuer> issuers;
  std::int64_t gaps = 0;
  ledger.for_each_issuer_book(question, [&](IssuerBook&& book) {
    issuers.push_back(reconciled(book));
    gaps += issuers.back().table_i.gaps() + issuers.back().table_ii.gaps();
    return true;
  });
  write_output(report_reconciliation_summary(issuers, session.report()));
  return finish(gaps);
}

int run(const Arguments& arguments, Session& session) {
  Question question = question_of(arguments);
  question.grants = false;
  const Ledger ledger = session.open_ledger();
  if (arguments.has("--summary")) return summarize(ledger, question, session);
  const std::vector<IssuerBook> books = ledger.books(question);
  std::int64_t gaps = 0;
  for (const IssuerBook& book : books) {
    const ReconciledIssuer issuer = reconciled(book);
    gaps += issuer.table_i.gaps() + issuer.table_ii.gaps();
  }
  write_output(report_reconciliation(books, false, session.report()));
  return finish(gaps);
}

}  // namespace

Command reconcile_command() {
  return {
      .name = "reconcile",
      .summary = "Reported holdings against what the transactions add up to",
      .synopsis = "[--owner X] [--issuer Y] [--on DATE] [--known DATE] [--summary]",
      .description =
          "Every balance that a filing reports after a transaction is compared with the balance "
          "before it plus the transaction. Where they differ, the gap is printed with its size: "
          "reported minus computed.\n\n"
          "The first balance of an account opens it and is compared with nothing. A balance that "
          "stands for the total after all rows of its filing and day is said to be a final total. "
          "A gap that an amendment explains, since the row carried the error that was corrected, "
          "is "
          "said to be downstream of it. "
          "What an unknown amount keeps from being compared is counted as not determined.",
      .options = {owner_option(),
                  issuer_option(),
                  on_option(),
                  known_option(),
                  {.name = "--summary",
                   .value = "",
                   .help = "the counts alone, one line an issuer"}},
      .examples = {{"stakebook reconcile --summary", "How much of the whole ledger chains."},
                   {"stakebook reconcile --owner Lindqvist",
                    "Every balance of hers, with what was computed beside it."}},
      .exit_codes = {{exit_code::findings, "a reported balance differs from the computed one"}},
      .run = run,
  };
}

}  // namespace stakebook::cli
