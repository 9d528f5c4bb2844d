// Reads an EDGAR full-submission text: the header, then the document that is the form.
//
//   <SEC-HEADER> ... </SEC-HEADER>
//   <DOCUMENT> <TYPE>4 ... <TEXT> <XML> <ownershipDocument> ... </XML> </TEXT> </DOCUMENT>
//   <DOCUMENT> <TYPE>EX-24 ...
//
// The form is the first document of a form's type that holds an ownership document, else the first
// that holds one; before June 2003 it is the printed form as text. Exhibits are not read, and a
// note says which there are.

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
  Span text;  // what stands in <TEXT>, or in the <XML> within it that is the form
  std::vector<Span> other_blocks;  // of <XML>
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
    const auto form = find_form(documents);
    ReadResult result;
    if (form != documents.end()) {
      result = read_xml_part(source_, form->text, limits_);
    } else {
      result = read_printed(documents, submission);
    }
    if (!result.filing) return result;
    note_others(documents, form == documents.end() ? documents.begin() : form, diagnostics);
    Filing& filing = *result.filing;
    if (form != documents.end()) {
      filing.format = SourceFormat::submission_text;
      compare(submission, filing.document, header, diagnostics);
    }
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
    if (at == nowhere) return {document_in("", from, text_.size())};
    while (at != nowhere && documents.size() < documents_max) {
      const std::size_t next = text_.find("<DOCUMENT>", at + 1);
      const std::size_t close = text_.find("</DOCUMENT>", at);
      const std::size_t end = std::min({next, close, text_.size()});
      documents.push_back(document_in(value_of("<TYPE>", at, end), at, end));
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

  Document document_in(std::string type, std::size_t from, std::size_t to) const {
    Document document{std::move(type), {from, to}, {}, from};
    narrow(document.text, "<TEXT>", "</TEXT>");
    std::vector<Span> blocks = xml_blocks(document.text);
    if (blocks.empty()) return document;
    auto form = std::find_if(blocks.begin(), blocks.end(),
                             [&](Span block) { return holds_ownership(block); });
    if (form == blocks.end()) form = blocks.begin();
    document.text = *form;
    blocks.erase(form);
    document.other_blocks = std::move(blocks);
    return document;
  }

  std::vector<Span> xml_blocks(Span text) const {
    constexpr std::string_view open = "<XML>";
    std::vector<Span> blocks;
    for (std::size_t at = find_in(open, text.begin, text.end); at != nowhere;) {
      at += open.size();
      blocks.push_back({at, std::min(text_.find("</XML>", at), text.end)});
      at = find_in(open, blocks.back().end, text.end);
    }
    return blocks;
  }

  std::size_t find_in(std::string_view tag, std::size_t from, std::size_t to) const {
    return text_.substr(0, to).find(tag, from);
  }

  void narrow(Span& span, std::string_view open, std::string_view close) const {
    const std::string_view part = view(span);
    const std::size_t start = part.find(open);
    if (start == nowhere) return;
    const std::size_t end = part.rfind(close);
    if (end != nowhere && end > start) span.end = span.begin + end;
    span.begin += start + open.size();
  }

  std::string_view view(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  bool holds_ownership(Span text) const { return view(text).find("<ownershipDocument") != nowhere; }

  // An exhibit may speak of the element, or hold a copy of the form.
  std::vector<Document>::const_iterator find_form(const std::vector<Document>& documents) const {
    const auto holds = [&](const Document& one) { return holds_ownership(one.text); };
    const auto form = std::find_if(documents.begin(), documents.end(), [&](const Document& one) {
      return is_ownership_form(one.type) && holds(one);
    });
    return form != documents.end() ? form : std::find_if(documents.begin(), documents.end(), holds);
  }

  // EDGAR's header repeats what the document says of itself.
  void compare(const Submission& submission, const OwnershipDocument& document, Span header,
               Diagnostics& diagnostics) const {
    const auto differ = [&](const std::string& what, const std::string& said,
                            const std::string& filed) {
      diagnostics.push_back(
          {"header-differs", Severity::warning,
           "the header gives " + what + " " + said + ", the document " + filed + ", which counts",
           source_.place(header.begin)});
    };
    const auto& form = document.document_type.value;
    if (submission.form && form && *submission.form != *form) {
      differ("the form", *submission.form, *form);
    }
    const auto& period = document.period_of_report.value;
    if (submission.period && period && *submission.period != *period) {
      differ("the period", submission.period->to_text(), period->to_text());
    }
    const auto issuer = document.issuer.cik();
    if (submission.issuer_cik && issuer && *submission.issuer_cik != *issuer) {
      differ("the issuer", submission.issuer_cik->to_text(), issuer->to_text());
    }
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

  template <class Iterator>
  void note_others(const std::vector<Document>& documents, Iterator form,
                   Diagnostics& diagnostics) const {
    const auto note = [&](bool ownership, const std::string& what, std::size_t offset) {
      diagnostics.push_back(
          {ownership ? "document-extra" : "exhibit-unread",
           ownership ? Severity::warning : Severity::note,
           ownership ? "the submission holds a second ownership document, which is not read"
                     : what + " is not read",
           source_.place(offset)});
    };
    for (auto document = documents.begin(); document != documents.end(); ++document) {
      if (document != form) {
        const bool is_form = document->type.empty() || is_ownership_form(document->type);
        note(is_form && holds_ownership(document->text),
             "the document " + document->type.substr(0, 60), document->offset);
        continue;
      }
      for (const Span& block : document->other_blocks) {
        note(holds_ownership(block), "another <XML> of the form", block.begin);
      }
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
