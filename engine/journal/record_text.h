// A record's body as the text columns of the table `record`, and back.
//
//   split, 0001318605, 5 for 1   ->   issuer "0001318605", ratio "5", everything else NULL
//
// 1. A column is NULL where the kind of record has no such member or the member is absent.
// 2. body_of(kind, texts_of(body)) == body; texts that no body makes are refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/record.h"

namespace stakebook {

struct RecordTexts {
  std::optional<std::string> issuer;
  std::optional<std::string> owner;
  std::optional<std::string> security_title;
  std::optional<std::string> derivative;
  std::optional<std::string> direct;
  std::optional<std::string> nature;
  std::optional<std::string> strike;
  std::optional<std::string> expiration;
  std::optional<std::string> quantity;
  std::optional<std::string> price;
  std::optional<std::string> ratio;
  std::optional<std::string> reference;
  std::optional<std::string> terms;
  std::optional<std::string> field;
  std::optional<std::string> corrected;
  std::optional<std::string> other_owner;
  friend bool operator==(const RecordTexts&, const RecordTexts&) = default;
};

// Visits the columns in their order: visit("issuer", texts.issuer) and so on.
template <class Texts, class Visitor>
void for_each_record_text(Texts& texts, Visitor&& visit) {
  visit("issuer", texts.issuer);
  visit("owner", texts.owner);
  visit("security_title", texts.security_title);
  visit("derivative", texts.derivative);
  visit("direct", texts.direct);
  visit("nature", texts.nature);
  visit("strike", texts.strike);
  visit("expiration", texts.expiration);
  visit("quantity", texts.quantity);
  visit("price", texts.price);
  visit("ratio", texts.ratio);
  visit("reference", texts.reference);
  visit("terms", texts.terms);
  visit("field", texts.field);
  visit("corrected", texts.corrected);
  visit("other_owner", texts.other_owner);
}

RecordTexts texts_of(const RecordBody& body);
// nullopt where the texts are not those of a body of that kind.
std::optional<RecordBody> body_of(std::string_view kind, const RecordTexts& texts);

}  // namespace stakebook
