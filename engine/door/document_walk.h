// Files, folders, archives and streams as one sequence of documents, in an order that depends on
// nothing but them.
//
//   DocumentWalk walk({"filings/", "feed.tar.gz"}, {});
//   while (auto document = walk.next()) ...   filings/a.xml, filings/b.zip!/c.xml, feed.tar.gz!/...
//
// 1. Content decides what is an archive; docs/reference/commands.md lists the kinds.
// 2. One thread walks and unpacks, and holds one document's bytes at a time; a plain file is only
//    opened, and read by whoever takes it.
// 3. Files that mean something only together come as one document: sibling_group.h.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "door/archive_walk.h"
#include "door/files.h"
#include "door/sibling_group.h"

namespace stakebook::door {

struct DocumentWalkOptions {
  std::string ledger = {};  // its file, which is never opened here
  // What the path "-" stands for; without it "-" is a file's name.
  std::function<std::unique_ptr<ByteSource>()> stream = {};
  std::string stream_name = "standard input";
  UnpackLimits limits = {};
};

class DocumentWalk {
 public:
  // Error(not_found) where one of the paths is not there.
  explicit DocumentWalk(std::vector<std::string> paths, const DocumentWalkOptions& options = {});
  std::optional<FoundDocument> next();

 private:
  std::optional<FoundDocument> next_single();
  std::optional<FoundDocument> open(FoundFile found);
  std::optional<FoundDocument> open_stream();
  void unpack(std::unique_ptr<HeadedSource> source, const FoundDocument& place,
              std::optional<std::uint64_t> size);

  DocumentWalkOptions options_;
  FileWalk files_;
  std::unique_ptr<ArchiveWalk> archive_;
  std::shared_ptr<const OpenFile> archive_file_;
  std::uint64_t position_ = 0;  // of all that is walked, but for the archive in hand
  SiblingGroups groups_;
  std::optional<FoundDocument> waiting_;  // behind groups that are complete
};

}  // namespace stakebook::door
