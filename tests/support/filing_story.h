// Filings as text, and what they make of an issuer's book, so that a test of amendments reads
// before / apply / after.
//
//   1 2024-05-02 4                             entry 1, filed that day, Form 4
//   I 2024-05-01 P A 1000 @10 = 5000           its row 1 of Table I
//   I holding = 500 by:By_Trust                a holding; "_" stands for a blank
//   2 2024-05-20 4/A of 2024-05-02 : The ...   an amendment, the date it types, its remarks
//   I 2024-05-01 P A 1100 @10 = 5100 note:F1   a row that cites a footnote
//   F1 The amount was ...                      a footnote; head: for:3 for another owner than 2
//
// Row words: title:X by:NATURE strike:N expires:DATE note:F1. Without title: Common Stock, or in
// Table II Stock Option. Figures keep the zeros they are written with. booked() gives back one line
// a posting under a line an account.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "book/book.h"
#include "support/claims.h"

namespace stakebook::filing_story {

inline std::string spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

inline void add_word(Row& row, const std::string& word) {
  const std::size_t colon = word.find(':');
  const std::string key = word.substr(0, colon);
  const std::string value = spaced(word.substr(colon + 1));
  if (key == "title") row.security_title = claims::text(value);
  if (key == "strike") row.conversion_or_exercise_price = claims::given(Price::parse(value));
  if (key == "note") row.security_title.footnotes.push_back(value);
  if (key == "expires") row.expiration_date = claims::given(Date::parse(value));
  if (key == "by") {
    row.direct_or_indirect_ownership = claims::text("I");
    row.nature_of_ownership = claims::text(value);
  }
}

inline Field<Shares> shares_of(const std::string& word) {
  Field<Shares> field = claims::given(Shares::parse(word));
  if (field.value && canonical_text(*field.value) != word) field.as_filed = word;
  return field;
}

inline Row row_of(std::istringstream& words, bool derivative) {
  Row row;
  row.table = derivative ? Table::derivative : Table::non_derivative;
  row.security_title = claims::text(derivative ? "Stock Option" : "Common Stock");
  row.direct_or_indirect_ownership = claims::text("D");
  std::string word;
  words >> word;
  row.kind = word == "holding" ? RowKind::holding : RowKind::transaction;
  if (row.kind == RowKind::transaction) {
    row.transaction_date = claims::given(Date::parse(word));
    words >> word;
    row.transaction_code = claims::text(word);
    words >> word;
    row.transaction_acquired_disposed_code = claims::text(word);
    words >> word;
    row.transaction_shares = shares_of(word);
  }
  while (words >> word) {
    if (word == "=") {
      words >> word;
      row.shares_owned_following_transaction = shares_of(word);
    } else if (word.front() == '@') {
      row.transaction_price_per_share = claims::given(Price::parse(word.substr(1)));
    } else {
      add_word(row, word);
    }
  }
  return row;
}

inline std::vector<Claim> filings_of(const std::string& story) {
  std::vector<Claim> filings;
  std::vector<Row> rows;
  std::vector<Footnote> footnotes;
  std::string head;
  const auto finish = [&] {
    if (head.empty()) return;
    std::istringstream words(head);
    std::int64_t entry = 0;
    std::string filed;
    std::string form;
    words >> entry >> filed >> form;
    Claim claim = claims::claim_of(entry, filed, form, rows);
    claims::document_of(claim).footnotes = footnotes;
    std::string word;
    words >> word;
    if (word.starts_with("for:")) {
      claim.owners = {std::stoll(word.substr(4))};
      words >> word;
    }
    if (word == "of") {
      words >> word;
      claims::document_of(claim).date_of_original_submission = claims::given(Date::parse(word));
      words >> word;
    }
    if (word == ":") {
      std::getline(words >> std::ws, word);
      claims::document_of(claim).remarks = claims::text(word);
    }
    filings.push_back(std::move(claim));
    rows.clear();
    footnotes.clear();
  };
  std::istringstream lines(story);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string first;
    if (!(words >> first)) continue;
    if (first == "I" || first == "II") {
      rows.push_back(row_of(words, first == "II"));
    } else if (first.front() == 'F') {
      std::string text;
      std::getline(words >> std::ws, text);
      footnotes.push_back({first, text});
    } else {
      finish();
      head = line;
    }
  }
  finish();
  return filings;
}

// Those known by the end of a day.
inline std::vector<Claim> known_by(const std::vector<Claim>& filings, const std::string& day) {
  std::vector<Claim> known;
  for (const Claim& claim : filings) {
    if (claim.known.date <= *Date::parse(day)) known.push_back(claim);
  }
  return known;
}

inline std::string booked(const History& history, const Book& book) {
  std::string result = "\n";
  for (const Account& account : book.accounts) {
    if (account.postings.empty()) continue;
    const AccountIdentity& identity = history.accounts[static_cast<std::size_t>(account.identity)];
    result += identity.security_title +
              (identity.strike ? " at " + identity.strike->to_text() : std::string()) + ", " +
              (identity.direct ? "direct" : identity.nature) + "\n";
    for (const Posting& posting : account.postings) {
      const Event& event = history.events[static_cast<std::size_t>(posting.event)];
      const auto change = posting.change.exact();
      result += "  " + event.source.to_text() + " " + event.effective.to_text() + " " +
                (event.code != 0 ? std::string(1, event.code) : std::string(name_of(event.kind)));
      if (event.has_change()) {
        result += std::string(" ") + (change && !change->is_negative() ? "+" : "") +
                  posting.change.to_text();
      }
      result +=
          " = " + posting.after.to_text() + " " + std::string(name_of(posting.check)) +
          (posting.gap.is_zero() ? "" : " " + posting.gap.to_text()) +
          (posting.downstream_of ? " downstream of " + posting.downstream_of->to_text() : "") +
          "\n";
    }
  }
  return result;
}

inline std::string booked(const std::vector<Claim>& filings) {
  const History history = derive(filings);
  return booked(history, replay(history));
}
inline std::string booked(const std::string& story) { return booked(filings_of(story)); }

// "1.I.1 replaced by 2.I.1", one line a row that no longer posts; then codes of what was noticed.
inline std::string amended(const std::string& story) {
  const History history = derive(filings_of(story));
  std::string result = "\n";
  for (const AmendedRow& row : history.amended) {
    result += row.effect.row.to_text() + " " + std::string(name_of(row.effect.effect)) + " by " +
              row.effect.by.to_text() + "\n";
  }
  for (const Diagnostic& diagnostic : history.diagnostics) {
    result += diagnostic.code + " " + diagnostic.place + "\n";
  }
  return result;
}

}  // namespace stakebook::filing_story
