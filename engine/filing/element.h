// The names of the ownership document's elements, and the way from a name to its element.
//
//   element_of("transactionDate")     Element::transaction_date
//   element_of("memo")                Element::unknown
//
// Names are those of the EDGAR Ownership XML Technical Specification, 3.5, with the elements that
// schema X0609 added in 2026 and the two row elements of schema X0101 (2003): there, rows stand
// directly below the root, transactions and holdings under one name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stakebook {

enum class Element : std::uint8_t {
  unknown,
  // the document
  ownership_document,
  schema_version,
  document_type,
  period_of_report,
  date_of_original_submission,
  no_securities_owned,
  not_subject_to_section16,
  form3_holdings_reported,
  form4_transactions_reported,
  aff10b5_one,
  remarks,
  // issuer
  issuer,
  issuer_cik,
  issuer_name,
  issuer_trading_symbol,
  issuer_foreign_trading_symbol,
  // reporting owner
  reporting_owner,
  reporting_owner_id,
  rpt_owner_cik,
  rpt_owner_name,
  reporting_owner_address,
  rpt_owner_non_us_address_flag,
  rpt_owner_street1,
  rpt_owner_street2,
  rpt_owner_city,
  rpt_owner_non_us_state_territory,
  rpt_owner_state,
  rpt_owner_country,
  rpt_owner_zip_code,
  rpt_owner_state_description,
  rpt_owner_good_address,
  reporting_owner_relationship,
  is_director,
  is_officer,
  is_ten_percent_owner,
  is_other,
  officer_title,
  other_text,
  // tables and rows
  non_derivative_table,
  non_derivative_transaction,
  non_derivative_holding,
  derivative_table,
  derivative_transaction,
  derivative_holding,
  non_derivative_security,
  derivative_security,
  // groups of a row
  transaction_coding,
  transaction_amounts,
  underlying_security,
  post_transaction_amounts,
  ownership_nature,
  // fields of a row, in the order of Row
  security_title,
  conversion_or_exercise_price,
  transaction_date,
  deemed_execution_date,
  transaction_form_type,
  transaction_code,
  equity_swap_involved,
  transaction_timeliness,
  transaction_shares,
  transaction_total_value,
  transaction_price_per_share,
  transaction_acquired_disposed_code,
  exercise_date,
  expiration_date,
  underlying_security_title,
  underlying_security_shares,
  underlying_security_value,
  shares_owned_following_transaction,
  value_owned_following_transaction,
  direct_or_indirect_ownership,
  nature_of_ownership,
  transaction_value,  // schema X0101's name of the price
  // the rest
  footnotes,
  footnote,
  owner_signature,
  signature_name,
  signature_date,
  value,
  footnote_id,
};

inline constexpr std::size_t element_count = 81;

Element element_of(std::string_view name);
// The name of a known element.
std::string_view name_of(Element element);

}  // namespace stakebook
