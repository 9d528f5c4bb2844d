#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

Node claims_node(const std::vector<std::int64_t>& claims) {
  Node list = Node::list();
  for (const std::int64_t claim : claims) list.add(std::to_string(claim));
  return list;
}

std::string claims_text(const std::vector<std::int64_t>& claims) {
  std::string text;
  for (const std::int64_t claim : claims) {
    text += (text.empty() ? "" : ", ") + std::to_string(claim);
  }
  return text;
}

Node state_node(const std::optional<RowState>& state) {
  if (!state) return {};
  const Event& event = state->event;
  return Node::object(
      {{"ref", row_reference(event.source).to_text()},
       {"date", event.effective.to_text()},
       {"event", code_node(name_of(event.kind))},
       {"code", event.code == 0 ? Node() : Node(std::string(1, event.code))},
       {"change", node_of(event.has_change() ? state->change : ShareRange::exactly(Shares()))},
       {"price", node_or_null(event.price)},
       {"reported", node_or_null(event.reported_following)},
       {"after", node_of(state->after)},
       {"check", code_node(name_of(state->check))},
       {"gap", state->check == Check::gap ? Node(state->gap.to_text()) : Node()},
       {"downstream_of", node_or_null(state->downstream_of)}});
}

Node range_node(const std::optional<ShareRange>& range) { return range ? node_of(*range) : Node(); }

Node row_node(const IssuerDifference& answer, const RowDifference& row) {
  return Node::object({{"what", "row"},
                       {"change", name_of(row.change)},
                       {"account", node_of(answer.later, row.account)},
                       {"earlier", state_node(row.earlier)},
                       {"later", state_node(row.later)},
                       {"claims", claims_node(row.claims)}});
}

// What `explain` takes for the later balance; the account's first row where it is none any more.
FigureReference reference_of(const IssuerBook& book, const BalanceDifference& balance) {
  for (const Account& account : book.book.accounts) {
    const AccountIdentity& identity =
        book.history.accounts[static_cast<std::size_t>(account.identity)];
    if (identity.key == balance.account.key) return balance_reference(book, account);
  }
  return row_reference(balance.anchor);
}

Node balance_node(const IssuerDifference& answer, const BalanceDifference& balance) {
  const FigureReference ref = reference_of(answer.later, balance);
  return Node::object({{"what", "balance"},
                       {"account", node_of(answer.later, balance.account)},
                       {"earlier", range_node(balance.earlier)},
                       {"later", range_node(balance.later)},
                       {"ref", ref.to_text()},
                       {"claims", claims_node(balance.claims)}});
}

Node state_code(const std::optional<TrancheState>& state) {
  return state ? code_node(described(*state)) : Node();
}

Node grant_node(const IssuerDifference& answer, const GrantDifference& grant) {
  return Node::object({{"what", "grant"},
                       {"security", grant.security},
                       {"holders", node_of_holders(answer.later, grant.holders)},
                       {"conversion_or_exercise_price", node_or_null(grant.strike)},
                       {"expires", node_or_null(grant.expires)},
                       {"figure", grant.figure},
                       {"vests", node_or_null(grant.vests)},
                       {"earlier", range_node(grant.earlier)},
                       {"later", range_node(grant.later)},
                       {"earlier_state", state_code(grant.earlier_state)},
                       {"later_state", state_code(grant.later_state)},
                       {"ref", grant.ref.to_text()},
                       {"claims", claims_node(grant.claims)}});
}

Node claim_node(const Claim& claim) {
  return Node::object({{"entry", std::to_string(claim.entry)},
                       {"known", claim.known.to_text()},
                       {"description", described_source(claim)}});
}

Node answer_node(const IssuerDifference& answer) {
  Node claims = Node::list();
  for (const std::int64_t entry : answer.new_claims) {
    claims.add(claim_node(*answer.later.claim(entry)));
  }
  Node rows = Node::list();
  for (const RowDifference& row : answer.difference.rows) rows.add(row_node(answer, row));
  Node balances = Node::list();
  for (const BalanceDifference& one : answer.difference.balances) {
    balances.add(balance_node(answer, one));
  }
  Node grants = Node::list();
  for (const GrantDifference& one : answer.difference.grants) grants.add(grant_node(answer, one));
  return book_node(answer.later, {{"known_earlier", answer.earlier.to_text()},
                                  {"claims", std::move(claims)},
                                  {"rows", std::move(rows)},
                                  {"balances", std::move(balances)},
                                  {"grants", std::move(grants)}});
}

// CSV: rows, balances and figures of grants in one list, each line saying which.
std::vector<Node> csv_rows(const std::vector<IssuerDifference>& answers) {
  std::vector<Node> lines;
  for (const IssuerDifference& answer : answers) {
    const auto add = [&](Node node) {
      lines.push_back(book_node(
          answer.later, {{"known_earlier", answer.earlier.to_text()}, {"row", std::move(node)}}));
    };
    for (const RowDifference& row : answer.difference.rows) add(row_node(answer, row));
    for (const BalanceDifference& one : answer.difference.balances) {
      Node node = balance_node(answer, one);
      node.add("earlier_amount", range_node(one.earlier));
      node.add("later_amount", range_node(one.later));
      add(std::move(node));
    }
    for (const GrantDifference& one : answer.difference.grants) {
      Node node = grant_node(answer, one);
      node.add("account", Node::object({{"security_title", one.security},
                                        {"holders", node_of_holders(answer.later, one.holders)},
                                        {"conversion_or_exercise_price", node_or_null(one.strike)},
                                        {"expiration_date", node_or_null(one.expires)}}));
      node.add("earlier_amount", range_node(one.earlier));
      node.add("later_amount", range_node(one.later));
      add(std::move(node));
    }
  }
  return lines;
}

std::string csv_of(const std::vector<IssuerDifference>& answers) {
  return csv_text({{"issuer_cik", "issuer.cik"},
                   {"issuer_name", "issuer.name"},
                   {"on", "on"},
                   {"known_earlier", "known_earlier"},
                   {"known", "known"},
                   {"what", "row.what"},
                   {"change", "row.change"},
                   {"holders", "row.account.holders"},
                   {"table", "row.account.table"},
                   {"security_title", "row.account.security_title"},
                   {"ownership", "row.account.ownership"},
                   {"nature_of_ownership", "row.account.nature_of_ownership"},
                   {"conversion_or_exercise_price", "row.account.conversion_or_exercise_price"},
                   {"expiration_date", "row.account.expiration_date"},
                   {"figure", "row.figure"},
                   {"vests", "row.vests"},
                   {"earlier_ref", "row.earlier.ref"},
                   {"earlier_date", "row.earlier.date"},
                   {"earlier_change", "row.earlier.change"},
                   {"earlier_after", "row.earlier.after"},
                   {"earlier_check", "row.earlier.check"},
                   {"later_ref", "row.later.ref"},
                   {"later_date", "row.later.date"},
                   {"later_change", "row.later.change"},
                   {"later_after", "row.later.after"},
                   {"later_check", "row.later.check"},
                   {"later_gap", "row.later.gap"},
                   {"downstream_of", "row.later.downstream_of"},
                   {"earlier_amount", "row.earlier_amount"},
                   {"later_amount", "row.later_amount"},
                   {"ref", "row.ref"},
                   {"claims", "row.claims"}},
                  csv_rows(answers));
}

std::string words_of(const RowState& state) {
  const Event& event = state.event;
  std::string text = event.effective.to_text() + ' ' + described(event);
  if (event.has_change()) text += ' ' + grouped_change(state.change);
  if (event.price) text += " at " + grouped(event.price->amount());
  text += ", balance " + grouped(state.after);
  if (state.check == Check::gap) {
    text += ", gap " + grouped_change(ShareRange::exactly(state.gap));
    if (state.downstream_of) text += " downstream of " + state.downstream_of->to_text();
  }
  return text;
}

std::string words_of(const std::optional<ShareRange>& range) {
  return range ? grouped(*range) : "nothing known";
}

std::string with_state(const std::optional<ShareRange>& range,
                       const std::optional<TrancheState>& state) {
  if (!range) return "none";
  return grouped(*range) + (state ? ", " + std::string(described(*state)) : "");
}

std::string account_words(const IssuerDifference& answer, const AccountIdentity& account) {
  std::string text = described(account);
  if (!answer.later.owner || account.holders.size() > 1) {
    text += ", held by " + names_of(answer.later, account.holders);
  }
  return text;
}

void add_claims(Page& page, const IssuerDifference& answer) {
  page.heading("Became known in between");
  TextTable table({{"Entry"}, {"Known from"}, {"Claim", Align::left, true, 20}});
  for (const std::int64_t entry : answer.new_claims) {
    const Claim& claim = *answer.later.claim(entry);
    table.row({std::to_string(entry), claim.known.to_text(), described_source(claim)});
  }
  page.table(table);
}

void add_rows(Page& page, const IssuerDifference& answer) {
  const auto& rows = answer.difference.rows;
  for (std::size_t begin = 0; begin < rows.size();) {
    page.heading(account_words(answer, rows[begin].account));
    TextTable table({{"Change"},
                     {"Earlier", Align::left, true, 16},
                     {"Ref"},
                     {"Later", Align::left, true, 16},
                     {"Ref"},
                     {"By entry"}});
    std::size_t end = begin;
    for (; end < rows.size() && rows[end].account.key == rows[begin].account.key; ++end) {
      const RowDifference& row = rows[end];
      table.row({{name_of(row.change), Ink::bold},
                 row.earlier ? words_of(*row.earlier) : "",
                 row.earlier ? reference_cell(row_reference(row.earlier->event.source)) : Cell(""),
                 row.later ? words_of(*row.later) : "",
                 row.later ? reference_cell(row_reference(row.later->event.source)) : Cell(""),
                 claims_text(row.claims)});
    }
    page.table(table);
    begin = end;
  }
}

void add_balances(Page& page, const IssuerDifference& answer) {
  if (answer.difference.balances.empty()) return;
  page.heading("Balances");
  TextTable table({{"Account", Align::left, true, 16},
                   {"Earlier", Align::right},
                   {"Later", Align::right},
                   {"By entry"}});
  for (const BalanceDifference& one : answer.difference.balances) {
    table.row({account_words(answer, one.account),
               words_of(one.earlier),
               {words_of(one.later), Ink::bold},
               claims_text(one.claims)});
  }
  page.table(table);
}

void add_grants(Page& page, const IssuerDifference& answer) {
  if (answer.difference.grants.empty()) return;
  page.heading("Grants and tranches");
  TextTable table({{"Grant", Align::left, true, 16},
                   {"Figure"},
                   {"Earlier", Align::left, true, 10},
                   {"Later", Align::left, true, 10},
                   {"Says who"},
                   {"By entry"}});
  for (const GrantDifference& one : answer.difference.grants) {
    std::string grant = printable(one.security);
    if (one.strike) grant += " at " + grouped(one.strike->amount());
    if (one.expires) grant += ", expires " + one.expires->to_text();
    std::string figure = one.figure;
    if (one.figure == "tranche") {
      figure += one.vests ? " of " + one.vests->to_text() : ", date not known";
    }
    table.row({grant, figure, with_state(one.earlier, one.earlier_state),
               with_state(one.later, one.later_state), reference_cell(one.ref),
               claims_text(one.claims)});
  }
  page.table(table);
}

void add_page(Page& page, const IssuerDifference& answer) {
  const IssuerBook& book = answer.later;
  page.title("Differences for " +
             (book.owner ? described(*book.owner) : std::string("every reporting owner")));
  page.line("Issuer: " + described_issuer(book.issuer));
  page.line((book.question.on ? "As of the end of " + book.question.on->to_text()
                              : std::string("As of the latest claim")) +
            ", between what was known at " + described(answer.earlier) + " and " +
            (book.question.known ? "at " + described(*book.question.known)
                                 : std::string("everything held")));
  if (!answer.new_claims.empty()) add_claims(page, answer);
  if (answer.difference.empty()) {
    page.blank();
    page.line(answer.new_claims.empty() ? "Nothing differs: no claim became known in between."
                                        : "Nothing differs.");
    return;
  }
  add_rows(page, answer);
  add_balances(page, answer);
  add_grants(page, answer);
}

}  // namespace

std::string report_differences(const std::vector<IssuerDifference>& answers,
                               const ReportOptions& options) {
  if (options.format == Format::json) {
    Node issuers = Node::list();
    for (const IssuerDifference& answer : answers) issuers.add(answer_node(answer));
    return json_text(report_node("diff", {{"issuers", std::move(issuers)}}));
  }
  if (options.format == Format::csv) return csv_of(answers);
  if (answers.empty()) return nothing_known_page("Differences", options);
  Page page(options.width, options.colour);
  for (const IssuerDifference& answer : answers) add_page(page, answer);
  return page.text();
}

}  // namespace stakebook
