// Reads an EDGAR full-submission text: the header, then the document that is the form.
//
//   <SEC-HEADER> ... </SEC-HEADER>
//   <DOCUMENT> <TYPE>4 ... <TEXT> <XML> <ownershipDocument> ... </XML> </TEXT> </DOCUMENT>
//   <DOCUMENT> <TYPE>EX-24 ...
//
// The form is the first document that holds an ownership document; before June 2003 it is the
// printed form as text. Exhibits are not read, and a note says which there are.

#include <algorithm>
#include <utility>
#include <vector>

#include "filing/html_reader.h"
#include "filing/readers.h"
#include "filing/submission_header.h"
#include "value/text.h"

namespace stakebook {
namespace {

struct Document {
  std::string type;
  Span text;  // what stands in <TEXT>, or in <XML> within it
  std::size_t offset = 0;
};

class SubmissionReader {
 public:
  SubmissionReader(const SourceText& source, Span part, const ReadLimits& limits)
      : source_(source),
        begin_(part.begin),
        text_(source.text().substr(0, part.end)),
        limits_(limits) {}

  ReadResult read() {
    const Span header = find_header();
    Diagnostics diagnostics;
    const Submission submission = read_submission_header(source_, header, diagnostics);
    const std::vector<Document> documents = find_documents(header.end);
    const auto form = std::find_if(documents.begin(), documents.end(),
                                   [&](const Document& d) { return holds_ownership(d); });
    ReadResult result;
    if (form != documents.end()) {
      result = read_xml_part(source_, form->text, limits_);
    } else {
      result = read_printed(documents, submission);
    }
    if (!result.filing) return result;
    note_others(documents, form == documents.end() ? documents.begin() : form, diagnostics);
    Filing& filing = *result.filing;
    if (form != documents.end()) filing.format = SourceFormat::submission_text;
    filing.submission = submission;
    filing.diagnostics.insert(filing.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    return result;
  }

 private:
  // The header stands between its tags; without them it is all that comes before the documents.
  Span find_header() const {
    const std::size_t first_document = std::min(text_.find("<DOCUMENT>", begin_), text_.size());
    std::size_t end = first_document;
    for (const std::string_view tag : {"</SEC-HEADER>", "</IMS-HEADER>"}) {
      end = std::min(end, text_.find(tag, begin_));
    }
    return {begin_, end};
  }

  std::vector<Document> find_documents(std::size_t from) const {
    static constexpr std::size_t documents_max = 1'000;
    std::vector<Document> documents;
    std::size_t at = text_.find("<DOCUMENT>", from);
    if (at == nowhere) return {{"", text_span(from, text_.size()), from}};
    while (at != nowhere && documents.size() < documents_max) {
      const std::size_t next = text_.find("<DOCUMENT>", at + 1);
      const std::size_t close = text_.find("</DOCUMENT>", at);
      const std::size_t end = std::min({next, close, text_.size()});
      documents.push_back({value_of("<TYPE>", at, end), text_span(at, end), at});
      at = next;
    }
    return documents;
  }

  // What follows a tag on its line.
  std::string value_of(std::string_view tag, std::size_t from, std::size_t to) const {
    const std::string_view part = text_.substr(from, to - from);
    const std::size_t at = part.find(tag);
    if (at == nowhere) return {};
    const std::size_t start = at + tag.size();
    const std::size_t end = part.find_first_of("\r\n<", start);
    return std::string(trimmed(part.substr(start, end == nowhere ? nowhere : end - start)));
  }

  Span text_span(std::size_t from, std::size_t to) const {
    Span span{from, to};
    narrow(span, "<TEXT>", "</TEXT>");
    narrow(span, "<XML>", "</XML>");
    return span;
  }

  void narrow(Span& span, std::string_view open, std::string_view close) const {
    const std::string_view part = text_.substr(span.begin, span.end - span.begin);
    const std::size_t start = part.find(open);
    if (start == nowhere) return;
    const std::size_t end = part.rfind(close);
    if (end != nowhere && end > start) span.end = span.begin + end;
    span.begin += start + open.size();
  }

  std::string_view view(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  bool holds_ownership(const Document& document) const {
    return view(document.text).find("<ownershipDocument") != nowhere;
  }

  ReadResult read_printed(const std::vector<Document>& documents, const Submission& submission) {
    const Document& first = documents.front();
    const std::string form = submission.form.value_or(first.type);
    if (!form.empty() && !is_ownership_form(form)) {
      return refused(
          "not-an-ownership-form",
          "the submission is a form " + form.substr(0, 60) + ", and only forms 3, 4 and 5 are read",
          source_.place(first.offset));
    }
    ReadResult printed = looks_like_html_form(view(first.text))
                             ? read_printed_html(view(first.text), limits_)
                             : read_printed_text(view(first.text), limits_);
    if (printed.filing) {
      // What EDGAR says it is, where the page does not.
      auto& type = printed.filing->document.document_type;
      if (!type.has_value() && is_ownership_form(form)) {
        type.presence = Presence::given;
        type.value = form;
      }
      return printed;
    }
    return refused(
        "submission-without-xml",
        "the submission holds no <ownershipDocument>, as those before June 2003, and its "
        "text is not a printed form that can be read (" +
            printed.refusal->message + "); enter what it says as records",
        source_.place(first.offset));
  }

  static bool is_ownership_form(std::string_view form) {
    return !form.empty() && form[0] >= '3' && form[0] <= '5' &&
           (form.size() == 1 || form.substr(1) == "/A");
  }

  template <class Iterator>
  void note_others(const std::vector<Document>& documents, Iterator form,
                   Diagnostics& diagnostics) const {
    for (auto document = documents.begin(); document != documents.end(); ++document) {
      if (document == form) continue;
      const bool ownership = holds_ownership(*document);
      diagnostics.push_back(
          {ownership ? "document-extra" : "exhibit-unread",
           ownership ? Severity::warning : Severity::note,
           ownership ? "the submission holds a second ownership document, which is not read"
                     : "the document " + document->type.substr(0, 60) + " is not read",
           source_.place(document->offset)});
    }
  }

  const SourceText& source_;
  const std::size_t begin_;
  const std::string_view text_;  // of the source, to the end of the submission
  const ReadLimits& limits_;
};

}  // namespace

ReadResult read_submission(const SourceText& source, Span part, const ReadLimits& limits) {
  return SubmissionReader(source, part, limits).read();
}

}  // namespace stakebook
