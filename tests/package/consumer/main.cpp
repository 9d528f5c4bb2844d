// consumer FILINGS LEDGER: imports the filings into a new ledger and asks what the first owner held
// directly on 2024-06-10.
#include <stakebook.h>

#include <iostream>

using namespace stakebook;

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    Ledger ledger = Ledger::create_or_open(argv[2]);
    const ImportReport report = ledger.import({argv[1]});
    std::cout << report.totals.appended << " filings";
    for (const IssuerBook& answer : ledger.books({.on = Date::of(2024, 6, 10)})) {
      for (const Account& account : answer.book.accounts) {
        const AccountIdentity& identity =
            answer.history.accounts[static_cast<std::size_t>(account.identity)];
        if (identity.table != Table::non_derivative || !identity.direct) continue;
        std::cout << "; " << answer.party(identity.holders.front())->name << " held "
                  << account.balance.to_text() << " on 2024-06-10";
      }
    }
    std::cout << '\n';
    return 0;
  } catch (const Error& error) {
    std::cerr << error.what() << ' ' << error.place() << '\n' << error.remedy() << '\n';
    return 1;
  }
}
