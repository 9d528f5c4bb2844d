// From text to filing: finds the document's element, parses it, has it read.
//
//   source -> <ownershipDocument> ... -> XmlText (repaired) -> pugixml -> Filing

#include <pugixml.hpp>
#include <utility>

#include "filing/element.h"
#include "filing/filing_parts.h"
#include "filing/readers.h"
#include "filing/xml_context.h"
#include "filing/xml_document.h"
#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::string_view root_end = "</ownershipDocument";

// Comments are skipped by leaving parse_comments out; embedding text in its element saves a node.
constexpr unsigned parse_flags = pugi::parse_escapes | pugi::parse_cdata | pugi::parse_embed_pcdata;

// What stands before or after the root element of well-formed XML: white space, a byte order mark,
// comments, the XML declaration and other processing instructions.
bool is_prologue(std::string_view text) {
  text = trimmed(without_byte_order_mark(trimmed(text)));
  for (; !text.empty(); text = trimmed(text)) {
    const std::string_view closing = text.starts_with("<!--") ? "-->"
                                     : text.starts_with("<?") ? "?>"
                                                              : "";
    const std::size_t end = closing.empty() ? nowhere : text.find(closing);
    if (end == nowhere) return false;
    text.remove_prefix(end + closing.size());
  }
  return true;
}

bool holds_known_element(pugi::xml_node root) {
  for (const pugi::xml_node child : root.children()) {
    if (element_of(child.name()) != Element::unknown) return true;
  }
  return false;
}

class PartReader {
 public:
  PartReader(const SourceText& source, Span part, const ReadLimits& limits)
      : source_(source), part_(part), limits_(limits) {}

  ReadResult read() {
    const std::string_view text = source_.text().substr(0, part_.end);
    const std::size_t root = find_ownership_document(text, part_.begin);
    if (root == nowhere) {
      return refused("wrong-root", "there is no <ownershipDocument>; this is another kind of XML",
                     source_.place(part_.begin));
    }
    if (auto refusal = refused_doctype(text.substr(part_.begin, root - part_.begin))) {
      return *std::move(refusal);
    }
    const std::size_t last = text.rfind(root_end);
    const std::size_t close = last == nowhere || last < root ? nowhere : text.find('>', last);
    const Span document{root, close == nowhere ? part_.end : close + 1};
    note_outside(text.substr(part_.begin, root - part_.begin), part_.begin);
    note_outside(text.substr(document.end), document.end);
    XmlText xml(source_, document);
    return parse(xml, last == nowhere || last < root);
  }

 private:
  std::optional<ReadResult> refused_doctype(std::string_view prologue) const {
    for (std::size_t at = prologue.find("<!"); at != nowhere; at = prologue.find("<!", at)) {
      const std::string_view rest = prologue.substr(at);
      if (rest.starts_with("<!DOCTYPE") || rest.starts_with("<!ENTITY")) {
        return doctype(source_.place(part_.begin + at));
      }
      // A comment declares nothing, whatever it says.
      at = rest.starts_with("<!--") ? prologue.find("-->", at) : at + 1;
    }
    return std::nullopt;
  }

  static ReadResult doctype(std::string place) {
    return refused("doctype-refused",
                   "the document declares a type or entities, which no filing does; get the file "
                   "from EDGAR itself",
                   std::move(place));
  }

  void note_outside(std::string_view text, std::size_t offset) {
    if (is_prologue(text)) return;
    outside_.push_back({"content-outside-document", Severity::note,
                        "what stands outside <ownershipDocument> is not read",
                        source_.place(offset)});
  }

  ReadResult parse(XmlText& xml, bool cut_off) {
    pugi::xml_document tree;
    const pugi::xml_parse_result first = load(tree, xml);
    if (first.status == pugi::status_ok) return read_tree(tree, xml);
    if (auto zero = refused_zero(source_, part_)) return *std::move(zero);
    const ReadResult refusal = malformed(first, xml, cut_off);
    if (refusal.refusal->code == "doctype-refused" || !xml.repair_markup()) return refusal;
    const pugi::xml_parse_result second = load(tree, xml);
    return second.status == pugi::status_ok ? read_tree(tree, xml) : refusal;
  }

  static pugi::xml_parse_result load(pugi::xml_document& tree, XmlText& xml) {
    std::string& buffer = xml.buffer();
    return tree.load_buffer_inplace(buffer.data(), buffer.size(), parse_flags, pugi::encoding_utf8);
  }

  ReadResult malformed(const pugi::xml_parse_result& failure, const XmlText& xml,
                       bool cut_off) const {
    const auto offset = static_cast<std::size_t>(failure.offset < 0 ? 0 : failure.offset);
    std::string place = xml.place(offset);
    if (failure.status == pugi::status_bad_doctype || stands_in_declaration(xml, offset)) {
      return doctype(std::move(place));
    }
    if (cut_off) {
      return refused(
          "xml-truncated",
          "the file ends before </ownershipDocument>, so a part is lost; download it again",
          std::move(place));
    }
    return refused("xml-malformed",
                   std::string("the XML is broken: ") + reason(failure.status) +
                       "; compare the place with the document on EDGAR, or download it again",
                   std::move(place));
  }

  // Whether the parser stopped at a declaration inside the document.
  bool stands_in_declaration(const XmlText& xml, std::size_t offset) const {
    const std::size_t at = xml.source_offset(offset);
    const std::string_view text = source_.text();
    const std::size_t open = text.rfind('<', at);
    if (open == nowhere || at - open > 10) return false;
    const std::string_view rest = text.substr(open);
    return rest.starts_with("<!DOCTYPE") || rest.starts_with("<!ENTITY") ||
           rest.starts_with("<!ELEMENT") || rest.starts_with("<!ATTLIST");
  }

  static const char* reason(pugi::xml_parse_status status) {
    switch (status) {
      case pugi::status_end_element_mismatch: return "an end tag does not match its start tag";
      case pugi::status_bad_end_element: return "an end tag is damaged";
      case pugi::status_bad_start_element: return "a start tag is damaged";
      case pugi::status_bad_attribute: return "an attribute is damaged";
      case pugi::status_bad_cdata: return "a CDATA section does not end";
      case pugi::status_bad_comment: return "a comment does not end";
      case pugi::status_bad_pi: return "a processing instruction does not end";
      case pugi::status_unrecognized_tag: return "a < begins no tag";
      default: return "it cannot be taken apart";
    }
  }

  // One name for the result on every path, so that no filing is ever moved.
  ReadResult read_tree(const pugi::xml_document& tree, const XmlText& xml) {
    ReadResult result;
    const pugi::xml_node root = tree.first_child();
    if (!holds_known_element(root)) {
      result.refusal = {
          "document-empty", Severity::error,
          "the <ownershipDocument> holds nothing that a filing holds; download it again",
          xml.place(0)};
      return result;
    }
    Filing& filing = result.filing.emplace();
    filing.diagnostics = std::move(outside_);
    filing.diagnostics.insert(filing.diagnostics.end(), xml.repairs().begin(), xml.repairs().end());
    XmlContext context(xml, limits_, filing);
    try {
      read_document(context, root);
      for (auto other = root.next_sibling(); other; other = other.next_sibling()) {
        context.keep_unread(other, "document-extra", "after the document, another element:");
      }
    } catch (const Refused& refusal) {
      result.filing.reset();
      result.refusal = refusal.diagnostic;
    }
    return result;
  }

  const SourceText& source_;
  const Span part_;
  const ReadLimits& limits_;
  Diagnostics outside_;
};

}  // namespace

ReadResult read_xml_part(const SourceText& source, Span part, const ReadLimits& limits) {
  return PartReader(source, part, limits).read();
}

}  // namespace stakebook
