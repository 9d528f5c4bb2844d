// The seam for sources that consist of several files which mean something only together.
//
//   2024q1_form345.zip!/SUBMISSION.tsv, .../REPORTINGOWNER.tsv, ...  one document, eight siblings
//
// A file or member for which joins_siblings() holds is not handed on alone: the walk keeps it and
// hands all of its folder (or archive) on as one FoundDocument when that folder is left. Its
// `source` is the folder's or archive's name, its `siblings` are the members in walking order, each
// with its own source and bytes (or file); read_siblings() of read_document.h reads them.
// 1. A group's members lie in the same folder; those of folders below it are groups of their own.
// 2. A member of an archive is in memory, up to UnpackLimits::sibling_bytes_max each.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "door/found_document.h"

namespace stakebook::door {

// `name` without folders, `head` the first bytes: whether the first line is the header row of a
// table of the SEC's quarterly data sets, whatever the order of its columns; or the file is one
// that comes beside them.
bool joins_siblings(std::string_view name, std::string_view head);

// FORM_345_readme.htm and FORM_345_metadata.json come with the tables and hold nothing of them.
bool describes_tables(std::string_view name);

class SiblingGroups {
 public:
  // The group that is complete now that the walk stands at `source`; to be asked until it is
  // absent, before the document at `source` is added or handed on. Absent `source`: the walk ended.
  std::optional<FoundDocument> left_at(std::optional<std::string_view> source);
  void add(FoundDocument sibling);

 private:
  struct Group {
    std::string folder;  // with its last slash
    FoundDocument document;
  };
  std::vector<Group> groups_;  // innermost last
};

}  // namespace stakebook::door
