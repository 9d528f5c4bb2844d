#include <doctest/doctest.h>

#include "journal/journal.h"
#include "made_filings.h"
#include "raw_ledger.h"

namespace stakebook {
namespace {

using made::plain_filing;
using made::RawLedger;
using made::TemporaryLedger;

// A text as canonical bytes have it; shorter than 128 bytes, so that its length is one byte.
std::string text(const std::string& content) {
  return std::string(1, static_cast<char>(content.size())) + content;
}

Record split() {
  return {*Date::parse("2020-08-31"), *Instant::parse("2020-08-11"), "E. Rhode", "8-K",
          RecordedSplit{"1318605", Ratio(5)}};
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("A record's canonical bytes are those of the documented grammar") {
  const std::string absent(1, '\0');
  const std::string given(1, '\1');
  std::string expected = text("record 1") + text("split") + text("2020-08-31") +
                         text("2020-08-11") + text("E. Rhode") + text("8-K");
  expected += given + text("1318605");             // issuer
  for (int i = 0; i < 9; ++i) expected += absent;  // owner ... price
  expected += given + text("5");                   // ratio
  for (int i = 0; i < 4; ++i) expected += absent;  // reference ... corrected
  CHECK(canonical_bytes(split()) == expected);
}

TEST_CASE("A field's canonical bytes say its presence, value, typed text and footnotes") {
  const Filing none;
  Filing one = none;
  one.document.schema_version.presence = Presence::empty;
  one.document.document_type = made::given(std::string("4"));
  one.document.period_of_report = made::given(*Date::parse("2024-03-05"));
  one.document.period_of_report.as_filed = "2024-03-05-05:00";
  one.document.period_of_report.footnotes = {"F2", "F1"};
  // Seven parts of the submission are absent and it has no owners; then come the head's fields.
  const std::string prefix = text("filing 1") + std::string(8, '\0');
  const std::string head =
      "\x01"  // empty
      "\x06" +
      text("4") +  // given, with a value
      "\x1E" + text("2024-03-05") + text("2024-03-05-05:00") + "\x02" + text("F2") + text("F1");
  const std::string rest(14 - 3 + 6, '\0');  // eleven absent fields, six empty lists
  CHECK(canonical_bytes(one) == prefix + head + rest);
  CHECK(canonical_bytes(none) == prefix + std::string(14 + 6, '\0'));
}

TEST_CASE("An entry's hash is SHA-256 of the hash before it, its content and its circumstances") {
  const TemporaryLedger ledger;
  Journal journal = Journal::open_or_create(ledger.path());
  Journal::Batch batch = journal.begin_batch();
  batch.append(split(), "a");
  Record second = split();
  second.author = "N. Other";
  batch.append(second, "b");
  batch.commit();
  const auto bytes_of_hex = [](const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
      bytes.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return bytes;
  };
  const std::string zero(1, '\0');
  const std::string one(1, '\1');
  // Source, no filing, no diagnostics, issuer 1, no owners; a new party 1, an issuer within
  // nothing; its new name 1: party 1, cik.
  const std::string first_circumstances = text("a") + zero + zero + one + zero + one + one +
                                          text("issuer") + zero + one + one + one + text("cik") +
                                          text("0001318605") + text("0001318605");
  const std::string second_circumstances = text("b") + zero + zero + one + zero + zero + zero;
  const std::string first_hash =
      sha256(std::string(32, '\0') + canonical_bytes(split()) + first_circumstances);
  CHECK(journal.claim(1).hash == first_hash);
  const std::string second_hash =
      sha256(bytes_of_hex(first_hash) + canonical_bytes(second) + second_circumstances);
  CHECK(journal.claim(2).hash == second_hash);
  const VerifyReport report = journal.verify();
  CHECK(report.head_hash == second_hash);
  CHECK(report.entries == 2);
  RawLedger raw(ledger.path());
  CHECK(raw.value("SELECT lower(hex(content_hash)) FROM entry WHERE number = 1") ==
        sha256(canonical_bytes(split())));
}

TEST_CASE("The head hash depends on what was appended and on nothing else") {
  const auto head_hash = [](int batches) {
    const TemporaryLedger ledger;
    Journal journal = Journal::open_or_create(ledger.path());
    int appended = 0;
    for (int i = 0; i < batches; ++i) {
      Journal::Batch batch = journal.begin_batch();
      for (int j = 0; j < 12 / batches; ++j, ++appended) {
        batch.append(plain_filing("11", std::to_string(1 + appended % 5), appended), "x");
      }
      batch.commit();
    }
    return journal.verify().head_hash;
  };
  CHECK(head_hash(1) == head_hash(4));
}

}  // namespace
}  // namespace stakebook
