// Printed forms as HTML against the XML they were made from: the same facts, every one. The pages
// are ../shared/corpus/printed/*.html.
#include "printed_facts.h"

using namespace stakebook;
using namespace stakebook::printed_facts;

TEST_CASE("an HTML page says the same as its XML, in every field that the page shows") {
  Tallies tallies;
  const int pages = compare_pairs(".html", Medium::html, tallies);
  if (pages == 0) {
    MESSAGE("skipped: ../shared/corpus/printed is not here");
    return;
  }
  const Tally all = print(tallies);
  MESSAGE(pages, " pages: ", all.right, " fields right, ", all.absent, " absent, ", all.wrong,
          " wrong");
  CHECK(all.wrong == 0);
  CHECK(all.absent == 0);
  CHECK(all.right >= 20 * pages);
}
