#include "reconcile/cause.h"

namespace stakebook {

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::downstream_of_amendment: return "downstream of amendment";
    case Cause::split: return "split";
    case Cause::change_of_form: return "change of form";
    case Cause::settlement: return "settlement";
    case Cause::class_conversion: return "class conversion";
    case Cause::stated_in_footnote: return "stated in footnote";
    case Cause::hidden_fractions: return "hidden fractions";
    case Cause::plan_accrual: return "plan accrual";
    case Cause::reporting_error: return "reporting error";
    case Cause::filing_missing: return "filing missing";
    case Cause::exit_from_section_16: return "exit from section 16";
  }
  return "";
}

}  // namespace stakebook
