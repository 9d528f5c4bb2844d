#include "filing/xml_escape.h"

#include <doctest/doctest.h>

using namespace stakebook;

namespace {

std::string escaped(std::string_view text, Quoting quoting = Quoting::text) {
  std::string out;
  append_escaped(out, text, quoting);
  return out;
}

}  // namespace

TEST_CASE("What would be markup is written as references") {
  CHECK(escaped("AT&T <new> ]]> \"x\"") == "AT&amp;T &lt;new&gt; ]]&gt; \"x\"");
  CHECK(escaped("&amp;") == "&amp;amp;");
  CHECK(escaped("a\"b\tc\nd\re", Quoting::attribute) == "a&quot;b&#9;c&#10;d&#13;e");
  CHECK(escaped("a\tb\nc\rd") == "a\tb\nc&#13;d");
}

TEST_CASE("Characters beyond ASCII stay as they are") {
  for (const char* text : {"M\xC3\xBCller", "\xE2\x82\xAC 5", "\xF0\x9F\x93\x88", "\xC2\xA0"}) {
    CHECK(escaped(text) == text);
  }
}

TEST_CASE("What XML 1.0 cannot hold is replaced, and counted") {
  // A control character, a byte alone, an overlong slash, half a surrogate pair, U+FFFF, beyond
  // U+10FFFF, a sequence that ends too early.
  const std::pair<std::string, std::size_t> texts[] = {
      {"a\x01z", 1},         {"a\xE9z", 1},
      {"a\xC0\xAFz", 2},     {"a\xED\xA0\x80z", 1},
      {"a\xEF\xBF\xBFz", 1}, {"a\xF4\x90\x80\x80z", 1},
      {"a\xE2\x82", 2},      {std::string("\0", 1), 1}};
  for (const auto& one : texts) {
    const std::string& text = one.first;
    const std::size_t count = one.second;
    CAPTURE(text);
    std::string out;
    CHECK(append_escaped(out, text, Quoting::text) == count);
    CHECK(out.find("\xEF\xBF\xBD") != std::string::npos);
  }
}

TEST_CASE("A schema's length counts characters, not bytes") {
  CHECK(character_count("M\xC3\xBCller") == 6);
  CHECK(character_count("\xF0\x9F\x93\x88") == 1);
  CHECK(character_count("\xE9t") == 2);
  CHECK(character_count("") == 0);
}
