#include "journal/canonical.h"

#include "journal/journal.h"
#include "journal/record_text.h"

namespace stakebook {
namespace {

class CanonicalWriter {
 public:
  explicit CanonicalWriter(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    out_.push_back(static_cast<char>(value));
  }
  void count(std::size_t value) { number(value); }
  void party(PartyId id) { number(static_cast<std::uint64_t>(id)); }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void value(const std::string& value) { text(value); }
  void value(bool value) { text(value ? "1" : "0"); }
  template <class T>
  void value(const T& value) {
    text(value.to_text());
  }
  template <class T>
  void optional(const std::optional<T>& content) {
    number(content ? 1 : 0);
    if (content) value(*content);
  }
  void texts(const std::vector<std::string>& list) {
    count(list.size());
    for (const std::string& item : list) text(item);
  }
  template <class T>
  void field(const Field<T>& field) {
    number(static_cast<unsigned>(field.presence) + (field.value ? 4U : 0U) +
           (field.as_filed.empty() ? 0U : 8U) + (field.footnotes.empty() ? 0U : 16U));
    if (field.value) value(*field.value);
    if (!field.as_filed.empty()) text(field.as_filed);
    if (!field.footnotes.empty()) texts(field.footnotes);
  }

 private:
  std::string& out_;
};

void write(CanonicalWriter& writer, const Submission& submission) {
  // What a path tells is a circumstance: the same document elsewhere is the same content.
  writer.optional(submission.accession_is_from_path ? std::nullopt : submission.accession);
  writer.optional(submission.accepted);
  writer.optional(submission.filed);
  writer.optional(submission.form);
  writer.optional(submission.period);
  writer.optional(submission.fiscal_year_end);
  writer.optional(submission.issuer_cik);
  writer.count(submission.owner_ciks.size());
  for (const Cik& cik : submission.owner_ciks) writer.value(cik);
}

void write(CanonicalWriter& writer, const std::vector<Row>& rows) {
  writer.count(rows.size());
  for (const Row& row : rows) {
    writer.number(row.kind == RowKind::holding ? 1 : 0);
    for_each_field(row, [&](std::string_view, const auto& field) { writer.field(field); });
    writer.texts(row.transaction_coding_footnotes);
  }
}

void write(CanonicalWriter& writer, const OwnershipDocument& document) {
  const auto write_field = [&](std::string_view, const auto& field) { writer.field(field); };
  for_each_head_field(document, write_field);
  writer.count(document.reporting_owners.size());
  for (const ReportingOwner& owner : document.reporting_owners) {
    for_each_owner_field(owner, write_field);
  }
  write(writer, document.table_i);
  write(writer, document.table_ii);
  writer.count(document.footnotes.size());
  for (const Footnote& footnote : document.footnotes) {
    writer.text(footnote.id);
    writer.text(footnote.text);
  }
  writer.count(document.owner_signatures.size());
  for (const OwnerSignature& signature : document.owner_signatures) {
    writer.field(signature.signature_name);
    writer.field(signature.signature_date);
  }
  writer.count(document.unread.size());
  for (const Unread& unread : document.unread) {
    writer.text(unread.path);
    writer.text(unread.text);
  }
}

void write(CanonicalWriter& writer, const Diagnostic& diagnostic) {
  writer.text(diagnostic.code);
  writer.text(name_of(diagnostic.severity));
  writer.text(diagnostic.message);
  writer.text(diagnostic.place);
}

}  // namespace

void append_canonical(const Filing& filing, std::string& out) {
  CanonicalWriter writer(out);
  writer.text("filing 1");
  write(writer, filing.submission);
  write(writer, filing.document);
}

void append_canonical(const Record& record, std::string& out) {
  CanonicalWriter writer(out);
  writer.text("record 1");
  writer.text(kind_of(record));
  writer.value(record.effective);
  writer.value(record.known);
  writer.text(record.author);
  writer.text(record.reason);
  const RecordTexts texts = texts_of(record.body);
  for_each_record_text(texts, [&](std::string_view name, const std::optional<std::string>& text) {
    // Later than the other columns: where it is absent, the bytes are those of format 1.
    if (name != "other_owner" || text) writer.optional(text);
  });
}

void append_circumstances(const Circumstances& circumstances, const Filing* filing,
                          std::string& out) {
  CanonicalWriter writer(out);
  writer.text(circumstances.source);
  writer.number(filing != nullptr ? 1 + static_cast<std::uint64_t>(filing->format) : 0);
  writer.count(filing != nullptr ? filing->diagnostics.size() : 0);
  if (filing != nullptr) {
    for (const Diagnostic& diagnostic : filing->diagnostics) write(writer, diagnostic);
  }
  writer.party(circumstances.issuer);
  writer.count(circumstances.owners.size());
  for (const PartyId owner : circumstances.owners) writer.party(owner);
  writer.count(circumstances.new_parties.parties.size());
  for (const PartyRow& party : circumstances.new_parties.parties) {
    writer.party(party.id);
    writer.text(party.role);
    writer.party(party.within.value_or(0));
  }
  writer.count(circumstances.new_parties.names.size());
  for (const PartyNameRow& name : circumstances.new_parties.names) {
    writer.party(name.number);
    writer.party(name.party);
    writer.text(name.kind);
    writer.text(name.name);
    writer.text(name.search);
  }
  if (filing != nullptr && filing->submission.accession_is_from_path) {
    writer.optional(filing->submission.accession);
  }
}

void append_canonical(const Listing& listing, std::int64_t entry, std::string_view source,
                      std::string& out) {
  CanonicalWriter writer(out);
  writer.text("listing 1");
  writer.value(listing.accession);
  writer.optional(listing.filer);
  writer.optional(listing.form);
  writer.optional(listing.filed);
  writer.optional(listing.acceptance);
  writer.optional(listing.accepted);
  writer.optional(listing.period);
  writer.optional(listing.primary_document);
  writer.number(static_cast<std::uint64_t>(entry));
  writer.text(source);
}

void append_canonical(std::string_view source, const Diagnostic& reason, std::string& out) {
  CanonicalWriter writer(out);
  writer.text(source);
  write(writer, reason);
}

std::string canonical_bytes(const Filing& filing) {
  std::string bytes;
  append_canonical(filing, bytes);
  return bytes;
}

std::string canonical_bytes(const Listing& listing) {
  std::string bytes;
  append_canonical(listing, 0, {}, bytes);
  return bytes;
}

std::string canonical_bytes(const Record& record) {
  std::string bytes;
  append_canonical(record, bytes);
  return bytes;
}

}  // namespace stakebook
