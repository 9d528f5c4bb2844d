// Runs a session: command lines with the output and exit code that they should have.
//
//   # A comment.
//   @ needs zsh                      skips the session where there is no such program
//   @ if unshare -rm true            skips it where this command fails
//   $ stakebook issuers              a command for bash; after a final \ it goes on
//   | 0009100001  HRBY  ...          its standard output; a carriage return at the end shows as \r
//   ! stakebook: there is no ledger  its standard error
//   ? 2                              its exit code, where it is not 0
//
//   runner PROGRAM SOURCE_FOLDER SESSION
//
// Every session runs in a new folder in which fixtures, docs, tests and README.md are those of the
// source, with nothing in the environment but PATH, HOME, TZ and LC_ALL. With STAKEBOOK_REWRITE=1
// the session is rewritten to what came out, for a person to read before it is committed. Exit code
// 77: skipped.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int skipped = 77;

struct Step {
  std::vector<std::string> before;    // comments and empty lines
  std::vector<std::string> command;   // lines as written, after "$ "
  std::vector<std::string> expected;  // lines as written: | ! ?
};

struct Session {
  std::vector<Step> steps;
  std::vector<std::string> after;
  std::vector<std::string> conditions;  // commands that must succeed
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Session read_session(const fs::path& path) {
  Session session;
  std::vector<std::string> pending;
  bool in_command = false;
  for (const std::string& line : lines_of(text_of(path))) {
    if (in_command) {
      session.steps.back().command.push_back(line);
      in_command = line.ends_with('\\');
    } else if (line.starts_with("$ ")) {
      session.steps.push_back({std::move(pending), {line.substr(2)}, {}});
      pending.clear();
      in_command = line.ends_with('\\');
    } else if (line.starts_with("|") || line.starts_with("!") || line.starts_with("?")) {
      if (session.steps.empty() || !pending.empty()) {
        std::cerr << path.string() << ": output without a command: " << line << '\n';
        std::exit(2);
      }
      session.steps.back().expected.push_back(line);
    } else if (line.empty() || line.starts_with("#") || line.starts_with("@")) {
      if (line.starts_with("@ needs ")) {
        session.conditions.push_back("command -v " + line.substr(8));
      }
      if (line.starts_with("@ if ")) session.conditions.push_back(line.substr(5));
      pending.push_back(line);
    } else {
      std::cerr << path.string() << ": not understood: " << line << '\n';
      std::exit(2);
    }
  }
  session.after = std::move(pending);
  return session;
}

void lead(std::vector<std::string>& lines, char mark, const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    std::string shown = line.empty() ? std::string(1, mark) : std::string{mark, ' '} + line;
    if (shown.ends_with('\r')) shown.replace(shown.size() - 1, 1, "\\r");
    lines.push_back(std::move(shown));
  }
  if (!text.empty() && text.back() != '\n') {
    lines.push_back(std::string{mark} + "(no line feed at the end)");
  }
}

// Runs in `folder`; the lines as a session writes them.
std::vector<std::string> run(const Step& step, const fs::path& folder, const fs::path& scratch) {
  std::string command;
  for (const std::string& line : step.command) command += line + '\n';
  const fs::path out = scratch / "out", err = scratch / "err";
  const pid_t child = fork();
  if (child == 0) {
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    dup2(open("/dev/null", O_RDONLY), 0);
    dup2(open(out.c_str(), flags, 0600), 1);
    dup2(open(err.c_str(), flags, 0600), 2);
    if (chdir(folder.c_str()) != 0) _exit(126);
    const std::string path = "PATH=" + (scratch / "bin").string() + ":" +
                             (scratch / "scripts").string() + ":/usr/local/bin:/usr/bin:/bin";
    const std::string home = "HOME=" + folder.string();
    const char* environment[] = {path.c_str(), home.c_str(), "TZ=UTC", "LC_ALL=C", nullptr};
    const char* words[] = {"bash", "-c", command.c_str(), nullptr};
    execvpe("bash", const_cast<char**>(words), const_cast<char**>(environment));
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::vector<std::string> lines;
  lead(lines, '|', text_of(out));
  lead(lines, '!', text_of(err));
  if (code != 0) lines.push_back("? " + std::to_string(code));
  return lines;
}

bool holds(const std::string& condition) {
  return std::system(("(" + condition + ") >/dev/null 2>&1").c_str()) == 0;
}

void print(std::ostream& out, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) out << line << '\n';
}

void tell_difference(const Step& step, const std::vector<std::string>& came) {
  std::cout << "\n$ ";
  print(std::cout, step.command);
  std::cout << "--- expected\n";
  print(std::cout, step.expected);
  std::cout << "--- came\n";
  print(std::cout, came);
}

class Workplace {
 public:
  Workplace(const fs::path& program, const fs::path& source) {
    std::string pattern = (fs::temp_directory_path() / "stakebook-golden-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = pattern;
    for (const char* name : {"work", "scratch", "scratch/bin"}) fs::create_directory(root_ / name);
    fs::create_symlink(program, root_ / "scratch/bin/stakebook");
    fs::create_directory_symlink(source / "tests/golden/scripts", root_ / "scratch/scripts");
    fs::permissions(root_, fs::perms(0755));  // for sessions that lay down the rights of root
    for (const char* name : {"fixtures", "docs", "tests", "README.md"}) {
      fs::create_symlink(source / name, folder() / name);
    }
  }
  ~Workplace() {
    std::error_code none;
    fs::remove_all(root_, none);
  }
  fs::path folder() const { return root_ / "work"; }
  fs::path scratch() const { return root_ / "scratch"; }

 private:
  fs::path root_;
};

void rewrite(const fs::path& path, const Session& session,
             const std::vector<std::vector<std::string>>& came) {
  std::ofstream file(path, std::ios::binary);
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    print(file, session.steps[i].before);
    file << "$ ";
    print(file, session.steps[i].command);
    print(file, came[i]);
  }
  print(file, session.after);
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: runner PROGRAM SOURCE_FOLDER SESSION\n";
    return 2;
  }
  const fs::path path = words[3];
  const Session session = read_session(path);
  if (session.steps.empty()) {
    std::cerr << path.string() << ": no commands\n";
    return 2;
  }
  for (const std::string& condition : session.conditions) {
    if (holds(condition)) continue;
    std::cout << "SKIPPED, because this fails here: " << condition << "\n";
    return skipped;
  }
  const Workplace workplace(fs::absolute(words[1]), fs::absolute(words[2]));
  std::vector<std::vector<std::string>> came;
  int differing = 0;
  for (const Step& step : session.steps) {
    came.push_back(run(step, workplace.folder(), workplace.scratch()));
    if (came.back() == step.expected) continue;
    ++differing;
    tell_difference(step, came.back());
  }
  const char* wanted = std::getenv("STAKEBOOK_REWRITE");
  if (wanted != nullptr && std::string(wanted) == "1" && differing > 0) {
    rewrite(path, session, came);
    std::cout << "rewritten: " << path.string() << '\n';
    return 0;
  }
  if (differing > 0) std::cout << '\n' << differing << " of " << came.size() << " steps differ\n";
  return differing == 0 ? 0 : 1;
}
