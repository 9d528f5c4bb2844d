#include <cstdlib>

#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "question.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

using Choice = std::pair<const char*, BalancesShown>;
constexpr Choice only_choices[] = {{"unexplained", BalancesShown::unexplained},
                                   {"plausible", BalancesShown::plausible},
                                   {"proven", BalancesShown::proven},
                                   {"gaps", BalancesShown::gaps},
                                   {"exact", BalancesShown::exact},
                                   {"open", BalancesShown::open}};

std::vector<std::string> only_words() {
  std::vector<std::string> words;
  for (const auto& [word, shown] : only_choices) words.emplace_back(word);
  return words;
}

BalancesShown shown_of(const Arguments& arguments) {
  const auto typed = arguments.text("--only");
  for (const auto& [word, shown] : only_choices) {
    if (typed == word) return shown;
  }
  return BalancesShown::all;
}

// Counts the gaps that make the exit code 1.
class Findings {
 public:
  explicit Findings(bool strict) : strict_(strict) {}
  void add(const ReconciledIssuer& issuer) {
    for (const auto* counts : {&issuer.table_i, &issuer.table_ii}) {
      number_ += counts->unexplained + (strict_ ? counts->plausible : 0);
    }
  }
  int exit_code() const { return number_ > 0 ? exit_code::findings : exit_code::fine; }

 private:
  bool strict_;
  std::int64_t number_ = 0;
};

void summarize(const Ledger& ledger, Question question, const Session& session,
               Findings& findings) {
  question.owner_names = false;
  std::vector<ReconciledIssuer> issuers;
  ledger.for_each_reconciled_book(question, [&](ReconciledBook&& book) {
    issuers.push_back(counts_of(book));
    findings.add(issuers.back());
    return true;
  });
  write_output(report_reconciliation_summary(issuers, session.report()));
}

std::vector<ReconciledBook> reconciled_books(const Ledger& ledger, const Question& question,
                                             Findings& findings) {
  std::vector<ReconciledBook> books;
  ledger.for_each_reconciled_book(question, [&](ReconciledBook&& book) {
    books.push_back(std::move(book));
    findings.add(counts_of(books.back()));
    return true;
  });
  return books;
}

SuggestionOptions suggestion_options(const Arguments& arguments) {
  const char* named = std::getenv("STAKEBOOK_AUTHOR");
  const bool is_named = named != nullptr && *named != '\0';
  return {.ledger = arguments.text_or("--ledger", ""),
          .author = is_named ? named : "stakebook reconcile --suggest"};
}

void check_together(const Arguments& arguments) {
  if (!arguments.has("--summary") && !arguments.has("--suggest")) return;
  if (arguments.has("--only")) {
    throw UsageError("--only chooses among balances, and none are printed",
                     "--only without --summary and --suggest");
  }
  if (arguments.has("--summary") && arguments.has("--suggest")) {
    throw UsageError("--summary and --suggest are two answers", "one of them at a time");
  }
}

int run(const Arguments& arguments, Session& session) {
  check_together(arguments);
  Question question = question_of(arguments);
  question.grants = false;
  const Ledger ledger = session.open_ledger();
  Findings findings(arguments.has("--strict"));
  if (arguments.has("--summary")) {
    summarize(ledger, question, session, findings);
    return findings.exit_code();
  }
  const std::vector<ReconciledBook> books = reconciled_books(ledger, question, findings);
  write_output(arguments.has("--suggest")
                   ? report_suggestions(books, suggestion_options(arguments), session.report())
                   : report_reconciliation(books, shown_of(arguments), session.report()));
  return findings.exit_code();
}

}  // namespace

Command reconcile_command() {
  return {
      .name = "reconcile",
      .summary = "Reported holdings against what the transactions add up to",
      .synopsis =
          "[--owner X] [--issuer Y] [--on DATE] [--known DATE] [--only WHICH | --summary | "
          "--suggest] [--strict]",
      .description =
          "Every balance that a filing reports after a transaction is compared with the balance "
          "before it plus the transaction. Where they differ, the gap is printed with its size, "
          "reported minus computed, and with what explains it.\n\n"
          "A balance is exact where it chains, or stands for the total after all rows of its "
          "filing and day. The cause of a gap is proven where the numbers agree and an independent "
          "witness does too, and plausible where only the numbers do; a gap without a cause is "
          "unexplained. Where two causes fit equally well, both are printed. The first balance of "
          "an account opens it and is compared with nothing; what an unknown amount keeps from "
          "being compared is not determined.\n\n"
          "Marks say the same in a colour, and as a word: green is exact or proven, yellow "
          "plausible, red unexplained, grey not checked.",
      .options = {owner_option(),
                  issuer_option(),
                  on_option(),
                  known_option(),
                  {.name = "--only",
                   .value = "WHICH",
                   .help = "these balances alone, each with what stands before and after it; gaps "
                           "are unexplained, plausible and proven ones, open is what is not "
                           "checked",
                   .choices = only_words()},
                  {.name = "--summary",
                   .value = "",
                   .help = "the counts alone, by grade and by cause, of each issuer and of all"},
                  {.name = "--suggest",
                   .value = "",
                   .help = "for each gap that one edit repairs, the command that records the "
                           "correction, as a script to read and run; nothing is recorded"},
                  {.name = "--strict",
                   .value = "",
                   .help = "exit with 1 for plausible causes too"}},
      .examples = {{"stakebook reconcile --summary", "How much of the whole ledger is explained."},
                   {"stakebook reconcile --owner Lindqvist",
                    "Every balance of hers, with what was computed beside it."},
                   {"stakebook reconcile --only unexplained", "What is left to look into."}},
      .exit_codes = {{exit_code::findings,
                      "a gap is unexplained or, with --strict, has only a plausible cause"}},
      .run = run,
  };
}

}  // namespace stakebook::cli
