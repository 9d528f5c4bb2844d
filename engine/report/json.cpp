#include <nlohmann/json.hpp>

#include "report/node.h"

namespace stakebook {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Node& node);

struct Conversion {
  Json operator()(std::nullptr_t) const { return nullptr; }
  Json operator()(bool value) const { return value; }
  Json operator()(std::int64_t value) const { return value; }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const Node::Items& items) const {
    Json list = Json::array();
    for (const Node& item : items) list.push_back(json_of(item));
    return list;
  }
  Json operator()(const Node::Members& members) const {
    Json object = Json::object();
    for (const auto& [key, value] : members) object[key] = json_of(value);
    return object;
  }
};

Json json_of(const Node& node) { return std::visit(Conversion{}, node.value()); }

std::string scalar_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Straight to text: rows come by the million, and a tree in between costs more than both ends.
struct Line {
  std::string& text;

  void operator()(std::nullptr_t) const { text += "null"; }
  void operator()(bool value) const { text += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { text += std::to_string(value); }
  void operator()(const std::string& value) const { text += scalar_text(value); }
  void operator()(const Node::Items& items) const {
    text += '[';
    for (const Node& item : items) {
      if (&item != &items.front()) text += ',';
      std::visit(*this, item.value());
    }
    text += ']';
  }
  void operator()(const Node::Members& members) const {
    text += '{';
    for (const auto& member : members) {
      if (&member != &members.front()) text += ',';
      text += scalar_text(member.first) + ':';
      std::visit(*this, member.second.value());
    }
    text += '}';
  }
};

}  // namespace

std::string json_text(const Node& node) {
  return json_of(node).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string json_line(const Node& node) {
  std::string text;
  std::visit(Line{text}, node.value());
  return text;
}

}  // namespace stakebook
