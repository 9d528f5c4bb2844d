#include "report/node.h"

namespace stakebook {
namespace {

std::string bounds_text(const Node& bounds) {
  std::string text;
  for (const auto& [key, words] : {std::pair("at_least", "at least "),
                                   {"more_than", "more than "},
                                   {"at_most", "at most "},
                                   {"less_than", "less than "}}) {
    const Node* bound = bounds.at(key);
    if (bound == nullptr) continue;
    if (!text.empty()) text += " and ";
    text += words + std::get<std::string>(bound->value());
  }
  return text.empty() ? "not known" : text;
}

std::string cell_text(const Node& node);

struct CellText {
  std::string operator()(std::nullptr_t) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(const std::string& text) const { return text; }
  // Lists become "a; b"; of parties, their names.
  std::string operator()(const Node::Items& items) const {
    std::string text;
    for (const Node& item : items) {
      if (!text.empty()) text += "; ";
      const Node* name = item.at("name");
      text += cell_text(name != nullptr ? *name : item);
    }
    return text;
  }
  std::string operator()(const Node::Members& members) const {
    return bounds_text(Node::object(members));
  }
};

std::string cell_text(const Node& node) { return std::visit(CellText{}, node.value()); }

// RFC 4180, 2: fields with a comma, a quote or a line break are quoted, quotes doubled.
std::string in_quotes(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) text += ',';
    text += in_quotes(cell);
  }
  return text + "\r\n";
}

std::string csv_text(const std::vector<CsvColumn>& columns, const std::vector<Node>& rows) {
  std::vector<std::string> cells;
  for (const CsvColumn& column : columns) cells.push_back(column.title);
  std::string text = csv_line(cells);
  for (const Node& row : rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Node* const node = row.at(columns[i].path);
      cells[i] = node != nullptr ? cell_text(*node) : std::string();
    }
    text += csv_line(cells);
  }
  return text;
}

}  // namespace stakebook
