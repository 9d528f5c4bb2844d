// Where in a filing a field stands: the column `place` of citation and as_filed.
//
//   form          the head         owner.2      the second reporting owner
//   I.3, II.1     a row            signature.1  the first signature
#pragma once

#include <charconv>
#include <cstddef>
#include <string_view>

namespace stakebook {

class PlaceText {
 public:
  explicit PlaceText(std::string_view part) : end_(part.copy(buffer_, sizeof buffer_)) {}
  PlaceText(std::string_view part, std::size_t number) : PlaceText(part) {
    buffer_[end_++] = '.';
    const auto result = std::to_chars(buffer_ + end_, buffer_ + sizeof buffer_, number);
    end_ = static_cast<std::size_t>(result.ptr - buffer_);
  }
  PlaceText(const PlaceText&) = delete;
  PlaceText& operator=(const PlaceText&) = delete;

  std::string_view text() const { return {buffer_, end_}; }

 private:
  char buffer_[32];
  std::size_t end_;
};

inline constexpr std::string_view form_place = "form";
inline constexpr std::string_view owner_place = "owner";
inline constexpr std::string_view signature_place = "signature";
inline constexpr std::string_view table_i_place = "I";
inline constexpr std::string_view table_ii_place = "II";
// The name that citation.field has for the footnotes of <transactionCoding> itself.
inline constexpr std::string_view transaction_coding = "transaction_coding";

}  // namespace stakebook
