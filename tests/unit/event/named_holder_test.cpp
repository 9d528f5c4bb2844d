#include "event/named_holder.h"

#include <doctest/doctest.h>

using namespace stakebook;

TEST_CASE("the holder is who holds, in the first sentence") {
  CHECK(named_holder("These shares are held of record by Rivendell 7 LLC, of which the Reporting "
                     "Person is the sole beneficial owner.") == "Rivendell 7 LLC");
  CHECK(named_holder(
            "Reflects securities directly held by Alder Partners VIII, L.P. (\"AP VIII\").") ==
        "Alder Partners VIII, L.P.");
  CHECK(named_holder("The shares are owned directly by Birch Family LLC (\"Family\").") ==
        "Birch Family LLC");
  CHECK(named_holder("Shares held directly by the Hoffman and Yee Living Trust dated October 27, "
                     "2009 for which Mr. Hoffman serves as trustee.") ==
        "the Hoffman and Yee Living Trust");
  CHECK(named_holder("Each share held by Cedar Exchange LLC was cancelled and converted.") ==
        "Cedar Exchange LLC");
}

TEST_CASE("who controls the holder is not the holder") {
  CHECK(named_holder("The manager disclaims any interest. Shares held by Dogwood LP are others.")
            .empty());
  CHECK(named_holder("The Adviser serves as investment adviser to the Funds.").empty());
  CHECK(named_holder("").empty());
  CHECK(named_holder("Shares held by").empty());
}

TEST_CASE("a short name stands for the whole name that the filing introduces") {
  OwnershipDocument document;
  document.footnotes = {
      {"F1", "These shares are held of record by The Founders Fund IV, LP (\"FF-IV\")."},
      {"F2", "This warrant is held by FF-IV. The Reporting Person disclaims it."},
      {"F3",
       "Elm LLC is the general partner of each of Elm 15 Limited Partnership (\"Elm 15\"), "
       "and Elm 15-A Limited Partnership (the \"Side Fund\")."},
      {"F4", "Reflects securities held directly by the Side Fund."}};
  const HolderNames names(document);
  const auto holder = [&](std::size_t number) {
    return names.holder_in({&document.footnotes[number - 1]});
  };
  CHECK(holder(1) == "founders fund iv lp");
  CHECK(holder(2) == "founders fund iv lp");
  CHECK(holder(4) == "elm 15 a limited partnership");
  CHECK(holder(3).empty());
}

TEST_CASE("a legal form that is left out makes no other holder") {
  CHECK(is_same_holder("elm 15 principals", "elm 15 principals limited partnership"));
  CHECK(is_same_holder("elm 15 lp", "elm 15 lp"));
  CHECK_FALSE(is_same_holder("elm 15", "elm 15 principals"));
  CHECK_FALSE(is_same_holder("elm 15 lp", "elm 15 llc"));
  CHECK_FALSE(is_same_holder("elm 1", "elm 15"));
}
