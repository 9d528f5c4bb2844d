// Printed forms as plain text against the XML they were made from: every cell is right, absent, or
// wrong, and none may be wrong. The pages are ../shared/corpus/printed/*.txt.
#include "printed_facts.h"

using namespace stakebook;
using namespace stakebook::printed_facts;

TEST_CASE("what is read off a printed page is what its XML says, or absent") {
  Tallies tallies;
  const int pages = compare_pairs(".txt", Medium::text, tallies);
  if (pages == 0) {
    MESSAGE("skipped: ../shared/corpus/printed is not here");
    return;
  }
  const Tally all = print(tallies);
  MESSAGE(pages, " pages: ", all.right, " fields right, ", all.absent, " absent, ", all.wrong,
          " wrong");
  CHECK(all.wrong == 0);
  CHECK(all.right >= 20 * pages);
  CHECK(all.right * 100 >= all.all() * 95);
}
