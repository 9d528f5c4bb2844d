#include "filing/xml_output.h"

#include <type_traits>

#include "filing/field_text.h"
#include "value/text.h"

namespace stakebook {
namespace {

// Whether the readers make the field's value of its typed text again.
bool reads_back(const Field<std::string>& field) {
  return same_ignoring_case(field.as_filed, *field.value);
}
bool reads_back(const Field<bool>& field) { return boolean_from(field.as_filed).value == *field; }
bool reads_back(const Field<Date>& field) { return date_from(field.as_filed).value == *field; }
template <class Unit>
bool reads_back(const Field<Quantity<Unit>>& field) {
  return number_from(field.as_filed).value == field->amount();
}

}  // namespace

XmlOutput::XmlOutput(WrittenXml& written, const OwnershipDocument& document, bool typed)
    : written_(written), typed_(typed) {
  for (const Footnote& footnote : document.footnotes) defined_.insert(footnote.id);
}

template <class T>
std::string XmlOutput::text_of(const Field<T>& field) const {
  if (!field.value) return field.as_filed;
  const bool as_typed = typed_ && !field.as_filed.empty() && reads_back(field);
  return as_typed ? field.as_filed : canonical_text(*field.value);
}

void XmlOutput::begin_line() { written_.text.append(static_cast<std::size_t>(depth_) * 2, ' '); }

void XmlOutput::start_tag(Element element) {
  written_.text.append("<").append(name_of(element)).append(">");
}

void XmlOutput::end_tag(Element element) {
  written_.text.append("</").append(name_of(element)).append(">");
}

void XmlOutput::open(Element element) {
  begin_line();
  start_tag(element);
  written_.text += '\n';
  ++depth_;
}

void XmlOutput::close(Element element) {
  --depth_;
  begin_line();
  end_tag(element);
  written_.text += '\n';
}

Diagnostic XmlOutput::diagnostic(const char* code, Element element, std::string message) const {
  Subject subject = subject_;
  subject.element = element;
  return {code, Severity::warning, std::move(message), subject.to_text()};
}

void XmlOutput::object(const char* code, Element element, std::string message) {
  written_.objections.push_back(
      {std::string(name_of(element)), diagnostic(code, element, std::move(message))});
}

void XmlOutput::object_to_absence(Element element) {
  object("schema-element-missing", element, "the schema demands it, and the filing has none");
}

void XmlOutput::object_to_presence(Element element) {
  object("schema-element-unexpected", element, "the schema of this form has no such element here");
}

void XmlOutput::require_at_most(std::size_t most, std::size_t count, Element element) {
  if (count <= most) return;
  object("schema-count", element,
         "there are " + std::to_string(count) + ", and the schema takes at most " +
             std::to_string(most));
}

void XmlOutput::leave_out(const char* code, Element element, std::string message) {
  written_.left_out.push_back(
      {std::string(name_of(element)), diagnostic(code, element, std::move(message))});
}

void XmlOutput::escaped(Element element, std::string_view text, Quoting quoting) {
  const std::size_t replaced = append_escaped(written_.text, text, quoting);
  if (replaced == 0) return;
  leave_out("character-left-out", element,
            "XML cannot hold " + std::to_string(replaced) +
                (replaced == 1 ? " character" : " characters") +
                " of its text; U+FFFD stands in its place");
}

void XmlOutput::check(Element element, std::string_view text, const SchemaValue& value) {
  if (const auto objection = objection_to(text, value)) {
    object("schema-value", element, in_quotes(text) + ": " + *objection);
  }
}

void XmlOutput::text(Element element, std::string_view text, const SchemaValue& value,
                     Presence presence) {
  const bool blank =
      presence == Presence::empty && value.least == 1 && value.type == SchemaType::text;
  if (blank) text = " ";
  check(element, text, value);
  escaped(element, text, Quoting::text);
}

void XmlOutput::cite(Element element, const std::vector<FootnoteId>& ids, bool allowed,
                     std::size_t most) {
  std::set<std::string_view> cited;
  for (const FootnoteId& id : ids) {
    if (id.empty() || !cited.insert(id).second) {
      leave_out("citation-left-out", element, "it cites a footnote twice, or one without an id");
      continue;
    }
    written_.text += "<footnoteId id=\"";
    escaped(element, id, Quoting::attribute);
    written_.text += "\"/>";
    if (!allowed) {
      object("schema-footnote", element, "the schema lets it cite no footnote");
    } else if (!is_schema_footnote_id(id)) {
      object("schema-footnote", element, in_quotes(id) + ": the schema knows F1 to F99");
    } else if (defined_.count(id) == 0) {
      object("schema-footnote-dangling", element, "it cites " + id + ", and there is none");
    }
  }
  require_at_most(most, cited.size(), element);
}

void XmlOutput::footnote_ids(Element element, const std::vector<FootnoteId>& ids) {
  if (ids.empty()) return;
  begin_line();
  cite(element, ids, true, footnotes_max);
  written_.text += '\n';
}

void XmlOutput::footnote(const Footnote& footnote) {
  begin_line();
  written_.text += "<footnote";
  if (!footnote.id.empty()) {
    written_.text += " id=\"";
    escaped(Element::footnote, footnote.id, Quoting::attribute);
    written_.text += '"';
  }
  written_.text += '>';
  escaped(Element::footnote, footnote.text, Quoting::text);
  end_tag(Element::footnote);
  written_.text += '\n';
  if (!is_schema_footnote_id(footnote.id)) {
    object("schema-footnote", Element::footnote,
           in_quotes(footnote.id) + ": the schema knows F1 to F99");
  } else if (!written_footnotes_.insert(footnote.id).second) {
    object("schema-footnote", Element::footnote, "a second one has the id " + footnote.id);
  }
}

template <class T>
void XmlOutput::plain(Element element, const Field<T>& field, const Demand& demand) {
  if (!is_there(field)) {
    if (demand.need == Need::value) object_to_absence(element);
    return;
  }
  if (demand.need == Need::absence) object_to_presence(element);
  if (field.presence == Presence::absent) {
    leave_out(
        "presence-left-out", element,
        "it has footnotes and is not there itself, which XML cannot say; it is written empty");
  }
  begin_line();
  start_tag(element);
  text(element, text_of(field), demand.value, field.presence);
  cite(element, field.footnotes, false, footnotes_max);
  end_tag(element);
  written_.text += '\n';
}

template <class T>
void XmlOutput::wrapped(Element element, const Field<T>& field, const Demand& demand) {
  if (!is_there(field)) {
    if (demand.need == Need::value || demand.need == Need::value_or_footnote) {
      object_to_absence(element);
    }
    return;
  }
  begin_line();
  start_tag(element);
  if (field.presence != Presence::absent) {
    start_tag(Element::value);
    text(element, text_of(field), demand.value, field.presence);
    end_tag(Element::value);
  }
  const bool for_footnote =
      demand.need == Need::value_or_footnote || demand.need == Need::something_if_there;
  const bool has_value = field.presence != Presence::absent;
  cite(element, field.footnotes, demand.footnotes,
       footnotes_max - (for_footnote && has_value ? 1 : 0));
  end_tag(element);
  written_.text += '\n';
  if (demand.need == Need::absence) return object_to_presence(element);
  if (!has_value && !for_footnote && demand.need != Need::nothing) {
    object("schema-value-missing", element, "the schema demands a value, and there is a footnote");
  }
}

template void XmlOutput::plain(Element, const Field<std::string>&, const Demand&);
template void XmlOutput::plain(Element, const Field<bool>&, const Demand&);
template void XmlOutput::plain(Element, const Field<Date>&, const Demand&);
template void XmlOutput::wrapped(Element, const Field<std::string>&, const Demand&);
template void XmlOutput::wrapped(Element, const Field<Date>&, const Demand&);
template void XmlOutput::wrapped(Element, const Field<Shares>&, const Demand&);
template void XmlOutput::wrapped(Element, const Field<Price>&, const Demand&);
template void XmlOutput::wrapped(Element, const Field<Money>&, const Demand&);

}  // namespace stakebook
