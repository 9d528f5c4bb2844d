#include "event/tables_difference.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "value/reference.h"
#include "value/text.h"

namespace stakebook {
namespace {

// A field as both sides can be compared: by its text, its amount, its footnotes.
struct Fact {
  const char* name = "";
  std::string text;  // canonical, or as filed where it could not be read
  std::string as_filed;
  std::optional<Decimal> amount;
  bool is_box = false;
  std::vector<FootnoteId> footnotes;  // sorted
};
using Facts = std::vector<Fact>;

enum class Agreement : unsigned char { same, rounded, differing };

class Collector {
 public:
  template <class T>
  void operator()(const char* name, const Field<T>& field) {
    Fact fact;
    fact.name = name;
    fact.text = field.value ? canonical_text(*field.value) : field.as_filed;
    fact.as_filed = field.as_filed;
    if constexpr (requires { field.value->amount(); }) {
      if (field.value) fact.amount = field.value->amount();
    }
    fact.is_box = std::is_same_v<T, bool>;
    cite(fact, field.footnotes);
  }
  void cite(Fact fact, const std::vector<FootnoteId>& footnotes) {
    fact.footnotes = footnotes;
    std::sort(fact.footnotes.begin(), fact.footnotes.end());
    facts.push_back(std::move(fact));
  }
  Facts facts;
};

Facts facts_of(const Row& row) {
  Collector collector;
  for_each_field(row, collector);
  Fact coding;
  coding.name = "transaction_coding";
  collector.cite(coding, row.transaction_coding_footnotes);
  return std::move(collector.facts);
}

bool has_column(std::string_view name) {
  for (const std::string_view without :
       {"schema_version", "issuer_foreign_trading_symbol", "rpt_owner_non_us_address_flag",
        "rpt_owner_non_us_state_territory", "rpt_owner_country", "rpt_owner_good_address"}) {
    if (name == without) return false;
  }
  return true;
}

bool is_cut(Decimal cut, Decimal whole) {
  constexpr int decimals = 2;
  return cut == whole.rounded(decimals, Rounding::floor) ||
         cut == whole.rounded(decimals, Rounding::ceiling);
}

// "0007-11-20" in the document, "20-NOV-0007" read as 2007-11-20 from the tables.
bool is_same_typed_year(const Fact& tables, const Fact& document) {
  constexpr std::string_view century = "-00";
  return document.text.starts_with("00") && tables.text.size() == document.text.size() &&
         tables.as_filed.find(century) != std::string::npos &&
         tables.text.substr(2) == document.text.substr(2);
}

// With leading zeros or without.
bool is_same_cik(const Fact& tables, const Fact& document) {
  if (!std::string_view(tables.name).ends_with("_cik")) return false;
  const auto cik = Cik::parse(tables.text);
  return cik && cik == Cik::parse(document.text);
}

Agreement agreement_of(const Fact& tables, const Fact& document) {
  if (tables.footnotes != document.footnotes) return Agreement::differing;
  if (same_ignoring_case(tables.text, document.text)) return Agreement::same;
  if (tables.text.empty() && !has_column(tables.name)) return Agreement::same;
  if (tables.is_box && tables.text.empty() && document.text == "0") return Agreement::same;
  if (tables.is_box && document.text.empty() && tables.text == "0") return Agreement::same;
  if (is_same_cik(tables, document) || is_same_typed_year(tables, document)) return Agreement::same;
  if (tables.amount && document.amount && is_cut(*tables.amount, *document.amount)) {
    return Agreement::rounded;
  }
  return Agreement::differing;
}

std::size_t differing(const Facts& tables, const Facts& document) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    count += agreement_of(tables[i], document[i]) == Agreement::differing ? 1U : 0U;
  }
  return count;
}

// A value for a sentence, with its footnotes where they differ; long texts are not repeated.
std::string shown(const Fact& fact, const Fact& other) {
  constexpr std::size_t shown_max = 60;
  std::string text = fact.text.empty()              ? std::string("nothing")
                     : fact.text.size() > shown_max ? std::string("another text")
                                                    : fact.text;
  if (fact.footnotes == other.footnotes) return text;
  text += fact.footnotes.empty() ? " without a footnote" : " with";
  for (const FootnoteId& id : fact.footnotes) text.append(" ").append(id.substr(0, shown_max));
  return text;
}

class Comparison {
 public:
  Comparison(const Claim& tables, const Claim& document) : tables_(tables), document_(document) {}

  Diagnostics run() {
    const Filing& tables = *tables_.filing();
    const Filing& document = *document_.filing();
    compare_heads(tables, document);
    compare_owners(tables.document.reporting_owners, document.document.reporting_owners);
    compare_rows(tables.document.table_i, document.document.table_i, Part::table_i);
    compare_rows(tables.document.table_ii, document.document.table_ii, Part::table_ii);
    compare_footnotes(tables.document, document.document);
    compare_signatures(tables.document.owner_signatures, document.document.owner_signatures);
    return std::move(result_);
  }

 private:
  void say(const char* code, Severity severity, std::string message, const Reference& place) {
    result_.push_back({code, severity, std::move(message), place.to_text()});
  }
  void differ(std::string message) {
    say("tables-differ", Severity::warning, std::move(message), whole(tables_));
  }
  static Reference whole(const Claim& claim) { return {claim.entry, Part::entry, 0, 0}; }

  // `what` stands before each field's name: "owner 2: ".
  void compare(const Facts& tables, const Facts& document, const std::string& what,
               const Reference& place, const Reference& other) {
    std::string rounded;
    std::string differing;
    const auto add = [](std::string& list, const std::string& text) {
      list.append(list.empty() ? "" : "; ").append(text);
    };
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const std::string is = what + tables[i].name + " is " + shown(tables[i], document[i]);
      switch (agreement_of(tables[i], document[i])) {
        case Agreement::same: break;
        case Agreement::rounded:
          add(rounded,
              is + ", cut from " + shown(document[i], tables[i]) + " of " + other.to_text());
          break;
        case Agreement::differing:
          add(differing, is + ", and " + shown(document[i], tables[i]) + " in " + other.to_text() +
                             ", which counts");
      }
    }
    if (!rounded.empty()) say("tables-rounded", Severity::note, std::move(rounded), place);
    if (!differing.empty()) say("tables-differ", Severity::warning, std::move(differing), place);
  }

  void compare_heads(const Filing& tables, const Filing& document) {
    Collector left;
    Collector right;
    for_each_head_field(tables.document, left);
    for_each_head_field(document.document, right);
    compare(left.facts, right.facts, "", whole(tables_), whole(document_));
    const auto& filed = tables.submission.filed;
    const auto& other = document.submission.filed;
    if (filed && other && *filed != *other) {
      differ("the filing date is " + filed->to_text() + ", and " + other->to_text() + " in " +
             whole(document_).to_text() + ", which counts");
    }
  }

  void compare_owners(const std::vector<ReportingOwner>& tables,
                      const std::vector<ReportingOwner>& document) {
    std::vector<const ReportingOwner*> open;
    for (const ReportingOwner& owner : document) open.push_back(&owner);
    std::size_t number = 0;
    for (const ReportingOwner& owner : tables) {
      ++number;
      const auto same = std::find_if(open.begin(), open.end(), [&](const ReportingOwner* other) {
        return other->cik() == owner.cik();
      });
      const std::string what = "owner " + std::to_string(number) + ": ";
      if (same == open.end()) {
        differ(what + whole(document_).to_text() + ", which counts, has no owner with this CIK");
        continue;
      }
      Collector left;
      Collector right;
      for_each_owner_field(owner, left);
      for_each_owner_field(**same, right);
      compare(left.facts, right.facts, what, whole(tables_), whole(document_));
      open.erase(same);
    }
    for (const ReportingOwner* owner : open) {
      differ("the owner " + owner->rpt_owner_name.filed_text() + " of " +
             whole(document_).to_text() + " is not there");
    }
  }

  struct Side {
    std::vector<Facts> facts;
    std::vector<bool> taken;
  };

  static Side side_of(const std::vector<Row>& rows) {
    Side side;
    for (const Row& row : rows) side.facts.push_back(facts_of(row));
    side.taken.resize(rows.size());
    return side;
  }

  // Rows that say the same first, then each with the most alike of the rest, where most agrees.
  void compare_rows(const std::vector<Row>& tables, const std::vector<Row>& document, Part part) {
    Side left = side_of(tables);
    Side right = side_of(document);
    const auto place = [part](const Claim& claim, std::size_t i) {
      return Reference{claim.entry, part, static_cast<std::int32_t>(i) + 1, 0};
    };
    const auto pair_up = [&](std::size_t differences_max) {
      for (std::size_t i = 0; i < tables.size(); ++i) {
        if (left.taken[i]) continue;
        std::size_t best = document.size();
        std::size_t least = differences_max + 1;
        for (std::size_t j = 0; j < document.size() && least > 0; ++j) {
          if (right.taken[j] || tables[i].kind != document[j].kind) continue;
          const std::size_t count = differing(left.facts[i], right.facts[j]);
          if (count >= least) continue;
          best = j;
          least = count;
        }
        if (best == document.size()) continue;
        left.taken[i] = right.taken[best] = true;
        compare(left.facts[i], right.facts[best], "", place(tables_, i), place(document_, best));
      }
    };
    constexpr std::size_t fields_differing_max = 6;  // of twenty-two
    pair_up(0);
    pair_up(fields_differing_max);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (left.taken[i]) continue;
      say("tables-differ", Severity::warning,
          whole(document_).to_text() + ", which counts, has no such row", place(tables_, i));
    }
    for (std::size_t i = 0; i < document.size(); ++i) {
      if (!right.taken[i]) differ("the row " + place(document_, i).to_text() + " is not there");
    }
  }

  void compare_footnotes(const OwnershipDocument& tables, const OwnershipDocument& document) {
    const auto compare_one_way = [&](const OwnershipDocument& one, const OwnershipDocument& other,
                                     bool texts) {
      for (const Footnote& footnote : one.footnotes) {
        const Footnote* const same = other.footnote(footnote.id);
        const std::string id = "the footnote " + footnote.id.substr(0, 60);
        if (same == nullptr) {
          differ(id + (texts ? " is not in " : " is only in ") + whole(document_).to_text());
        } else if (texts && !same_ignoring_case(same->text, footnote.text)) {
          differ(id + " has another text in " + whole(document_).to_text() + ", which counts");
        }
      }
    };
    compare_one_way(tables, document, true);
    compare_one_way(document, tables, false);
  }

  void compare_signatures(const std::vector<OwnerSignature>& tables,
                          const std::vector<OwnerSignature>& document) {
    const auto texts_of = [](const std::vector<OwnerSignature>& signatures) {
      std::vector<std::string> texts;
      for (const OwnerSignature& one : signatures) {
        const auto& date = one.signature_date;
        texts.push_back(lowered(one.signature_name.filed_text()) + " " +
                        (date.value ? date.value->to_text() : date.as_filed));
      }
      std::sort(texts.begin(), texts.end());
      return texts;
    };
    if (texts_of(tables) == texts_of(document)) return;
    differ("the signatures or their dates are others in " + whole(document_).to_text() +
           ", which counts");
  }

  const Claim& tables_;
  const Claim& document_;
  Diagnostics result_;
};

}  // namespace

bool is_of_tables(const Claim& claim) {
  return claim.filing()->format == SourceFormat::quarterly_tables;
}

Diagnostics tables_differences(const Claim& tables, const Claim& document) {
  return Comparison(tables, document).run();
}

}  // namespace stakebook
