// Small claims built in code, for tests from event/ on.
//
//   Claim claim = claim_of(1, "2024-05-02", "4",
//                          {transaction("2024-05-02", 'P', 'A', "1000", "5000", "10")});
#pragma once

#include <string>
#include <vector>

#include "event/derive.h"

namespace stakebook::claims {

template <class T>
Field<T> given(std::optional<T> value) {
  Field<T> field;
  if (value) {
    field.presence = Presence::given;
    field.value = std::move(value);
  }
  return field;
}

inline Field<std::string> text(const std::string& value) { return given<std::string>(value); }

// An empty figure is absent.
inline Row transaction(const std::string& date, char code, char acquired_disposed,
                       const std::string& shares, const std::string& following,
                       const std::string& price = {}) {
  Row row;
  row.kind = RowKind::transaction;
  row.security_title = text("Common Stock");
  row.transaction_date = given(Date::parse(date));
  row.transaction_code = text(std::string(1, code));
  if (acquired_disposed != ' ') {
    row.transaction_acquired_disposed_code = text(std::string(1, acquired_disposed));
  }
  row.transaction_shares = given(Shares::parse(shares));
  row.shares_owned_following_transaction = given(Shares::parse(following));
  row.transaction_price_per_share = given(Price::parse(price));
  row.direct_or_indirect_ownership = text("D");
  return row;
}

inline Row holding(const std::string& shares, const std::string& nature = {}) {
  Row row;
  row.kind = RowKind::holding;
  row.security_title = text("Common Stock");
  row.shares_owned_following_transaction = given(Shares::parse(shares));
  row.direct_or_indirect_ownership = text(nature.empty() ? "D" : "I");
  if (!nature.empty()) row.nature_of_ownership = text(nature);
  return row;
}

inline Row as_option(Row row, const std::string& strike, const std::string& expires,
                     const std::string& underlying = {}) {
  row.table = Table::derivative;
  row.security_title = text("Stock Option");
  row.conversion_or_exercise_price = given(Price::parse(strike));
  row.expiration_date = given(Date::parse(expires));
  row.underlying_security_title = text("Common Stock");
  row.underlying_security_shares = given(Shares::parse(underlying));
  return row;
}

inline Claim claim_of(std::int64_t entry, const std::string& filed, const std::string& form,
                      const std::vector<Row>& rows) {
  Filing filing;
  filing.submission.filed = Date::parse(filed);
  filing.document.document_type = text(form);
  for (const Row& row : rows) {
    (row.table == Table::derivative ? filing.document.table_ii : filing.document.table_i)
        .push_back(row);
    const auto& date = row.transaction_date.value;
    auto& period = filing.document.period_of_report;
    if (date && (!period.value || *date < *period.value)) period = given(date);
  }
  if (!filing.document.period_of_report.value)
    filing.document.period_of_report = given(Date::parse(filed));
  Claim claim;
  claim.entry = entry;
  claim.issuer = 1;
  claim.owners = {2};
  claim.known = filing.known();
  claim.body = std::move(filing);
  return claim;
}

inline Claim record_of(std::int64_t entry, const std::string& effective, RecordBody body) {
  Claim claim;
  claim.entry = entry;
  claim.issuer = 1;
  claim.owners = {2};
  claim.known = {*Date::parse(effective)};
  claim.body = Record{*Date::parse(effective), claim.known, "E. Rhode", "a test", std::move(body)};
  return claim;
}

inline OwnershipDocument& document_of(Claim& claim) {
  return std::get<Filing>(claim.body).document;
}

}  // namespace stakebook::claims
