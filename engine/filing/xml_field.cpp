#include <cstdint>
#include <pugixml.hpp>

#include "filing/field_text.h"
#include "filing/xml_context.h"
#include "filing/xml_node.h"
#include "value/text.h"

namespace stakebook {
namespace {

// The text of an element without children, its ends trimmed.
std::string_view plain_text(pugi::xml_node element) {
  const std::string_view text = element.value();
  const auto is_text = [](char c) { return !is_space(c) && (c & 0x80) == 0; };
  return text.empty() || (is_text(text.front()) && is_text(text.back())) ? text
                                                                         : trimmed_text(text);
}

enum class Child : std::uint8_t { text, value, footnote_id, other };

Child kind_of(pugi::xml_node child) {
  const char* const name = child.name();
  // Compared letter by letter: the two names make up half of all elements, and a call costs more.
  const auto is = [name](std::string_view other) {
    for (std::size_t i = 0; i < other.size(); ++i) {
      if (name[i] != other[i]) return false;
    }
    return name[other.size()] == '\0';
  };
  if (*name == '\0') return Child::text;
  return is("value") ? Child::value : is("footnoteId") ? Child::footnote_id : Child::other;
}

// <field><value>text</value></field> and nothing else: how nearly every field is written.
bool is_lone_value(pugi::xml_node element, pugi::xml_node first) {
  return exists(first) && kind_of(first) == Child::value && !exists(first.next_sibling()) &&
         *element.value() == '\0' && !exists(first.first_attribute());
}

}  // namespace

template <class T>
void XmlContext::read_plain(pugi::xml_node element, Field<T>& field) {
  if (exists(element.first_attribute())) keep_attributes(element);
  if (exists(element.first_child()) && exists(element.child("value"))) {
    diagnose("value-wrapped", Severity::note, "its text stands in a <value>, as only rows have it",
             element);
    return read_wrapped(element, field);
  }
  take_text(element, field);
}

template <class T>
void XmlContext::read_wrapped(pugi::xml_node element, Field<T>& field) {
  if (exists(element.first_attribute())) keep_attributes(element);
  const pugi::xml_node first = element.first_child();
  if (is_lone_value(element, first)) return take_text(first, field);
  bool has_text = *element.value() != '\0';
  pugi::xml_node value;
  for_each_child(element, [&](pugi::xml_node child) {
    switch (kind_of(child)) {
      case Child::text: has_text = true; break;
      case Child::footnote_id: read_footnote_id(child, field.footnotes); break;
      case Child::other: keep_unread(child, "element-unread", "the element"); break;
      case Child::value:
        if (exists(value)) {
          keep_unread(child, "element-duplicate", "a second value,");
        } else {
          value = child;
        }
    }
  });
  if (exists(value)) {
    if (exists(value.first_attribute())) keep_attributes(value);
    take_text(value, field);
    if (has_text) keep_stray_text(element);
  } else if (has_text) {
    std::string text = element.value();
    for (const pugi::xml_node child : element.children()) {
      if (child.type() != pugi::node_element) text.append(child.value());
    }
    text = collapsed(text);
    if (text.empty()) return;
    diagnose("value-unwrapped", Severity::note, "its text stands outside a <value>", element);
    take<T>(text, element, field);
  }
}

template <class T>
void XmlContext::take_text(pugi::xml_node holder, Field<T>& field) {
  if (!exists(holder.first_child())) return take<T>(plain_text(holder), holder, field);
  for_each_child(holder, [&](pugi::xml_node child) {
    if (kind_of(child) == Child::footnote_id) read_footnote_id(child, field.footnotes);
  });
  take<T>(text_of(holder, true), holder, field);
}

template <class T>
void XmlContext::take(std::string_view text, pugi::xml_node where, Field<T>& field) {
  require_at_most(limits_.text_max, text.size(), "characters in one text", where);
  field.presence = text.empty() ? Presence::empty : Presence::given;
  if (text.empty()) return;
  interpret(text, field, [&](const char* code, Severity severity, const std::string& message) {
    diagnose(code, severity, message, where);
  });
}

void XmlContext::check_code(pugi::xml_node element, Field<std::string>& field,
                            const KnownCodes& known) {
  stakebook::check_code(field, known,
                        [&](const char* code, Severity severity, const std::string& message) {
                          diagnose(code, severity, message, element);
                        });
}

template void XmlContext::read_plain(pugi::xml_node, Field<std::string>&);
template void XmlContext::read_plain(pugi::xml_node, Field<bool>&);
template void XmlContext::read_plain(pugi::xml_node, Field<Date>&);
template void XmlContext::read_wrapped(pugi::xml_node, Field<std::string>&);
template void XmlContext::read_wrapped(pugi::xml_node, Field<Date>&);
template void XmlContext::read_wrapped(pugi::xml_node, Field<Shares>&);
template void XmlContext::read_wrapped(pugi::xml_node, Field<Price>&);
template void XmlContext::read_wrapped(pugi::xml_node, Field<Money>&);

}  // namespace stakebook
