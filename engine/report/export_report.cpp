#include <algorithm>

#include "report/page.h"
#include "report/words.h"

namespace stakebook {
namespace {

void tally(std::vector<ExportedNote>& tallied, const std::vector<WrittenNote>& notes,
           const std::string& file) {
  for (const WrittenNote& note : notes) {
    auto found = std::find_if(tallied.begin(), tallied.end(), [&](const ExportedNote& one) {
      return one.first.element == note.element && one.first.diagnostic.code == note.diagnostic.code;
    });
    if (found == tallied.end()) {
      tallied.push_back({1, note, file, file});
    } else if (found->last_file != file) {
      ++found->filings;
      found->last_file = file;
    }
  }
}

TextTable table_of(const std::vector<ExportedNote>& notes) {
  TextTable table({{"Filings", Align::right},
                   {"Element", Align::left, true, 16},
                   {"Of the first", Align::left, true, 24},
                   {"File", Align::left, true, 16}});
  for (const ExportedNote& note : notes) {
    table.row({grouped(note.filings),
               note.first.element,
               {note.first.diagnostic.message, Ink::doubtful},
               note.file});
  }
  return table;
}

std::string files_written(const ExportReport& report) {
  std::string text =
      "Wrote " + counted(report.made + report.replaced, "file") + " into " + report.folder;
  if (report.replaced > 0) {
    text += ", " + grouped(report.replaced) + " of them in place of another";
  }
  if (report.same > 0) text += "; " + counted(report.same, "file") + " stood there already";
  return text + '.';
}

std::string validity(const ExportReport& report) {
  const std::string schemas = " against the SEC's schemas (specification 5.5)";
  if (report.valid == report.filings) {
    return report.filings == 1 ? "It validates" + schemas + '.' : "All validate" + schemas + '.';
  }
  return grouped(report.valid) + " of " + counted(report.filings, "filing") +
         (report.valid == 1 ? " validates" : " validate") + schemas +
         "; what these object to in the others was filed so.";
}

}  // namespace

void ExportReport::add(const WrittenXml& written, const std::string& file) {
  ++filings;
  if (written.objections.empty()) ++valid;
  tally(objections, written.objections, file);
  tally(left_out, written.left_out, file);
}

std::string report_export(const ExportReport& report, const ReportOptions& options) {
  Page page(options.width, options.colour);
  if (report.filings == 0) {
    page.line("No filing fits; nothing was written.");
    return page.text();
  }
  page.line(files_written(report));
  if (report.kept > 0) {
    page.line(counted(report.kept, "file") +
                  " not written, as another stands there (--replace puts it in its place):",
              Ink::bad);
    for (const std::string& path : report.kept_first) page.line(path, Ink::plain, 2);
    const std::int64_t more = report.kept - std::ssize(report.kept_first);
    if (more > 0) page.line("and " + grouped(more) + " more", Ink::faint, 2);
  }
  page.line(validity(report));
  if (!report.objections.empty()) {
    page.heading("What the schemas object to");
    page.table(table_of(report.objections));
  }
  if (!report.left_out.empty()) {
    page.heading("Left out, as ownership XML has no place for it");
    page.table(table_of(report.left_out));
  }
  return page.text();
}

std::string report_written(const WrittenXml& written) {
  std::string text;
  const auto add = [&text](std::string_view head, const std::vector<WrittenNote>& notes) {
    if (!notes.empty()) text += "stakebook: " + std::string(head) + '\n';
    for (const WrittenNote& note : notes) {
      const Diagnostic& diagnostic = note.diagnostic;
      text += "  " + printable(diagnostic.place) + ": " + printable(diagnostic.message) + '\n';
    }
  };
  add("the SEC's schemas object to this filing", written.objections);
  add("left out, as ownership XML has no place for it", written.left_out);
  return text;
}

}  // namespace stakebook
