#include <set>

#include "report/page.h"
#include "report/reconciled_balance.h"
#include "report/words.h"

namespace stakebook {
namespace {

struct Suggestion {
  const ReconciledBook* reconciled;
  const ReconciledBalance* balance;
  const GapCause* cause;
  bool is_alternative;  // another correction of the same gap stands before it
};

// One edit may repair two gaps, this and the next: it is suggested once.
std::vector<Suggestion> suggestions_of(const std::vector<ReconciledBook>& books) {
  std::vector<Suggestion> suggestions;
  std::set<std::pair<FigureReference, std::string>> told;
  for (const ReconciledBook& reconciled : books) {
    for (const ReconciledBalance& balance : reconciled.result.balances) {
      bool is_alternative = false;
      for (const GapCause& cause : balance.causes) {
        if (!cause.correction) continue;
        const bool is_new =
            told.insert({reference_of(*cause.correction), cause.correction->value}).second;
        if (is_new) suggestions.push_back({&reconciled, &balance, &cause, is_alternative});
        is_alternative = true;
      }
    }
  }
  return suggestions;
}

// For sh(1).
std::string quoted(const std::string& text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:@%+=,-";
  if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + '\'';
}

std::string words_of(const GapCause& cause) {
  return std::string(name_of(cause.cause)) + ", " + std::string(name_of(cause.grade)) + ": " +
         printable(cause.statement);
}

std::string command_of(const GapCause& cause, const SuggestionOptions& options) {
  std::string command = "stakebook record correction " + reference_of(*cause.correction).to_text() +
                        " --to " + quoted(cause.correction->value) + " --reason " +
                        quoted(words_of(cause)) + " --author " + quoted(options.author);
  if (!options.ledger.empty()) command += " --ledger " + quoted(options.ledger);
  return command;
}

std::string comment_of(const Suggestion& suggestion) {
  const IssuerBook& book = suggestion.reconciled->book;
  const ReconciledBalance& balance = *suggestion.balance;
  const AccountIdentity& account = account_of(book, balance);
  std::string comment = "# " + std::string(suggestion.is_alternative ? "Or: " : "");
  comment += names_of(book, account.holders) + ", " + described(account) + ": gap of " +
             grouped_change(ShareRange::exactly(balance.gap)) + " on " +
             balance.effective.to_text() + ", " + balance.source.to_text() + ". ";
  const auto filed = filed_text(book, *suggestion.cause->correction);
  if (filed && !filed->empty()) comment += "Filed: " + printable(*filed) + ". ";
  return comment + words_of(*suggestion.cause);
}

std::string suggestions_script(const std::vector<Suggestion>& suggestions,
                               const SuggestionOptions& options) {
  std::string text;
  for (const Suggestion& suggestion : suggestions) {
    text += comment_of(suggestion) + '\n';
    text += (suggestion.is_alternative ? "# " : "") + command_of(*suggestion.cause, options) + '\n';
  }
  return text.empty() ? "# No gap has a correction that would repair it.\n" : text;
}

Node node_of(const Suggestion& suggestion, const SuggestionOptions& options) {
  const IssuerBook& book = suggestion.reconciled->book;
  const ReconciledBalance& balance = *suggestion.balance;
  const GapCause& cause = *suggestion.cause;
  const auto filed = filed_text(book, *cause.correction);
  return Node::object({{"issuer", node_of(book.issuer)},
                       {"account", node_of(book, account_of(book, balance))},
                       {"date", balance.effective.to_text()},
                       {"gap", balance.gap.to_text()},
                       {"gap_ref", row_reference(balance.source).to_text()},
                       {"cause", code_node(name_of(cause.cause))},
                       {"grade", name_of(cause.grade)},
                       {"statement", cause.statement},
                       {"ref", reference_of(*cause.correction).to_text()},
                       {"filed", filed ? Node(*filed) : Node()},
                       {"to", cause.correction->value},
                       {"alternative", suggestion.is_alternative},
                       {"command", command_of(cause, options)}});
}

}  // namespace

std::string report_suggestions(const std::vector<ReconciledBook>& books,
                               const SuggestionOptions& suggestion, const ReportOptions& options) {
  const std::vector<Suggestion> suggestions = suggestions_of(books);
  if (options.format == Format::table) return suggestions_script(suggestions, suggestion);
  std::vector<Node> rows;
  for (const Suggestion& each : suggestions) rows.push_back(node_of(each, suggestion));
  if (options.format == Format::json) {
    return json_text(report_node("reconcile-suggest", {{"suggestions", Node::list(rows)}}));
  }
  std::vector<CsvColumn> columns = {{"issuer_cik", "issuer.cik"},
                                    {"issuer_name", "issuer.name"},
                                    {"holders", "account.holders"},
                                    {"table", "account.table"},
                                    {"security_title", "account.security_title"},
                                    {"ownership", "account.ownership"},
                                    {"nature_of_ownership", "account.nature_of_ownership"}};
  for (const char* field : {"date", "gap", "gap_ref", "cause", "grade", "statement", "ref", "filed",
                            "to", "alternative", "command"}) {
    columns.push_back({field, field});
  }
  return csv_text(columns, rows);
}

}  // namespace stakebook
