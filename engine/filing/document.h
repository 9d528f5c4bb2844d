// A Form 3, 4 or 5 as filed: the ownership document, whole.
//
// Names are the SEC's element names, snake-cased, so that one can grep from the form to the code
// (EDGAR Ownership XML Technical Specification, section 3.5). Readers of every format fill the same
// document; what a format does not hold is absent, and a diagnostic says so.
//
// 1. Nothing is dropped: an element that is not known here is kept in `unread` with its path.
// 2. Rows keep document order, which is not execution order (specification 4.3.3), and transactions
//    and holdings of one table are numbered together from 1.
// 3. A document makes no claim to be consistent: footnotes may dangle, both or neither of
//    shares and value may be there, dates may be impossible. Checks come later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "filing/field.h"
#include "value/date.h"
#include "value/diagnostic.h"
#include "value/identifier.h"
#include "value/instant.h"
#include "value/quantity.h"

namespace stakebook {

enum class Table : unsigned char { non_derivative, derivative };  // Table I, Table II
enum class RowKind : unsigned char { transaction, holding };

// A row of Table I or II. Fields that its kind does not have stay absent.
struct Row {
  Table table = Table::non_derivative;
  RowKind kind = RowKind::transaction;

  Field<std::string> security_title;
  Field<Price> conversion_or_exercise_price;  // II
  Field<Date> transaction_date;               // transactions
  Field<Date> deemed_execution_date;          // transactions
  Field<std::string> transaction_form_type;
  Field<std::string> transaction_code;                   // transactions
  Field<bool> equity_swap_involved;                      // transactions
  std::vector<FootnoteId> transaction_coding_footnotes;  // direct children of transactionCoding
  Field<std::string> transaction_timeliness;             // E, L or empty
  Field<Shares> transaction_shares;
  Field<Money> transaction_total_value;  // II
  Field<Price> transaction_price_per_share;
  Field<std::string> transaction_acquired_disposed_code;  // A or D
  Field<Date> exercise_date;                              // II
  Field<Date> expiration_date;                            // II
  Field<std::string> underlying_security_title;           // II
  Field<Shares> underlying_security_shares;               // II
  Field<Money> underlying_security_value;                 // II
  Field<Shares> shares_owned_following_transaction;
  Field<Money> value_owned_following_transaction;
  Field<std::string> direct_or_indirect_ownership;  // D or I
  Field<std::string> nature_of_ownership;

  friend bool operator==(const Row&, const Row&) = default;
};

// Calls visit("snake_cased_element_name", field) for every Field of a row, in the order above.
// One list serves the readers, the store, canonical bytes and `explain`.
template <class RowType, class Visitor>
void for_each_field(RowType& row, Visitor&& visit) {
  visit("security_title", row.security_title);
  visit("conversion_or_exercise_price", row.conversion_or_exercise_price);
  visit("transaction_date", row.transaction_date);
  visit("deemed_execution_date", row.deemed_execution_date);
  visit("transaction_form_type", row.transaction_form_type);
  visit("transaction_code", row.transaction_code);
  visit("equity_swap_involved", row.equity_swap_involved);
  visit("transaction_timeliness", row.transaction_timeliness);
  visit("transaction_shares", row.transaction_shares);
  visit("transaction_total_value", row.transaction_total_value);
  visit("transaction_price_per_share", row.transaction_price_per_share);
  visit("transaction_acquired_disposed_code", row.transaction_acquired_disposed_code);
  visit("exercise_date", row.exercise_date);
  visit("expiration_date", row.expiration_date);
  visit("underlying_security_title", row.underlying_security_title);
  visit("underlying_security_shares", row.underlying_security_shares);
  visit("underlying_security_value", row.underlying_security_value);
  visit("shares_owned_following_transaction", row.shares_owned_following_transaction);
  visit("value_owned_following_transaction", row.value_owned_following_transaction);
  visit("direct_or_indirect_ownership", row.direct_or_indirect_ownership);
  visit("nature_of_ownership", row.nature_of_ownership);
}

struct Issuer {
  Field<std::string> issuer_cik;  // as typed; `cik()` reads it
  Field<std::string> issuer_name;
  Field<std::string> issuer_trading_symbol;
  Field<std::string> issuer_foreign_trading_symbol;

  std::optional<Cik> cik() const {
    return issuer_cik.value ? Cik::parse(*issuer_cik.value) : std::nullopt;
  }
  friend bool operator==(const Issuer&, const Issuer&) = default;
};

struct ReportingOwner {
  Field<std::string> rpt_owner_cik;
  Field<std::string> rpt_owner_name;
  Field<bool> rpt_owner_non_us_address_flag;
  Field<std::string> rpt_owner_street1;
  Field<std::string> rpt_owner_street2;
  Field<std::string> rpt_owner_city;
  Field<std::string> rpt_owner_non_us_state_territory;
  Field<std::string> rpt_owner_state;
  Field<std::string> rpt_owner_country;
  Field<std::string> rpt_owner_zip_code;
  Field<std::string> rpt_owner_state_description;
  Field<bool> rpt_owner_good_address;
  Field<bool> is_director;
  Field<bool> is_officer;
  Field<bool> is_ten_percent_owner;
  Field<bool> is_other;
  Field<std::string> officer_title;
  Field<std::string> other_text;

  std::optional<Cik> cik() const {
    return rpt_owner_cik.value ? Cik::parse(*rpt_owner_cik.value) : std::nullopt;
  }
  friend bool operator==(const ReportingOwner&, const ReportingOwner&) = default;
};

template <class OwnerType, class Visitor>
void for_each_owner_field(OwnerType& owner, Visitor&& visit) {
  visit("rpt_owner_cik", owner.rpt_owner_cik);
  visit("rpt_owner_name", owner.rpt_owner_name);
  visit("rpt_owner_non_us_address_flag", owner.rpt_owner_non_us_address_flag);
  visit("rpt_owner_street1", owner.rpt_owner_street1);
  visit("rpt_owner_street2", owner.rpt_owner_street2);
  visit("rpt_owner_city", owner.rpt_owner_city);
  visit("rpt_owner_non_us_state_territory", owner.rpt_owner_non_us_state_territory);
  visit("rpt_owner_state", owner.rpt_owner_state);
  visit("rpt_owner_country", owner.rpt_owner_country);
  visit("rpt_owner_zip_code", owner.rpt_owner_zip_code);
  visit("rpt_owner_state_description", owner.rpt_owner_state_description);
  visit("rpt_owner_good_address", owner.rpt_owner_good_address);
  visit("is_director", owner.is_director);
  visit("is_officer", owner.is_officer);
  visit("is_ten_percent_owner", owner.is_ten_percent_owner);
  visit("is_other", owner.is_other);
  visit("officer_title", owner.officer_title);
  visit("other_text", owner.other_text);
}

struct Footnote {
  FootnoteId id;
  std::string text;

  friend bool operator==(const Footnote&, const Footnote&) = default;
};

struct OwnerSignature {
  Field<std::string> signature_name;
  Field<Date> signature_date;

  friend bool operator==(const OwnerSignature&, const OwnerSignature&) = default;
};

// An element that no field above takes, kept whole.
struct Unread {
  std::string path;  // "ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[2]/memo"
  std::string text;

  friend bool operator==(const Unread&, const Unread&) = default;
};

struct OwnershipDocument {
  Field<std::string> schema_version;
  Field<std::string> document_type;  // 3, 3/A, 4, 4/A, 5, 5/A
  Field<Date> period_of_report;
  Field<Date> date_of_original_submission;
  Field<bool> no_securities_owned;
  Field<bool> not_subject_to_section16;
  Field<bool> form3_holdings_reported;
  Field<bool> form4_transactions_reported;
  Issuer issuer;
  std::vector<ReportingOwner> reporting_owners;
  Field<bool> aff10b5_one;
  std::vector<Row> table_i;  // rows in document order; row n is table_i[n - 1]
  std::vector<Row> table_ii;
  std::vector<Footnote> footnotes;
  Field<std::string> remarks;
  std::vector<OwnerSignature> owner_signatures;
  std::vector<Unread> unread;

  // The footnote's text; nullptr where no footnote has this id.
  const Footnote* footnote(std::string_view id) const {
    for (const Footnote& candidate : footnotes) {
      if (candidate.id == id) return &candidate;
    }
    return nullptr;
  }
  friend bool operator==(const OwnershipDocument&, const OwnershipDocument&) = default;
};

// Visits the single fields of the document's head, its issuer's among them.
template <class DocumentType, class Visitor>
void for_each_head_field(DocumentType& document, Visitor&& visit) {
  visit("schema_version", document.schema_version);
  visit("document_type", document.document_type);
  visit("period_of_report", document.period_of_report);
  visit("date_of_original_submission", document.date_of_original_submission);
  visit("no_securities_owned", document.no_securities_owned);
  visit("not_subject_to_section16", document.not_subject_to_section16);
  visit("form3_holdings_reported", document.form3_holdings_reported);
  visit("form4_transactions_reported", document.form4_transactions_reported);
  visit("issuer_cik", document.issuer.issuer_cik);
  visit("issuer_name", document.issuer.issuer_name);
  visit("issuer_trading_symbol", document.issuer.issuer_trading_symbol);
  visit("issuer_foreign_trading_symbol", document.issuer.issuer_foreign_trading_symbol);
  visit("aff10b5_one", document.aff10b5_one);
  visit("remarks", document.remarks);
}

}  // namespace stakebook
