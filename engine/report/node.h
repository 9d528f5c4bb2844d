// A report as a tree, before it becomes JSON or CSV. Keys keep the order in which they were added.
//
//   Node::object({{"name", "Foster Matthew"}, {"filings", 3}, {"cik", nullptr}})
//
// Amounts enter as text: there is no way in for a floating point number.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "report/report.h"

namespace stakebook {

class Node {
 public:
  using Members = std::vector<std::pair<std::string, Node>>;
  using Items = std::vector<Node>;

  Node(std::nullptr_t = nullptr) {}    // NOLINT(google-explicit-constructor)
  Node(bool value) : value_(value) {}  // NOLINT(google-explicit-constructor)
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) Node(Integer value)
      : value_(static_cast<std::int64_t>(value)) {}           // NOLINT
  Node(const char* text) : value_(std::string(text)) {}       // NOLINT(google-explicit-constructor)
  Node(std::string text) : value_(std::move(text)) {}         // NOLINT(google-explicit-constructor)
  Node(std::string_view text) : value_(std::string(text)) {}  // NOLINT
  static Node object(Members members) { return Node(std::move(members)); }
  static Node list(Items items = {}) { return Node(std::move(items)); }

  // Not inline: g++ 12 sees uninitialized vectors in an inlined variant that are not there.
  Node(const Node& other);
  Node(Node&& other) noexcept;
  Node& operator=(const Node& other);
  Node& operator=(Node&& other) noexcept;
  ~Node();

  void add(Node item);
  void add(std::string key, Node value);
  // The member at "a.b.c"; nullptr where a step is missing or null.
  const Node* at(std::string_view path) const;
  const auto& value() const { return value_; }

 private:
  explicit Node(Members members) : value_(std::move(members)) {}
  explicit Node(Items items) : value_(std::move(items)) {}

  std::variant<std::nullptr_t, bool, std::int64_t, std::string, Items, Members> value_ = nullptr;
};

// Two blanks of indentation, UTF-8 (bytes that are not become U+FFFD), a line feed at the end.
std::string json_text(const Node& node);
// The same on one line, without a line feed.
std::string json_line(const Node& node);

// RFC 4180 with a header line: one line an item of `rows`, a column a path into it.
struct CsvColumn {
  std::string title;
  std::string path;
};
std::string csv_text(const std::vector<CsvColumn>& columns, const std::vector<Node>& rows);
// One line of it, with its line break.
std::string csv_line(const std::vector<std::string>& cells);

// Pieces that several reports share; docs/reference/json.md describes them under the same names.
Node node_of(const ShareRange& range);
Node node_of(const Party& party);
Node node_of(const FigureReference& reference);
Node node_of(const Figure& figure);
Node node_of(const std::vector<Inference>& inferences);
Node node_of(const Diagnostic& diagnostic);
Node node_of_holders(const IssuerBook& book, const std::vector<PartyId>& holders);
Node node_of(const IssuerBook& book, const AccountIdentity& account);
template <class Value>
Node node_or_null(const std::optional<Value>& value) {
  return value ? Node(value->to_text()) : Node();
}
// A word of the engine as a code: "final total" becomes "final_total".
std::string code_of(std::string_view words);
inline Node code_node(std::string_view words) { return code_of(words); }
inline Node text_or_null(const std::string& text) { return text.empty() ? Node() : Node(text); }

// {"report": name, "format": 1} and what `members` adds.
Node report_node(std::string_view name, Node::Members&& members);
// {"issuer", "owner", "on", "known"} and what `members` adds.
Node book_node(const IssuerBook& book, Node::Members&& members);

}  // namespace stakebook
