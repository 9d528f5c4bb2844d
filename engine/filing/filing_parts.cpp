#include "filing/filing_parts.h"

#include <algorithm>
#include <array>

#include "value/text.h"

namespace stakebook {
namespace {

template <std::size_t count>
bool starts_with_any(std::string_view text, const std::array<std::string_view, count>& tags) {
  return std::any_of(tags.begin(), tags.end(),
                     [&](std::string_view tag) { return text.starts_with(tag); });
}

// Where the next submission after the one that begins at or behind `from` begins. A header alone
// begins one too, where documents stand between it and the header before. The tags stand at the
// beginning of a line. One pass, so that a text of many submissions is read once.
std::size_t next_submission(std::string_view text, std::size_t from) {
  constexpr std::array<std::string_view, 3> openings = {"<SEC-DOCUMENT>", "<IMS-DOCUMENT>",
                                                        "<SUBMISSION>"};
  constexpr std::array<std::string_view, 2> headers = {"<SEC-HEADER>", "<IMS-HEADER>"};
  bool has_begun = false;
  bool has_documents = false;
  std::size_t at = from;
  while (at < text.size()) {
    const std::string_view line = text.substr(at);
    if (starts_with_any(line, openings)) {
      if (has_begun || has_documents) return at;
      has_begun = true;
    } else if (starts_with_any(line, headers)) {
      if (has_documents) return at;
    } else if (line.starts_with("<DOCUMENT>")) {
      has_documents = true;
    }
    const std::size_t newline = text.find("\n<", at);
    if (newline == nowhere) break;
    at = newline + 1;
  }
  return nowhere;
}

// Behind the end tag of the document that begins at or after `from`; where it was cut off, at what
// begins the next.
std::size_t next_document(std::string_view text, std::size_t from) {
  const std::size_t root = find_ownership_document(text, from);
  const std::size_t next = root == nowhere ? nowhere : find_ownership_document(text, root + 1);
  if (next == nowhere) return nowhere;
  const std::string_view own = text.substr(root, next - root);
  if (const std::size_t end = own.rfind("</ownershipDocument"); end != nowhere) {
    return root + std::min(own.find('>', end), own.size() - 1) + 1;
  }
  const std::size_t declaration = own.rfind("<?xml");
  return root + std::min(declaration, own.size());
}

}  // namespace

std::size_t find_ownership_document(std::string_view text, std::size_t from) {
  constexpr std::string_view root = "<ownershipDocument";
  std::size_t at = text.find(root, from);
  while (at != nowhere) {
    const std::size_t comment = text.substr(0, at).find("<!--", from);
    if (comment != nowhere) {
      const std::size_t end = text.find("-->", comment);
      if (end == nowhere) return nowhere;
      from = end;
      if (at < from) at = text.find(root, from);
      continue;
    }
    const std::size_t behind = at + root.size();
    if (behind < text.size() &&
        (is_space(text[behind]) || text[behind] == '>' || text[behind] == '/')) {
      return at;
    }
    from = behind;
    at = text.find(root, from);
  }
  return nowhere;
}

std::vector<Span> filing_parts(std::string_view text, SourceFormat format, std::size_t parts_max) {
  std::vector<Span> parts{{0, text.size()}};
  if (format == SourceFormat::printed_text || format == SourceFormat::printed_html) return parts;
  while (parts.size() < parts_max) {
    Span& last = parts.back();
    const std::size_t next = format == SourceFormat::submission_text
                                 ? next_submission(text, last.begin)
                                 : next_document(text, last.begin);
    if (next >= text.size()) break;
    last.end = next;
    parts.push_back({next, text.size()});
  }
  return parts;
}

}  // namespace stakebook
