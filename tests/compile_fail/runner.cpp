// compile_fail_runner CASES WORK COMPILER...: writes one source file with a function for each
// statement of the cases, compiles it, and asks for an error in the line of every misuse and in no
// other. One run of the compiler for all, since both g++ and clang go on after an error.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

struct Statement {
  std::string title;
  std::string code;
  bool compiles;
};

constexpr const char* opening = R"(#include <optional>
#include <string>
#include "value/identifier.h"
#include "value/instant.h"
#include "value/range.h"
#include "value/ratio.h"
using namespace stakebook;
)";

constexpr const char* parameters =
    "[[maybe_unused]] Shares shares, [[maybe_unused]] Price price, [[maybe_unused]] Money money, "
    "[[maybe_unused]] Decimal decimal, [[maybe_unused]] Ratio ratio, [[maybe_unused]] Date date, "
    "[[maybe_unused]] Instant instant, [[maybe_unused]] Cik cik, "
    "[[maybe_unused]] AccessionNumber accession, [[maybe_unused]] ShareRange range";

// "good " or "bad  " before a statement; any other line is a title.
std::vector<Statement> read_cases(const std::string& path) {
  std::vector<Statement> statements;
  std::string title;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::string head = line.substr(0, 5);
    if (head == "good " || head == "bad  ") {
      statements.push_back({title, line.substr(5), head == "good "});
    } else {
      title = line;
    }
  }
  return statements;
}

// Statement i stands in line 100 + i of the file that the compiler believes to read.
void write_source(const std::string& path, const std::vector<Statement>& statements) {
  std::ofstream file(path);
  file << opening;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    file << "void statement_" << i << '(' << parameters << ") {\n#line " << 100 + i
         << " \"statements\"\n"
         << statements[i].code << "\n#line 1 \"frame\"\n}\n";
  }
}

// The lines of "statements" that an error names, and everything that the compiler said.
std::set<std::size_t> lines_with_errors(const std::string& command, std::string& said) {
  std::set<std::size_t> lines;
  std::FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return lines;
  std::string line;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    line += static_cast<char>(c);
    if (c != '\n') continue;
    said += line;
    if (line.starts_with("statements:") && line.find(" error: ") != std::string::npos) {
      lines.insert(std::stoul(line.substr(std::string("statements:").size())));
    }
    line.clear();
  }
  pclose(pipe);
  return lines;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::vector<Statement> statements = read_cases(argv[1]);
  const std::string source = argv[2];
  write_source(source, statements);
  std::string command;
  for (int i = 3; i < argc; ++i) command += "'" + std::string(argv[i]) + "' ";
  std::string said;
  const std::set<std::size_t> errors = lines_with_errors(command + "'" + source + "'", said);

  std::size_t wrong = 0;
  std::size_t misuses = 0;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    misuses += statement.compiles ? 0 : 1;
    if (errors.contains(100 + i) != statement.compiles) continue;
    ++wrong;
    std::cout << statement.title << ": "
              << (statement.compiles ? "does not compile: " : "compiles: ") << statement.code
              << '\n';
  }
  if (misuses == 0 || misuses * 2 != statements.size()) {
    std::cout << argv[1] << ": every case has one good and one bad statement\n";
    ++wrong;
  }
  if (wrong > 0) std::cout << said;
  std::cout << misuses << " misuses tried, " << wrong << " wrong\n";
  return wrong == 0 ? 0 : 1;
}
