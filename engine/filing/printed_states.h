// EDGAR's two-character codes for states, provinces and countries, by the names that the printed
// form has for them (the comments of ownershipDocumentCommon.xsd, version 5.5).
//
//   printed_state_code("CALIFORNIA")   CA
//   printed_state_code("DENMARK")      G7
#pragma once

#include <optional>
#include <string_view>

namespace stakebook {

std::optional<std::string_view> printed_state_code(std::string_view name);

}  // namespace stakebook
