// How fast filings are read, beside the bare XML parse that they rest on.
//
// Scenarios, over every ownership XML of the corpus (over the fixtures where there is none):
//   parse   pugixml's load_buffer with its default options, nothing read
//   read    read_filing: bytes to Filing, every field, checks included
//   ratio   both in turn in one loop; counter `read_to_parse` is read's speed over parse's
// The goal: read_to_parse >= 1/3. `rows` is a result hash: the table rows of all filings together.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "filing/reader.h"

namespace {

void collect(const std::filesystem::path& folder, std::vector<std::string>& documents) {
  if (!std::filesystem::is_directory(folder)) return;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    documents.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
}

const std::vector<std::string>& documents() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> result;
    const std::filesystem::path corpus = std::filesystem::path(STAKEBOOK_SHARED) / "corpus";
    collect(corpus / "edgar", result);
    collect(corpus / "loose", result);
    if (result.empty()) collect(STAKEBOOK_FIXTURES, result);
    return result;
  }();
  return all;
}

std::int64_t total_bytes() {
  std::int64_t total = 0;
  for (const std::string& document : documents()) {
    total += static_cast<std::int64_t>(document.size());
  }
  return total;
}

std::size_t parse_all() {
  std::size_t parsed = 0;
  for (const std::string& document : documents()) {
    pugi::xml_document tree;
    parsed += tree.load_buffer(document.data(), document.size()) ? 1U : 0U;
    benchmark::DoNotOptimize(tree);
  }
  return parsed;
}

std::size_t read_all() {
  std::size_t rows = 0;
  for (const std::string& document : documents()) {
    const auto result = stakebook::read_filing(document);
    if (!result.filing) continue;
    rows += result.filing->document.table_i.size() + result.filing->document.table_ii.size();
  }
  return rows;
}

void parse(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(parse_all());
  state.SetBytesProcessed(state.iterations() * total_bytes());
}
BENCHMARK(parse)->Unit(benchmark::kMillisecond);

void read(benchmark::State& state) {
  std::size_t rows = 0;
  for (auto _ : state) rows = read_all();
  state.SetBytesProcessed(state.iterations() * total_bytes());
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(read)->Unit(benchmark::kMillisecond);

// Processor time, so that what else the machine does counts for neither side.
void ratio(benchmark::State& state) {
  std::clock_t parsing = 0;
  std::clock_t reading = 0;
  for (auto _ : state) {
    const std::clock_t start = std::clock();
    benchmark::DoNotOptimize(parse_all());
    const std::clock_t middle = std::clock();
    benchmark::DoNotOptimize(read_all());
    reading += std::clock() - middle;
    parsing += middle - start;
  }
  state.counters["read_to_parse"] =
      static_cast<double>(parsing) / static_cast<double>(std::max<std::clock_t>(1, reading));
}
BENCHMARK(ratio)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
