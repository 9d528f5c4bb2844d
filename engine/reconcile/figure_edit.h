// Slips of a typist between two figures. Private to reconcile/.
//
//   slip_between(5000, 500)        "a digit is missing"      (or the decimal point slipped)
//   slip_between(1234, 1324)       "two digits are exchanged"
//   slip_between(1031.414, 1031414)  "the decimal point has slipped"
#pragma once

#include <string_view>

#include "value/quantity.h"

namespace stakebook {

// What happened to `meant` where `typed` was written; empty where it takes more than one slip.
std::string_view slip_between(Shares meant, Shares typed);

}  // namespace stakebook
