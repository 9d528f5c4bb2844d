#include "journal/filing_reader.h"

#include <string>
#include <utility>

#include "journal/columns.h"
#include "journal/field_place.h"
#include "journal/names.h"
#include "journal/place_text.h"
#include "value/error.h"

namespace stakebook {
namespace {

bool parse_column(std::string_view text, std::optional<std::string>& value) {
  value.emplace(text);
  return true;
}
bool parse_column(std::string_view text, std::optional<bool>& value) {
  value = text == "1";
  return text == "1" || text == "0";
}
bool parse_column(std::string_view text, std::optional<Date>& value) {
  return (value = Date::parse(text)).has_value();
}
template <class Unit>
bool parse_column(std::string_view text, std::optional<Quantity<Unit>>& value) {
  return (value = parse_canonical<Quantity<Unit>>(text)).has_value();
}

// Applies a row of as_filed to a field that its column has filled; false where they do not agree.
template <class T>
bool apply(Field<T>& field, Presence presence, std::string_view text) {
  const Presence by_column = field.presence;
  if (by_column == Presence::empty) {
    // With a row of as_filed, an empty column is an empty value, which only a text can have.
    if constexpr (std::is_same_v<T, std::string>) {
      field.value.emplace();
    } else {
      return false;
    }
  }
  field.presence = presence;
  field.as_filed = text;
  return !text.empty() || presence != by_column || by_column == Presence::empty;
}

}  // namespace

void fail_damaged(const Database& database, std::int64_t entry, std::string_view what) {
  throw Error(ErrorKind::damaged, "entry " + std::to_string(entry) + ": " + std::string(what),
              database.path(), "take the last good copy, or import the sources into a new ledger");
}

class FilingReader::FieldColumns {
 public:
  FieldColumns(const FilingReader& reader, const Statement& statement, int column)
      : reader_(reader), statement_(statement), column_(column) {}

  template <class T>
  void operator()(std::string_view name, Field<T>& field) {
    const int column = column_++;
    if (statement_.is_null(column)) return;
    const std::string_view text = statement_.text(column);
    field.presence = text.empty() ? Presence::empty : Presence::given;
    if (text.empty()) return;
    if (!parse_column(text, field.value)) {
      reader_.damaged(std::string(name) + " cannot be '" + std::string(text) + "'");
    }
  }

 private:
  const FilingReader& reader_;
  const Statement& statement_;
  int column_;
};

FilingReader::FilingReader(Database& database)
    : database_(database),
      select_filing_(database, select_sql("filing", filing_columns(), "entry")),
      select_edgar_owners_(database,
                           select_sql("edgar_owner", {"entry", "position", "cik"}, "position")),
      select_owners_(database, select_sql("owner", owner_columns(), "position")),
      select_rows_(database, select_sql("row", row_columns(), "part, number")),
      select_footnotes_(database,
                        select_sql("footnote", {"entry", "position", "id", "text"}, "position")),
      select_citations_(database,
                        select_sql("citation", {"entry", "place", "field", "ordinal", "footnote"},
                                   "place, field, ordinal")),
      select_as_filed_(
          database,
          select_sql("as_filed", {"entry", "place", "field", "presence", "text"}, "place, field")),
      select_signatures_(
          database,
          select_sql("signature", {"entry", "position", "signature_name", "signature_date"},
                     "position")),
      select_unread_(database,
                     select_sql("unread", {"entry", "position", "path", "text"}, "position")),
      select_diagnostics_(
          database,
          select_sql("diagnostic", {"entry", "position", "code", "severity", "message", "place"},
                     "position")) {}

Filing FilingReader::read(std::int64_t entry) {
  Filing filing;
  entry_ = entry;
  read_head(filing);
  read_edgar_owners(filing.submission);
  read_owners(filing.document);
  read_rows(filing.document);
  read_footnotes(filing.document);
  read_signatures(filing.document);
  read_unread(filing.document);
  read_diagnostics(filing.diagnostics);
  apply_as_filed(filing.document);
  apply_citations(filing.document);
  return filing;
}

void FilingReader::damaged(std::string_view what) const { fail_damaged(database_, entry_, what); }

void FilingReader::require_position(const Statement& statement, std::size_t held_before,
                                    std::string_view table) {
  if (statement.integer(0) == static_cast<std::int64_t>(held_before) + 1) return;
  damaged("the positions of " + std::string(table) + " have a hole");
}

void FilingReader::read_head(Filing& filing) {
  const ResetAtEnd reset(select_filing_);
  select_filing_.bind(1, entry_);
  if (!select_filing_.step()) damaged("its row in filing is missing");
  const auto format = named(select_filing_.text(0), SourceFormat::printed_html);
  if (!format) damaged("there is no format '" + std::string(select_filing_.text(0)) + "'");
  filing.format = *format;
  const auto optional = [this]<class T>(int column, std::optional<T>& value) {
    if (select_filing_.is_null(column)) return;
    const std::string_view text = select_filing_.text(column);
    if constexpr (std::is_same_v<T, std::string>) {
      value.emplace(text);
    } else {
      value = parse_canonical<T>(text);
      if (!value) damaged("what EDGAR says cannot be '" + std::string(text) + "'");
    }
  };
  Submission& submission = filing.submission;
  optional(1, submission.accession);
  optional(2, submission.accepted);
  optional(3, submission.filed);
  optional(4, submission.form);
  optional(5, submission.period);
  optional(6, submission.fiscal_year_end);
  optional(7, submission.issuer_cik);
  if (!select_filing_.is_null(8)) {
    submission.accession_is_from_path = true;
    if (select_filing_.text(8) != accession_from_path || !submission.accession) {
      damaged("its accession number cannot be from '" + std::string(select_filing_.text(8)) + "'");
    }
  }
  for_each_head_field(filing.document, FieldColumns(*this, select_filing_, 9));
}

void FilingReader::read_edgar_owners(Submission& submission) {
  const ResetAtEnd reset(select_edgar_owners_);
  select_edgar_owners_.bind(1, entry_);
  while (select_edgar_owners_.step()) {
    require_position(select_edgar_owners_, submission.owner_ciks.size(), "edgar_owner");
    const auto cik = parse_canonical<Cik>(select_edgar_owners_.text(1));
    if (!cik) damaged("an owner's CIK in edgar_owner is not one");
    submission.owner_ciks.push_back(*cik);
  }
}

void FilingReader::read_owners(OwnershipDocument& document) {
  const ResetAtEnd reset(select_owners_);
  select_owners_.bind(1, entry_);
  while (select_owners_.step()) {
    require_position(select_owners_, document.reporting_owners.size(), "owner");
    for_each_owner_field(document.reporting_owners.emplace_back(),
                         FieldColumns(*this, select_owners_, 1));
  }
}

void FilingReader::read_rows(OwnershipDocument& document) {
  const ResetAtEnd reset(select_rows_);
  select_rows_.bind(1, entry_);
  while (select_rows_.step()) {
    const std::string_view part = select_rows_.text(0);
    if (part != table_i_place && part != table_ii_place) damaged("a row is in neither table");
    const bool derivative = part == table_ii_place;
    std::vector<Row>& rows = derivative ? document.table_ii : document.table_i;
    if (select_rows_.integer(1) != static_cast<std::int64_t>(rows.size()) + 1) {
      damaged("the numbers of its rows have a hole");
    }
    const auto kind = named(select_rows_.text(2), RowKind::holding);
    if (!kind) damaged("a row is neither a transaction nor a holding");
    Row& row = rows.emplace_back();
    row.table = derivative ? Table::derivative : Table::non_derivative;
    row.kind = *kind;
    for_each_field(row, FieldColumns(*this, select_rows_, 3));
  }
}

void FilingReader::read_footnotes(OwnershipDocument& document) {
  const ResetAtEnd reset(select_footnotes_);
  select_footnotes_.bind(1, entry_);
  while (select_footnotes_.step()) {
    require_position(select_footnotes_, document.footnotes.size(), "footnote");
    document.footnotes.push_back(
        {std::string(select_footnotes_.text(1)), std::string(select_footnotes_.text(2))});
  }
}

void FilingReader::read_signatures(OwnershipDocument& document) {
  const ResetAtEnd reset(select_signatures_);
  select_signatures_.bind(1, entry_);
  while (select_signatures_.step()) {
    require_position(select_signatures_, document.owner_signatures.size(), "signature");
    OwnerSignature& signature = document.owner_signatures.emplace_back();
    FieldColumns read(*this, select_signatures_, 1);
    read("signature_name", signature.signature_name);
    read("signature_date", signature.signature_date);
  }
}

void FilingReader::read_unread(OwnershipDocument& document) {
  const ResetAtEnd reset(select_unread_);
  select_unread_.bind(1, entry_);
  while (select_unread_.step()) {
    require_position(select_unread_, document.unread.size(), "unread");
    document.unread.push_back(
        {std::string(select_unread_.text(1)), std::string(select_unread_.text(2))});
  }
}

void FilingReader::read_diagnostics(Diagnostics& diagnostics) {
  const ResetAtEnd reset(select_diagnostics_);
  select_diagnostics_.bind(1, entry_);
  while (select_diagnostics_.step()) {
    require_position(select_diagnostics_, diagnostics.size(), "diagnostic");
    const auto severity = named(select_diagnostics_.text(2), Severity::error);
    if (!severity) damaged("a diagnostic has no severity");
    diagnostics.push_back({std::string(select_diagnostics_.text(1)), *severity,
                           std::string(select_diagnostics_.text(3)),
                           std::string(select_diagnostics_.text(4))});
  }
}

void FilingReader::apply_as_filed(OwnershipDocument& document) {
  const ResetAtEnd reset(select_as_filed_);
  select_as_filed_.bind(1, entry_);
  while (select_as_filed_.step()) {
    const auto presence = named(select_as_filed_.text(2), Presence::given);
    bool fits = false;
    const bool found = with_field(
        document, select_as_filed_.text(0), select_as_filed_.text(1),
        [&](auto& field) { fits = presence && apply(field, *presence, select_as_filed_.text(3)); });
    if (!found || !fits) {
      damaged("as_filed does not fit " + std::string(select_as_filed_.text(0)) + " " +
              std::string(select_as_filed_.text(1)));
    }
  }
}

void FilingReader::apply_citations(OwnershipDocument& document) {
  const ResetAtEnd reset(select_citations_);
  select_citations_.bind(1, entry_);
  while (select_citations_.step()) {
    const std::string_view place = select_citations_.text(0);
    const std::string_view name = select_citations_.text(1);
    const auto cite = [&](std::vector<FootnoteId>& footnotes) {
      footnotes.emplace_back(select_citations_.text(3));
      if (select_citations_.integer(2) != static_cast<std::int64_t>(footnotes.size())) {
        damaged("the citations of " + std::string(place) + " have a hole");
      }
    };
    bool found = false;
    if (name == transaction_coding) {
      Row* const row = row_at(document, place);
      found = row != nullptr;
      if (found) cite(row->transaction_coding_footnotes);
    } else {
      found = with_field(document, place, name, [&](auto& field) { cite(field.footnotes); });
    }
    if (!found) damaged("a citation is of " + std::string(place) + ", which is not there");
  }
}

}  // namespace stakebook
