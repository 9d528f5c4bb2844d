#include "journal/sqlite.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"
#include "value/error.h"

using namespace stakebook;

TEST_CASE("a statement is prepared when it is first used, and then answers as often as asked") {
  const TemporaryFolder folder;
  Database database(folder.at("some.db"), Database::Mode::create);
  Statement find(database, "SELECT name FROM thing WHERE number = ?1");
  Statement wrong(database, "SELECT name FROM nothing");
  find.reset();
  database.execute(
      "CREATE TABLE thing (number INTEGER, name TEXT); INSERT INTO thing VALUES "
      "(1, 'one'), (2, 'two')");
  for (int round = 0; round < 2; ++round) {
    const ResetAtEnd reset(find);
    find.bind(1, std::int64_t{2});
    REQUIRE(find.step());
    CHECK(find.text(0) == "two");
    CHECK(!find.step());
  }
  CHECK_THROWS_AS(wrong.step(), Error);
}
