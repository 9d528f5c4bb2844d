// The columns of the tables that hold a filing, in the order of for_each_..._field, and the SQL
// that writes and reads them. One list of names serves the writer, the reader and the documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stakebook {

using ColumnNames = std::vector<std::string>;

// The columns before the fields, then the fields.
ColumnNames filing_columns();  // entry, format, accession ... remarks
ColumnNames owner_columns();   // entry, position, rpt_owner_cik ... other_text
ColumnNames row_columns();     // entry, part, number, kind, security_title ... nature_of_ownership
ColumnNames record_columns();  // entry, effective, author, reason, issuer ... corrected

// "INSERT INTO t (a, b) VALUES (?1, ?2)"
std::string insert_sql(std::string_view table, const ColumnNames& columns);
// "SELECT b, c FROM t WHERE entry = ?1 ORDER BY b", without the column `entry` itself.
std::string select_sql(std::string_view table, const ColumnNames& columns, std::string_view order);

}  // namespace stakebook
