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

}  // namespace

std::string json_text(const Node& node) {
  return json_of(node).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string json_line(const Node& node) {
  return json_of(node).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace stakebook
