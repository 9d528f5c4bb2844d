// The transaction codes of Forms 4 and 5 (Form 4, General Instruction 8), as data.
//
//   meaning_of('S')                          "open-market or private sale"
//   direction_of('M', Table::derivative)     disposed: the exercise closes the derivative
#pragma once

#include <optional>
#include <string_view>

#include "event/event.h"

namespace stakebook {

enum class Direction : unsigned char { acquired, disposed };

// What the code itself says of the direction; nullopt where both occur (G, J, W, Z, I, ...).
std::optional<Direction> direction_of(char code, Table table);

// The kind of event. A code that is none of the eighteen is an acquisition or a disposition.
EventKind kind_of(char code, Table table, std::optional<Direction> direction);

// "open-market or private sale"; empty for a code that is none of the eighteen.
std::string_view meaning_of(char code);

// M, C, X, O: table II gives up what table I receives.
bool is_exercise_or_conversion(char code);

}  // namespace stakebook
