#include "schema.h"

#include <fstream>
#include <regex>
#include <set>
#include <stdexcept>

using Json = nlohmann::json;

namespace {

bool is_of_type(const Json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  throw std::runtime_error("unknown type " + type);
}

bool is_of_types(const Json& value, const Json& types) {
  if (types.is_string()) return is_of_type(value, types);
  for (const Json& type : types) {
    if (is_of_type(value, type)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> Schemas::findings(const std::string& name, const Json& document) {
  std::vector<std::string> result;
  check(file(name + ".schema.json"), document, "", result);
  return result;
}

const Json& Schemas::file(const std::string& name) {
  if (!files_.contains(name)) {
    std::ifstream stream(folder_ + "/" + name);
    if (!stream) throw std::runtime_error("no schema " + name);
    files_[name] = Json::parse(stream);
  }
  return files_[name];
}

std::size_t Schemas::fitting(const Json& alternatives, const Json& value) {
  std::size_t count = 0;
  for (const Json& alternative : alternatives) {
    std::vector<std::string> wrong;
    check(alternative, value, "", wrong);
    count += wrong.empty() ? 1U : 0U;
  }
  return count;
}

void Schemas::check_members(const Json& schema, const Json& value, const std::string& place,
                            std::vector<std::string>& findings) {
  const Json& properties = schema.at("properties");
  for (const auto& [name, member] : value.items()) {
    if (!properties.contains(name)) {
      findings.push_back(place + "/" + name + ": is not documented");
    } else {
      check(properties.at(name), member, place + "/" + name, findings);
    }
  }
  for (const Json& name : schema.value("required", Json::array())) {
    if (!value.contains(name.get<std::string>())) {
      findings.push_back(place + "/" + name.get<std::string>() + ": is missing");
    }
  }
}

void Schemas::check(const Json& schema, const Json& value, const std::string& place,
                    std::vector<std::string>& findings) {
  static const std::set<std::string> known = {
      "$schema", "$ref",  "$defs",      "title",    "description", "type",  "const",
      "enum",    "items", "properties", "required", "pattern",     "anyOf", "oneOf"};
  for (const auto& [keyword, unused] : schema.items()) {
    if (!known.contains(keyword)) throw std::runtime_error("unknown keyword " + keyword);
  }
  if (schema.contains("$ref")) {
    const auto target = schema["$ref"].get<std::string>();
    const std::size_t mark = target.find('#');
    const Json& other = file(target.substr(0, mark));
    check(other.at(Json::json_pointer(target.substr(mark + 1))), value, place, findings);
  }
  if (schema.contains("type") && !is_of_types(value, schema["type"])) {
    findings.push_back(place + ": is not " + schema["type"].dump());
    return;
  }
  if (schema.contains("const") && value != schema["const"]) {
    findings.push_back(place + ": is not " + schema["const"].dump());
  }
  if (schema.contains("enum") &&
      std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) {
    findings.push_back(place + ": is none of " + schema["enum"].dump());
  }
  if (schema.contains("pattern") && value.is_string() &&
      !std::regex_search(value.get<std::string>(),
                         std::regex(schema["pattern"].get<std::string>()))) {
    findings.push_back(place + ": " + value.dump() + " does not match " + schema["pattern"].dump());
  }
  if (schema.contains("items") && value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      check(schema["items"], value[i], place + "/" + std::to_string(i), findings);
    }
  }
  if (schema.contains("properties") && value.is_object()) {
    check_members(schema, value, place, findings);
  }
  if (schema.contains("anyOf") && fitting(schema["anyOf"], value) == 0) {
    findings.push_back(place + ": fits none of the alternatives");
  }
  if (schema.contains("oneOf") && fitting(schema["oneOf"], value) != 1) {
    findings.push_back(place + ": does not fit exactly one of the alternatives");
  }
}
