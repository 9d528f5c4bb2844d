// The terminal and the streams: how wide, whether coloured, and whether what was written arrived.
#pragma once

#include <string>
#include <string_view>

namespace stakebook::cli {

// Standard output could not be written.
struct OutputFailed {
  bool reader_gone = false;  // a pipe whose other end was closed, as `head` does
  std::string reason;
};

// Columns for tables: the terminal's, else COLUMNS, else 100.
int output_width();
// Only on a terminal, never with NO_COLOR (no-color.org) or TERM=dumb.
bool output_in_colour();
bool progress_wanted();  // standard error is a terminal

// The whole text to standard output, flushed. Throws OutputFailed.
void write_output(std::string_view text);
void write_error(std::string_view text);

// One line on standard error that each call overwrites; cleared when destroyed.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted) : wanted_(wanted) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const std::string& text);
  void clear();

 private:
  bool wanted_;
  bool shown_ = false;
};

// While one lives, a first SIGINT or SIGTERM is noted and does not end the process; a second does.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;
  // The signal's number; 0 where none came.
  static int signal();
};

}  // namespace stakebook::cli
