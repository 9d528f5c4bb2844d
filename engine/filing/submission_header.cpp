#include "filing/submission_header.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "value/text.h"

namespace stakebook {
namespace {

enum class Block { none, issuer, owner };

struct Entry {
  std::string key;  // lower case, words parted by one hyphen: "accession-number", "cik"
  std::string_view value;
  std::size_t offset = 0;  // of the value
};

std::string key_of(std::string_view text) {
  std::string key = lowered(collapsed(text));
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

// "KEY: value" or "<KEY>value"; nullopt for a line that is neither.
std::optional<Entry> entry_of(std::string_view line, std::size_t offset) {
  const std::string_view text = trimmed(line);
  const auto value_at = [&](std::size_t after) {
    const std::string_view value = trimmed(text.substr(after));
    return Entry{{}, value, offset + static_cast<std::size_t>(value.data() - line.data())};
  };
  if (text.starts_with('<')) {
    const std::size_t close = text.find('>');
    if (close == nowhere) return std::nullopt;
    Entry entry = value_at(close + 1);
    entry.key = key_of(text.substr(1, close - 1));
    return entry;
  }
  const std::size_t colon = text.find(':');
  if (colon == nowhere) return std::nullopt;
  Entry entry = value_at(colon + 1);
  entry.key = key_of(text.substr(0, colon));
  return entry;
}

// Where in a line that begins with a tag the next one begins.
std::size_t next_tag(std::string_view line) {
  if (!trimmed(line).starts_with('<')) return nowhere;
  for (std::size_t at = line.find('<', line.find('<') + 1); at != nowhere;
       at = line.find('<', at + 1)) {
    if (at + 1 < line.size() && (is_letter(line[at + 1]) || line[at + 1] == '/')) return at;
  }
  return nowhere;
}

class HeaderReader {
 public:
  HeaderReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  Submission read(Span header) {
    const std::string_view text = source_.text();
    std::size_t at = header.begin;
    while (at < header.end) {
      const std::size_t newline = std::min(text.find('\n', at), header.end);
      // The tag of a block, and often the first one, has others behind it on its line.
      std::string_view line = text.substr(at, newline - at);
      for (std::size_t next = next_tag(line); next != nowhere; next = next_tag(line)) {
        if (const auto entry = entry_of(line.substr(0, next), at)) take(*entry);
        line.remove_prefix(next);
        at += next;
      }
      if (const auto entry = entry_of(line, at)) take(*entry);
      at = newline + 1;
    }
    if (!submission_.accession) missing("ACCESSION NUMBER", header.begin);
    if (!submission_.filed) missing("FILED AS OF DATE", header.begin);
    return std::move(submission_);
  }

 private:
  void take(const Entry& entry) {
    const std::string_view key = entry.key;
    if (take_block(key)) return;
    if (key == "sec-document" || key == "sec-header" || key == "ims-document") {
      // "<SEC-DOCUMENT>0001127602-25-001055.txt : 20250110", for headers that say it nowhere else.
      if (const auto number = AccessionNumber::parse(entry.value.substr(0, 20))) fallback_ = number;
      if (!submission_.accession) submission_.accession = fallback_;
    } else if (key == "acceptance-datetime") {
      set(entry, submission_.accepted, Instant::parse_compact(entry.value), "a time");
    } else if (key == "accession-number") {
      if (submission_.accession == fallback_) submission_.accession.reset();
      set(entry, submission_.accession, AccessionNumber::parse(entry.value), "an accession number");
    } else if (key == "conformed-submission-type" || (key == "type" && block_ == Block::none)) {
      if (!entry.value.empty())
        set(entry, submission_.form, std::optional(std::string(entry.value)), "");
    } else if (key == "conformed-period-of-report" || key == "period") {
      set(entry, submission_.period, Date::parse_compact(entry.value), "a date");
    } else if (key == "filed-as-of-date" || key == "filing-date") {
      set(entry, submission_.filed, Date::parse_compact(entry.value), "a date");
    } else if (key == "central-index-key" || key == "cik") {
      take_cik(entry);
    } else if (key == "fiscal-year-end" && block_ == Block::issuer) {
      take_fiscal_year_end(entry);
    }
  }

  bool take_block(std::string_view key) {
    if (key == "issuer" || key == "subject-company") {
      block_ = Block::issuer;
    } else if (key == "reporting-owner" || key == "filed-by") {
      block_ = Block::owner;
    } else if (key == "/issuer" || key == "/subject-company" || key == "/reporting-owner" ||
               key == "/filed-by") {
      block_ = Block::none;
    } else {
      return false;
    }
    return true;
  }

  void take_cik(const Entry& entry) {
    const auto cik = Cik::parse(entry.value);
    if (!cik) return unreadable(entry, "a central index key");
    if (block_ == Block::issuer) {
      set(entry, submission_.issuer_cik, cik, "");
    } else if (block_ == Block::owner) {
      auto& owners = submission_.owner_ciks;
      if (std::find(owners.begin(), owners.end(), *cik) == owners.end()) owners.push_back(*cik);
    }
  }

  void take_fiscal_year_end(const Entry& entry) {
    const auto digits = entry.value.size() == 4 ? parse_digits(entry.value) : std::nullopt;
    // 2000 is a leap year, so that 29 February counts as a day.
    if (!digits || !Date::of(2000, *digits / 100, *digits % 100)) {
      return unreadable(entry, "a day of the year (MMDD)");
    }
    set(entry, submission_.fiscal_year_end, std::optional(std::string(entry.value)), "");
  }

  template <class T>
  void set(const Entry& entry, std::optional<T>& target, const std::optional<T>& value,
           const char* what) {
    if (!value) return unreadable(entry, what);
    if (target && *target != *value) {
      note("header-contradicts", entry,
           "the header gives " + entry.key + " twice, and differently");
    }
    if (!target) target = value;
  }

  void unreadable(const Entry& entry, const char* what) {
    if (entry.value.empty()) return;
    note("header-unreadable", entry,
         entry.key + " \"" + std::string(entry.value.substr(0, 60)) + "\" is not " + what);
  }

  void note(const char* code, const Entry& entry, std::string message) {
    static constexpr std::size_t notes_max = 1'000;
    if (diagnostics_.size() >= notes_max) return;
    diagnostics_.push_back(
        {code, Severity::warning, std::move(message), source_.place(entry.offset)});
  }

  void missing(const char* what, std::size_t offset) {
    diagnostics_.push_back({"header-missing", Severity::warning,
                            std::string("the submission's header has no ") + what,
                            source_.place(offset)});
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  Submission submission_;
  std::optional<AccessionNumber> fallback_;
  Block block_ = Block::none;
};

}  // namespace

Submission read_submission_header(const SourceText& source, Span header, Diagnostics& diagnostics) {
  return HeaderReader(source, diagnostics).read(header);
}

}  // namespace stakebook
