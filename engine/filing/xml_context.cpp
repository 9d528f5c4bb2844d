#include "filing/xml_context.h"

#include <cstring>
#include <pugixml.hpp>
#include <utility>

#include "filing/xml_node.h"
#include "value/text.h"

namespace stakebook {
namespace {

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }
bool is_reference(pugi::xml_node node) { return std::strcmp(node.name(), "footnoteId") == 0; }

// "[2]" for the second of several siblings of one name; nothing for the only one.
std::string position_among_siblings(pugi::xml_node node) {
  std::size_t position = 1;
  bool alone = true;
  for (auto other = node.previous_sibling(); other; other = other.previous_sibling()) {
    if (std::strcmp(other.name(), node.name()) == 0) ++position;
  }
  if (position == 1) alone = !node.next_sibling(node.name());
  if (position == 1 && alone) return {};
  return "[" + std::to_string(position) + "]";
}

// Whether the letters on both sides of an element's edge can be one word: "pre<b>fix</b>".
bool is_within_words(pugi::xml_node element) {
  for (const std::string_view name :
       {"b", "i", "u", "s", "em", "strong", "small", "font", "span", "a", "sup", "sub"}) {
    if (same_ignoring_case(element.name(), name)) return true;
  }
  return false;
}

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

bool has_elements(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    if (is_element(child)) return true;
  }
  return false;
}

// A leaf's text; the markup of anything larger.
std::string whole_text(pugi::xml_node node) {
  if (!is_element(node)) return collapsed(node.value());
  if (has_elements(node)) {
    StringWriter writer;
    node.print(writer, "", pugi::format_raw);
    return writer.text;
  }
  std::string text = node.value();
  for (const pugi::xml_node child : node.children()) text.append(child.value());
  return collapsed(text);
}

}  // namespace

std::size_t XmlContext::offset_of(pugi::xml_node node) {
  // An element's own offset is that of its name, behind the <.
  const std::ptrdiff_t offset = node.offset_debug() - (is_element(node) ? 1 : 0);
  return offset < 0 ? 0 : static_cast<std::size_t>(offset);
}

void XmlContext::diagnose(const char* code, Severity severity, const std::string& message,
                          std::size_t offset) {
  const std::string place = text_.place(offset);
  if (diagnostics_.size() >= limits_.findings_max) {
    throw Refused{{"limit-exceeded", Severity::error,
                   "more than " + std::to_string(limits_.findings_max) +
                       " things in it are out of order; it is hardly an ownership document",
                   place}};
  }
  const bool named = subject_.row != 0 || subject_.element != Element::unknown;
  diagnostics_.push_back(
      {code, severity, named ? subject_.to_text() + ": " + message : message, place});
}

void XmlContext::diagnose(const char* code, Severity severity, const std::string& message,
                          pugi::xml_node node) {
  diagnose(code, severity, message, offset_of(node));
}

void XmlContext::keep(std::string path, std::string text, pugi::xml_node where, const char* code,
                      const std::string& message) {
  diagnose(code, Severity::warning, message + " " + path + " is kept unread", where);
  document_.unread.push_back({std::move(path), std::move(text)});
}

void XmlContext::keep_unread(pugi::xml_node node, const char* code, const std::string& message) {
  // A filer's own copy holds the owner's password for EDGAR, which a ledger for ever must not.
  const auto is_password = [](pugi::xml_node part) {
    return std::string_view(part.name()) == "rptOwnerCcc";
  };
  if (is_password(node) || node.find_node(is_password)) {
    document_.unread.push_back({path_of(node), "(left out)"});
    return diagnose("password-left-out", Severity::note,
                    "the filer's password for EDGAR is not taken into the ledger", node);
  }
  const Subject before = std::exchange(subject_, {});
  keep(path_of(node), whole_text(node), node, code, message);
  subject_ = before;
  if (!is_element(node)) return;
  if (is_reference(node)) {
    footnotes_.cite(trimmed(node.attribute("id").value()), offset_of(node), subject_);
    document_.unread.back().text = collapsed(node.attribute("id").value());
  } else if (!has_elements(node)) {
    keep_attributes(node);
  }
}

void XmlContext::keep_attributes(pugi::xml_node element, std::string_view except) {
  const Subject before = std::exchange(subject_, {});
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    // Declarations and hints for validators say nothing about the filing.
    if (name.starts_with("xmlns") || name.starts_with("xsi:") || name == except) continue;
    keep(path_of(element) + "/@" + std::string(name), collapsed(attribute.value()), element,
         "attribute-unread", "the attribute");
  }
  subject_ = before;
}

void XmlContext::keep_stray_text(pugi::xml_node element) {
  const Subject before = std::exchange(subject_, {});
  std::string text = element.value();
  for (const pugi::xml_node child : element.children()) {
    if (!is_element(child)) text.append(child.value());
  }
  text = collapsed(text);
  if (!text.empty()) {
    keep(path_of(element) + "/text()", std::move(text), element, "text-unread", "the text");
  }
  subject_ = before;
}

void XmlContext::refuse_count(std::size_t limit, const char* what,
                              const pugi::xml_node& node) const {
  refuse_limit("it has more than " + std::to_string(limit) + " " + what, node);
}

void XmlContext::refuse_limit(const std::string& message, const pugi::xml_node& node) const {
  throw Refused{{"limit-exceeded", Severity::error,
                 message + ", which no ownership document has; check where the file comes from",
                 text_.place(offset_of(node))}};
}

std::string XmlContext::text_of(pugi::xml_node element, bool skip_references) {
  if (!exists(element.first_child())) {
    const std::string_view text = element.value();
    require_at_most(limits_.text_max, text.size(), "characters in one text", element);
    return collapsed_fast(text);
  }
  std::string text;
  append_text(element, text, 0, skip_references);
  for (const pugi::xml_node child : element.children()) {
    if (!is_element(child) || is_reference(child)) continue;
    diagnose("markup-in-text", Severity::note,
             "elements within its text are left out, their text kept", element);
    break;
  }
  return collapsed_fast(text);
}

void XmlContext::append_text(pugi::xml_node element, std::string& text, int depth,
                             bool skip_references) {
  if (depth > limits_.depth_max) {
    refuse_limit("its elements are nested more than " + std::to_string(limits_.depth_max) + " deep",
                 element);
  }
  text.append(element.value());
  for (const pugi::xml_node child : element.children()) {
    if (!is_element(child)) {
      text.append(child.value());
    } else if (!is_reference(child)) {
      const char* const edge = is_within_words(child) ? "" : " ";
      text.append(edge);
      append_text(child, text, depth + 1, skip_references);
      text.append(edge);
    } else if (depth > 0 || !skip_references) {
      text.append(" ").append(child.attribute("id").value()).append(" ");
    }
    require_at_most(limits_.text_max, text.size(), "characters in one text", element);
  }
}

std::string XmlContext::path_of(pugi::xml_node node) const {
  std::string path;
  int depth = 0;
  for (; node && node.type() != pugi::node_document; node = node.parent()) {
    if (++depth > limits_.depth_max) refuse_limit("its elements are nested too deep", node);
    std::string step = is_element(node) ? node.name() + position_among_siblings(node) : "text()";
    path = path.empty() ? step : step.append("/").append(path);
  }
  return path;
}

void XmlContext::read_footnote_id(pugi::xml_node element, std::vector<FootnoteId>& footnotes) {
  static constexpr std::size_t references_max = 1'000;  // EDGAR's own limit is 99
  pugi::xml_attribute id = element.first_attribute();
  if (!exists(id) || std::strcmp(id.name(), "id") != 0) id = element.attribute("id");
  std::string_view name = trimmed(id.value());
  if (name.empty()) {
    name = trimmed(element.value());
    diagnose("footnote-without-id", Severity::warning,
             name.empty() ? "a footnoteId names no footnote" : "a footnoteId has its name as text",
             element);
    if (name.empty()) return;
  } else if (exists(id.next_attribute()) || exists(id.previous_attribute()) ||
             exists(element.first_child()) || *element.value() != '\0') {
    keep_unread(element, "footnote-reference-unread", "besides its id, something else in");
  }
  footnotes_.cite(name, offset_of(element), subject_);
  for (const FootnoteId& earlier : footnotes) {
    if (earlier != name) continue;
    diagnose("footnote-repeated", Severity::note,
             "the footnote " + earlier + " is cited twice by one field; once is kept", element);
    return;
  }
  require_at_most(references_max, footnotes.size() + 1, "footnotes on one field", element);
  footnotes.emplace_back(name);
}

}  // namespace stakebook
