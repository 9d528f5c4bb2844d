#include "door/source_steps.h"

#include <algorithm>

#include "event/cited_footnotes.h"
#include "report/words.h"
#include "value/error.h"

namespace stakebook::door {
namespace {

std::string listed(const std::vector<FootnoteId>& ids) {
  std::string text;
  for (const FootnoteId& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

template <class T>
std::string text_of(const Field<T>& field) {
  std::string text = field.filed_text();
  if (field.presence == Presence::empty) text = "(empty)";
  if (!field.footnotes.empty()) {
    const bool only = text.empty();
    text += (only ? "footnote " : " (footnote ") + listed(field.footnotes) + (only ? "" : ")");
  }
  return text;
}

template <class T>
bool is_there(const Field<T>& field) {
  return field.presence != Presence::absent || !field.footnotes.empty();
}

void add_footnotes(ExplanationStep& step, const Claim& claim, const std::vector<FootnoteId>& ids) {
  for (const FootnoteId& id : ids) {
    const Footnote* footnote = claim.filing()->document.footnote(id);
    step.footnotes.push_back(
        footnote != nullptr ? *footnote : Footnote{id, "(the filing has no such footnote)"});
  }
}

ExplanationStep new_step(const Claim& claim, const FigureReference& ref) {
  ExplanationStep step;
  step.ref = ref;
  step.source = described_source(claim);
  return step;
}

// ", listed in master.idx"; nothing where the filing itself tells.
std::string listed_in(const std::string& source) {
  return source.empty() ? std::string() : ", listed in " + printable(source);
}

void add_head_fields(ExplanationStep& step, const Filing& filing) {
  for_each_head_field(filing.document, [&](const char* name, const auto& field) {
    if (is_there(field)) step.fields.emplace_back(name, text_of(field));
  });
  for (const ReportingOwner& owner : filing.document.reporting_owners) {
    for_each_owner_field(owner, [&](const char* name, const auto& field) {
      if (is_there(field)) step.fields.emplace_back(name, text_of(field));
    });
  }
  for (const OwnerSignature& signature : filing.document.owner_signatures) {
    step.fields.emplace_back("signature_name", text_of(signature.signature_name));
    step.fields.emplace_back("signature_date", text_of(signature.signature_date));
  }
}

}  // namespace

const Footnote* footnote_at(const Claim& claim, std::int32_t number) {
  const Filing* filing = claim.filing();
  if (filing == nullptr) return nullptr;
  if (const Footnote* named = filing->document.footnote("F" + std::to_string(number))) return named;
  const auto& footnotes = filing->document.footnotes;
  if (number < 1 || number > std::ssize(footnotes)) return nullptr;
  return &footnotes[static_cast<std::size_t>(number - 1)];
}

std::string summary_of(const Row& row) {
  std::string text = printable(row.security_title.filed_text());
  if (text.empty()) text = "security without a title";
  if (row.kind == RowKind::holding) return text + ", holding";
  text += ", transaction";
  if (const std::string code = row.transaction_code.filed_text(); !code.empty()) {
    text += ' ' + printable(code);
  }
  if (const std::string date = row.transaction_date.filed_text(); !date.empty()) {
    text += " of " + printable(date);
  }
  return text;
}

ExplanationStep entry_step(const Claim& claim) {
  ExplanationStep step = new_step(claim, row_reference({claim.entry, Part::entry, 0, 0}));
  if (const Filing* filing = claim.filing()) {
    step.statement = described(*filing) + ": " +
                     counted(std::ssize(filing->document.table_i), "row") + " in Table I, " +
                     counted(std::ssize(filing->document.table_ii), "row") + " in Table II";
    add_head_fields(step, *filing);
    if (const auto& accession = filing->submission.accession) {
      step.fields.emplace_back("accession_number",
                               accession->to_text() + listed_in(claim.listed.accession));
    }
    step.fields.emplace_back("known", claim.known.to_text() + ": " +
                                          std::string(described(filing->known_basis())) +
                                          listed_in(claim.listed.dates));
    step.footnotes = filing->document.footnotes;
  } else {
    const Record& record = *claim.record();
    step.statement = described(record);
    step.fields = {{"kind", std::string(kind_of(record))},
                   {"effective", record.effective.to_text()},
                   {"known", claim.known.to_text()},
                   {"author", record.author},
                   {"reason", record.reason}};
  }
  step.fields.emplace_back("hash", claim.hash);
  return step;
}

ExplanationStep row_step(const Claim& claim, const Row& row, const Reference& place) {
  ExplanationStep step = new_step(claim, row_reference(place));
  step.statement = "row " + std::to_string(place.number) + " of Table " +
                   (place.part == Part::table_i ? "I" : "II") + ": " + summary_of(row);
  for_each_field(row, [&](const char* name, const auto& field) {
    if (is_there(field)) step.fields.emplace_back(name, text_of(field));
  });
  if (!row.transaction_coding_footnotes.empty()) {
    step.fields.emplace_back("transaction_coding",
                             "footnote " + listed(row.transaction_coding_footnotes));
  }
  add_footnotes(step, claim, cited_footnotes(row));
  return step;
}

ExplanationStep field_step(const Claim& claim, const Row& row, const FigureReference& ref) {
  ExplanationStep step = new_step(claim, ref);
  std::string names;
  bool found = false;
  for_each_field(row, [&](const char* name, const auto& field) {
    names += (names.empty() ? "" : ", ") + std::string(name);
    if (ref.field != name) return;
    found = true;
    const std::string text = is_there(field) ? text_of(field) : "";
    step.statement = ref.field + " of " + ref.place.to_text() +
                     (text.empty() ? " is not given" : ", as filed: " + printable(text));
    step.fields.emplace_back(name, text);
    add_footnotes(step, claim, field.footnotes);
  });
  if (!found) {
    throw Error(ErrorKind::not_found, "a row has no field \"" + ref.field + '"', ref.to_text(),
                "one of: " + names);
  }
  return step;
}

ExplanationStep footnote_step(const Claim& claim, const Footnote& footnote,
                              const Reference& place) {
  ExplanationStep step = new_step(claim, row_reference({place.entry, place.part, place.number, 0}));
  step.statement = "footnote " + footnote.id;
  step.footnotes = {footnote};
  return step;
}

std::string rows_of(const Claim& claim) {
  const std::string entry = "entry " + std::to_string(claim.entry);
  const Filing* filing = claim.filing();
  if (filing == nullptr) return entry + " is a record";
  return entry + " has " + counted(std::ssize(filing->document.table_i), "row") +
         " in Table I and " + counted(std::ssize(filing->document.table_ii), "row") +
         " in Table II";
}

std::vector<std::string> quotes_of(const std::string& text, const std::vector<Span>& spans) {
  std::vector<std::string> quotes;
  for (const Span& span : spans) {
    if (span.begin < text.size() && span.length > 0) {
      quotes.push_back(text.substr(span.begin, span.length));
    }
  }
  return quotes;
}

}  // namespace stakebook::door
