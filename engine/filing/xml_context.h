// What the parts of the XML reader share: the document being filled, its diagnostics, the limits.
//
//   context.read_wrapped(node, row.transaction_shares);
//     <transactionShares><value>1,500</value><footnoteId id="F1"/></transactionShares>
//     presence given, value 1500, as_filed "1,500", footnotes F1, diagnostic number-repaired
//
// 1. Every element is either read into a field or kept in `unread`, never both, never neither.
// 2. A diagnostic names the row, the element and the place.
// 3. A limit that is passed ends the reading: Refused, which never leaves this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "filing/field_text.h"
#include "filing/filing.h"
#include "filing/footnote_index.h"
#include "filing/reader.h"
#include "filing/xml_text.h"

namespace pugi {
class xml_node;
}  // namespace pugi

namespace stakebook {

struct Refused {
  Diagnostic diagnostic;
};

class XmlContext {
 public:
  XmlContext(const XmlText& text, const ReadLimits& limits, Filing& filing)
      : text_(text),
        limits_(limits),
        document_(filing.document),
        diagnostics_(filing.diagnostics) {}

  OwnershipDocument& document() { return document_; }
  FootnoteIndex& footnotes() { return footnotes_; }
  const ReadLimits& limits() const { return limits_; }

  // What the next diagnostics are about.
  void enter_row(Table table, std::size_t row) { subject_ = {table, row, Element::unknown}; }
  void leave_row() { subject_ = {}; }
  void set_element(Element element) { subject_.element = element; }
  Subject subject() const { return subject_; }

  static std::size_t offset_of(pugi::xml_node node);
  // The message gets the subject before it.
  void diagnose(const char* code, Severity severity, const std::string& message,
                std::size_t offset);
  void diagnose(const char* code, Severity severity, const std::string& message,
                pugi::xml_node node);
  // Keeps an element or a text that no field takes.
  void keep_unread(pugi::xml_node node, const char* code, const std::string& message);
  void keep_attributes(pugi::xml_node element, std::string_view except = {});
  // Text that stands between elements where none belongs.
  void keep_stray_text(pugi::xml_node element);
  void require_at_most(std::size_t limit, std::size_t count, const char* what,
                       const pugi::xml_node& node) const {
    if (count > limit) refuse_count(limit, what, node);
  }
  [[noreturn]] void refuse_count(std::size_t limit, const char* what,
                                 const pugi::xml_node& node) const;
  [[noreturn]] void refuse_limit(const std::string& message, const pugi::xml_node& node) const;

  // All text below an element, white space collapsed. Its footnoteId children are skipped where the
  // caller reads them, else kept unread.
  std::string text_of(pugi::xml_node element, bool skip_references);

  // A leaf of the head, the issuer, an owner, a signature: the text stands in the element itself.
  template <class T>
  void read_plain(pugi::xml_node element, Field<T>& field);
  // A leaf of a row: the text stands in a <value>, footnoteId elements beside it.
  template <class T>
  void read_wrapped(pugi::xml_node element, Field<T>& field);
  void read_footnote_id(pugi::xml_node element, std::vector<FootnoteId>& footnotes);
  void check_code(pugi::xml_node element, Field<std::string>& field, const KnownCodes& known);

 private:
  template <class T>
  void take_text(pugi::xml_node holder, Field<T>& field);
  template <class T>
  void take(std::string_view text, pugi::xml_node where, Field<T>& field);
  void append_text(pugi::xml_node element, std::string& text, int depth, bool skip_references);
  std::string path_of(pugi::xml_node node) const;
  void keep(std::string path, std::string text, pugi::xml_node where, const char* code,
            const std::string& message);

  const XmlText& text_;
  const ReadLimits& limits_;
  OwnershipDocument& document_;
  Diagnostics& diagnostics_;
  FootnoteIndex footnotes_;
  Subject subject_;
};

}  // namespace stakebook
