#include "value/range.h"

namespace stakebook {
namespace {

std::optional<Bound> negated(const std::optional<Bound>& bound) {
  if (!bound) return std::nullopt;
  return Bound{-bound->value, bound->inclusive};
}

std::optional<Bound> sum(const std::optional<Bound>& left, const std::optional<Bound>& right) {
  if (!left || !right) return std::nullopt;
  return Bound{left->value + right->value, left->inclusive && right->inclusive};
}

}  // namespace

std::optional<Bound> ShareRange::upper_negated() const { return negated(upper_); }
std::optional<Bound> ShareRange::lower_negated() const { return negated(lower_); }

bool ShareRange::contains(Shares value) const {
  const bool above =
      !lower_ || value > lower_->value || (lower_->inclusive && value == lower_->value);
  const bool below =
      !upper_ || value < upper_->value || (upper_->inclusive && value == upper_->value);
  return above && below;
}

std::optional<ShareRange> ShareRange::intersected(const ShareRange& other) const {
  ShareRange result = *this;
  if (other.lower_ && (!result.lower_ || other.lower_->value > result.lower_->value ||
                       (other.lower_->value == result.lower_->value && !other.lower_->inclusive))) {
    result.lower_ = other.lower_;
  }
  if (other.upper_ && (!result.upper_ || other.upper_->value < result.upper_->value ||
                       (other.upper_->value == result.upper_->value && !other.upper_->inclusive))) {
    result.upper_ = other.upper_;
  }
  if (result.lower_ && result.upper_) {
    if (result.lower_->value > result.upper_->value) return std::nullopt;
    if (result.lower_->value == result.upper_->value &&
        !(result.lower_->inclusive && result.upper_->inclusive)) {
      return std::nullopt;
    }
  }
  return result;
}

ShareRange ShareRange::hull(const ShareRange& other) const {
  ShareRange result = *this;
  if (!result.lower_ || !other.lower_) {
    result.lower_.reset();
  } else if (other.lower_->value < result.lower_->value ||
             (other.lower_->value == result.lower_->value && other.lower_->inclusive)) {
    result.lower_ = other.lower_;
  }
  if (!result.upper_ || !other.upper_) {
    result.upper_.reset();
  } else if (other.upper_->value > result.upper_->value ||
             (other.upper_->value == result.upper_->value && other.upper_->inclusive)) {
    result.upper_ = other.upper_;
  }
  return result;
}

ShareRange operator+(const ShareRange& left, const ShareRange& right) {
  return {sum(left.lower_, right.lower_), sum(left.upper_, right.upper_)};
}

std::string ShareRange::to_text() const {
  return in_words([](Decimal amount) { return amount.to_text(); });
}

std::string ShareRange::in_words(std::string (*amount_text)(Decimal)) const {
  const auto text_of = [amount_text](const Bound& bound) {
    return amount_text(bound.value.amount());
  };
  if (is_exact()) return text_of(*lower_);
  if (!lower_ && !upper_) return "not known";
  std::string text;
  if (lower_) text = (lower_->inclusive ? "at least " : "more than ") + text_of(*lower_);
  if (lower_ && upper_) text += " and ";
  if (upper_) text += (upper_->inclusive ? "at most " : "less than ") + text_of(*upper_);
  return text;
}

}  // namespace stakebook
