#include "journal/filing_writer.h"

#include <utility>

#include "journal/columns.h"
#include "journal/names.h"
#include "journal/place_text.h"

namespace stakebook {

class FilingWriter::FieldBinder {
 public:
  FieldBinder(FilingWriter& writer, Statement& statement, int parameter, std::string_view place)
      : writer_(writer), statement_(statement), parameter_(parameter), place_(place) {}

  template <class T>
  void operator()(std::string_view name, const Field<T>& field) {
    bool whole = field.as_filed.empty();  // the column alone says the field
    if (field.value) {
      const std::string_view text = writer_.column_text(*field.value);
      statement_.bind(parameter_, text);
      whole = whole && field.presence == Presence::given && !text.empty();
    } else if (field.presence == Presence::empty && whole) {
      statement_.bind(parameter_, std::string_view());
    } else {
      statement_.bind_null(parameter_);
      whole = whole && field.presence == Presence::absent;
    }
    ++parameter_;
    if (!whole) writer_.write_as_filed(place_, name, field.presence, field.as_filed);
    if (!field.footnotes.empty()) writer_.write_citations(place_, name, field.footnotes);
  }

 private:
  FilingWriter& writer_;
  Statement& statement_;
  int parameter_;
  std::string_view place_;
};

FilingWriter::FilingWriter(Database& database)
    : insert_filing_(database, insert_sql("filing", filing_columns())),
      insert_edgar_owner_(database, insert_sql("edgar_owner", {"entry", "position", "cik"})),
      insert_owner_(database, insert_sql("owner", owner_columns())),
      insert_row_(database, insert_sql("row", row_columns())),
      insert_footnote_(database, insert_sql("footnote", {"entry", "position", "id", "text"})),
      insert_citation_(database,
                       insert_sql("citation", {"entry", "place", "field", "ordinal", "footnote"})),
      insert_as_filed_(database,
                       insert_sql("as_filed", {"entry", "place", "field", "presence", "text"})),
      insert_signature_(database, insert_sql("signature", {"entry", "position", "signature_name",
                                                           "signature_date"})),
      insert_unread_(database, insert_sql("unread", {"entry", "position", "path", "text"})),
      insert_diagnostic_(database, insert_sql("diagnostic", {"entry", "position", "code",
                                                             "severity", "message", "place"})) {}

void FilingWriter::write(std::int64_t entry, const Filing& filing) {
  entry_ = entry;
  write_head(filing);
  write_owners(filing.document);
  write_rows(filing.document.table_i, table_i_place);
  write_rows(filing.document.table_ii, table_ii_place);
  write_texts(filing.document);
  write_diagnostics(filing.diagnostics);
}

std::string_view FilingWriter::held(std::string text) {
  std::string& place = held_.at(held_count_++);
  place = std::move(text);
  return place;
}

template <class T>
void FilingWriter::bind_optional(Statement& statement, int parameter,
                                 const std::optional<T>& value) {
  if (value) {
    statement.bind(parameter, column_text(*value));
  } else {
    statement.bind_null(parameter);
  }
}

void FilingWriter::write_head(const Filing& filing) {
  const Submission& submission = filing.submission;
  held_count_ = 0;
  insert_filing_.bind(1, entry_);
  insert_filing_.bind(2, name_of(filing.format));
  bind_optional(insert_filing_, 3, submission.accession);
  bind_optional(insert_filing_, 4, submission.accepted);
  bind_optional(insert_filing_, 5, submission.filed);
  bind_optional(insert_filing_, 6, submission.form);
  bind_optional(insert_filing_, 7, submission.period);
  bind_optional(insert_filing_, 8, submission.fiscal_year_end);
  bind_optional(insert_filing_, 9, submission.issuer_cik);
  if (submission.accession_is_from_path) {
    insert_filing_.bind(10, accession_from_path);
  } else {
    insert_filing_.bind_null(10);
  }
  for_each_head_field(filing.document, FieldBinder(*this, insert_filing_, 11, form_place));
  insert_filing_.run();
  std::int64_t position = 0;
  for (const Cik& cik : submission.owner_ciks) {
    held_count_ = 0;
    insert_edgar_owner_.bind(1, entry_);
    insert_edgar_owner_.bind(2, ++position);
    insert_edgar_owner_.bind(3, column_text(cik));
    insert_edgar_owner_.run();
  }
}

void FilingWriter::write_owners(const OwnershipDocument& document) {
  std::size_t position = 0;
  for (const ReportingOwner& owner : document.reporting_owners) {
    const PlaceText place(owner_place, ++position);
    held_count_ = 0;
    insert_owner_.bind(1, entry_);
    insert_owner_.bind(2, static_cast<std::int64_t>(position));
    for_each_owner_field(owner, FieldBinder(*this, insert_owner_, 3, place.text()));
    insert_owner_.run();
  }
}

void FilingWriter::write_rows(const std::vector<Row>& rows, std::string_view part) {
  std::size_t number = 0;
  for (const Row& row : rows) {
    const PlaceText place(part, ++number);
    held_count_ = 0;
    insert_row_.bind(1, entry_);
    insert_row_.bind(2, part);
    insert_row_.bind(3, static_cast<std::int64_t>(number));
    insert_row_.bind(4, name_of(row.kind));
    for_each_field(row, FieldBinder(*this, insert_row_, 5, place.text()));
    insert_row_.run();
    write_citations(place.text(), transaction_coding, row.transaction_coding_footnotes);
  }
}

void FilingWriter::write_texts(const OwnershipDocument& document) {
  std::int64_t position = 0;
  for (const Footnote& footnote : document.footnotes) {
    insert_footnote_.bind(1, entry_);
    insert_footnote_.bind(2, ++position);
    insert_footnote_.bind(3, footnote.id);
    insert_footnote_.bind(4, footnote.text);
    insert_footnote_.run();
  }
  position = 0;
  for (const OwnerSignature& signature : document.owner_signatures) {
    const PlaceText place(signature_place, static_cast<std::size_t>(++position));
    held_count_ = 0;
    insert_signature_.bind(1, entry_);
    insert_signature_.bind(2, position);
    FieldBinder bind(*this, insert_signature_, 3, place.text());
    bind("signature_name", signature.signature_name);
    bind("signature_date", signature.signature_date);
    insert_signature_.run();
  }
  position = 0;
  for (const Unread& unread : document.unread) {
    insert_unread_.bind(1, entry_);
    insert_unread_.bind(2, ++position);
    insert_unread_.bind(3, unread.path);
    insert_unread_.bind(4, unread.text);
    insert_unread_.run();
  }
}

void FilingWriter::write_diagnostics(const Diagnostics& diagnostics) {
  std::int64_t position = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    insert_diagnostic_.bind(1, entry_);
    insert_diagnostic_.bind(2, ++position);
    insert_diagnostic_.bind(3, diagnostic.code);
    insert_diagnostic_.bind(4, name_of(diagnostic.severity));
    insert_diagnostic_.bind(5, diagnostic.message);
    insert_diagnostic_.bind(6, diagnostic.place);
    insert_diagnostic_.run();
  }
}

void FilingWriter::write_citations(std::string_view place, std::string_view field,
                                   const std::vector<FootnoteId>& footnotes) {
  std::int64_t ordinal = 0;
  for (const FootnoteId& footnote : footnotes) {
    insert_citation_.bind(1, entry_);
    insert_citation_.bind(2, place);
    insert_citation_.bind(3, field);
    insert_citation_.bind(4, ++ordinal);
    insert_citation_.bind(5, footnote);
    insert_citation_.run();
  }
}

void FilingWriter::write_as_filed(std::string_view place, std::string_view field, Presence presence,
                                  const std::string& text) {
  insert_as_filed_.bind(1, entry_);
  insert_as_filed_.bind(2, place);
  insert_as_filed_.bind(3, field);
  insert_as_filed_.bind(4, name_of(presence));
  insert_as_filed_.bind(5, text);
  insert_as_filed_.run();
}

}  // namespace stakebook
