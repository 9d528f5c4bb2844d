#include "door/archive_walk.h"

#include <doctest/doctest.h>

#include "support/made_archive.h"
#include "support/pieces_source.h"

using namespace stakebook;
using namespace stakebook::door;

namespace {

std::vector<FoundDocument> walked(const std::string& bytes, const UnpackLimits& limits = {}) {
  ArchiveWalk walk(std::make_unique<HeadedSource>(std::make_unique<MemorySource>(bytes)), "x",
                   {.accession = {}, .size = bytes.size()}, limits);
  std::vector<FoundDocument> found;
  while (auto document = walk.next()) found.push_back(std::move(*document));
  return found;
}

// "x!/a.xml=one x!/b=archive-damaged"
std::string told(const std::vector<FoundDocument>& found) {
  std::string text;
  for (const FoundDocument& document : found) {
    text += text.empty() ? "" : " ";
    text += document.source + '=';
    text += document.obstacle ? document.obstacle->code : document.bytes;
  }
  return text;
}

std::string told(const std::string& bytes, const UnpackLimits& limits = {}) {
  return told(walked(bytes, limits));
}

std::string noise(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 1;
  for (char& byte : bytes) {
    state = state * 1664525 + 1013904223;
    byte = static_cast<char>(state >> 24);
  }
  return bytes;
}

}  // namespace

TEST_CASE("members come in the archive's order with their way down") {
  CHECK(told(zip().add("b", "two").add("a/", "", AE_IFDIR).add("a/1", "one").bytes()) ==
        "x!/b=two x!/a/1=one");
  CHECK(told(tar().add("./b", "two").add("a", "", AE_IFDIR).add("a/1", "one").bytes()) ==
        "x!/b=two x!/a/1=one");
  CHECK(told(gzipped("one")) == "x=one");
  CHECK(told(gzipped(tar().add("a", "one").bytes())) == "x!/a=one");
}

TEST_CASE("archives in archives are opened to a depth of four, compression around one is free") {
  std::string bytes = "one";
  std::string way = "x";
  for (int depth = 1; depth <= 4; ++depth) {
    bytes = depth % 2 == 0 ? zip().add("m", bytes).bytes() : gzipped(tar().add("m", bytes).bytes());
    way += "!/m";
    CHECK(told(bytes) == way + "=one");
  }
  CHECK(told(zip().add("m", bytes).bytes()) == "x!/m!/m!/m!/m=limit-exceeded");
  // Compression in compression counts; only the first is around something.
  std::string wrapped = "one";
  for (int layer = 1; layer <= 5; ++layer) wrapped = gzipped(wrapped);
  CHECK(told(wrapped) == "x=one");
  CHECK(told(gzipped(wrapped)) == "x=limit-exceeded");
}

TEST_CASE("after an archive within an archive the outer one goes on") {
  const std::string inner = zip().add("1", "one").bytes();
  CHECK(told(tar().add("a.zip", inner).add("b", "two").add("c.zip", inner).bytes()) ==
        "x!/a.zip!/1=one x!/b=two x!/c.zip!/1=one");
}

TEST_CASE("names that lead elsewhere are names, links and devices are told") {
  const auto found = walked(tar()
                                .add("../../etc/passwd", "up")
                                .add("/etc/passwd", "root")
                                .add("link", "", AE_IFLNK, "/etc/passwd")
                                .add("pipe", "", AE_IFIFO)
                                .add("disk", "", AE_IFBLK)
                                .bytes());
  CHECK(told(found) ==
        "x!/../../etc/passwd=up x!//etc/passwd=root x!/link=not-a-file x!/pipe=not-a-file "
        "x!/disk=not-a-file");
  CHECK(found[2].obstacle->message.find("/etc/passwd") != std::string::npos);
}

TEST_CASE("an archive without a file says so") {
  CHECK(told(std::string(10240, '\0')) == "x=archive-empty");
  CHECK(told(zip().bytes()) == "x=archive-empty");
  CHECK(told(tar().add("a", "", AE_IFDIR).bytes()) == "x=archive-empty");
  CHECK(told(tar().add("e", zip().bytes()).add("f", "").bytes()) == "x!/e=archive-empty x!/f=");
  CHECK(told(gzipped("")) == "x=");
}

TEST_CASE("a member may be as large as the limit, and one byte more is told") {
  UnpackLimits limits;
  limits.document_bytes_max = 5;
  for (const bool is_zip : {false, true}) {
    auto archive = [&] { return is_zip ? zip() : tar(); };
    CHECK(told(archive().add("a", "12345").add("b", "123456").add("c", "x").bytes(), limits) ==
          "x!/a=12345 x!/b=limit-exceeded x!/c=x");
  }
  CHECK(told(gzipped("123456"), limits) == "x=limit-exceeded");
}

TEST_CASE("wherever an archive is cut off, what stands before comes and the rest is told") {
  const std::string noisy = noise(3000);
  const auto members = [&](auto&& archive) {
    return archive.add("a", "one").add("b", noisy).add("c", "three").bytes();
  };
  const std::string archives[] = {members(zip()), members(tar()), gzipped(members(tar())),
                                  zip().add("in", members(tar())).bytes()};
  for (const std::string& whole : archives) {
    const std::string all = told(whole);
    const bool is_tar = whole.find("ustar") != std::string::npos;
    for (std::size_t size = 600; size < whole.size(); size += 97) {
      const auto found = walked(whole.substr(0, size));
      bool is_damaged = false;
      std::string before;
      for (const FoundDocument& document : found) {
        if (document.obstacle) {
          CHECK(document.obstacle->code == "archive-damaged");
          is_damaged = true;
        } else {
          before += (before.empty() ? "" : " ") + document.source + '=' + document.bytes;
        }
      }
      CAPTURE(size);
      // A tar without its padding has lost nothing.
      CHECK((is_damaged || (is_tar && before == all)));
      CHECK(all.starts_with(before));
    }
  }
}

TEST_CASE("a member whose checksum does not agree is told, and the next one is taken") {
  std::string bytes = zip().add("a", noise(500)).add("b", "two").bytes();
  bytes[bytes.find(noise(500).substr(100, 20)) + 5] ^= 1;
  CHECK(told(bytes) == "x!/a=archive-damaged x!/b=two");
}

TEST_CASE("what stands behind the end of an archive is told") {
  CHECK(told(gzipped("one") + "more") == "x=archive-damaged");
  CHECK(told(gzipped(tar().add("a", "one").bytes()) + "more") == "x!/a=one x=archive-damaged");
  CHECK(told(gzipped("one") + std::string(700, '\0')) == "x=one");
  CHECK(told(gzipped("one") + gzipped(" two")) == "x=one two");
  const std::string one = zip().add("a", "one").bytes();
  CHECK(told(one + one) == "x!/a=one x=archive-damaged");
  CHECK(told(one + zip().add("b", noise(200'000)).bytes()) == "x!/a=one x=archive-damaged");
  CHECK(told(zip().bytes() + one) == "x=archive-damaged");
  const std::string block = tar().add("a", "one").bytes();
  CHECK(told(block + tar().add("b", "two").bytes()) == "x!/a=one x!/b=two");
}

namespace {

// The record at the end of a zip's directory, for a comment of `comment_size` bytes.
std::string zip_end(std::size_t comment_size) {
  std::string record = "PK\x05\x06" + std::string(18, '\0');
  record[20] = static_cast<char>(comment_size % 256);
  record[21] = static_cast<char>(comment_size / 256);
  return record;
}

}  // namespace

TEST_CASE("a zip that lacks a byte of its directory's end is told, and its members are taken") {
  const std::string whole = zip().add("a", "one").add("b", noise(500)).bytes();
  const std::string members = told(whole);
  const std::size_t directory = whole.find("PK\x01\x02");
  REQUIRE(whole.size() - directory > 100);
  // libarchive wants 24 bytes where a member's length stands behind it in 16.
  for (std::size_t size = directory + 8; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(told(whole.substr(0, size)) == members + " x=archive-damaged");
  }
  CHECK(told(tar().add("in", whole.substr(0, whole.size() - 1)).add("c", "two").bytes()) ==
        "x!/in!/a=one x!/in!/b=" + noise(500) + " x!/in=archive-damaged x!/c=two");
  const std::string empty = zip().bytes();
  for (std::size_t size = 4; size < empty.size(); ++size) {
    CHECK(told(empty.substr(0, size)) == "x=archive-damaged");
  }
}

TEST_CASE("the end of a zip may have a comment, be Zip64's, or be padded") {
  const std::string whole = zip().add("a", "one").bytes();
  const std::string before = whole.substr(0, whole.size() - 22);
  CHECK(whole.substr(whole.size() - 22, 4) == "PK\x05\x06");
  for (const std::size_t size : {1U, 300U, 65'535U}) {
    const std::string comment = noise(size);
    CHECK(told(before + zip_end(size) + comment) == "x!/a=one");
    CHECK(told(before + zip_end(size) + comment.substr(1)) == "x!/a=one x=archive-damaged");
  }
  // A record of 56 bytes, its locator of 20, then the record of every zip (4.3.14, 4.3.15).
  const std::string zip64 =
      "PK\x06\x06" + std::string(52, '\0') + "PK\x06\x07" + std::string(16, '\0');
  CHECK(told(before + zip64 + zip_end(0)) == "x!/a=one");
  CHECK(told(before + zip64) == "x!/a=one x=archive-damaged");
  CHECK(told(whole + std::string(1000, '\0')) == "x!/a=one");
}

TEST_CASE("the end of a zip is found wherever its bytes are cut into pieces") {
  const std::string whole = zip().add("a", "one").add("b", noise(100)).bytes();
  const auto told_in_pieces = [](const std::string& bytes, std::size_t size) {
    ArchiveWalk walk(std::make_unique<HeadedSource>(std::make_unique<PiecesSource>(bytes, size)),
                     "x", {.accession = {}, .size = bytes.size()}, {});
    std::vector<FoundDocument> found;
    while (auto document = walk.next()) found.push_back(std::move(*document));
    return told(found);
  };
  for (std::size_t size = 1; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(told_in_pieces(whole, size) == told(whole));
    CHECK(told_in_pieces(whole.substr(0, whole.size() - 1), size) ==
          told(whole) + " x=archive-damaged");
  }
}

TEST_CASE("a tar that ends between two members says that its end is missing") {
  const std::string whole = tar().add("a", "one").add("b", "two").bytes();
  CHECK(told(whole) == "x!/a=one x!/b=two");
  CHECK(told(whole.substr(0, 1024)) == "x!/a=one x=archive-damaged");
}

TEST_CASE("what unpacks to far more than its size stops being unpacked, at any depth") {
  UnpackLimits limits;
  limits.ratio_free_bytes = 1U << 20;
  limits.document_bytes_max = 16U << 20;
  const std::string zeros(8U << 20, '\0');
  const std::string text(8U << 20, 'x');
  CHECK(told(gzipped(text), limits) == "x=limit-exceeded");
  CHECK(told(zip().add("a", text).bytes(), limits) == "x=limit-exceeded");
  CHECK(told(zip().add("ok", "one").add("in", gzipped(gzipped(text))).bytes(), limits) ==
        "x!/ok=one x=limit-exceeded");
  // Text that is no bomb: it does not shrink to a two hundredth.
  const std::string plain = noise(2U << 20);
  CHECK(told(gzipped(plain), limits) == "x=" + plain);
  limits.ratio_free_bytes = 64U << 20;
  limits.unpacked_bytes_max = 4U << 20;
  const auto found = walked(zip().add("a", text).bytes(), limits);
  REQUIRE(found.size() == 1);
  CHECK(found[0].obstacle->message.find("4194304 bytes") != std::string::npos);
}

TEST_CASE("members are counted, those of inner archives too") {
  UnpackLimits limits;
  limits.members_max = 3;
  const std::string inner = tar().add("1", "").add("2", "").bytes();
  CHECK(told(tar().add("a", "").add("b", inner).bytes(), limits) ==
        "x!/a= x!/b!/1= x=limit-exceeded");
  CHECK(told(tar().add("a", "").add("b", "").add("c", "").bytes(), limits) == "x!/a= x!/b= x!/c=");
}

TEST_CASE("holes of a sparse file are zero bytes, and count") {
  std::string whole(6000, '\0');
  std::fill_n(whole.begin() + 512, 512, '1');
  std::fill_n(whole.end() - 512, 512, '2');
  const std::string bytes = tar().add_sparse("s", whole).add("b", "two").bytes();
  CHECK(bytes.find(std::string(4000, '\0') + '2') == std::string::npos);  // it is stored sparse
  CHECK(told(bytes) == "x!/s=" + whole + " x!/b=two");
  UnpackLimits limits;
  limits.document_bytes_max = 5999;
  CHECK(told(bytes, limits) == "x!/s=limit-exceeded x!/b=two");
}

TEST_CASE("other kinds of archive are named") {
  const std::string xz("\xFD\x37zXZ\0 and so on", 16);
  const auto found = walked(tar().add("a.xz", xz).add("b.7z", "7z\xBC\xAF\x27\x1C").bytes());
  CHECK(told(found) == "x!/a.xz=archive-unsupported x!/b.7z=archive-unsupported");
  CHECK(found[0].obstacle->message.starts_with("is an xz archive"));
}

TEST_CASE("the nearest name on the way tells the accession number") {
  const auto found = walked(tar()
                                .add("000120000125000007/form4.xml", "")
                                .add("0001200001-25-000008.txt", "")
                                .add("0001200001-25-000009/x/0001200001-25-000010.nc", "")
                                .add("0001200001-25-000011.zip", zip().add("a.xml", "").bytes())
                                .add("none.xml", "")
                                .bytes());
  REQUIRE(found.size() == 5);
  CHECK(found[0].accession->to_text() == "0001200001-25-000007");
  CHECK(found[1].accession->to_text() == "0001200001-25-000008");
  CHECK(found[2].accession->to_text() == "0001200001-25-000010");
  CHECK(found[3].accession->to_text() == "0001200001-25-000011");
  CHECK_FALSE(found[4].accession.has_value());
}
