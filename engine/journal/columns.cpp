#include "journal/columns.h"

#include "filing/document.h"
#include "journal/record_text.h"

namespace stakebook {

ColumnNames filing_columns() {
  ColumnNames names = {"entry", "format", "accession",       "accepted",         "filed",
                       "form",  "period", "fiscal_year_end", "edgar_issuer_cik", "accession_from"};
  const OwnershipDocument document;
  for_each_head_field(document, [&](const char* name, const auto&) { names.emplace_back(name); });
  return names;
}

ColumnNames owner_columns() {
  ColumnNames names = {"entry", "position"};
  const ReportingOwner owner;
  for_each_owner_field(owner, [&](const char* name, const auto&) { names.emplace_back(name); });
  return names;
}

ColumnNames row_columns() {
  ColumnNames names = {"entry", "part", "number", "kind"};
  const Row row;
  for_each_field(row, [&](const char* name, const auto&) { names.emplace_back(name); });
  return names;
}

ColumnNames record_columns() {
  ColumnNames names = {"entry", "effective", "author", "reason"};
  const RecordTexts texts;
  for_each_record_text(texts, [&](const char* name, const auto&) { names.emplace_back(name); });
  return names;
}

std::string insert_sql(std::string_view table, const ColumnNames& columns) {
  std::string names;
  std::string parameters;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view separator = i == 0 ? "" : ", ";
    names.append(separator).append(columns[i]);
    parameters.append(separator).append("?").append(std::to_string(i + 1));
  }
  return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + parameters + ")";
}

std::string select_sql(std::string_view table, const ColumnNames& columns, std::string_view order) {
  std::string names;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    names.append(i == 1 ? "" : ", ").append(columns[i]);
  }
  return "SELECT " + names + " FROM " + std::string(table) + " WHERE entry = ?1 ORDER BY " +
         std::string(order);
}

}  // namespace stakebook
