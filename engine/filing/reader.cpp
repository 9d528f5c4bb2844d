#include "filing/reader.h"

#include <algorithm>
#include <utility>

#include "filing/filing_parts.h"
#include "filing/html_reader.h"
#include "filing/printed_reader.h"
#include "filing/readers.h"
#include "value/text.h"

namespace stakebook {
namespace {

// How much of a file is looked at to tell what it is: headers and prologues are far shorter.
constexpr std::size_t head_size = 65'536;

bool begins_submission(std::string_view head) {
  for (const std::string_view tag :
       {"<SEC-DOCUMENT>", "<SEC-HEADER>", "<IMS-DOCUMENT>", "<IMS-HEADER>", "<SUBMISSION>"}) {
    if (head.find(tag) != nowhere) return true;
  }
  return head.find("<DOCUMENT>") != nowhere && head.find("<TYPE>") != nowhere;
}

// The name of the first element, for a message; empty where there is none.
std::string root_name(std::string_view text) {
  for (std::size_t at = text.find('<'); at != nowhere; at = text.find('<', at + 1)) {
    if (at + 1 >= text.size() || !is_letter(text[at + 1])) continue;
    const std::size_t end = text.find_first_of(" \t\r\n/>", at);
    return std::string(text.substr(at + 1, std::min<std::size_t>(end - at - 1, 60)));
  }
  return {};
}

constexpr const char* remedy =
    "; give it an ownership XML document or the full text of a submission, as EDGAR serves them";

ReadResult not_a_filing(const SourceText& source) {
  const std::string_view text = source.text();
  const std::string_view start = trimmed(without_byte_order_mark(text));
  const auto starts = [&](std::string_view part) {
    return same_ignoring_case(start.substr(0, part.size()), part);
  };
  if (starts("%PDF") || starts("PK\x03")) {
    return refused_as("a PDF or zip file, not a filing");
  }
  if (starts("<html") || starts("<!doctype html")) {
    return refused_as("a web page, not a filing");
  }
  if (auto refusal = refused_zero(source, {0, text.size()})) return *std::move(refusal);
  if (starts("{") || starts("[")) return refused_as("no filing");
  const std::string root = starts("<") ? root_name(start.substr(0, head_size)) : std::string();
  if (root.empty()) return refused_as("no filing");
  return refused("wrong-root",
                 "the root element is <" + root + ">, not <ownershipDocument>" + remedy,
                 "line 1, column 1");
}

// The refusals that hold for every format.
std::optional<ReadResult> refused_bytes(std::string_view bytes, const ReadLimits& limits) {
  if (trimmed(without_byte_order_mark(bytes)).empty()) {
    return refused("file-empty", "the file is empty; download it again");
  }
  if (bytes.size() > limits.bytes_max) {
    return refused("limit-exceeded", "the file has " + std::to_string(bytes.size()) +
                                         " bytes, more than the " +
                                         std::to_string(limits.bytes_max) + " that are read");
  }
  return std::nullopt;
}

ReadResult with_note_of_utf16(ReadResult result) {
  if (!result.filing) return result;
  Diagnostics& diagnostics = result.filing->diagnostics;
  diagnostics.insert(
      diagnostics.begin(),
      {"encoding-converted", Severity::note, "the text is UTF-16 and is read as such", {}});
  return result;
}

// Each result is returned where it is made, so that no filing is moved.
template <class Read>
ReadResult read_with(std::string_view bytes, const ReadLimits& limits, Read&& read) {
  if (auto refusal = refused_bytes(bytes, limits)) return *std::move(refusal);
  const SourceText source(bytes);
  return source.was_utf16() ? with_note_of_utf16(read(source)) : read(source);
}

// For the formats that are searched line by line; a zero byte stops the XML parser by itself.
template <class Read>
ReadResult read_lines(const SourceText& source, Span part, Read&& read) {
  auto refusal = refused_zero(source, part);
  return refusal ? *std::move(refusal) : read();
}

ReadResult read_part(const SourceText& source, Span part, SourceFormat format,
                     const ReadLimits& limits) {
  switch (format) {
    case SourceFormat::submission_text:
      return read_lines(source, part, [&] { return read_submission(source, part, limits); });
    case SourceFormat::ownership_xml: return read_xml_part(source, part, limits);
    case SourceFormat::printed_text:
      return read_lines(source, part, [&] {
        return read_printed_text(source.text().substr(part.begin, part.end - part.begin), limits);
      });
    case SourceFormat::printed_html:
      return read_lines(source, part, [&] {
        return read_printed_html(source.text().substr(part.begin, part.end - part.begin), limits);
      });
    case SourceFormat::quarterly_tables: break;  // eight files: QuarterlyTables
  }
  return not_a_filing(source);
}

}  // namespace

ReadResult refused(const char* code, std::string message, std::string place) {
  return {std::nullopt, Diagnostic{code, Severity::error, std::move(message), std::move(place)}};
}

ReadResult refused_size(std::string_view what, std::size_t limit) {
  return refused("limit-exceeded", "the page has more than " + std::to_string(limit) + " " +
                                       std::string(what) + ", the most that are read");
}

ReadResult refused_as(std::string_view what) {
  return refused("not-a-filing", "this is " + std::string(what) + remedy);
}

std::optional<ReadResult> refused_zero(const SourceText& source, Span part) {
  const std::size_t zero = source.text().find('\0', part.begin);
  if (zero >= part.end) return std::nullopt;
  return refused("not-text", "the file holds a zero byte, so it is no text; download it again",
                 source.place(zero));
}

std::optional<SourceFormat> format_of(std::string_view text) {
  // A submission's tags stand before its ownership document; only what is before is searched.
  const std::size_t document = text.find("<ownershipDocument");
  if (begins_submission(text.substr(0, std::min(document, head_size)))) {
    return SourceFormat::submission_text;
  }
  if (document != nowhere) return SourceFormat::ownership_xml;
  if (looks_like_printed_form(text)) return SourceFormat::printed_text;
  if (looks_like_html_form(text)) return SourceFormat::printed_html;
  return std::nullopt;
}

std::optional<SourceFormat> detect_format(std::string_view bytes) {
  return format_of(SourceText(bytes).text());
}

ReadResult read_filing(std::string_view bytes, const ReadLimits& limits) {
  return read_with(bytes, limits, [&](const SourceText& source) {
    const auto format = format_of(source.text());
    return format ? read_part(source, {0, source.text().size()}, *format, limits)
                  : not_a_filing(source);
  });
}

std::vector<ReadResult> read_filings(std::string_view bytes, const ReadLimits& limits) {
  std::vector<ReadResult> results;
  if (auto refusal = refused_bytes(bytes, limits)) {
    results.push_back(*std::move(refusal));
    return results;
  }
  const SourceText source(bytes);
  const auto format = format_of(source.text());
  if (!format) {
    results.push_back(not_a_filing(source));
    return results;
  }
  const std::vector<Span> parts = filing_parts(source.text(), *format, limits.filings_max + 1);
  for (const Span& part : parts) {
    if (results.size() == limits.filings_max) {
      results.push_back(refused("limit-exceeded",
                                "the file holds more than " + std::to_string(limits.filings_max) +
                                    " filings; those from here on are not read",
                                source.place(part.begin)));
      break;
    }
    ReadResult result = read_part(source, part, *format, limits);
    results.push_back(source.was_utf16() ? with_note_of_utf16(std::move(result))
                                         : std::move(result));
  }
  return results;
}

ReadResult read_ownership_xml(std::string_view bytes, const ReadLimits& limits) {
  return read_with(bytes, limits, [&](const SourceText& source) {
    return read_xml_part(source, {0, source.text().size()}, limits);
  });
}

ReadResult read_submission_text(std::string_view bytes, const ReadLimits& limits) {
  return read_with(bytes, limits, [&](const SourceText& source) {
    const Span whole{0, source.text().size()};
    return read_lines(source, whole, [&] { return read_submission(source, whole, limits); });
  });
}

}  // namespace stakebook
