#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include "arguments.h"
#include "catalogue.h"
#include "exit_code.h"
#include "report/words.h"
#include "session.h"
#include "suggest.h"
#include "terminal.h"
#include "value/error.h"

namespace stakebook::cli {
namespace {

constexpr std::string_view standard_input = "-";

// "0:07", "12:30", "1:02:03"
std::string clock_text(std::int64_t seconds) {
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) return std::to_string(minutes) + ':' + two(seconds % 60);
  return std::to_string(minutes / 60) + ':' + two(minutes % 60) + ':' + two(seconds % 60);
}

// The only place that asks the clock: nothing but this line depends on it.
class Progress {
 public:
  explicit Progress(bool wanted) : line_(wanted) {}

  // False when the user asked to stop.
  bool operator()(const ImportProgress& progress) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    const bool is_long = progress.files_total >= 2000 || now - begun_ > 500ms;
    if (is_long && now >= next_) {
      next_ = now + 100ms;
      const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_);
      line_.show(text_of(progress, std::max<std::int64_t>(elapsed.count(), 1)));
    }
    return InterruptWatch::signal() == 0;
  }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string text_of(const ImportProgress& progress, std::int64_t milliseconds) {
    std::string text = grouped(progress.files_done);
    if (progress.files_total > 0) text += " of " + grouped(progress.files_total);
    text += " files, " + grouped(progress.appended + progress.held_already) + " filings, " +
            grouped(progress.files_done * 1000 / milliseconds) + " files a second";
    // Bytes tell more than files, whose sizes differ; of a pipe neither is known.
    const bool in_bytes = progress.bytes_total > 0;
    const auto done =
        in_bytes ? static_cast<std::int64_t>(progress.bytes_done >> 10) : progress.files_done;
    const auto total =
        in_bytes ? static_cast<std::int64_t>(progress.bytes_total >> 10) : progress.files_total;
    if (milliseconds >= 500 && done > 0 && total >= done) {
      text += ", " + clock_text((total - done) * (milliseconds / 100) / done / 10) + " left";
    }
    return text;
  }

  ProgressLine line_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point next_ = begun_;
};

// "filings", where "filigns" was typed and stands beside it; else what may be wrong.
std::string remedy_for(const std::filesystem::path& path) {
  namespace fs = std::filesystem;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) {
    return "check the path: there is no folder " + folder.string();
  }
  std::vector<std::string> names;
  for (auto entry = fs::directory_iterator(folder, problem);
       !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  const auto meant = nearest(path.filename().string(), names);
  return meant ? (path.parent_path() / *meant).string() : std::string();
}

void require_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code problem;
    if (path == standard_input || std::filesystem::exists(path, problem)) continue;
    if (problem) {
      throw Error(ErrorKind::storage, "cannot look there: " + problem.message(), path);
    }
    throw Error(ErrorKind::not_found, "there is no such file or folder; nothing was imported", path,
                remedy_for(path));
  }
}

ImportReport import_all(const Session& session, const std::vector<std::string>& paths,
                        bool is_dry) {
  const auto progress = std::make_shared<Progress>(progress_wanted());
  ImportOptions options;
  options.progress = [progress](const ImportProgress& now) { return (*progress)(now); };
  options.stream = STDIN_FILENO;
  if (is_dry) return Ledger::preview_import(session.ledger_path(), paths, options);
  return session.ledger_to_write(true).import(paths, options);
}

int run(const Arguments& arguments, Session& session) {
  const std::vector<std::string> paths = arguments.texts("PATH");
  require_paths(paths);
  const InterruptWatch watch;
  const ImportReport report = import_all(session, paths, arguments.has("--dry-run"));
  write_output(report_import(report, session.report()));
  if (report.totals.files_done == 0 && !report.stopped) {
    write_error("stakebook: there is no file in " + paths.front() +
                (paths.size() > 1 ? " or the other folders\n" : "\n"));
  }
  if (report.stopped) {
    write_error(report.dry_run
                    ? "stakebook: interrupted; what is counted above is not all\n"
                    : "stakebook: interrupted; what is counted above is in the ledger, the other "
                      "files are not\n  try: the same command again takes up the rest\n");
    return InterruptWatch::signal() == 15 ? exit_code::terminated : exit_code::interrupted;
  }
  return report.totals.set_aside > 0 ? exit_code::set_aside : exit_code::fine;
}

}  // namespace

Command import_command() {
  return {
      .name = "import",
      .summary = "Take filings into the ledger",
      .synopsis = "PATH... [--dry-run]",
      .description =
          "Reads Forms 3, 4 and 5 and appends those that the ledger does not hold. The format is "
          "found by content, not by name: ownership XML, EDGAR submission text, the printed form "
          "as HTML or "
          "text, or the SEC's quarterly tables. Several filings in one text are all taken. Folders "
          "are walked whole, in "
          "the order of their names.\n\n"
          "Zip, tar and gzip files are read like folders, without unpacking them to the disk: a "
          "day of EDGAR's feed, archives in archives (to a depth of four), and whatever of them "
          "comes on standard input. A member is named after its archive and an exclamation mark: "
          "feed.tar.gz!/0001104659-24-070001.nc.\n\n"
          "What is no filing, or cannot be read, is set aside with its reason and does not stop "
          "the rest. A filing that is held already changes nothing. The ledger is made where there "
          "is none. Ctrl-C stops after the batch in flight; the same command again takes up the "
          "rest.",
      .operand = {.name = "PATH",
                  .help = "a file, a folder, an archive, or - for standard input",
                  .repeated = true},
      .options = {{.name = "--dry-run",
                   .help = "say what would come in, and write nothing, not even a ledger"}},
      .examples = {{"stakebook import fixtures/exercise-and-sale",
                    "Takes the three filings in that folder into stakebook.db."},
                   {"stakebook import --dry-run 20240610.nc.tar.gz",
                    "Says what a day of EDGAR's feed holds that the ledger does not."},
                   {"stakebook import - --ledger tesla.db < form4.xml",
                    "Takes one filing from standard input into tesla.db."}},
      .exit_codes = {{exit_code::set_aside, "some input was set aside; the rest is in the ledger"},
                     {exit_code::busy, "another process writes to the ledger"},
                     {exit_code::interrupted, "stopped by Ctrl-C (143: by SIGTERM)"}},
      .run = run,
  };
}

}  // namespace stakebook::cli
