// Any document that can be written reads back into itself; what cannot be is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "filing/reader.h"
#include "filing/xml_writer.h"
#include "value/text.h"

using namespace stakebook;

namespace {

class RandomDocuments {
 public:
  explicit RandomDocuments(std::uint32_t seed) : random_(seed) {}

  Filing filing() {
    Filing filing;
    OwnershipDocument& document = filing.document;
    for_each_head_field(document, [this](std::string_view, auto& field) { fill_plain(field); });
    const char* const forms[] = {"3", "3/A", "4", "4/A", "5", "5/A", "144", "10-K"};
    if (!one_in(8)) give(document.document_type, forms[below(8)]);
    for (int i = below(4); i > 0; --i) {
      for_each_owner_field(document.reporting_owners.emplace_back(),
                           [this](std::string_view, auto& field) { fill_plain(field); });
    }
    fill_rows(document.table_i, Table::non_derivative);
    fill_rows(document.table_ii, Table::derivative);
    for (int i = below(5); i > 0; --i) document.footnotes.push_back({id(), text()});
    for (int i = below(3); i > 0; --i) {
      OwnerSignature& signature = document.owner_signatures.emplace_back();
      fill_plain(signature.signature_name);
      fill_plain(signature.signature_date);
    }
    return filing;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool one_in(int bound) { return below(bound) == 0; }

  // Collapsed, as readers give texts; never empty.
  std::string text() {
    static const char* const pieces[] = {"Common Stock",
                                         "AT&T",
                                         "<value>",
                                         "]]>",
                                         "&amp;",
                                         "&#0;",
                                         "\xC3\xA9",
                                         "\xF0\x9F\x93\x88",
                                         "\"quoted\"",
                                         "'s",
                                         "--",
                                         "<!-- x -->",
                                         "</ownershipDocument>",
                                         "<![CDATA[",
                                         "\xE2\x80\x83",
                                         "0",
                                         "1,5",
                                         "F1",
                                         "\xEF\xBF\xBD"};
    std::string result = pieces[below(static_cast<int>(std::size(pieces)))];
    while (one_in(2)) {
      if (one_in(2)) result += ' ';
      result += pieces[below(static_cast<int>(std::size(pieces)))];
    }
    return result;
  }
  std::string id() { return one_in(9) ? text() : "F" + std::to_string(1 + below(6)); }

  void give(Field<std::string>& field, std::string value) {
    field.presence = Presence::given;
    field.value = std::move(value);
  }
  void give(Field<std::string>& field) { give(field, text()); }
  void give(Field<bool>& field) {
    static const char* const typed[] = {"", "true", "True", "yes", "X"};
    field.value = one_in(2);
    if (*field.value) field.as_filed = typed[below(5)];
  }
  void give(Field<Date>& field) {
    field.value = Date::from_days(below(30'000) - 5'000);
    if (one_in(5)) field.as_filed = field.value->to_text() + "-05:00";
    if (one_in(9)) {
      field.value.reset();
      field.as_filed = "upon vesting";
    }
  }
  template <class Unit>
  void give(Field<Quantity<Unit>>& field) {
    const Decimal amount = divide(Decimal(below(2'000'000)), Decimal(1000), 3, Rounding::exact);
    field.value = Quantity<Unit>(amount);
    if (one_in(5)) field.as_filed = "$" + amount.to_text();
    if (one_in(5)) field.as_filed = "00" + amount.to_text();
    if (one_in(9)) {
      field.value.reset();
      field.as_filed = "1,5";
    }
  }

  std::vector<FootnoteId> ids() {
    std::vector<FootnoteId> list;
    while (one_in(3)) {
      FootnoteId one = id();
      if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(std::move(one));
    }
    return list;
  }

  template <class T>
  void fill(Field<T>& field) {
    field.presence = static_cast<Presence>(below(3));
    if (field.presence == Presence::given) give(field);
  }
  // Only an element that is there can hold footnotes without a wrapper.
  template <class T>
  void fill_plain(Field<T>& field) {
    fill(field);
    if (field.presence != Presence::absent && one_in(20)) field.footnotes = ids();
  }

  void fill_rows(std::vector<Row>& rows, Table table) {
    for (int i = below(5); i > 0; --i) {
      Row& row = rows.emplace_back();
      row.table = table;
      row.kind = one_in(2) ? RowKind::transaction : RowKind::holding;
      for_each_field(row, [&](std::string_view name, auto& field) {
        if (!has(row, name)) return;
        const bool plain = name == "transaction_form_type" || name == "transaction_code" ||
                           name == "equity_swap_involved";
        if (plain) return fill_plain(field);
        fill(field);
        field.footnotes = ids();
      });
      fix_code(row.transaction_code, "ACDEFGHIJLMOPSUWXZ");
      fix_code(row.transaction_form_type, "345");
      fix_code(row.transaction_timeliness, "EL");
      fix_code(row.transaction_acquired_disposed_code, "AD");
      fix_code(row.direct_or_indirect_ownership, "DI");
      row.transaction_coding_footnotes = ids();
    }
  }

  // Specification 3.5: which rows have a field.
  static bool has(const Row& row, std::string_view name) {
    const bool transaction = row.kind == RowKind::transaction;
    const bool derivative = row.table == Table::derivative;
    if (name == "transaction_form_type") return true;
    if (name == "transaction_total_value") return transaction && derivative;
    if (name == "transaction_date" || name == "deemed_execution_date") return transaction;
    if (name.starts_with("transaction_") || name == "equity_swap_involved") return transaction;
    if (name == "conversion_or_exercise_price" || name == "exercise_date" ||
        name == "expiration_date" || name.starts_with("underlying_")) {
      return derivative;
    }
    return true;
  }

  // A code that was typed in lower case.
  void fix_code(Field<std::string>& field, std::string_view letters) {
    if (field.presence != Presence::given || one_in(4)) return;
    const char letter = letters[static_cast<std::size_t>(below(static_cast<int>(letters.size())))];
    field.value = std::string(1, letter);
    if (letter >= 'A' && one_in(4)) {
      field.as_filed = std::string(1, static_cast<char>(letter - 'A' + 'a'));
    }
  }

  std::mt19937 random_;
};

// Where they differ first, for a message.
std::string first_difference(const OwnershipDocument& left, const OwnershipDocument& right) {
  std::string found;
  const auto compare = [&](const auto& one, const auto& other, const char* where) {
    if (found.empty() && !(one == other)) found = where;
  };
  compare(left.table_i, right.table_i, "table I");
  compare(left.table_ii, right.table_ii, "table II");
  compare(left.footnotes, right.footnotes, "footnotes");
  compare(left.reporting_owners, right.reporting_owners, "owners");
  compare(left.owner_signatures, right.owner_signatures, "signatures");
  compare(left.issuer, right.issuer, "issuer");
  compare(left.unread, right.unread, "unread");
  return found.empty() ? "head" : found;
}

}  // namespace

TEST_CASE("Any document reads back into itself, and what is written twice is the same") {
  for (std::uint32_t seed = 1; seed <= 2'000; ++seed) {
    CAPTURE(seed);
    const Filing filing = RandomDocuments(seed).filing();
    const WrittenXml written = write_ownership_xml(filing);
    CHECK(written.left_out.empty());
    const ReadResult result = read_filing(written.text);
    REQUIRE(result.filing);
    const bool same = result.filing->document == filing.document;
    REQUIRE_MESSAGE(same, first_difference(filing.document, result.filing->document), "\n",
                    written.text);
    CHECK(write_ownership_xml(*result.filing).text == written.text);
  }
}

TEST_CASE("Whatever bytes a text holds, the XML is read, and what was replaced is told") {
  std::mt19937 random(7);
  for (int i = 0; i < 2'000; ++i) {
    Filing filing;
    std::string bytes(1 + random() % 12, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    filing.document.remarks.presence = Presence::given;
    filing.document.remarks.value = bytes;
    const WrittenXml written = write_ownership_xml(filing);
    const ReadResult result = read_filing(written.text);
    REQUIRE(result.filing);
    const auto& remarks = result.filing->document.remarks;
    if (written.left_out.empty() && !bytes.empty()) {
      CHECK(remarks.filed_text() == collapsed(bytes));
    } else {
      CHECK(remarks.filed_text().find("\xEF\xBF\xBD") != std::string::npos);
    }
    for (const Diagnostic& diagnostic : result.filing->diagnostics) {
      CHECK(diagnostic.code == "element-missing");
    }
  }
}
