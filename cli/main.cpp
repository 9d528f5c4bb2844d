#include <csignal>
#include <cstdlib>
#include <new>

#include "catalogue.h"
#include "exit_code.h"
#include "failure.h"
#include "help.h"
#include "parse.h"
#include "session.h"
#include "terminal.h"

namespace stakebook::cli {
namespace {

std::string ledger_path(const Arguments& arguments) {
  if (const auto typed = arguments.text("--ledger")) return *typed;
  const char* named = std::getenv("STAKEBOOK_LEDGER");
  return named != nullptr && *named != '\0' ? named : "stakebook.db";
}

Format format_named(const std::string& name) {
  if (name == "json") return Format::json;
  return name == "csv" ? Format::csv : Format::table;
}

int run(int count, char** words) {
  const Invocation invocation = parse(count, words);
  const int width = output_width();
  if (invocation.version) {
    write_output("stakebook " STAKEBOOK_VERSION "\n");
    return exit_code::fine;
  }
  if (invocation.help) {
    write_output(help_text(invocation.command, width));
    return exit_code::fine;
  }
  if (invocation.command == nullptr || invocation.command->run == nullptr) {
    write_error(help_text(invocation.command, width));
    return exit_code::usage;
  }
  const Format format = format_named(invocation.arguments.text_or("--format", "table"));
  Session session(ledger_path(invocation.arguments),
                  {.format = format, .width = width, .colour = output_in_colour()});
  return invocation.command->run(invocation.arguments, session);
}

}  // namespace
}  // namespace stakebook::cli

int main(int count, char** words) {
  using namespace stakebook::cli;
  // A reader that went away shows as a failed write, after an import has been committed.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run(count, words);
  } catch (const UsageError& error) {
    return tell(error);
  } catch (const stakebook::Error& error) {
    return tell(error);
  } catch (const OutputFailed& failed) {
    return tell(failed);
  } catch (const std::bad_alloc&) {
    return tell_unexpected("out of memory");
  } catch (const std::exception& error) {
    return tell_unexpected(error.what());
  }
}
