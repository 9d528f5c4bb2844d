#include "journal/record_text.h"

#include "journal/terms_text.h"

namespace stakebook {
namespace {

template <class T>
std::optional<std::string> text_of_optional(const std::optional<T>& value) {
  return value ? std::optional(value->to_text()) : std::nullopt;
}

RecordTexts texts_of_account(const RecordedAccount& account) {
  RecordTexts texts;
  texts.issuer = account.issuer;
  texts.owner = account.owner;
  texts.security_title = account.security_title;
  texts.derivative = account.derivative ? "1" : "0";
  texts.direct = account.direct ? "1" : "0";
  texts.nature = account.nature;
  texts.strike = text_of_optional(account.strike);
  texts.expiration = text_of_optional(account.expiration);
  return texts;
}

struct BodyTexts {
  RecordTexts operator()(const OpeningBalance& opening) const {
    RecordTexts texts = texts_of_account(opening.account);
    texts.quantity = opening.balance.to_text();
    return texts;
  }
  RecordTexts operator()(const RecordedSplit& split) const {
    RecordTexts texts;
    texts.issuer = split.issuer;
    texts.ratio = split.ratio.to_text();
    return texts;
  }
  RecordTexts operator()(const RecordedAcquisition& acquisition) const {
    return movement(acquisition.account, acquisition.quantity, acquisition.price);
  }
  RecordTexts operator()(const RecordedDisposition& disposition) const {
    return movement(disposition.account, disposition.quantity, disposition.price);
  }
  RecordTexts operator()(const RecordedGrant& grant) const {
    RecordTexts texts = texts_of_account(grant.account);
    texts.quantity = grant.quantity.to_text();
    texts.terms = text_of(grant.terms);
    return texts;
  }
  RecordTexts operator()(const RecordedTerms& recorded) const {
    RecordTexts texts;
    texts.reference = recorded.grant.to_text();
    texts.terms = text_of(recorded.terms);
    texts.quantity = text_of_optional(recorded.granted);
    return texts;
  }
  RecordTexts operator()(const RecordedCorrection& correction) const {
    RecordTexts texts;
    texts.reference = correction.row.to_text();
    texts.field = correction.field;
    texts.corrected = correction.corrected;
    return texts;
  }
  RecordTexts operator()(const RecordedSameOwner& same) const {
    return identity(same.issuer, same.owner, same.other);
  }
  RecordTexts operator()(const RecordedNotSameOwner& same) const {
    return identity(same.issuer, same.owner, same.other);
  }

  static RecordTexts identity(const std::string& issuer, const std::string& owner,
                              const std::string& other) {
    RecordTexts texts;
    texts.issuer = issuer;
    texts.owner = owner;
    texts.other_owner = other;
    return texts;
  }

  static RecordTexts movement(const RecordedAccount& account, Shares quantity,
                              const std::optional<Price>& price) {
    RecordTexts texts = texts_of_account(account);
    texts.quantity = quantity.to_text();
    texts.price = text_of_optional(price);
    return texts;
  }
};

// Reading is loose (what cannot be read becomes a default); body_of() compares at the end.
template <class T>
std::optional<T> parsed(const std::optional<std::string>& text) {
  return text ? T::parse(*text) : std::nullopt;
}

RecordedAccount account_of(const RecordTexts& texts) {
  return {
      texts.issuer.value_or(""),   texts.owner.value_or(""),      texts.security_title.value_or(""),
      texts.derivative == "1",     texts.direct == "1",           texts.nature.value_or(""),
      parsed<Price>(texts.strike), parsed<Date>(texts.expiration)};
}

VestingTerms terms_of(const RecordTexts& texts) {
  return texts.terms ? parse_terms(*texts.terms).value_or(VestingTerms()) : VestingTerms();
}

std::optional<RecordBody> parsed_body(std::string_view kind, const RecordTexts& texts) {
  const Shares quantity = parsed<Shares>(texts.quantity).value_or(Shares());
  const Reference reference = parsed<Reference>(texts.reference).value_or(Reference());
  if (kind == "opening") return OpeningBalance{account_of(texts), quantity};
  if (kind == "split") {
    return RecordedSplit{texts.issuer.value_or(""), parsed<Ratio>(texts.ratio).value_or(Ratio())};
  }
  if (kind == "acquisition") {
    return RecordedAcquisition{account_of(texts), quantity, parsed<Price>(texts.price)};
  }
  if (kind == "disposition") {
    return RecordedDisposition{account_of(texts), quantity, parsed<Price>(texts.price)};
  }
  if (kind == "grant") return RecordedGrant{account_of(texts), quantity, terms_of(texts)};
  if (kind == "terms") {
    return RecordedTerms{reference, terms_of(texts), parsed<Shares>(texts.quantity)};
  }
  if (kind == "correction") {
    return RecordedCorrection{reference, texts.field.value_or(""), texts.corrected.value_or("")};
  }
  const auto text = [](const std::optional<std::string>& value) { return value.value_or(""); };
  if (kind == "same-owner") {
    return RecordedSameOwner{text(texts.issuer), text(texts.owner), text(texts.other_owner)};
  }
  if (kind == "not-same-owner") {
    return RecordedNotSameOwner{text(texts.issuer), text(texts.owner), text(texts.other_owner)};
  }
  return std::nullopt;
}

}  // namespace

RecordTexts texts_of(const RecordBody& body) { return std::visit(BodyTexts(), body); }

std::optional<RecordBody> body_of(std::string_view kind, const RecordTexts& texts) {
  std::optional<RecordBody> body = parsed_body(kind, texts);
  if (body && texts_of(*body) != texts) return std::nullopt;
  return body;
}

std::string_view kind_of(const Record& record) {
  constexpr std::string_view kinds[] = {"opening",     "split",      "acquisition",
                                        "disposition", "grant",      "terms",
                                        "correction",  "same-owner", "not-same-owner"};
  static_assert(std::size(kinds) == std::variant_size_v<RecordBody>);
  return kinds[record.body.index()];
}

}  // namespace stakebook
