#include <algorithm>

#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

const AccountIdentity& identity_of(const IssuerBook& book, const Account& account) {
  return book.history.accounts[static_cast<std::size_t>(account.identity)];
}

// When the balance last moved or was stated.
std::optional<Date> last_date(const IssuerBook& book, const Account& account) {
  if (account.postings.empty() || account.postings.back().event == no_event) return std::nullopt;
  return book.history.events[static_cast<std::size_t>(account.postings.back().event)].effective;
}

bool is_zero(const Account& account) {
  const auto balance = account.balance.exact();
  return balance && balance->is_zero();
}

bool has_expired(const IssuerBook& book, const AccountIdentity& account) {
  return account.expiration && book.question.on && *account.expiration < *book.question.on;
}

Node holdings_node(const IssuerBook& book) {
  Node list = Node::list();
  for (const Account& account : book.book.accounts) {
    if (account.postings.empty()) continue;
    const AccountIdentity& identity = identity_of(book, account);
    list.add(Node::object(
        {{"account", node_of(book, identity)},
         {"balance", node_of(account.balance)},
         {"grade", name_of(grade_of_balance(account, book.history))},
         {"last_date", node_or_null(last_date(book, account))},
         {"expired", has_expired(book, identity)},
         {"ref", balance_reference(book, account).to_text()}}));
  }
  return list;
}

Node::Members holdings_members(const IssuerBook& book) {
  return {{"holdings", holdings_node(book)}};
}

// Accounts of a section: what they hold in one of three ways.
enum class Section : unsigned char { direct, indirect, derivative };

Section section_of(const AccountIdentity& account) {
  if (account.table == Table::derivative) return Section::derivative;
  return account.direct ? Section::direct : Section::indirect;
}

TextTable section_table(const IssuerBook& book, Section section, bool with_holders,
                        std::int64_t& zero_count) {
  TextTable table({{"Security", Align::left, true, 16},
                   {"Held by", Align::left, true, 16},
                   {"Nature of ownership", Align::left, true, 14},
                   {"Price", Align::right},
                   {"Expires"},
                   {section == Section::derivative ? "Units" : "Owned", Align::right},
                   {"Last row"},
                   {"Grade"},
                   {"Says who"}});
  for (const Account& account : book.book.accounts) {
    const AccountIdentity& identity = identity_of(book, account);
    if (account.postings.empty() || section_of(identity) != section) continue;
    if (is_zero(account)) {
      ++zero_count;
      continue;
    }
    std::string expires = text_of(identity.expiration);
    if (has_expired(book, identity)) expires += " expired";
    table.row({identity.security_title, with_holders ? names_of(book, identity.holders) : "",
               identity.direct ? (section == Section::derivative ? "direct" : "")
                               : (identity.nature.empty() ? "indirect" : identity.nature),
               text_of(identity.strike), expires, {grouped(account.balance), Ink::bold},
               text_of(last_date(book, account)), grade_cell(grade_of_balance(account, book.history)),
               reference_cell(balance_reference(book, account))});
  }
  return table;
}

bool needs_holders(const IssuerBook& book) {
  return !book.owner ||
         std::any_of(book.book.accounts.begin(), book.book.accounts.end(),
                     [&](const Account& account) { return identity_of(book, account).holders.size() > 1; });
}

void add_page(Page& page, const IssuerBook& book) {
  add_head(page, "Holdings", book);
  std::int64_t zero_count = 0;
  const bool with_holders = needs_holders(book);
  bool any = false;
  for (const auto& [section, heading] :
       {std::pair(Section::direct, "Direct (Table I)"), {Section::indirect, "Indirect (Table I)"},
        {Section::derivative, "Derivative securities (Table II)"}}) {
    const TextTable table = section_table(book, section, with_holders, zero_count);
    if (table.empty()) continue;
    any = true;
    page.heading(heading);
    page.table(table);
  }
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
    return csv_text(book_columns({{"holders", "account.holders"},
                                  {"table", "account.table"},
                                  {"security_title", "account.security_title"},
                                  {"ownership", "account.ownership"},
                                  {"nature_of_ownership", "account.nature_of_ownership"},
                                  {"conversion_or_exercise_price",
                                   "account.conversion_or_exercise_price"},
                                  {"expiration_date", "account.expiration_date"},
                                  {"balance", "balance"},
                                  {"grade", "grade"},
                                  {"last_date", "last_date"},
                                  {"expired", "expired"},
                                  {"ref", "ref"}}),
                    rows_of(books, holdings_node));
  }
  if (books.empty()) return nothing_known_page("Holdings", options);
  Page page(options.width, options.colour);
  for (const IssuerBook& book : books) add_page(page, book);
  return page.text();
}

}  // namespace stakebook
