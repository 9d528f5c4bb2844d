#include <chrono>
#include <filesystem>
#include <memory>

#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "session.h"
#include "terminal.h"
#include "value/error.h"

namespace stakebook::cli {
namespace {

constexpr std::string_view standard_input = "-";

// "12,345"
std::string grouped(std::int64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

class Progress {
 public:
  explicit Progress(bool wanted) : line_(wanted) {}

  // False when the user asked to stop.
  bool operator()(const ImportProgress& progress) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    const bool is_long = progress.files_total >= 2000 || now - begun_ > 500ms;
    if (is_long && now >= next_) {
      next_ = now + 100ms;
      std::string text = grouped(progress.files_done);
      if (progress.files_total > 0) text += " of " + grouped(progress.files_total);
      line_.show(text + " files read; " + grouped(progress.appended) + " filings taken, " +
                 grouped(progress.held_already) + " held already, " + grouped(progress.set_aside) +
                 " set aside");
    }
    return InterruptWatch::signal() == 0;
  }

 private:
  using Clock = std::chrono::steady_clock;
  ProgressLine line_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point next_ = begun_;
};

void require_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code problem;
    if (path == standard_input || std::filesystem::exists(path, problem)) continue;
    if (problem) {
      throw Error(ErrorKind::storage, "cannot look there: " + problem.message(), path);
    }
    throw Error(ErrorKind::not_found, "there is no such file or folder; nothing was imported",
                path);
  }
}

void add(std::vector<NoticedCode>& sum, NoticedCode&& noticed) {
  for (NoticedCode& one : sum) {
    if (one.first.diagnostic.code != noticed.first.diagnostic.code) continue;
    one.times += noticed.times;
    return;
  }
  sum.push_back(std::move(noticed));
}

void add(ImportReport& sum, ImportReport&& report) {
  sum.totals.files_done += report.totals.files_done;
  sum.totals.files_total += report.totals.files_total;
  sum.totals.appended += report.totals.appended;
  sum.totals.held_already += report.totals.held_already;
  sum.totals.set_aside += report.totals.set_aside;
  sum.rows += report.rows;
  sum.second_versions += report.second_versions;
  sum.diagnostics += report.diagnostics;
  sum.stopped = sum.stopped || report.stopped;
  for (NoticedCode& noticed : report.noticed) add(sum.noticed, std::move(noticed));
  for (SetAside& file : report.set_aside) sum.set_aside.push_back(std::move(file));
}

ImportReport import_all(Ledger& ledger, const std::vector<std::string>& given) {
  ImportReport sum;
  std::vector<std::string> paths;
  bool input_wanted = false;
  for (const std::string& path : given) {
    if (path == standard_input)
      input_wanted = true;
    else
      paths.push_back(path);
  }
  if (input_wanted) add(sum, ledger.import_bytes(read_input(), "standard input"));
  if (paths.empty()) return sum;
  const auto progress = std::make_shared<Progress>(progress_wanted());
  ImportOptions options;
  options.progress = [progress](const ImportProgress& now) { return (*progress)(now); };
  add(sum, ledger.import(paths, options));
  return sum;
}

int run(const Arguments& arguments, Session& session) {
  const std::vector<std::string> paths = arguments.texts("PATH");
  require_paths(paths);
  const InterruptWatch watch;
  Ledger ledger = session.ledger_to_write(true);
  const ImportReport report = import_all(ledger, paths);
  write_output(report_import(report, session.report()));
  if (report.totals.files_done == 0 && !report.stopped) {
    write_error("stakebook: there is no file in " + paths.front() +
                (paths.size() > 1 ? " or the other folders\n" : "\n"));
  }
  if (report.stopped) {
    write_error(
        "stakebook: interrupted; what is counted above is in the ledger, the other files are not\n"
        "  try: the same command again takes up the rest\n");
    return InterruptWatch::signal() == 15 ? exit_code::terminated : exit_code::interrupted;
  }
  return report.totals.set_aside > 0 ? exit_code::set_aside : exit_code::fine;
}

}  // namespace

Command import_command() {
  return {
      .name = "import",
      .summary = "Take filings into the ledger",
      .synopsis = "PATH...",
      .description =
          "Reads Forms 3, 4 and 5 and appends those that the ledger does not hold. The format is "
          "found "
          "by content, not by name: ownership XML, EDGAR submission text, or the printed form, as "
          "HTML or as text. Folders are walked whole, in the order of their names.\n\n"
          "What is no filing, or cannot be read, is set aside with its reason and does not stop "
          "the "
          "rest. A filing that is held already changes nothing. The ledger is made where there is "
          "none. Ctrl-C stops after the batch in flight; the same command again takes up the rest.",
      .operand = {.name = "PATH",
                  .help = "a file, a folder, or - for standard input",
                  .repeated = true},
      .examples = {{"stakebook import fixtures/exercise-and-sale",
                    "Takes the three filings in that folder into stakebook.db."},
                   {"stakebook import - --ledger tesla.db < form4.xml",
                    "Takes one filing from standard input into tesla.db."}},
      .exit_codes = {{exit_code::set_aside, "some input was set aside; the rest is in the ledger"},
                     {exit_code::busy, "another process writes to the ledger"},
                     {exit_code::interrupted, "stopped by Ctrl-C (143: by SIGTERM)"}},
      .run = run,
  };
}

}  // namespace stakebook::cli
