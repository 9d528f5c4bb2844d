#include <filesystem>

#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "output_file.h"
#include "question.h"
#include "report/filing_rows.h"
#include "report/words.h"
#include "session.h"
#include "terminal.h"
#include "value/error.h"

namespace stakebook::cli {
namespace {

namespace fs = std::filesystem;

struct Asked {
  Question question;
  std::string filing;
  std::optional<std::string> to;
  bool replace = false;
};

bool is_folder(const std::string& path) {
  std::error_code unknown;
  return path.ends_with('/') || fs::is_directory(path, unknown);
}

// Or a link, a pipe, a device.
bool is_file(const std::string& path) {
  std::error_code unknown;
  return fs::exists(fs::symlink_status(path, unknown)) && !fs::is_directory(path, unknown);
}

[[noreturn]] void refuse_to_replace(const std::string& path) {
  throw Error(ErrorKind::storage, "a file with other content stands there; it was not touched",
              path, "--replace puts the new one in its place; or name another file");
}

void finish(OutputFile& file, const Asked& asked) {
  if (file.finish(asked.replace) == OutputFile::Outcome::kept) refuse_to_replace(*asked.to);
}

// By accession number where the source gives one, and where another entry came with the same
// before; else by the entry's number. Whichever filings are asked for, a filing has one name.
std::string name_of(const Ledger& ledger, const Claim& claim) {
  const std::string entry = "entry-" + std::to_string(claim.entry);
  const auto accession = claim.accession();
  if (!accession) return entry + ".xml";
  const bool first = ledger.journal().first_version(claim) == claim.entry;
  return accession->to_text() + (first ? "" : '.' + entry) + ".xml";
}

void write_xml_of_one(const Ledger& ledger, const Asked& asked) {
  std::optional<WrittenXml> written;
  std::int64_t first = 0;
  ledger.for_each_filing(asked.question, asked.filing, [&](Claim&& claim) {
    if (written) {
      throw UsageError(
          "more than one filing fits: entries " + std::to_string(first) + " and " +
              std::to_string(claim.entry) + ", and XML holds one a file",
          "--to FOLDER/ writes one file each; --filing " + std::to_string(first) + " takes one");
    }
    first = claim.entry;
    written = write_ownership_xml(*claim.filing());
    return true;
  });
  if (!written) {
    throw UsageError("no filing fits all that was asked for",
                     "leave out one of --filing, --owner, --issuer, --known");
  }
  if (asked.to) {
    OutputFile file(*asked.to);
    file.write(written->text);
    finish(file, asked);
  } else {
    write_output(written->text);
  }
  write_error(report_written(*written));
}

int told_of_interruption(const std::string& what) {
  write_error("stakebook: interrupted; " + what + "\n  try: the same command again\n");
  return InterruptWatch::signal() == 15 ? exit_code::terminated : exit_code::interrupted;
}

class FolderExport {
 public:
  FolderExport(const Ledger& ledger, const Asked& asked) : ledger_(ledger), asked_(asked) {
    report_.folder = *asked.to;
  }

  const ExportReport& run() {
    ledger_.for_each_filing(asked_.question, asked_.filing, [this](Claim&& claim) {
      write(claim);
      if (report_.filings % 256 == 0) line_.show(std::to_string(report_.filings) + " filings");
      return InterruptWatch::signal() == 0;
    });
    line_.clear();
    return report_;
  }

 private:
  // Where a filing is to be written: none is left behind by a question that none fits.
  void make_folder() {
    std::error_code problem;
    fs::create_directory(report_.folder, problem);
    std::error_code unknown;
    if (fs::is_directory(report_.folder, unknown)) return;
    throw Error(ErrorKind::storage,
                "cannot make the folder" + (problem ? ": " + problem.message() : std::string()),
                report_.folder, "name another one, in a folder that is there");
  }

  void write(const Claim& claim) {
    if (report_.filings == 0) make_folder();
    const std::string path = (fs::path(report_.folder) / name_of(ledger_, claim)).string();
    const WrittenXml written = write_ownership_xml(*claim.filing());
    OutputFile file(path);
    file.write(written.text);
    switch (file.finish(asked_.replace)) {
      case OutputFile::Outcome::made: ++report_.made; break;
      case OutputFile::Outcome::same: ++report_.same; break;
      case OutputFile::Outcome::replaced: ++report_.replaced; break;
      case OutputFile::Outcome::kept:
        constexpr std::int64_t shown = 20;
        if (++report_.kept <= shown) report_.kept_first.push_back(path);
        break;
    }
    report_.add(written, path);
  }

  const Ledger& ledger_;
  const Asked& asked_;
  ExportReport report_;
  ProgressLine line_{progress_wanted()};
};

int write_xml(const Ledger& ledger, const Asked& asked, const Session& session) {
  const bool one = !asked.to || (!asked.filing.empty() && !is_folder(*asked.to));
  if (one) {
    write_xml_of_one(ledger, asked);
    return exit_code::fine;
  }
  if (is_file(*asked.to)) {
    throw UsageError(
        "--to " + *asked.to + ": a file, and XML of several filings goes into a folder",
        "name a folder; or one filing with --filing");
  }
  const InterruptWatch watch;
  const ExportReport report = FolderExport(ledger, asked).run();
  write_output(report_export(report, session.report()));
  if (InterruptWatch::signal() != 0) {
    return told_of_interruption("the files counted above are whole, the others are not there");
  }
  return report.kept > 0 ? exit_code::storage : exit_code::fine;
}

template <class Write>
void write_rows(const Ledger& ledger, const Asked& asked, FilingRows& rows, Write&& write) {
  write(rows.head());
  ledger.for_each_filing(asked.question, asked.filing, [&](Claim&& claim) {
    write(rows.of(claim));
    return InterruptWatch::signal() == 0;
  });
  write(rows.foot());
}

int write_rows(const Ledger& ledger, const Asked& asked, Format format) {
  FilingRows rows(format);
  if (!asked.to) {
    constexpr std::size_t piece = 1U << 16;
    std::string buffer;
    write_rows(ledger, asked, rows, [&buffer](const std::string& text) {
      buffer += text;
      if (buffer.size() < piece) return;
      write_output(buffer);
      buffer.clear();
    });
    write_output(buffer);
    return exit_code::fine;
  }
  if (is_folder(*asked.to)) {
    throw UsageError("--to " + *asked.to + ": a folder, and the rows are one file",
                     "name a file in it");
  }
  const InterruptWatch watch;
  OutputFile file(*asked.to);
  write_rows(ledger, asked, rows, [&file](const std::string& text) { file.write(text); });
  if (InterruptWatch::signal() != 0) return told_of_interruption("nothing was written");
  finish(file, asked);
  std::string said = "Wrote " + counted(rows.rows(), "row") + " of " +
                     counted(rows.filings(), "filing") + " to " + *asked.to;
  if (rows.filings_without_rows() > 0) {
    said += "; " + counted(rows.filings_without_rows(), "filing") + " without a row";
  }
  write_output(said + ".\n");
  return exit_code::fine;
}

// A ledger that an export took the place of would be lost.
void require_other_file(const std::string& path, const std::string& ledger) {
  for (const char* const suffix : {"", "-wal", "-shm"}) {
    std::error_code none;
    if (!fs::equivalent(path, ledger + suffix, none)) continue;
    throw Error(ErrorKind::invalid_input, "that is the ledger itself, or a file of it", path,
                "name another file");
  }
}

int run(const Arguments& arguments, Session& session) {
  const Asked asked{.question = question_of(arguments),
                    .filing = arguments.text_or("--filing", ""),
                    .to = arguments.text("--to"),
                    .replace = arguments.has("--replace")};
  const std::string format = *arguments.text("--format");
  const Ledger ledger = session.open_ledger();
  if (asked.to) require_other_file(*asked.to, session.ledger_path());
  if (format == "xml") return write_xml(ledger, asked, session);
  return write_rows(ledger, asked, format == "json" ? Format::json : Format::csv);
}

std::vector<OptionSpec> options() {
  return {{.name = "--filing",
           .value = "A",
           .help = "only this filing: its accession number, or a reference that points into it"},
          owner_option(),
          issuer_option(),
          known_option(),
          {.name = "--format",
           .value = "FORM",
           .help = "xml: each filing as ownership XML; csv or json: their rows",
           .required = true,
           .choices = {"xml", "csv", "json"}},
          {.name = "--to",
           .value = "FILE",
           .help = "write there instead of to standard output; of several filings as XML, a "
                   "folder, which is made where there is none"},
          {.name = "--replace", .help = "replace files that stand there with other content"}};
}

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .summary = "Write filings out again, as ownership XML or as rows",
      .synopsis =
          "--format xml|csv|json [--filing A] [--owner X] [--issuer Y] [--known DATE] "
          "[--to FILE] [--replace]",
      .description =
          "What was filed, as it was filed: records and amendments change nothing here. As XML, a "
          "filing reads back into the same facts, and validates against the SEC's schemas "
          "(specification 5.5) where the filing has what they demand; what they object to, and "
          "what XML has no place for, is told and never made up. One filing goes to standard "
          "output or to the file; several go into a folder, each in a file named by its accession "
          "number, or by its entry's number where it has none.\n\n"
          "As CSV or JSON, each row of Tables I and II is a line: what the filing says of itself, "
          "every field as exact decimal text with the ids of the footnotes that it cites, and the "
          "texts of these footnotes. docs/reference/json.md tells every field.\n\n"
          "A file is written under another name and then moved into its place. One that stands "
          "there with other content is left as it is, and said so, unless --replace is given.",
      .options = options(),
      .examples = {{"stakebook export --filing 2 --format xml",
                    "The filing of entry 2, as ownership XML."},
                   {"stakebook export --owner Lindqvist --format xml --to lindqvist/",
                    "Each of her filings, in a file of its own."},
                   {"stakebook export --format csv --to rows.csv",
                    "Every row of the ledger, for a spreadsheet."}},
      .exit_codes = {{exit_code::storage,
                      "also where a file was not written because another one "
                      "stands there"},
                     {exit_code::interrupted, "stopped by Ctrl-C (143: by SIGTERM)"}},
      .run = run,
  };
}

}  // namespace stakebook::cli
