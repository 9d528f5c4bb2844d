#include "report/words.h"

#include <algorithm>

#include "value/text.h"

namespace stakebook {
namespace {

std::string ratio_words(const Ratio& ratio) {
  return std::to_string(ratio.numerator()) + " for " + std::to_string(ratio.denominator());
}

struct RecordWords {
  std::string operator()(const OpeningBalance& body) const {
    return "opening balance " + grouped(body.balance.amount()) + ' ' + body.account.security_title;
  }
  std::string operator()(const RecordedSplit& body) const {
    return "split " + ratio_words(body.ratio);
  }
  std::string operator()(const RecordedAcquisition& body) const {
    return "acquisition of " + grouped(body.quantity.amount()) + ' ' + body.account.security_title;
  }
  std::string operator()(const RecordedDisposition& body) const {
    return "disposition of " + grouped(body.quantity.amount()) + ' ' + body.account.security_title;
  }
  std::string operator()(const RecordedGrant& body) const {
    return "grant of " + grouped(body.quantity.amount()) + ' ' + body.account.security_title;
  }
  std::string operator()(const RecordedTerms& body) const {
    return "vesting terms for " + body.grant.to_text();
  }
  std::string operator()(const RecordedCorrection& body) const {
    return "correction of " + body.row.to_text() + '.' + body.field + " to \"" + body.corrected +
           '"';
  }
  std::string operator()(const RecordedSameOwner& body) const {
    return body.other + " (no CIK) is the owner " + body.owner;
  }
  std::string operator()(const RecordedNotSameOwner& body) const {
    return body.other + " (no CIK) is not the owner " + body.owner;
  }
};

}  // namespace

std::string grouped(std::int64_t count) { return grouped(Decimal(count)); }

std::string grouped_change(const ShareRange& change) {
  const auto value = change.exact();
  return (value && value->is_positive() ? "+" : "") + grouped(change);
}

std::string counted(std::int64_t count, std::string_view noun) {
  std::string text = grouped(count) + ' ';
  if (count == 1) return text += noun;
  if (noun.ends_with('y')) return text += std::string(noun.substr(0, noun.size() - 1)) + "ies";
  return text += std::string(noun) + (noun.ends_with('x') ? "es" : "s");
}

std::string described(const Diagnostic& diagnostic) {
  return diagnostic.message + (diagnostic.place.empty() ? "" : " (" + diagnostic.place + ')');
}

std::string described(const Party& party) {
  return (party.name.empty() ? "not named" : printable(party.name)) +
         (party.cik ? " (CIK " + party.cik->to_text() : " (#" + std::to_string(party.id)) + ')';
}

std::string described_issuer(const Party& issuer) {
  if (issuer.trading_symbol.empty()) return described(issuer);
  return printable(issuer.name) + " (" + printable(issuer.trading_symbol) +
         (issuer.cik ? ", CIK " + issuer.cik->to_text() : ", #" + std::to_string(issuer.id)) + ')';
}

std::string names_of(const IssuerBook& book, const std::vector<PartyId>& holders) {
  std::string names;
  for (const PartyId id : holders) {
    const Party* party = book.party(id);
    if (!names.empty()) names += "; ";
    names += party != nullptr ? printable(party->name) : "party #" + std::to_string(id);
  }
  return names;
}

std::string described(const Filing& filing) {
  std::string form = filing.document.document_type.filed_text();
  if (form.empty()) form = filing.submission.form.value_or("");
  std::string text = form.empty() ? "Filing" : "Form " + printable(form);
  if (filing.submission.filed) return text + " filed " + filing.submission.filed->to_text();
  switch (filing.known_basis()) {
    case KnownBasis::acceptance: return text + " accepted " + filing.known().to_text();
    case KnownBasis::filing_date: break;
    case KnownBasis::signature_date: return text + " signed " + filing.known().date.to_text();
    case KnownBasis::period: return text + " for " + filing.known().date.to_text();
    case KnownBasis::none: break;
  }
  return text + ", date not known";
}

std::string_view described(KnownBasis basis) {
  switch (basis) {
    case KnownBasis::acceptance: return "the time of acceptance";
    case KnownBasis::filing_date: return "the filing date";
    case KnownBasis::signature_date:
      return "the latest signature, as no source tells when it was filed";
    case KnownBasis::period:
      return "the period of report, as no source tells when it was filed or signed";
    case KnownBasis::none: return "not known";
  }
  return "";
}

std::string described(const Record& record) {
  return std::visit(RecordWords{}, record.body) + ", recorded by " + printable(record.author);
}

std::string described_source(const Claim& claim) {
  std::string text;
  if (const Filing* filing = claim.filing()) {
    text = described(*filing);
    if (filing->submission.accession) text += ", " + filing->submission.accession->to_text();
  } else {
    text = described(*claim.record());
  }
  return claim.source.empty() ? text : text + ", " + printable(claim.source);
}

std::string described(const AccountIdentity& account) {
  std::string text = printable(account.security_title);
  if (account.strike) text += " at " + grouped(account.strike->amount());
  if (account.expiration) text += ", expires " + account.expiration->to_text();
  if (account.direct) return text + ", direct";
  return text + ", indirect" + (account.nature.empty() ? "" : ": " + printable(account.nature));
}

std::string described(const Instant& known) {
  return known.seconds == Instant::time_unknown ? "the end of " + known.to_text()
                                                : known.to_text() + " Eastern";
}

std::string described(const Event& event) {
  std::string text(name_of(event.kind));
  if (event.code != 0) text.insert(0, std::string(1, event.code) + ' ');
  if (event.ratio) text += ' ' + ratio_words(*event.ratio);
  return text;
}

std::string_view described(Check check) {
  switch (check) {
    case Check::nothing_reported: return "";
    case Check::opens: return "opens";
    case Check::chains: return "chains";
    case Check::final_total: return "final total";
    case Check::gap: return "gap, unexplained";
    case Check::not_determined: return "not determined";
  }
  return "";
}

std::string described(Check check, const std::optional<Reference>& downstream_of) {
  if (check != Check::gap || !downstream_of) return std::string(described(check));
  return "gap, downstream of amendment " + downstream_of->to_text();
}

std::string described(const std::vector<GapCause>& causes) {
  if (causes.empty()) return "unexplained";
  std::vector<std::string_view> names;
  for (const GapCause& cause : causes) {
    const std::string_view name = name_of(cause.cause);
    const bool is_named = std::find(names.begin(), names.end(), name) != names.end();
    if (cause.grade == causes.front().grade && !is_named) names.push_back(name);
  }
  std::string text;
  for (const std::string_view name : names)
    text += (text.empty() ? "" : " or ") + std::string(name);
  return text;
}

std::string_view described(TrancheState state) {
  switch (state) {
    case TrancheState::vested: return "vested";
    case TrancheState::vested_within_60_days: return "vested or vesting within 60 days";
    case TrancheState::unvested: return "unvested";
    case TrancheState::not_stated: return "not stated";
  }
  return "";
}

std::string_view described(TermsReading::Outcome outcome) {
  switch (outcome) {
    case TermsReading::Outcome::no_vesting_language: return "none stated";
    case TermsReading::Outcome::understood: return "understood";
    case TermsReading::Outcome::vested: return "stated to be vested or exercisable";
    case TermsReading::Outcome::inconsistent: return "contradict themselves or the row";
    case TermsReading::Outcome::not_understood: return "not understood";
  }
  return "";
}

std::string_view described(ForecastKind kind) {
  switch (kind) {
    case ForecastKind::vesting: return "vesting";
    case ForecastKind::expiration: return "expiration";
  }
  return "";
}

std::vector<Inference> inferences_of_balance(const Account& account, const History& history) {
  const Posting& last = account.postings.back();
  std::vector<Inference> inferences;
  if (last.event != no_event) {
    inferences = history.events[static_cast<std::size_t>(last.event)].inferences;
  }
  inferences.insert(inferences.end(), last.inferences.begin(), last.inferences.end());
  return inferences;
}

Grade grade_of_balance(const Account& account, const History& history) {
  if (account.postings.empty()) return Grade::unexplained;
  const Posting& last = account.postings.back();
  const bool in_doubt = !account.balance.is_exact() && !history.other_readings.empty();
  if (last.check != Check::nothing_reported && !last.downstream_of && !in_doubt) {
    return Grade::reported;
  }
  Grade worst = in_doubt ? Grade::unexplained : Grade::plausible;
  for (const Inference& inference : inferences_of_balance(account, history)) {
    worst = std::max(worst, inference.grade);
  }
  return worst;
}

FigureReference balance_reference(const IssuerBook& book, const Account& account) {
  FigureReference reference;
  reference.place = account.anchor;
  reference.on = book.question.on;
  reference.known = book.question.known;
  if (!reference.on && !account.postings.empty()) {
    const std::int32_t event = account.postings.back().event;
    if (event != no_event) {
      reference.on = book.history.events[static_cast<std::size_t>(event)].effective;
    }
  }
  return reference;
}

FigureReference row_reference(const Reference& row) {
  FigureReference reference;
  reference.place = row;
  return reference;
}

std::string printable(std::string_view text) {
  std::string result = collapsed(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    // U+0080 to U+009F are control characters too: C2 80 to C2 9F in UTF-8.
    const bool is_c1 =
        byte == 0xC2 && i + 1 < result.size() && static_cast<unsigned char>(result[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F) result[i] = '?';
    if (is_c1) result.replace(i, 2, "?");
  }
  return result;
}

}  // namespace stakebook
