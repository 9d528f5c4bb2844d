// Bytes in, a filing or a diagnosis out.
//
//   const ReadResult result = read_filing(bytes);
//   if (result.filing) ...            the filing, with its diagnostics
//   else result.refusal               why it was set aside: code, message, place
//
// Never throws for any bytes, never crashes, and reads at most `bytes_max`. The format is found by
// content: ownership XML of any schema version, EDGAR submission text, or the printed form, as text
// or as HTML.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "filing/filing.h"

namespace stakebook {

struct ReadLimits {
  std::size_t bytes_max = 16U << 20;
  std::size_t rows_max = 10'000;    // a table; EDGAR's own limit is 30
  std::size_t text_max = 1U << 20;  // one text value; EDGAR's own limit is 2,000
  int depth_max = 64;
  std::size_t filings_max = 10'000;  // in one text
  std::size_t findings_max = 5'000;  // diagnostics; each element kept unread has one
};

struct ReadResult {
  std::optional<Filing> filing;
  // Set if and only if there is no filing.
  std::optional<Diagnostic> refusal;
};

ReadResult read_filing(std::string_view bytes, const ReadLimits& limits = {});

// The same for a text that holds several filings end to end, as a day's feed does: a result each,
// in their order, with places counted from the beginning of it all. One where there is one or none.
std::vector<ReadResult> read_filings(std::string_view bytes, const ReadLimits& limits = {});

// What the content looks like; nullopt when it is none of the formats.
std::optional<SourceFormat> detect_format(std::string_view bytes);

// The readers behind read_filing, one a format.
ReadResult read_ownership_xml(std::string_view bytes, const ReadLimits& limits);
ReadResult read_submission_text(std::string_view bytes, const ReadLimits& limits);
ReadResult read_printed_text(std::string_view bytes, const ReadLimits& limits);
ReadResult read_printed_html(std::string_view bytes, const ReadLimits& limits);

}  // namespace stakebook
