#include "event/printed_likeness.h"

#include <algorithm>
#include <string_view>

#include "value/text.h"

namespace stakebook {
namespace {

// Pages wrap texts and converters change their punctuation; letters and digits stay.
std::string core_of(std::string_view text) {
  std::string core;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) core.push_back(lower(c));
  }
  return core;
}

template <class T>
bool are_alike(const T& page, const T& document) {
  return page == document;
}
bool are_alike(const std::string& page, const std::string& document) {
  return core_of(page) == core_of(document);
}

template <class T>
bool may_show(const Field<T>& page, const Field<T>& document) {
  if (!page.value) return true;
  return document.value && are_alike(*page.value, *document.value);
}

bool has_an_amount(const Row& row) {
  return row.transaction_shares.value || row.shares_owned_following_transaction.value ||
         row.underlying_security_shares.value || row.transaction_total_value.value ||
         row.value_owned_following_transaction.value;
}

bool shows_row(const Row& page, const Row& document) {
  if (page.kind != document.kind || !page.security_title.value) return false;
  // A page prints form type and timeliness as one letter, which can mean more than was filed.
  const auto alike = [&](const auto&... member) {
    return (... && may_show(page.*member, document.*member));
  };
  return (has_an_amount(page) || !has_an_amount(document)) &&
         alike(&Row::security_title, &Row::conversion_or_exercise_price, &Row::transaction_date,
               &Row::deemed_execution_date, &Row::transaction_code, &Row::transaction_shares,
               &Row::transaction_total_value, &Row::transaction_price_per_share,
               &Row::transaction_acquired_disposed_code, &Row::exercise_date, &Row::expiration_date,
               &Row::underlying_security_title, &Row::underlying_security_shares,
               &Row::underlying_security_value, &Row::shares_owned_following_transaction,
               &Row::value_owned_following_transaction, &Row::direct_or_indirect_ownership,
               &Row::nature_of_ownership);
}

bool shows_owner(const ReportingOwner& page, const ReportingOwner& document) {
  return page.rpt_owner_name.value && may_show(page.rpt_owner_name, document.rpt_owner_name) &&
         may_show(page.rpt_owner_cik, document.rpt_owner_cik);
}

bool shows_signature(const OwnerSignature& page, const OwnerSignature& document) {
  return may_show(page.signature_name, document.signature_name) &&
         may_show(page.signature_date, document.signature_date);
}

bool shows_footnote(const Footnote& page, const Footnote& document) {
  return are_alike(page.text, document.text);
}

template <class Item, class Shows>
bool shows_each(const std::vector<Item>& page, const std::vector<Item>& document, Shows&& shows) {
  return std::equal(page.begin(), page.end(), document.begin(), document.end(), shows);
}

}  // namespace

bool shows_the_same(const OwnershipDocument& page, const OwnershipDocument& document) {
  return may_show(page.document_type, document.document_type) &&
         may_show(page.period_of_report, document.period_of_report) &&
         may_show(page.date_of_original_submission, document.date_of_original_submission) &&
         shows_each(page.table_i, document.table_i, shows_row) &&
         shows_each(page.table_ii, document.table_ii, shows_row) &&
         shows_each(page.reporting_owners, document.reporting_owners, shows_owner) &&
         shows_each(page.footnotes, document.footnotes, shows_footnote) &&
         shows_each(page.owner_signatures, document.owner_signatures, shows_signature);
}

}  // namespace stakebook
