// Checks a document against a JSON Schema of docs/reference/json, strictly: a member it does not
// name is a finding, so that no field goes undocumented.
//
// Knows the keywords that those schemas use, and throws at any other one.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

class Schemas {
 public:
  explicit Schemas(std::string folder) : folder_(std::move(folder)) {}

  // Empty where the document follows <name>.schema.json; else "/issuers/0/on: is not a string", ...
  std::vector<std::string> findings(const std::string& name, const nlohmann::json& document);

 private:
  using Json = nlohmann::json;

  const Json& file(const std::string& name);
  void check(const Json& schema, const Json& value, const std::string& place,
             std::vector<std::string>& findings);
  void check_members(const Json& schema, const Json& value, const std::string& place,
                     std::vector<std::string>& findings);
  std::size_t fitting(const Json& alternatives, const Json& value);

  std::string folder_;
  Json files_ = Json::object();
};
