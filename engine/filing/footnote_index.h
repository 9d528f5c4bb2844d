// Which footnotes a document has, and which fields cite them.
//
//   index.define("F1", ...)  index.cite("F2", ...)
//   index.dangling()        the citation of F2: there is no such footnote
//   index.unreferenced()    the footnote F1: nothing cites it (each must be: specification 4.3)
//
// Ids live as long as the parser's buffer, and so must the index.
#pragma once

#include <bitset>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "filing/document.h"
#include "filing/element.h"
#include "value/diagnostic.h"

namespace stakebook {

// What is being read: an element of the head (row 0) or of a row.
struct Subject {
  Table table = Table::non_derivative;
  std::size_t row = 0;  // from 1
  Element element = Element::unknown;

  // "table I row 2: transactionDate", "table II row 1", "issuerCik".
  std::string to_text() const;
};

class FootnoteIndex {
 public:
  struct Mention {
    std::string_view id;
    std::size_t offset = 0;
    Subject subject;
  };

  FootnoteIndex() { citations_.reserve(usual_count); }

  void cite(std::string_view id, std::size_t offset, Subject subject);
  // False where an earlier footnote has the same id.
  bool define(std::string_view id, std::size_t offset);
  std::size_t defined_count() const { return footnotes_.size(); }

  std::vector<Mention> dangling() const;
  std::vector<Mention> unreferenced() const;

 private:
  static constexpr std::size_t usual_count = 48;

  // Ids F1 to F1023 as bits, odd ones by name.
  class Ids {
   public:
    bool insert(std::string_view id);
    bool contains(std::string_view id) const;

   private:
    std::bitset<1024> numbered_;
    std::set<std::string_view> odd_;
  };

  static std::vector<Mention> missing_from(const Ids& ids, const std::vector<Mention>& mentions);

  std::vector<Mention> citations_;
  std::vector<Mention> footnotes_;
  Ids cited_;
  Ids defined_;
};

// What is to be said of footnotes and citations that do not meet: say(offset, code, severity,
// message) for each.
template <class Say>
void check_footnotes(const FootnoteIndex& footnotes, Say&& say) {
  for (const FootnoteIndex::Mention& mention : footnotes.dangling()) {
    say(mention.offset, "footnote-dangling", Severity::warning,
        mention.subject.to_text() + ": the footnote " + std::string(mention.id.substr(0, 60)) +
            " is cited, and there is none");
  }
  for (const FootnoteIndex::Mention& mention : footnotes.unreferenced()) {
    say(mention.offset, "footnote-unreferenced", Severity::note,
        "no field cites the footnote " + std::string(mention.id.substr(0, 60)));
  }
}

}  // namespace stakebook
