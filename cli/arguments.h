// What the user typed after a command: options and operands, in the order given, read as types.
//
//   arguments.date("--on")           2007-11-20, nullopt where absent
//   arguments.date("--on")           UsageError for 2007-02-29: "--on 2007-02-29: no such day"
//
// A reading that fails is a UsageError that names the option, quotes the value and tells the form.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/date.h"
#include "value/instant.h"
#include "value/quantity.h"
#include "value/ratio.h"
#include "value/reference.h"

namespace stakebook::cli {

// The command line cannot be followed: exit code 2.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& message, std::string remedy = {})
      : std::runtime_error(message), remedy_(std::move(remedy)) {}
  const std::string& remedy() const noexcept { return remedy_; }

 private:
  std::string remedy_;
};

class Arguments {
 public:
  using Given = std::pair<std::string, std::string>;  // option or operand name, value

  void add(std::string name, std::string value) {
    given_.emplace_back(std::move(name), std::move(value));
  }
  const std::vector<Given>& given() const { return given_; }

  bool has(std::string_view name) const;
  // The last value given.
  std::optional<std::string> text(std::string_view name) const;
  std::string text_or(std::string_view name, std::string otherwise) const;
  // Every value given, in order.
  std::vector<std::string> texts(std::string_view name) const;

  std::optional<Date> date(std::string_view name) const;
  // A date, or a date and a time of day.
  std::optional<Instant> instant(std::string_view name) const;
  std::optional<Shares> shares(std::string_view name) const;
  std::optional<Price> price(std::string_view name) const;

 private:
  std::vector<Given> given_;
};

// The readings behind Arguments, for values that stand inside others. `place` names the option.
Date read_date(std::string_view text, std::string_view place);
// "2024-05-20", "2024-05-20T16:30", "2024-05-20 16:30:00".
Instant read_instant(std::string_view text, std::string_view place);
Decimal read_amount(std::string_view text, std::string_view place);
// "5 for 1", "5-for-1", "5:1", "5/1".
Ratio read_split_ratio(std::string_view text, std::string_view place);

}  // namespace stakebook::cli
