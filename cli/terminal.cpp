#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "value/error.h"
#include "value/text.h"

namespace stakebook::cli {
namespace {

volatile std::sig_atomic_t noted_signal = 0;

void note_signal(int number) { noted_signal = number; }

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

int output_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  if (const char* columns = std::getenv("COLUMNS")) {
    if (const auto width = parse_digits(columns); width && *width > 0) return *width;
  }
  return 100;
}

bool output_in_colour() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) && !is_set("NO_COLOR") && terminal != nullptr &&
         std::strcmp(terminal, "dumb") != 0;
}

bool progress_wanted() { return isatty(STDERR_FILENO); }

void write_output(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return;
  const int reason = errno;
  throw OutputFailed{reason == EPIPE, std::strerror(reason)};
}

void write_error(std::string_view text) {
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

void ProgressLine::show(const std::string& text) {
  if (!wanted_) return;
  write_error("\r\x1b[K" + text);
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) write_error("\r\x1b[K");
  shown_ = false;
}

InterruptWatch::InterruptWatch() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

InterruptWatch::~InterruptWatch() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

int InterruptWatch::signal() { return noted_signal; }

}  // namespace stakebook::cli
