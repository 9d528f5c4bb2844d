#include <algorithm>

#include "report/amended.h"
#include "report/issuer_totals.h"
#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

enum class Section : unsigned char { direct, indirect, derivative, stated, implied };

// One holding: an account's balance, or an amount that only a footnote states in words.
struct Held {
  Section section = Section::direct;
  AccountIdentity identity;
  ShareRange amount;
  Grade grade = Grade::reported;
  FigureReference ref;
  std::optional<Date> last_date;  // when the balance last moved or was stated
  bool expired = false;
  std::optional<Date> opens_on;       // implied only: the day of the first report
  std::vector<Inference> inferences;  // why the amount is known where no source states it
};

Section section_of(const AccountIdentity& account) {
  if (account.table == Table::derivative) return Section::derivative;
  return account.direct ? Section::direct : Section::indirect;
}

std::optional<Date> last_date(const IssuerBook& book, const Account& account) {
  if (account.postings.back().event == no_event) return std::nullopt;
  return book.history.events[static_cast<std::size_t>(account.postings.back().event)].effective;
}

const GrantPosition* grant_of(const IssuerBook& book, std::int32_t identity) {
  for (const GrantPosition& grant : book.book.grants) {
    if (grant.account == identity) return &grant;
  }
  return nullptr;
}

bool is_known(const ShareRange& amount) { return amount.lower() || amount.upper(); }

Held held_in(const IssuerBook& book, const Account& account) {
  Held held;
  held.identity = book.history.accounts[static_cast<std::size_t>(account.identity)];
  held.section = section_of(held.identity);
  held.amount = account.balance;
  held.grade = grade_of_balance(account, book.history);
  held.ref = balance_reference(book, account);
  held.last_date = last_date(book, account);
  held.expired =
      held.identity.expiration && book.question.on && *held.identity.expiration < *book.question.on;
  // Where the rows do not tell the balance, a footnote may.
  const GrantPosition* grant =
      held.section == Section::derivative ? grant_of(book, account.identity) : nullptr;
  if (grant != nullptr && !held.amount.is_exact() && is_known(grant->remaining.amount)) {
    held.amount = grant->remaining.amount;
    held.grade = grant->remaining.grade;
    held.ref = grant->remaining.ref;
    held.inferences = grant->remaining.inferences;
  } else if (held.grade != Grade::reported) {
    held.inferences = inferences_of_balance(account, book.history);
  }
  return held;
}

// The date asked about lies before the account's first report: what that implies of the past.
Held held_before(const IssuerBook& book, const Account& account) {
  Held held;
  held.identity = book.history.accounts[static_cast<std::size_t>(account.identity)];
  held.section = Section::implied;
  held.amount = account.opening;
  held.grade = Grade::plausible;
  held.ref = balance_reference(book, account);
  held.opens_on = account.opens_on;
  held.inferences = account.opening_inferences;
  return held;
}

Held held_by_statement(const GrantPosition& grant) {
  Held held;
  held.section = Section::stated;
  held.identity.table = Table::derivative;
  held.identity.holders = grant.holders;
  held.identity.security_title = grant.security;
  held.identity.direct = !grant.held_by_spouse;
  held.identity.nature = grant.held_by_spouse ? "by spouse" : "";
  held.identity.strike = grant.strike;
  held.identity.expiration = grant.expires;
  held.amount = grant.remaining.amount;
  held.grade = grant.remaining.grade;
  held.ref = grant.remaining.ref;
  held.inferences = grant.remaining.inferences;
  held.expired = grant.expired;
  return held;
}

std::vector<Held> holdings_of(const IssuerBook& book) {
  std::vector<Held> holdings;
  for (const Account& account : book.book.accounts) {
    if (!account.postings.empty()) {
      holdings.push_back(held_in(book, account));
    } else if (account.anchor.entry != 0 && is_known(account.opening)) {
      holdings.push_back(held_before(book, account));
    }
  }
  for (const GrantPosition& grant : book.book.grants) {
    if (grant.account == no_account) holdings.push_back(held_by_statement(grant));
  }
  return holdings;
}

Node holdings_node(const IssuerBook& book) {
  Node list = Node::list();
  for (const Held& held : holdings_of(book)) {
    list.add(Node::object({{"account", node_of(book, held.identity)},
                           {"balance", node_of(held.amount)},
                           {"grade", name_of(held.grade)},
                           {"last_date", node_or_null(held.last_date)},
                           {"stated_in_words", held.section == Section::stated},
                           {"expired", held.expired},
                           {"implied_by_report_of", node_or_null(held.opens_on)},
                           {"ref", held.ref.to_text()},
                           {"inferences", node_of(held.inferences)}}));
  }
  return list;
}

Node::Members holdings_members(const IssuerBook& book) {
  Node::Members members = {{"holdings", holdings_node(book)}, {"amended", node_of_amended(book)}};
  if (!book.owner) add_issuer_totals(members, book);
  return members;
}

std::string nature_cell(const Held& held) {
  const bool says_direct = held.section != Section::direct;
  if (held.identity.direct) return says_direct ? "direct" : "";
  return held.identity.nature.empty() ? "indirect" : held.identity.nature;
}

TextTable section_table(const IssuerBook& book, const std::vector<Held>& holdings, Section section,
                        bool with_holders, std::int64_t& zero_count) {
  const bool is_table_i = section == Section::direct || section == Section::indirect;
  const bool is_implied = section == Section::implied;
  TextTable table({{"Security", Align::left, true, 16},
                   {"Held by", Align::left, true, 16},
                   {"Nature of ownership", Align::left, true, 14},
                   {"Price", Align::right},
                   {"Expires"},
                   {is_table_i ? "Owned" : "Units", Align::right},
                   {is_implied ? "First report" : "Last row"},
                   {"Grade"},
                   {"Says who"}});
  for (const Held& held : holdings) {
    if (held.section != section) continue;
    if (held.amount == ShareRange::exactly(Shares())) {
      ++zero_count;
      continue;
    }
    std::string expires = text_of(held.identity.expiration);
    if (held.expired) expires += " expired";
    table.row({held.identity.security_title,
               with_holders ? names_of(book, held.identity.holders) : "",
               nature_cell(held),
               text_of(held.identity.strike),
               expires,
               {grouped(held.amount), Ink::bold},
               text_of(is_implied ? held.opens_on : held.last_date),
               grade_cell(held.grade),
               reference_cell(held.ref)});
  }
  return table;
}

void add_implied_notes(Page& page, const std::vector<Held>& holdings) {
  for (const Held& held : holdings) {
    if (held.section != Section::implied || held.amount.is_exact()) continue;
    for (const Inference& inference : held.inferences) {
      page.line("- not determined: " + inference.statement, Ink::faint, 2);
    }
  }
  page.line("An earlier change that nobody reported would make these differ.", Ink::faint, 2);
}

void add_page(Page& page, const IssuerBook& book) {
  add_head(page, "Holdings", book);
  const std::vector<Held> holdings = holdings_of(book);
  const bool with_holders =
      !book.owner || std::any_of(holdings.begin(), holdings.end(),
                                 [](const Held& held) { return held.identity.holders.size() > 1; });
  std::int64_t zero_count = 0;
  bool any = false;
  for (const auto& [section, heading] :
       {std::pair(Section::direct, "Direct (Table I)"),
        {Section::indirect, "Indirect (Table I)"},
        {Section::derivative, "Derivative securities (Table II)"},
        {Section::stated, "Stated in footnotes only"},
        {Section::implied, "Before the first report, as that report implies"}}) {
    const TextTable table = section_table(book, holdings, section, with_holders, zero_count);
    if (table.empty()) continue;
    any = true;
    page.heading(heading);
    page.table(table);
    if (section == Section::implied) add_implied_notes(page, holdings);
  }
  add_amended_lines(page, book);
  if (!book.owner) add_issuer_totals(page, book);
  page.blank();
  if (!any) page.line("Nothing is held that these claims tell of.");
  if (zero_count > 0) {
    page.line(counted(zero_count, "account") + " with a balance of zero " +
                  (zero_count == 1 ? "is" : "are") + " left out; the history shows them.",
              Ink::faint);
  }
}

}  // namespace

std::string report_holdings(const std::vector<IssuerBook>& books, const ReportOptions& options) {
  if (options.format == Format::json) return json_of_books("holdings", books, holdings_members);
  if (options.format == Format::csv) {
    return csv_text(
        book_columns({{"holders", "account.holders"},
                      {"table", "account.table"},
                      {"security_title", "account.security_title"},
                      {"ownership", "account.ownership"},
                      {"nature_of_ownership", "account.nature_of_ownership"},
                      {"conversion_or_exercise_price", "account.conversion_or_exercise_price"},
                      {"expiration_date", "account.expiration_date"},
                      {"balance", "balance"},
                      {"grade", "grade"},
                      {"last_date", "last_date"},
                      {"stated_in_words", "stated_in_words"},
                      {"expired", "expired"},
                      {"implied_by_report_of", "implied_by_report_of"},
                      {"ref", "ref"}}),
        rows_of(books, holdings_node));
  }
  if (books.empty()) return nothing_known_page("Holdings", options);
  Page page(options.width, options.colour);
  for (const IssuerBook& book : books) add_page(page, book);
  return page.text();
}

}  // namespace stakebook
