#include "filing/markup_repair.h"

#include <doctest/doctest.h>

#include <string>

namespace stakebook {
namespace {

std::string codes(const std::vector<Repair>& repairs) {
  std::string text;
  for (const Repair& repair : repairs) text += (text.empty() ? "" : " ") + std::string(repair.code);
  return text;
}

struct Mended {
  std::string text;
  std::string codes;
};

Mended references(std::string text) {
  OffsetMap map;
  std::vector<Repair> repairs;
  repair_references(text, map, repairs);
  return {text, codes(repairs)};
}

Mended tags(const std::string& text) {
  OffsetMap map;
  std::vector<Repair> repairs;
  return {repaired_tags(text, map, repairs), codes(repairs)};
}

TEST_CASE("References that XML knows are left alone") {
  for (const char* good : {"a &amp; b", "&lt;&gt;&quot;&apos;", "&#38; &#x26; &#xA0; &#x10FFFF;",
                           "<![CDATA[a & b && c]]>", "<!-- a & b -->", "none"}) {
    CAPTURE(good);
    CHECK(references(good).text == good);
    CHECK(references(good).codes == "");
  }
}

TEST_CASE("A bare ampersand is reported each time, also beside sections that may hold one") {
  CHECK(references("AT&T").codes == "bare-ampersand");
  CHECK(references("a & b & c").codes == "bare-ampersand bare-ampersand");
  CHECK(references("&nbsp; &amp &AMP; &").codes ==
        "bare-ampersand bare-ampersand bare-ampersand bare-ampersand");
  CHECK(references("&#; &#x; &#xG; &#X41;").codes ==
        "bare-ampersand bare-ampersand bare-ampersand bare-ampersand");
  CHECK(references("<![CDATA[&]]>&<!--&-->&<![CDATA[ &").codes == "bare-ampersand bare-ampersand");
}

TEST_CASE("References to characters that XML forbids are kept as they were typed") {
  const Mended mended = references("a&#0;b&#x1F;c&#xD800;d&#x110000;e&#99999999999;f");
  CHECK(mended.text == "a&amp;#0;b&amp;#x1F;c&amp;#xD800;d&amp;#x110000;e&amp;#99999999999;f");
  CHECK(mended.codes ==
        "character-reference-impossible character-reference-impossible "
        "character-reference-impossible character-reference-impossible "
        "character-reference-impossible");
}

TEST_CASE("Well-formed tags pass through unchanged") {
  for (const char* good :
       {"<a><b c=\"1\" d='>'/>text</a>", "<a/>", "<a >x</a >",
        "<?xml version=\"1.0\"?><a><!-- <b c> --></a>", "<a><![CDATA[<b c>]]></a>",
        "<a\n  b = \"1\"\n/>", "<a><b/><c></c></a>"}) {
    CAPTURE(good);
    CHECK(tags(good).text == good);
    CHECK(tags(good).codes == "");
  }
}

TEST_CASE("Words in a tag that are no attributes are left out, and lost quotes are put back") {
  CHECK(tags("<table ativeTable>x</table>").text == "<table >x</table>");
  CHECK(tags("<table ativeTable>x</table>").codes == "attribute-repaired");
  CHECK(tags("<a b c=\"1\" \"d\">x</a>").text == "<a  c=\"1\" >x</a>");
  CHECK(tags("<note id=F1/>").text == "<note id=\"F1\"/>");
  CHECK(tags("<note id=F1>x</note>").text == "<note id=\"F1\">x</note>");
}

TEST_CASE("A < that begins no tag is text") {
  CHECK(tags("<a>x < 5% and <5</a>").text == "<a>x &lt; 5% and &lt;5</a>");
  CHECK(tags("<a>x <</a>").text == "<a>x &lt;</a>");
  CHECK(tags("<a>x < 5</a>").codes == "bare-less-than");
}

TEST_CASE("End tags are mended where there is one way to read them") {
  CHECK(tags("<p><city>Oslo</state></p>").text == "<p><city>Oslo</city></p>");
  CHECK(tags("<p><city>Oslo</p>").text == "<p><city>Oslo</city></p>");
  CHECK(tags("<p><a>x</a></q></p>").text == "<p><a>x</a></p>");
  CHECK(tags("<p><city>Oslo</state></p>").codes == "end-tag-repaired");
}

TEST_CASE("End tags are left alone where there are several ways") {
  // Is <b> not closed, or closed twice further out? Nothing says where.
  CHECK(tags("<p><q><b>x</b></p>").codes == "");
  CHECK(tags("<p><q><b>x</p>").codes == "");
  CHECK(tags("<p><q></p></q>").codes == "");
  CHECK(tags("<p><q><b/></p></q>").codes == "");
}

TEST_CASE("Lines cut through tags are joined, at the cut and at every line of that length") {
  OffsetMap map;
  std::vector<Repair> repairs;
  // Ten characters a line; the last line is shorter, and its end stays.
  const std::string cut = "<a><issuer\nName>North\n field</is\nsuerName>\n</a>";
  const auto joined = joined_lines(cut, map, repairs);
  REQUIRE(joined);
  CHECK(*joined == "<a><issuerName>North field</issuerName>\n</a>");
  CHECK(codes(repairs) == "lines-joined");
  CHECK(map.source_of(joined->find("Name")) == cut.find("Name"));
  CHECK(map.source_of(joined->find("</a>")) == cut.find("</a>"));
}

TEST_CASE("Lines that end between attributes or in texts are not cut lines") {
  OffsetMap map;
  std::vector<Repair> repairs;
  for (const char* whole :
       {"<a\nb=\"1\">x\ny</a>", "<a>one\ntwo</a>\n", "x < \ny>", "plain\ntext"}) {
    CAPTURE(whole);
    CHECK_FALSE(joined_lines(whole, map, repairs));
  }
}

TEST_CASE("Places in a repaired text lead back to the text before it") {
  OffsetMap map;
  std::vector<Repair> repairs;
  const std::string broken = "<a x><b>1 < 2</b><c id=7/></a>";
  const std::string mended = repaired_tags(broken, map, repairs);
  for (const char* part : {"<b>", "2</b>", "</b>", "<c ", "</a>"}) {
    CAPTURE(part);
    CHECK(map.source_of(mended.find(part)) == broken.find(part));
  }
}

}  // namespace
}  // namespace stakebook
