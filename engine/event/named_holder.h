// Who holds the shares, where a row leaves it to a footnote.
//
//   "These shares are held of record by Rivendell 7 LLC, of which ..."        rivendell 7 llc
//   "Reflects securities held directly by Greylock 15." (said elsewhere to be
//    "Greylock 15 Limited Partnership (\"Greylock 15\")")     greylock 15 limited partnership
//
// 1. Only the first sentence of a footnote is read, and only "held (or owned) ... by NAME": the
//    rest tells who controls the holder.
// 2. A short name that the filing introduces in brackets stands for the whole name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "filing/document.h"

namespace stakebook {

// The name as filed; empty where the footnote names nobody.
std::string_view named_holder(std::string_view footnote);

// Of names as HolderNames gives them: equal, or one is the other without its legal form
// ("greylock 15 principals" and "greylock 15 principals limited partnership").
bool is_same_holder(std::string_view a, std::string_view b);

// The short names that a filing's footnotes introduce.
class HolderNames {
 public:
  explicit HolderNames(const OwnershipDocument& document);

  // Folded, without a leading "the", short names written out. Empty where nobody is named; of
  // several footnotes the names together, in their order.
  std::string holder_in(const std::vector<const Footnote*>& footnotes) const;

 private:
  std::map<std::string, std::string> whole_name_of_;  // both folded
};

}  // namespace stakebook
