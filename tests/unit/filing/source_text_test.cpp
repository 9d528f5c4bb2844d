#include "filing/source_text.h"

#include <doctest/doctest.h>

#include <string>

namespace stakebook {
namespace {

std::string utf16(const std::u16string& text, bool little, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return bytes;
}

TEST_CASE("A place counts lines and characters from one") {
  const SourceText source("ab\r\n\xC3\xA9x\n");
  CHECK(source.place(0) == "line 1, column 1");
  CHECK(source.place(1) == "line 1, column 2");
  CHECK(source.place(4) == "line 2, column 1");
  CHECK(source.place(6) == "line 2, column 2");  // two bytes, one character
  CHECK(source.place(8) == "line 3, column 1");
  CHECK(source.place(999) == "line 3, column 1");
  CHECK(SourceText("").place(0) == "line 1, column 1");
}

TEST_CASE("UTF-16 of either byte order, with and without a mark, becomes UTF-8") {
  const std::u16string text = u"<a>\u00E9\u20AC\U0001F600</a>";
  const std::string wanted = "<a>\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80</a>";
  for (const bool little : {true, false}) {
    const std::string marked = utf16(text, little, true);
    CHECK(SourceText(marked).text() == "\xEF\xBB\xBF" + wanted);
    const std::string plain = utf16(text, little, false);
    CHECK(SourceText(plain).text() == wanted);
    CHECK(SourceText(plain).was_utf16());
  }
  CHECK_FALSE(SourceText("<a>plain</a>").was_utf16());
}

TEST_CASE("Broken UTF-16 gives replacement characters, not a crash") {
  const std::string lone = utf16(std::u16string(u"ab") + char16_t(0xD800) + u"c", true, true) + "z";
  CHECK(SourceText(lone).text() ==
        "\xEF\xBB\xBF"
        "ab\xEF\xBF\xBD"
        "c\xEF\xBF\xBD");
}

TEST_CASE("Only well-formed UTF-8 counts as UTF-8") {
  const std::string padding(100, 'x');
  for (const char* good : {"", "plain", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) {
    CAPTURE(good);
    CHECK(is_utf8(good));
    CHECK(is_utf8(padding + good + padding));
  }
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE9t\xE9"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_utf8(bad));
    CHECK_FALSE(is_utf8(padding + bad));
    CHECK_FALSE(is_utf8(padding + bad + padding));
  }
}

TEST_CASE("Windows-1252 is turned into UTF-8, and places lead back to its bytes") {
  OffsetMap map;
  const std::string text = utf8_from_windows1252("owner\x92s \xE9 \x81.", map);
  CHECK(text == "owner\xE2\x80\x99s \xC3\xA9 \xEF\xBF\xBD.");
  CHECK(map.source_of(text.find('s')) == 6);
  CHECK(map.source_of(text.find('.')) == 11);
  CHECK(map.source_of(0) == 0);
}

}  // namespace
}  // namespace stakebook
