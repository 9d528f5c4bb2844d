#include "filing/element.h"

#include <array>
#include <cstring>

namespace stakebook {
namespace {

struct Name {
  std::string_view text;
  Element element;
};

constexpr std::array<Name, element_count - 1> names = {{
    {"ownershipDocument", Element::ownership_document},
    {"schemaVersion", Element::schema_version},
    {"documentType", Element::document_type},
    {"periodOfReport", Element::period_of_report},
    {"dateOfOriginalSubmission", Element::date_of_original_submission},
    {"noSecuritiesOwned", Element::no_securities_owned},
    {"notSubjectToSection16", Element::not_subject_to_section16},
    {"form3HoldingsReported", Element::form3_holdings_reported},
    {"form4TransactionsReported", Element::form4_transactions_reported},
    {"aff10b5One", Element::aff10b5_one},
    {"remarks", Element::remarks},
    {"issuer", Element::issuer},
    {"issuerCik", Element::issuer_cik},
    {"issuerName", Element::issuer_name},
    {"issuerTradingSymbol", Element::issuer_trading_symbol},
    {"issuerForeignTradingSymbol", Element::issuer_foreign_trading_symbol},
    {"reportingOwner", Element::reporting_owner},
    {"reportingOwnerId", Element::reporting_owner_id},
    {"rptOwnerCik", Element::rpt_owner_cik},
    {"rptOwnerName", Element::rpt_owner_name},
    {"reportingOwnerAddress", Element::reporting_owner_address},
    {"rptOwnerNonUSAddressFlag", Element::rpt_owner_non_us_address_flag},
    {"rptOwnerStreet1", Element::rpt_owner_street1},
    {"rptOwnerStreet2", Element::rpt_owner_street2},
    {"rptOwnerCity", Element::rpt_owner_city},
    {"rptOwnerNonUSStateTerritory", Element::rpt_owner_non_us_state_territory},
    {"rptOwnerState", Element::rpt_owner_state},
    {"rptOwnerCountry", Element::rpt_owner_country},
    {"rptOwnerZipCode", Element::rpt_owner_zip_code},
    {"rptOwnerStateDescription", Element::rpt_owner_state_description},
    {"rptOwnerGoodAddress", Element::rpt_owner_good_address},
    {"reportingOwnerRelationship", Element::reporting_owner_relationship},
    {"isDirector", Element::is_director},
    {"isOfficer", Element::is_officer},
    {"isTenPercentOwner", Element::is_ten_percent_owner},
    {"isOther", Element::is_other},
    {"officerTitle", Element::officer_title},
    {"otherText", Element::other_text},
    {"nonDerivativeTable", Element::non_derivative_table},
    {"nonDerivativeTransaction", Element::non_derivative_transaction},
    {"nonDerivativeHolding", Element::non_derivative_holding},
    {"derivativeTable", Element::derivative_table},
    {"derivativeTransaction", Element::derivative_transaction},
    {"derivativeHolding", Element::derivative_holding},
    {"nonDerivativeSecurity", Element::non_derivative_security},
    {"derivativeSecurity", Element::derivative_security},
    {"transactionCoding", Element::transaction_coding},
    {"transactionAmounts", Element::transaction_amounts},
    {"underlyingSecurity", Element::underlying_security},
    {"postTransactionAmounts", Element::post_transaction_amounts},
    {"ownershipNature", Element::ownership_nature},
    {"securityTitle", Element::security_title},
    {"conversionOrExercisePrice", Element::conversion_or_exercise_price},
    {"transactionDate", Element::transaction_date},
    {"deemedExecutionDate", Element::deemed_execution_date},
    {"transactionFormType", Element::transaction_form_type},
    {"transactionCode", Element::transaction_code},
    {"equitySwapInvolved", Element::equity_swap_involved},
    {"transactionTimeliness", Element::transaction_timeliness},
    {"transactionShares", Element::transaction_shares},
    {"transactionTotalValue", Element::transaction_total_value},
    {"transactionPricePerShare", Element::transaction_price_per_share},
    {"transactionAcquiredDisposedCode", Element::transaction_acquired_disposed_code},
    {"exerciseDate", Element::exercise_date},
    {"expirationDate", Element::expiration_date},
    {"underlyingSecurityTitle", Element::underlying_security_title},
    {"underlyingSecurityShares", Element::underlying_security_shares},
    {"underlyingSecurityValue", Element::underlying_security_value},
    {"sharesOwnedFollowingTransaction", Element::shares_owned_following_transaction},
    {"valueOwnedFollowingTransaction", Element::value_owned_following_transaction},
    {"directOrIndirectOwnership", Element::direct_or_indirect_ownership},
    {"natureOfOwnership", Element::nature_of_ownership},
    {"transactionValue", Element::transaction_value},
    {"footnotes", Element::footnotes},
    {"footnote", Element::footnote},
    {"ownerSignature", Element::owner_signature},
    {"signatureName", Element::signature_name},
    {"signatureDate", Element::signature_date},
    {"value", Element::value},
    {"footnoteId", Element::footnote_id},
}};

constexpr std::size_t shortest = 5;  // "value"
constexpr unsigned slot_bits = 9;

// A name's last four and middle four letters and its length, spread by a factor that was searched
// for until no two names shared a slot; the static_assert below says when to search again.
constexpr std::size_t slot_of(std::string_view name) {
  const auto four = [&](std::size_t at) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      word |= static_cast<std::uint32_t>(static_cast<unsigned char>(name[at + i])) << (8 * i);
    }
    return word;
  };
  const std::uint32_t key = four(name.size() - 4) + four(name.size() / 2 - 2) * 3U +
                            static_cast<std::uint32_t>(name.size());
  return (key * 0xB8B6D8FFU) >> (32U - slot_bits);
}

// The index of the name that belongs to each slot, plus one; 0 for none.
constexpr std::array<std::uint8_t, 1U << slot_bits> slots = [] {
  std::array<std::uint8_t, 1U << slot_bits> result{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    result[slot_of(names[i].text)] = static_cast<std::uint8_t>(i + 1);
  }
  return result;
}();

constexpr bool no_two_share_a_slot() {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (slots[slot_of(names[i].text)] != i + 1) return false;
  }
  return true;
}
static_assert(no_two_share_a_slot());

constexpr bool names_stand_in_order() {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (static_cast<std::size_t>(names[i].element) != i + 1) return false;
  }
  return true;
}
static_assert(names_stand_in_order());

std::uint64_t eight_at(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

std::uint32_t four_at(const char* text) {
  std::uint32_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

// Equal, for names of one length of at least `shortest`: a few words, where memcmp costs a call.
bool same_name(const char* left, const char* right, std::size_t size) {
  if (size < 8) {
    return four_at(left) == four_at(right) && four_at(left + size - 4) == four_at(right + size - 4);
  }
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    if (eight_at(left + at) != eight_at(right + at)) return false;
  }
  return eight_at(left + size - 8) == eight_at(right + size - 8);
}

}  // namespace

Element element_of(std::string_view name) {
  if (name.size() < shortest) return Element::unknown;
  const std::size_t slot = slots[slot_of(name)];
  if (slot == 0) return Element::unknown;
  const Name& candidate = names[slot - 1];
  const bool same = candidate.text.size() == name.size() &&
                    same_name(candidate.text.data(), name.data(), name.size());
  return same ? candidate.element : Element::unknown;
}

std::string_view name_of(Element element) {
  if (element == Element::unknown) return "unknown";
  return names[static_cast<std::size_t>(element) - 1].text;
}

}  // namespace stakebook
