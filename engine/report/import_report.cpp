#include <algorithm>

#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

constexpr std::size_t set_aside_lines_max = 20;

Node set_aside_node(const std::vector<SetAside>& files) {
  Node list = Node::list();
  for (const SetAside& file : files) {
    list.add(Node::object({{"source", file.source}, {"reason", node_of(file.reason)}}));
  }
  return list;
}

std::string set_aside_csv(const std::vector<SetAside>& files) {
  const Node list = set_aside_node(files);
  return csv_text({{"source", "source"},
                   {"code", "reason.code"},
                   {"message", "reason.message"},
                   {"place", "reason.place"}},
                  std::get<Node::Items>(list.value()));
}

TextTable set_aside_table(const std::vector<SetAside>& files) {
  TextTable table({{"File", Align::left, true, 24}, {"Code"}, {"Reason", Align::left, true, 24}});
  for (const SetAside& file : files) {
    table.row({file.source, {file.reason.code, Ink::doubtful}, described(file.reason)});
  }
  return table;
}

// A long list by code; `set-aside` gives it whole.
TextTable set_aside_summary(const std::vector<SetAside>& files) {
  struct OfCode {
    const SetAside* first;
    std::int64_t files;
  };
  std::vector<OfCode> codes;
  for (const SetAside& file : files) {
    const auto same = std::find_if(codes.begin(), codes.end(), [&](const OfCode& one) {
      return one.first->reason.code == file.reason.code;
    });
    if (same == codes.end()) {
      codes.push_back({&file, 1});
    } else {
      ++same->files;
    }
  }
  TextTable table({{"Code"}, {"Files", Align::right}, {"The first", Align::left, true, 24}});
  for (const OfCode& one : codes) {
    const Diagnostic& reason = one.first->reason;
    table.row({{reason.code, Ink::doubtful},
               grouped(one.files),
               one.first->source + ": " + described(reason)});
  }
  return table;
}

}  // namespace

std::string report_import(const ImportReport& report, const ReportOptions& options) {
  const ImportProgress& totals = report.totals;
  if (options.format == Format::json) {
    return json_text(report_node("import", {{"files", totals.files_done},
                                            {"appended", totals.appended},
                                            {"held_already", totals.held_already},
                                            {"second_versions", report.second_versions},
                                            {"indexes", report.indexes},
                                            {"listings", report.listings},
                                            {"listings_appended", report.listings_appended},
                                            {"rows", report.rows},
                                            {"diagnostics", report.diagnostics},
                                            {"noticed", noticed_codes(report.noticed)},
                                            {"stopped", report.stopped},
                                            {"dry_run", report.dry_run},
                                            {"set_aside", set_aside_node(report.set_aside)}}));
  }
  if (options.format == Format::csv) return set_aside_csv(report.set_aside);
  Page page(options.width, options.colour);
  const std::string rows = counted(report.rows, "row");
  page.line(
      counted(totals.files_done, "file") + " read: " + counted(totals.appended, "filing") +
      (report.dry_run ? " with " + rows + " would come in, " : " appended with " + rows + ", ") +
      grouped(totals.held_already) + " held already, " + grouped(totals.set_aside) + " set aside.");
  if (report.dry_run) page.line("A dry run: nothing was written.", Ink::doubtful);
  if (report.indexes > 0) {
    page.line(counted(report.indexes, "index") + " read, " + counted(report.listings, "listing") +
                  ", " + grouped(report.listings_appended) + " of them new.",
              Ink::faint);
  }
  if (report.second_versions > 0) {
    page.line(counted(report.second_versions, "filing") +
                  " came with an accession number that is held with other content; both are kept.",
              Ink::doubtful);
  }
  if (report.diagnostics > 0) {
    page.line(
        counted(report.diagnostics, "thing") +
            (report.dry_run ? " noticed in what would come in."
                            : " noticed in what was taken; `stakebook diagnostics` lists them."),
        Ink::faint);
  }
  if (report.stopped) {
    page.line(report.dry_run
                  ? "Stopped before the end."
                  : "Stopped before the end. What was taken stays; import again to go on.",
              Ink::doubtful);
  }
  if (!report.noticed.empty()) {
    page.heading("Noticed");
    page.table(noticed_codes_table(report.noticed));
  }
  if (!report.set_aside.empty()) {
    const bool is_long = report.set_aside.size() > set_aside_lines_max;
    page.heading(!is_long         ? "Set aside"
                 : report.dry_run ? "Set aside; --format csv lists every file"
                                  : "Set aside; `stakebook set-aside` lists every file");
    page.table(is_long ? set_aside_summary(report.set_aside) : set_aside_table(report.set_aside));
  }
  return page.text();
}

std::string report_set_aside(const std::vector<SetAside>& files, const ReportOptions& options) {
  if (options.format == Format::json) {
    return json_text(report_node("set-aside", {{"set_aside", set_aside_node(files)}}));
  }
  if (options.format == Format::csv) return set_aside_csv(files);
  Page page(options.width, options.colour);
  page.line(counted(std::ssize(files), "file") + " set aside.");
  page.blank();
  page.table(set_aside_table(files), 0);
  return page.text();
}

}  // namespace stakebook
