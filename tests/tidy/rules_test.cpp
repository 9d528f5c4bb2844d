// Each rule is shown a sample that breaks it and one that does not: a rule that cannot fail is no
// rule.
#include "rules.h"

#include <doctest/doctest.h>

using namespace stakebook::tidy;

namespace {

SourceFile in(const std::string& path, const std::string& text) { return {path, text}; }

std::string repeated(const std::string& line, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += line;
  return text;
}

}  // namespace

TEST_CASE("code is told from comments and literals") {
  const std::string text =
      "int a = 1'000; // double\n/* float\n */ f(\"x // y\", '\"', R\"(z\")\");\n";
  CHECK(code_of(text, Literals::blanked) ==
        "int a = 1'000;          \n        \n    f(        ,    ,        );\n");
  CHECK(code_of("\"a\" // b", Literals::kept) == "\"a\"     ");
  CHECK(literals_of(text) == std::vector<std::string>{"x // y"});
}

TEST_CASE("a step up the staircase is found, a step down is not") {
  CHECK(steps_up_the_staircase(in("engine/value/date.cpp", "#include \"book/book.h\"\n")).size() ==
        1);
  CHECK(steps_up_the_staircase(in("engine/event/a.h", "\n#include \"report/table.h\"\n")) ==
        Findings{"engine/event/a.h:2: event/ may not include report/table.h"});
  CHECK(steps_up_the_staircase(in("engine/report/a.h", "#include \"stakebook.h\"\n")).size() == 1);
  CHECK(steps_up_the_staircase(in("engine/attic/a.h", "")).size() == 1);
  CHECK(steps_up_the_staircase(in("engine/book/a.cpp", "#include \"cli/b.h\"\n")).size() == 1);
  CHECK(steps_up_the_staircase(
            in("engine/book/a.cpp",
               "#include \"book/a.h\"\n#include \"value/date.h\"\n#include <map>\n"))
            .empty());
  CHECK(steps_up_the_staircase(in("engine/stakebook.cpp", "#include \"report/a.h\"\n")).empty());
  CHECK(steps_up_the_staircase(in("engine/value/a.h", "// #include \"book/book.h\"\n")).empty());
}

TEST_CASE("a third-party header is found outside its folder, and in every header") {
  CHECK(third_party_headers_astray(in("engine/book/a.cpp", "#include <sqlite3.h>\n")).size() == 1);
  CHECK(third_party_headers_astray(in("engine/journal/a.h", "#include <sqlite3.h>\n")).size() == 1);
  CHECK(third_party_headers_astray(in("engine/value/a.cpp", "#include <unheard/of.h>\n")).size() ==
        1);
  CHECK(third_party_headers_astray(in("engine/stakebook.h", "#include <pugixml.hpp>\n")).size() ==
        1);
  CHECK(third_party_headers_astray(in("cli/a.cpp", "#include <pugixml.hpp>\n")).size() == 1);
  CHECK(third_party_headers_astray(in("engine/journal/a.cpp", "#include <sqlite3.h>\n")).empty());
  CHECK(third_party_headers_astray(in("engine/value/a.cpp", "#include <date/date.h>\n")).empty());
  CHECK(third_party_headers_astray(in("engine/book/a.h", "#include <vector>\n")).empty());
}

TEST_CASE("floating point is found in code, not in comments or where it is deleted") {
  CHECK(floating_point(in("a.h", "double ratio;\n")).size() == 1);
  CHECK(floating_point(in("a.h", "std::vector<float> ratios;\n")).size() == 1);
  CHECK(floating_point(
            in("a.h", "Decimal(double) = delete;\n// double\nint doubled; f(\"double\");\n"))
            .empty());
}

TEST_CASE("clock, environment and locale are found") {
  CHECK(ambient_state(in("a.cpp", "auto t = std::chrono::system_clock::now();\n")).size() == 1);
  CHECK(ambient_state(in("a.cpp", "std::getenv(\"TZ\");\n")).size() == 1);
  CHECK(ambient_state(in("a.cpp", "if (std::isdigit(c)) {}\n")).size() == 1);
  CHECK(ambient_state(in("a.cpp", "if (is_digit(c)) {} // isdigit asks the locale\n")).empty());
}

TEST_CASE("long lines and files are found; a character counts once, however many bytes it has") {
  CHECK(sizes(in("a.h", std::string(101, 'x') + "\n")).size() == 1);
  CHECK(sizes(in("a.h", std::string(100, 'x') + "\n")).empty());
  CHECK(sizes(in("a.h", repeated("\xC3\xA9", 100) + "\n")).empty());
  CHECK(sizes(in("a.h", repeated("\n", 401))).size() == 1);
  CHECK(sizes(in("a.h", repeated("\n", 400))).empty());
}

TEST_CASE("long functions are found, long tables and classes are not") {
  const std::string body = repeated("  step();\n", 69);
  CHECK(long_functions(in("a.cpp", "void walk() {\n" + body + "}\n")).size() == 1);
  CHECK(long_functions(in("a.cpp", "void walk(int steps,\n          int rests) {\n" + body + "}\n"))
            .size() == 1);
  CHECK(
      long_functions(in("a.cpp", "void walk() {\n" + repeated("  step();\n", 68) + "}\n")).empty());
  CHECK(long_functions(in("a.cpp", "const int table[] = {\n" + body + "};\n")).empty());
  CHECK(long_functions(in("a.cpp", "class Walk {\n" + body + "};\n")).empty());
}

TEST_CASE("a header that does not say what it is, or says too much, is found") {
  CHECK(header_openings(in("a.h", "#pragma once\n")).size() == 1);
  CHECK(header_openings(in("a.h", repeated("// words\n", 16) + "#pragma once\n")).size() == 1);
  CHECK(header_openings(in("a.h", "// words\n#ifndef A_H\n")).size() == 1);
  CHECK(header_openings(in("a.h", "// words\n")).size() == 1);
  CHECK(header_openings(in("a.h", repeated("// words\n", 15) + "#pragma once\n")).empty());
  CHECK(header_openings(in("a.cpp", "int a;\n")).empty());
}

TEST_CASE("a path of one machine is found, a part of a longer path is not") {
  CHECK(machine_paths(in("a.md",
                         "see /ho"
                         "me/ann/x\n"))
            .size() == 1);
  CHECK(machine_paths(in("a.md",
                         "\"/wo"
                         "rk/x\"\n"))
            .size() == 1);
  CHECK(machine_paths(in("a.md",
                         "see ../wo"
                         "rk/x and share/ho"
                         "me/y\n"))
            .empty());
}

TEST_CASE("a link that leads nowhere is found") {
  const auto exists = [](const std::string& path) { return path == "docs/start.md"; };
  CHECK(dead_links(in("docs/a.md", "[x](missing.md)\n"), exists) ==
        Findings{"docs/a.md:1: no such file: docs/missing.md"});
  CHECK(dead_links(in("docs/guide/a.md", "[x](../start.md#there)\n"), exists).empty());
  CHECK(dead_links(in("README.md", "[x](docs/start.md) [y](https://x.org) [z](#here)\n"), exists)
            .empty());
}

TEST_CASE("a name that a document does not hold, or holds only within a longer one, is found") {
  CHECK(undocumented({"--on"}, "d.md", "`--only` `--once`").size() == 1);
  CHECK(undocumented({"year-impossible"}, "d.md", "### year-impossible-2").size() == 1);
  CHECK(undocumented({"--on", "year-impossible"}, "d.md", "`--on DATE` year-impossible: ...")
            .empty());
}

TEST_CASE("options and codes are the literals that look like them") {
  CHECK(options_named(in("a.cpp", "{.name = \"--as-of\"}, \"-x\", \"--\" // \"--not\"\n")) ==
        std::set<std::string>{"--as-of"});
  CHECK(codes_named(
            in("a.cpp", "note(\"year-impossible\", \"a day-old text\"); // \"not-this\"\n")) ==
        std::set<std::string>{"year-impossible"});
}

TEST_CASE("a stranger at the top level is found") {
  CHECK(strangers_at_the_top({"engine", "README.md", ".ci", "build", "tour.db"}).empty());
  CHECK(strangers_at_the_top({"engine", "notes.txt"}).size() == 1);
}
