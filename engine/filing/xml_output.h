// Elements as text, one a line, and what the schema has against them. The writer's lower half.
//
//   output.wrapped(Element::transaction_shares, row.transaction_shares, {schema::amount});
//     <transactionShares><value>250</value><footnoteId id="F1"/></transactionShares>
//
// 1. An absent field without footnotes writes nothing; where the schema demands it that is told.
// 2. An element that was there without text stays so; where the schema wants a character it is
//    written as one blank, which is what white space alone was before it was read.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "filing/footnote_index.h"
#include "filing/schema_value.h"
#include "filing/xml_escape.h"
#include "filing/xml_writer.h"

namespace stakebook {

// That the schema lets a field cite, and a document have.
inline constexpr std::size_t footnotes_max = 99;

// What the schema demands of an element.
enum class Need : unsigned char {
  value,               // the element, with a value
  value_or_footnote,   // the element, with a value or a footnote
  if_there,            // a value, where the element is there
  something_if_there,  // a value or a footnote, where the element is there
  nothing,
  absence,  // the schema has no such element here
};

struct Demand {
  SchemaValue value;
  Need need = Need::value;
  bool footnotes = true;  // of wrapped fields: whether footnotes may be cited
};

class XmlOutput {
 public:
  // `typed`: whether texts are written as they were typed.
  XmlOutput(WrittenXml& written, const OwnershipDocument& document, bool typed);

  void enter_row(Table table, std::size_t row) { subject_ = {table, row, Element::unknown}; }
  void leave_row() { subject_ = {}; }

  void open(Element element);
  void close(Element element);
  // `write` between the tags of an element, where it is there.
  template <class Write>
  void group(Element element, bool is_there, Need need, Write&& write) {
    if (is_there) {
      if (need == Need::absence) object_to_presence(element);
      open(element);
      std::forward<Write>(write)();
      close(element);
    } else if (need == Need::value) {
      object_to_absence(element);
    }
  }
  template <class T>
  void plain(Element element, const Field<T>& field, const Demand& demand);
  template <class T>
  void wrapped(Element element, const Field<T>& field, const Demand& demand);
  // A footnoteId on a line of its own, as transactionCoding has them.
  void footnote_ids(Element element, const std::vector<FootnoteId>& ids);
  void footnote(const Footnote& footnote);

  void object(const char* code, Element element, std::string message);
  void object_to_absence(Element element);
  void object_to_presence(Element element);
  void require_at_most(std::size_t most, std::size_t count, Element element);
  void leave_out(const char* code, Element element, std::string message);

 private:
  template <class T>
  std::string text_of(const Field<T>& field) const;
  void begin_line();
  void start_tag(Element element);
  void end_tag(Element element);
  void text(Element element, std::string_view text, const SchemaValue& value, Presence presence);
  void check(Element element, std::string_view text, const SchemaValue& value);
  void cite(Element element, const std::vector<FootnoteId>& ids, bool allowed, std::size_t most);
  void escaped(Element element, std::string_view text, Quoting quoting);
  Diagnostic diagnostic(const char* code, Element element, std::string message) const;

  WrittenXml& written_;
  std::set<std::string_view> defined_;  // ids of footnotes
  std::set<std::string_view> written_footnotes_;
  bool typed_;
  int depth_ = 0;
  Subject subject_;
};

template <class T>
bool is_there(const Field<T>& field) {
  return field.presence != Presence::absent || !field.footnotes.empty();
}

}  // namespace stakebook
