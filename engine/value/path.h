// The parts of a path, on a disk or in an archive: slashes divide it on every system.
//
//   file_name_of("day.zip!/a/form4.xml")   "form4.xml"     of "form4.xml" too
//   folder_of("day.zip!/a/form4.xml")      "day.zip!/a/"   of that "day.zip!/", of that ""
//
// Slashes at the end do not count.
#pragma once

#include <string_view>

namespace stakebook {

constexpr std::string_view file_name_of(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

constexpr std::string_view folder_of(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace stakebook
