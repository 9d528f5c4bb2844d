#include "value/path.h"

#include <doctest/doctest.h>

using namespace stakebook;

TEST_CASE("A path has a name and a folder, and a folder has one too") {
  CHECK(file_name_of("a/b/c.xml") == "c.xml");
  CHECK(file_name_of("c.xml") == "c.xml");
  CHECK(file_name_of("/c.xml") == "c.xml");
  CHECK(file_name_of("a/b//") == "b");
  CHECK(file_name_of("/").empty());
  CHECK(file_name_of("").empty());
  CHECK(folder_of("day.zip!/a/c.xml") == "day.zip!/a/");
  CHECK(folder_of("day.zip!/a/") == "day.zip!/");
  CHECK(folder_of("day.zip!/").empty());
  CHECK(folder_of("c.xml").empty());
  CHECK(folder_of("/c.xml") == "/");
  CHECK(folder_of("/").empty());
  CHECK(folder_of("").empty());
}
