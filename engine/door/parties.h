// From what a person types to a party of the ledger.
//
//   "0001318605", "1318605", "tsla", "Tesla, Inc.", "tesla"     the issuer Tesla, Inc.
//   "Foster Matthew", "Matthew Foster", "foster", "#12"         the owner FOSTER MATTHEW
//
// The first of these ways that fits any party decides, and must fit only one: the party's number,
// its CIK, its symbol, its name, its words in any order, some words of it, a part of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stakebook.h"

namespace stakebook::door {

enum class Role : unsigned char { issuer, owner };

// How a text fits a party, best first. Up to `same_words` the text means the whole name.
enum class Fit : unsigned char { number, cik, symbol, name, same_words, some_words, part };

std::optional<Fit> fit_of(const Party& party, std::string_view text);

struct Candidates {
  std::optional<Fit> fit;      // absent where nothing fits
  std::vector<Party> parties;  // all that fit that way, by name
};

// Those among `parties` that the text fits best.
Candidates best_of(const std::vector<Party>& parties, std::string_view text);
Candidates find_parties(const Journal& journal, Role role, std::string_view text);

// The one party, or Error(ambiguous | not_found).
Party only_party(const Candidates& candidates, Role role, std::string_view text);

struct Asked {
  std::vector<Party> issuers;  // by name, then by id
  std::optional<Party> owner;
};

// Issuer and owner narrow each other: "hoffman" at "aurora" is one person where Aurora has one.
Asked resolve(const Journal& journal, const Question& question);

}  // namespace stakebook::door
