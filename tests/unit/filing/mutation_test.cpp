// Any bytes give a filing or a refusal: documents cut short at every place, and documents changed
// at random from fixed seeds. The same mutations on every machine; tests/fuzz goes further.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "filing/xml_writer.h"
#include "sample.h"

namespace stakebook {
namespace {

// SplitMix64: small, and the same everywhere, unlike the standard distributions.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
  }

 private:
  std::uint64_t state_;
};

const char* const pieces[] = {"&",
                              "<",
                              ">",
                              "\"",
                              "</",
                              "<!--",
                              "-->",
                              "<![CDATA[",
                              "]]>",
                              "&#0;",
                              "<!DOCTYPE x>",
                              "<?x?>",
                              "<value>",
                              "</value>",
                              "<footnoteId id=\"F1\"/>",
                              "\xFF",
                              "\xC3",
                              "\n",
                              "\r",
                              "$1,000",
                              "0022-01-01",
                              "<ownershipDocument>",
                              "</ownershipDocument>",
                              "<nonDerivativeHolding>",
                              "<DOCUMENT>",
                              "<SEC-HEADER>",
                              "&amp;",
                              "=",
                              " x ",
                              "ISSUER:",
                              "<TEXT>",
                              "</TEXT>"};

std::string mutated(std::string text, Random& random) {
  const std::size_t changes = 1 + random.below(3);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = random.below(12);
    switch (random.below(12)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, pieces[random.below(std::size(pieces))]); break;
      case 2: text.insert(at, text.substr(random.below(text.size() + 1), length * 10)); break;
      case 3: text.resize(at); break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random.below(256));
    }
  }
  return text;
}

// What holds of every answer, whatever went in.
void check_answer(const ReadResult& result) {
  REQUIRE(result.filing.has_value() != result.refusal.has_value());
  if (result.refusal) {
    CHECK_FALSE(result.refusal->code.empty());
    CHECK_FALSE(result.refusal->message.empty());
    return;
  }
  const auto check_field = [](std::string_view, const auto& field) {
    if (field.value) CHECK(field.presence == Presence::given);
    if (field.presence == Presence::given) CHECK_FALSE(field.filed_text().empty());
  };
  for (const Row& row : result.filing->document.table_i) for_each_field(row, check_field);
  for (const Row& row : result.filing->document.table_ii) for_each_field(row, check_field);
  for_each_head_field(result.filing->document, check_field);
}

std::string submission() {
  return "<SEC-HEADER>\nACCESSION NUMBER: 0009300001-24-000012\nISSUER:\n  CENTRAL INDEX KEY: 77\n"
         "</SEC-HEADER>\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n" +
         sample::whole() + "</XML>\n</TEXT>\n</DOCUMENT>\n";
}

TEST_CASE("A document cut at any place is read or refused") {
  const std::string text = sample::whole();
  std::size_t refused = 0;
  for (std::size_t length = 0; length < text.size(); ++length) {
    const ReadResult result = read_filing(text.substr(0, length));
    check_answer(result);
    if (result.refusal) ++refused;
  }
  // Only the last line end may be lost without loss.
  CHECK(refused == text.size() - 1);
}

TEST_CASE("A submission cut at any place is read or refused") {
  const std::string text = submission();
  for (std::size_t length = 0; length < text.size(); ++length) {
    check_answer(read_filing(text.substr(0, length)));
  }
}

TEST_CASE("Documents changed at random are read or refused") {
  std::size_t read = 0;
  std::size_t refused = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::string text = mutated(seed % 4 == 0 ? submission() : sample::whole(), random);
    const ReadResult result = read_filing(text);
    check_answer(result);
    check_answer(read_ownership_xml(text, {}));
    check_answer(read_submission_text(text, {}));
    (result.filing ? read : refused) += 1;
  }
  // The mutations are neither all harmless nor all fatal, or they would show nothing.
  CHECK(read > 400);
  CHECK(refused > 400);
}

TEST_CASE("Reading the same bytes twice gives the same answer") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::string text = mutated(sample::whole(), random);
    const ReadResult first = read_filing(text);
    const ReadResult second = read_filing(text);
    CHECK(first.refusal == second.refusal);
    REQUIRE(first.filing.has_value() == second.filing.has_value());
    if (!first.filing) continue;
    CHECK(first.filing->document == second.filing->document);
    CHECK(first.filing->diagnostics == second.filing->diagnostics);
  }
}

TEST_CASE("What was read of a changed document is written, and reads the same") {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 8000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const ReadResult result = read_ownership_xml(mutated(sample::whole(), random), {});
    if (!result.filing) continue;
    const WrittenXml written = write_ownership_xml(*result.filing);
    bool whole = true;
    for (const WrittenNote& note : written.left_out) {
      whole = whole && note.diagnostic.code != "character-left-out";
      if (whole) CHECK(note.diagnostic.code == "unread-left-out");
    }
    const ReadResult again = read_ownership_xml(written.text, {});
    REQUIRE(again.filing);
    if (!whole) continue;
    OwnershipDocument document = result.filing->document;
    document.unread.clear();
    const bool same = again.filing->document == document;
    CHECK_MESSAGE(same, written.text);
    ++compared;
  }
  CHECK(compared > 1000);
}

TEST_CASE("Hostile sizes are refused in bearable time") {
  const auto many = [](std::string_view piece, std::size_t count) {
    std::string text = "<ownershipDocument><issuer>";
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text + "</issuer></ownershipDocument>";
  };
  for (const char* piece : {"<a/>", "<a>", "&", "x<!-- -->", "<issuerCik/>", "< ", "</a>", "<a b>",
                            "<![CDATA[", "<issuerName>x</issuerNam>", "&#0;", "\xE9", "<a b='"}) {
    CAPTURE(piece);
    check_answer(read_filing(many(piece, 100'000)));
  }
  std::string rows = "<ownershipDocument><nonDerivativeTable>";
  for (int i = 0; i < 9'000; ++i) rows += "<nonDerivativeHolding/>";
  check_answer(read_filing(rows + "</nonDerivativeTable></ownershipDocument>"));
  std::string cited = "<ownershipDocument><remarks>";
  for (int i = 0; i < 100'000; ++i) cited += "<footnoteId id='F" + std::to_string(i) + "'/>";
  check_answer(read_filing(cited + "</remarks></ownershipDocument>"));
}

}  // namespace
}  // namespace stakebook
