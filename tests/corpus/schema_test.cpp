// A document that validates against the SEC's schemas is written so that it validates, and what the
// writer says of the others is right. Validity is xmllint's word.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "corpus_files.h"
#include "filing/reader.h"
#include "filing/xml_writer.h"
#include "support/temporary_folder.h"

using namespace stakebook;
using namespace corpus_test;

namespace {

// The ownership document as it stands in the file; empty where there is none.
std::string original_xml(const std::string& text) {
  const std::size_t begin = text.find("<XML>");
  if (begin == std::string::npos) return text;
  std::size_t start = text.find('<', begin + 5);
  const std::size_t end = text.find("</XML>", begin);
  return start == std::string::npos || end == std::string::npos ? ""
                                                                : text.substr(start, end - start);
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  REQUIRE(out.good());
}

// The names of the files of a folder that xmllint finds valid, all of them in one run.
std::set<std::string> valid_files(const fs::path& folder, const fs::path& schema) {
  const std::string command = "cd '" + folder.string() + "' && xmllint --noout --schema '" +
                              schema.string() + "' *.xml 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    said.append(buffer.data(), count);
  }
  pclose(pipe);
  REQUIRE(said.find("validate") != std::string::npos);
  std::set<std::string> valid;
  std::istringstream lines(said);
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with(" validates")) valid.insert(line.substr(0, line.find(' ')));
  }
  return valid;
}

// The schemas of before April 2023: aff10b5One, which has no default, need not be there.
fs::path relaxed_schemas(const fs::path& folder) {
  fs::create_directories(folder);
  for (const auto& entry : fs::directory_iterator(schemas)) {
    if (!entry.path().string().ends_with(".xsd.xml")) continue;
    std::string text = file_text(entry.path());
    const std::size_t at = text.find("\"aff10b5One\"");
    const std::size_t demand = text.find("minOccurs=\"1\"", at);
    if (at != std::string::npos && demand < text.find('>', at)) {
      text.replace(demand, 13, "minOccurs=\"0\"");
    }
    write_file(folder / entry.path().filename(), text);
  }
  return folder;
}

struct Document {
  std::string name;    // in the folders
  std::string source;  // in the corpus
  std::vector<std::string> objections;
};

// By form, with and without its /A ("4A").
using Documents = std::map<std::string, std::vector<Document>>;

Documents lay_out(const fs::path& folder) {
  Documents documents;
  std::size_t number = 0;
  for (const char* part : {"edgar", "loose", "submissions"}) {
    for (const fs::path& path : files_below(part)) {
      const std::string text = file_text(path);
      const ReadResult result = read_filing(text);
      const std::string original = original_xml(text);
      if (!result.filing || original.empty()) continue;
      std::string form = *result.filing->document.document_type;
      std::erase(form, '/');
      Document document{std::to_string(++number) + ".xml", path.string(), {}};
      const WrittenXml written = write_ownership_xml(*result.filing);
      for (const WrittenNote& note : written.objections) {
        // xmllint (libxml2 2.9) does not look for the footnote that an IDREF names.
        if (note.diagnostic.code == "schema-footnote-dangling") continue;
        document.objections.push_back(note.diagnostic.code + ' ' + note.element);
      }
      for (const char* which : {"original", "written"}) {
        fs::create_directories(folder / which / form);
        write_file(folder / which / form / document.name,
                   which == std::string("original") ? original : written.text);
      }
      documents[form].push_back(std::move(document));
    }
  }
  return documents;
}

// Bends one field of a document: absent, empty, unreadable, too long, with or without footnotes.
class Bender {
 public:
  explicit Bender(std::uint32_t seed) : random_(seed) {}

  void bend(OwnershipDocument& document) {
    std::size_t fields = 0;
    for_each_field_of(document, [&fields](auto&) { ++fields; });
    const std::size_t chosen = random_() % fields;
    std::size_t at = 0;
    for_each_field_of(document, [&](auto& field) {
      if (at++ == chosen) bend_field(field);
    });
  }

 private:
  template <class Visit>
  static void for_each_field_of(OwnershipDocument& document, Visit&& visit) {
    const auto named = [&visit](std::string_view, auto& field) { visit(field); };
    for_each_head_field(document, named);
    for (ReportingOwner& owner : document.reporting_owners) for_each_owner_field(owner, named);
    for (auto* table : {&document.table_i, &document.table_ii}) {
      for (Row& row : *table) for_each_field(row, named);
    }
    for (OwnerSignature& signature : document.owner_signatures) {
      visit(signature.signature_name);
      visit(signature.signature_date);
    }
  }

  template <class T>
  void bend_field(Field<T>& field) {
    static const std::string texts[] = {"x",
                                        "3",
                                        "-1",
                                        "1,000",
                                        "2024-02-30",
                                        "12.5",
                                        "2024-05-06",
                                        "F1",
                                        "E",
                                        "4/A",
                                        "D",
                                        "0.00001",
                                        "true",
                                        "CA",
                                        "2024-05-06-05:00",
                                        "1000000000000",
                                        std::string(31, 'a'),
                                        std::string(61, 'b'),
                                        std::string(101, 'c'),
                                        std::string(256, 'd')};
    const std::vector<FootnoteId> footnotes = field.footnotes;
    switch (random_() % 5) {
      case 0: field = {}; break;
      case 1:
        field = {};
        field.presence = Presence::empty;
        field.footnotes = footnotes;
        break;
      case 2: field.footnotes = {}; break;
      case 3:
        field = {};
        field.footnotes = {"F1"};
        break;
      default: give(field, texts[random_() % std::size(texts)]);
    }
  }
  static void give(Field<std::string>& field, const std::string& text) {
    field.presence = Presence::given;
    field.value = text;
    field.as_filed.clear();
  }
  template <class T>
  static void give(Field<T>& field, const std::string& text) {
    field.presence = Presence::given;
    field.value.reset();
    field.as_filed = text;
  }

  std::mt19937 random_;
};

const std::string no_10b5_1_box = "schema-element-missing aff10b5One";

}  // namespace

TEST_CASE("Of bent documents, too, xmllint and the writer say the same") {
  if (skips()) return;
  if (std::system("xmllint --version > /dev/null 2>&1") != 0) {
    MESSAGE("skipped: there is no xmllint (Debian: libxml2-utils)");
    return;
  }
  std::vector<Filing> whole;
  for (const fs::path& path : files_below("edgar")) {
    const ReadResult result = read_filing(file_text(path));
    if (result.filing && write_ownership_xml(*result.filing).objections.empty()) {
      whole.push_back(*result.filing);
    }
  }
  REQUIRE(whole.size() > 50);
  const TemporaryFolder folder;
  std::map<std::string, std::map<std::string, std::string>> objections;  // by form, by file
  for (std::uint32_t seed = 1; seed <= 3'000; ++seed) {
    Filing filing = whole[seed % whole.size()];
    std::string form = *filing.document.document_type;
    std::erase(form, '/');
    Bender(seed).bend(filing.document);
    const WrittenXml written = write_ownership_xml(filing);
    std::string told;
    for (const WrittenNote& note : written.objections) {
      if (note.diagnostic.code != "schema-footnote-dangling") {
        told += note.diagnostic.code + ' ' + note.diagnostic.place + '\n';
      }
    }
    const std::string name = std::to_string(seed) + ".xml";
    fs::create_directories(folder.path() / form);
    write_file(folder.path() / form / name, written.text);
    objections[form][name] = told;
  }
  std::size_t objected = 0;
  for (const auto& [form, files] : objections) {
    const auto valid =
        valid_files(folder.path() / form, schemas / ("ownership" + form + "Document.xsd.xml"));
    for (const auto& file : files) {
      const std::string& name = file.first;
      const std::string& told = file.second;
      CAPTURE(told);
      const std::string text = file_text(folder.path() / form / name);
      const bool agree = valid.contains(name) == told.empty();
      CHECK_MESSAGE(agree, text);
      objected += told.empty() ? 0U : 1U;
    }
  }
  CHECK(objected > 500);
  CHECK(objected < 2'500);
}

TEST_CASE("A document that validates is written so that it validates, and objections are right") {
  if (skips()) return;
  if (std::system("xmllint --version > /dev/null 2>&1") != 0) {
    MESSAGE("skipped: there is no xmllint (Debian: libxml2-utils)");
    return;
  }
  const TemporaryFolder folder;
  const Documents documents = lay_out(folder.path());
  const fs::path relaxed = relaxed_schemas(folder.path() / "relaxed");
  std::size_t count = 0;
  std::size_t valid = 0;
  std::size_t valid_but_for_the_box = 0;
  for (const auto& [form, list] : documents) {
    const std::string schema = "ownership" + form + "Document.xsd.xml";
    const auto originals = valid_files(folder.path() / "original" / form, schemas / schema);
    const auto written = valid_files(folder.path() / "written" / form, schemas / schema);
    const auto relaxed_originals = valid_files(folder.path() / "original" / form, relaxed / schema);
    const auto relaxed_written = valid_files(folder.path() / "written" / form, relaxed / schema);
    for (const Document& document : list) {
      CAPTURE(document.source);
      std::string objections;
      std::size_t others = 0;
      for (const std::string& objection : document.objections) {
        objections += objection + '\n';
        others += objection == no_10b5_1_box ? 0U : 1U;
      }
      CAPTURE(objections);
      if (originals.contains(document.name)) CHECK(written.contains(document.name));
      if (relaxed_originals.contains(document.name)) CHECK(relaxed_written.contains(document.name));
      CHECK(written.contains(document.name) == document.objections.empty());
      CHECK(relaxed_written.contains(document.name) == (others == 0));
      ++count;
    }
    valid += written.size();
    valid_but_for_the_box += relaxed_written.size();
  }
  MESSAGE(count << " documents written; " << valid << " validate, " << valid_but_for_the_box
                << " but for the box of 2023");
  CHECK(count >= 560);
  CHECK(valid >= 165);
}
