// A file that appears whole or not at all: written beside its place under another name, then moved.
//
//   OutputFile file("out/entry-2.xml");
//   file.write(text);
//   file.finish(false)        made, same (it was there already), or kept: another one stands there
//
// 1. Nothing is seen at the path before finish(); a file that is destroyed before leaves no trace.
// 2. What stands there is replaced only where that is asked for.
// 3. Errors are Error(storage) with the path. The folder must be there.
#pragma once

#include <string>
#include <string_view>

namespace stakebook::cli {

class OutputFile {
 public:
  enum class Outcome { made, same, replaced, kept };

  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view text);
  Outcome finish(bool replace);

 private:
  [[noreturn]] void fail(const char* what) const;
  void flush();
  void move(bool replace, Outcome& outcome);

  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace stakebook::cli
