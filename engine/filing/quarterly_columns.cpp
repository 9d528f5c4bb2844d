#include "filing/quarterly_columns.h"

#include <algorithm>

#include "value/text.h"

namespace stakebook {
namespace {

constexpr std::array<std::string_view, quarterly_tables_count> names = {
    "SUBMISSION",  "REPORTINGOWNER", "NONDERIV_TRANS", "NONDERIV_HOLDING",
    "DERIV_TRANS", "DERIV_HOLDING",  "FOOTNOTES",      "OWNER_SIGNATURE"};

// The column by which a table is told, whatever its file is called.
constexpr std::array<std::string_view, quarterly_tables_count> telltales = {
    "ISSUERCIK",      "RPTOWNERCIK",      "NONDERIV_TRANS_SK", "NONDERIV_HOLDING_SK",
    "DERIV_TRANS_SK", "DERIV_HOLDING_SK", "FOOTNOTE_ID",       "OWNERSIGNATURENAME"};

// The tables that have a column, one bit each.
constexpr unsigned bit(QuarterlyTable table) { return 1U << static_cast<unsigned>(table); }
constexpr unsigned submission_tables = bit(QuarterlyTable::submission);
constexpr unsigned owner_tables = bit(QuarterlyTable::reporting_owner);
constexpr unsigned footnote_tables = bit(QuarterlyTable::footnotes);
constexpr unsigned signature_tables = bit(QuarterlyTable::owner_signature);
constexpr unsigned trans_ii_tables = bit(QuarterlyTable::deriv_trans);
constexpr unsigned trans_tables = bit(QuarterlyTable::nonderiv_trans) | trans_ii_tables;
constexpr unsigned holding_ii_tables = bit(QuarterlyTable::deriv_holding);
constexpr unsigned holding_tables = bit(QuarterlyTable::nonderiv_holding) | holding_ii_tables;
constexpr unsigned derivative_tables = trans_ii_tables | holding_ii_tables;
constexpr unsigned every_row_tables = trans_tables | holding_tables;

struct KnownColumn {
  std::string_view name;
  Element element;
  unsigned tables;
  unsigned with_footnotes = 0;  // the tables that have a column name_FN too
};

// In the order of the SEC's files. A second name of one element is another spelling of it.
constexpr KnownColumn columns[] = {
    {"PERIOD_OF_REPORT", Element::period_of_report, submission_tables},
    {"DATE_OF_ORIG_SUB", Element::date_of_original_submission, submission_tables},
    {"NO_SECURITIES_OWNED", Element::no_securities_owned, submission_tables},
    {"NOT_SUBJECT_SEC16", Element::not_subject_to_section16, submission_tables},
    {"FORM3_HOLDINGS_REPORTED", Element::form3_holdings_reported, submission_tables},
    {"FORM4_TRANS_REPORTED", Element::form4_transactions_reported, submission_tables},
    {"DOCUMENT_TYPE", Element::document_type, submission_tables},
    {"ISSUERCIK", Element::issuer_cik, submission_tables},
    {"ISSUERNAME", Element::issuer_name, submission_tables},
    {"ISSUERTRADINGSYMBOL", Element::issuer_trading_symbol, submission_tables},
    {"REMARKS", Element::remarks, submission_tables},
    {"AFF10B5ONE", Element::aff10b5_one, submission_tables},
    {"RPTOWNERCIK", Element::rpt_owner_cik, owner_tables},
    {"RPTOWNERNAME", Element::rpt_owner_name, owner_tables},
    {"RPTOWNER_RELATIONSHIP", Element::reporting_owner_relationship, owner_tables},
    {"RPTOWNER_TITLE", Element::officer_title, owner_tables},
    {"RPTOWNER_TXT", Element::other_text, owner_tables},
    {"RPTOWNER_STREET1", Element::rpt_owner_street1, owner_tables},
    {"RPTOWNER_STREET2", Element::rpt_owner_street2, owner_tables},
    {"RPTOWNER_CITY", Element::rpt_owner_city, owner_tables},
    {"RPTOWNER_STATE", Element::rpt_owner_state, owner_tables},
    {"RPTOWNER_ZIPCODE", Element::rpt_owner_zip_code, owner_tables},
    {"RPTOWNER_STATE_DESC", Element::rpt_owner_state_description, owner_tables},
    {"SECURITY_TITLE", Element::security_title, every_row_tables, every_row_tables},
    {"CONV_EXERCISE_PRICE", Element::conversion_or_exercise_price, derivative_tables,
     derivative_tables},
    {"TRANS_DATE", Element::transaction_date, trans_tables, trans_tables},
    {"DEEMED_EXECUTION_DATE", Element::deemed_execution_date, trans_tables, trans_tables},
    {"TRANS_FORM_TYPE", Element::transaction_form_type, every_row_tables},
    {"TRANS_CODE", Element::transaction_code, trans_tables},
    {"EQUITY_SWAP_INVOLVED", Element::equity_swap_involved, trans_tables},
    {"TRANS_TIMELINESS", Element::transaction_timeliness, trans_tables, trans_tables},
    {"TRANS_SHARES", Element::transaction_shares, trans_tables, trans_tables},
    {"TRANS_TOTAL_VALUE", Element::transaction_total_value, trans_ii_tables, trans_ii_tables},
    {"TRANS_PRICEPERSHARE", Element::transaction_price_per_share, trans_tables, trans_tables},
    {"TRANS_ACQUIRED_DISP_CD", Element::transaction_acquired_disposed_code, trans_tables,
     trans_tables},
    {"EXCERCISE_DATE", Element::exercise_date, trans_ii_tables, trans_ii_tables},
    {"EXERCISE_DATE", Element::exercise_date, holding_ii_tables, holding_ii_tables},
    {"EXERCISE_DATE", Element::exercise_date, trans_ii_tables},
    {"EXCERCISE_DATE", Element::exercise_date, holding_ii_tables},
    {"EXPIRATION_DATE", Element::expiration_date, derivative_tables, derivative_tables},
    {"UNDLYNG_SEC_TITLE", Element::underlying_security_title, derivative_tables, derivative_tables},
    {"UNDLYNG_SEC_SHARES", Element::underlying_security_shares, derivative_tables,
     derivative_tables},
    {"UNDLYNG_SEC_VALUE", Element::underlying_security_value, derivative_tables, derivative_tables},
    {"SHRS_OWND_FOLWNG_TRANS", Element::shares_owned_following_transaction, every_row_tables,
     every_row_tables},
    {"VALU_OWND_FOLWNG_TRANS", Element::value_owned_following_transaction, every_row_tables,
     every_row_tables},
    {"DIRECT_INDIRECT_OWNERSHIP", Element::direct_or_indirect_ownership, every_row_tables,
     every_row_tables},
    {"NATURE_OF_OWNERSHIP", Element::nature_of_ownership, every_row_tables, every_row_tables},
    {"FOOTNOTE_TXT", Element::footnote, footnote_tables},
    {"OWNERSIGNATURENAME", Element::signature_name, signature_tables},
    {"OWNERSIGNATUREDATE", Element::signature_date, signature_tables},
};

constexpr std::string_view footnotes_suffix = "_FN";
// The metadata of the data set calls this column EQUITY_SWAP_INVOLVED_FN.
constexpr std::string_view coding_base = "EQUITY_SWAP_TRANS_CD";

// Children of transactionCoding stand in no wrapper, so their footnotes are that element's own.
constexpr bool is_coding(Element element) {
  return element == Element::transaction_form_type || element == Element::transaction_code ||
         element == Element::equity_swap_involved;
}

const KnownColumn* column_of(QuarterlyTable table, std::string_view name) {
  for (const KnownColumn& column : columns) {
    if ((column.tables & bit(table)) != 0 && same_ignoring_case(column.name, name)) return &column;
  }
  return nullptr;
}

// The first column of an element; where it has two spellings, that is the one of the SEC's files.
const KnownColumn* column_of_element(QuarterlyTable table, Element element) {
  for (const KnownColumn& column : columns) {
    if ((column.tables & bit(table)) != 0 && column.element == element) return &column;
  }
  return nullptr;
}

bool ends_with_ignoring_case(std::string_view text, std::string_view end) {
  return text.size() > end.size() && same_ignoring_case(text.substr(text.size() - end.size()), end);
}

}  // namespace

std::string_view name_of(QuarterlyTable table) { return names[static_cast<std::size_t>(table)]; }

std::optional<QuarterlyTable> quarterly_table_of(std::string_view file_name,
                                                 std::string_view bytes) {
  std::size_t end = 0;
  std::vector<std::string_view> cells;
  split_cells(header_line_of(bytes, end), cells);
  for (std::size_t i = 0; i < telltales.size(); ++i) {
    for (const std::string_view cell : cells) {
      if (same_ignoring_case(trimmed(cell), telltales[i])) return static_cast<QuarterlyTable>(i);
    }
  }
  constexpr std::string_view suffix = ".tsv";
  if (!ends_with_ignoring_case(file_name, suffix)) return std::nullopt;
  file_name.remove_suffix(suffix.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (same_ignoring_case(file_name, names[i])) return static_cast<QuarterlyTable>(i);
  }
  return std::nullopt;
}

std::string_view header_line_of(std::string_view bytes, std::size_t& end) {
  const std::size_t begin = bytes.size() - without_byte_order_mark(bytes).size();
  const std::size_t line_end = std::min(bytes.find('\n', begin), bytes.size());
  end = std::min(line_end + 1, bytes.size());
  return bytes.substr(begin, line_end - begin);
}

QuarterlyHeader::QuarterlyHeader(QuarterlyTable table, std::string_view line) {
  std::vector<std::string_view> cells;
  split_cells(line, cells);
  count_ = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view name = trimmed(cells[i]);
    if (!take(table, name, i)) unknown_.push_back({i, std::string(name)});
  }
  list_missing(table);
}

// False where the column is not known, or is there already.
bool QuarterlyHeader::take(QuarterlyTable table, std::string_view name, std::size_t position) {
  const auto set = [position](std::size_t& column) {
    if (column != none) return false;
    column = position;
    return true;
  };
  const auto is = [name](std::string_view other) { return same_ignoring_case(name, other); };
  if (is("ACCESSION_NUMBER")) return set(accession_);
  if (table == QuarterlyTable::submission && is("FILING_DATE")) return set(filing_date_);
  if (table == QuarterlyTable::reporting_owner && is("FILE_NUMBER")) return set(file_number_);
  if (table == QuarterlyTable::footnotes && is("FOOTNOTE_ID")) return set(footnote_id_);
  if (holds_rows(table) && is(std::string(name_of(table)) + "_SK")) return set(key_);
  if (const KnownColumn* column = column_of(table, name))
    return set(values_[index(column->element)]);
  if (!holds_rows(table) || !ends_with_ignoring_case(name, footnotes_suffix)) return false;
  name.remove_suffix(footnotes_suffix.size());
  return take_footnotes(table, name, position);
}

bool QuarterlyHeader::take_footnotes(QuarterlyTable table, std::string_view base,
                                     std::size_t position) {
  const KnownColumn* column = column_of(table, base);
  if (same_ignoring_case(base, coding_base) || (column != nullptr && is_coding(column->element))) {
    coding_footnotes_.push_back(position);
    return true;
  }
  if (column == nullptr || footnotes_[index(column->element)] != none) return false;
  footnotes_[index(column->element)] = position;
  return true;
}

void QuarterlyHeader::list_missing(QuarterlyTable table) {
  const auto require = [this](bool there, std::string name) {
    if (!there) missing_.push_back(std::move(name));
  };
  require(accession_ != none, "ACCESSION_NUMBER");
  if (holds_rows(table)) require(key_ != none, std::string(name_of(table)) + "_SK");
  if (table == QuarterlyTable::submission) require(filing_date_ != none, "FILING_DATE");
  if (table == QuarterlyTable::footnotes) require(footnote_id_ != none, "FOOTNOTE_ID");
  for (const KnownColumn& column : columns) {
    if ((column.tables & bit(table)) == 0 || column.element == Element::aff10b5_one) continue;
    if (&column != column_of_element(table, column.element)) continue;
    require(value(column.element) != none, std::string(column.name));
    if ((column.with_footnotes & bit(table)) == 0 || is_coding(column.element)) continue;
    require(footnotes(column.element) != none,
            std::string(column.name) + std::string(footnotes_suffix));
  }
  if (holds_rows(table)) {
    const bool holds_holdings = row_kind_of(table) == RowKind::holding;
    require(!coding_footnotes_.empty(),
            std::string(holds_holdings ? "TRANS_FORM_TYPE" : coding_base) +
                std::string(footnotes_suffix));
  }
}

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  cells.clear();
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace stakebook
