// Why an amount that no source states is nevertheless known: the rule, in a sentence, and the
// premises.
//
//   {"exercise-pair", "table II moves 5,000 units of the same exercise", Grade::proven,
//    {7.II.1.transaction_shares}}
#pragma once

#include <string>
#include <vector>

#include "value/reference.h"

namespace stakebook {

struct Inference {
  std::string rule;       // stable, hyphenated; docs/reference/inferences.md explains each
  std::string statement;  // for a reader; ends without a full stop
  Grade grade = Grade::plausible;
  std::vector<FigureReference> premises;

  friend bool operator==(const Inference&, const Inference&) = default;
};

}  // namespace stakebook
