// Writes the filings of chains.h as files, and the same rows into FOLDER.csv.
//
//   make_chains FOLDER ROWS [ROWS_A_TABLE]     make_chains /tmp/chains 1000000 15
//
// Not a test and not a bench: docs/performance.md says which figures were measured with it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "chains.h"

namespace fs = std::filesystem;

int main(int count, char** arguments) {
  chains::Size size;
  if (count >= 3) size.rows = std::atoll(arguments[2]);
  if (count == 4) size.rows_a_table = std::atoi(arguments[3]);
  if (count < 3 || count > 4 || size.rows < 1 || size.rows_a_table < 1 || size.rows_a_table > 30) {
    std::cerr << "usage: make_chains FOLDER ROWS [ROWS_A_TABLE]\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  std::ofstream csv(folder.string() + ".csv", std::ios::binary);
  csv << "account,date,row,change,reported\n";
  const auto write = [&](std::int64_t number, const std::string& text) {
    const fs::path place = folder / std::to_string(number / 1000);
    if (number % 1000 == 0) fs::create_directories(place);
    std::ofstream(place / (std::to_string(number) + ".xml"), std::ios::binary) << text;
  };
  const std::int64_t rows = chains::for_each_filing(size, &csv, write);
  std::cout << size.filings() << " filings, " << rows << " rows, " << size.issuers()
            << " issuers\n";
}
