#include "filing/filing.h"

namespace stakebook {
namespace {

std::optional<Date> latest_signature(const OwnershipDocument& document) {
  std::optional<Date> latest;
  for (const OwnerSignature& signature : document.owner_signatures) {
    const auto& date = signature.signature_date.value;
    if (date && (!latest || *date > *latest)) latest = *date;
  }
  return latest;
}

}  // namespace

bool is_ownership_form(std::string_view form) {
  return !form.empty() && form[0] >= '3' && form[0] <= '5' &&
         (form.size() == 1 || form.substr(1) == "/A");
}

KnownBasis Filing::known_basis() const {
  if (submission.accepted) return KnownBasis::acceptance;
  if (submission.filed) return KnownBasis::filing_date;
  if (latest_signature(document)) return KnownBasis::signature_date;
  if (document.period_of_report.value) return KnownBasis::period;
  return KnownBasis::none;
}

Instant Filing::known() const {
  switch (known_basis()) {
    case KnownBasis::acceptance: return *submission.accepted;
    case KnownBasis::filing_date: return {*submission.filed};
    case KnownBasis::signature_date: return {*latest_signature(document)};
    case KnownBasis::period: return {*document.period_of_report.value};
    case KnownBasis::none: break;
  }
  return {*Date::of(1, 1, 1)};
}

std::string_view name_of(KnownBasis basis) {
  switch (basis) {
    case KnownBasis::acceptance: return "acceptance";
    case KnownBasis::filing_date: return "filing_date";
    case KnownBasis::signature_date: return "signature_date";
    case KnownBasis::period: return "period_of_report";
    case KnownBasis::none: return "none";
  }
  return "";
}

std::string_view name_of(SourceFormat format) {
  switch (format) {
    case SourceFormat::ownership_xml: return "ownership XML";
    case SourceFormat::submission_text: return "EDGAR submission text";
    case SourceFormat::printed_text: return "printed form";
    case SourceFormat::printed_html: return "printed form as HTML";
    case SourceFormat::quarterly_tables: return "quarterly tables";
  }
  return "";
}

}  // namespace stakebook
