#include "filing/quarterly_filing.h"

#include <algorithm>
#include <utility>

#include "filing/quarterly_checks.h"
#include "filing/quarterly_context.h"
#include "value/text.h"

namespace stakebook {
namespace {

class FilingReader {
 public:
  FilingReader(const QuarterlyIndexes& tables, const QuarterlyLine& line, const ReadLimits& limits)
      : line_(line), context_(tables, limits, filing_) {}

  ReadResult read() {
    filing_.format = SourceFormat::quarterly_tables;
    read_submission();
    for_each_line(QuarterlyTable::reporting_owner, "reporting owners",
                  [this](const QuarterlyLine& line) { read_owner(line); });
    read_rows(QuarterlyTable::nonderiv_trans, QuarterlyTable::nonderiv_holding,
              filing_.document.table_i);
    read_rows(QuarterlyTable::deriv_trans, QuarterlyTable::deriv_holding,
              filing_.document.table_ii);
    for_each_line(QuarterlyTable::footnotes, "footnotes",
                  [this](const QuarterlyLine& line) { read_footnote(line); });
    for_each_line(QuarterlyTable::owner_signature, "signatures",
                  [this](const QuarterlyLine& line) { read_signature(line); });
    context_.enter(QuarterlyTable::submission, line_);
    check_quarterly_filing(context_, line_.accession, tables_read_);
    if (context_.refusal()) return {std::nullopt, context_.refusal()};
    return {std::move(filing_), std::nullopt};
  }

 private:
  template <class Read>
  void for_each_line(QuarterlyTable table, const char* what, Read&& read_line) {
    const auto lines = QuarterlyIndex::of(context_.index(table).lines, line_.accession);
    if (lines.size() > context_.limits().rows_max) return refuse_count(what);
    if (!lines.empty()) tables_read_.push_back(table);
    for (const QuarterlyLine& line : lines) {
      context_.enter(table, line);
      read_line(line);
      context_.leave_row();
    }
  }

  void refuse_count(const char* what) {
    context_.refuse("it has more than " + std::to_string(context_.limits().rows_max) + " " + what);
  }

  void read_submission() {
    OwnershipDocument& document = filing_.document;
    context_.enter(QuarterlyTable::submission, line_);
    tables_read_.push_back(QuarterlyTable::submission);
    filing_.submission.accession = line_.accession;
    read_filing_date();
    context_.set_witnesses({filing_.submission.filed, std::nullopt});
    context_.read(Element::period_of_report, document.period_of_report);
    context_.set_witnesses({filing_.submission.filed, document.period_of_report.value});
    context_.read(Element::date_of_original_submission, document.date_of_original_submission);
    context_.read(Element::no_securities_owned, document.no_securities_owned);
    context_.read(Element::not_subject_to_section16, document.not_subject_to_section16);
    context_.read(Element::form3_holdings_reported, document.form3_holdings_reported);
    context_.read(Element::form4_transactions_reported, document.form4_transactions_reported);
    context_.read(Element::document_type, document.document_type);
    context_.read(Element::issuer_cik, document.issuer.issuer_cik);
    context_.read(Element::issuer_name, document.issuer.issuer_name);
    context_.read(Element::issuer_trading_symbol, document.issuer.issuer_trading_symbol);
    context_.read(Element::remarks, document.remarks);
    context_.read(Element::aff10b5_one, document.aff10b5_one);
    context_.leave_row();
    context_.keep_unknown_columns(0);
  }

  // EDGAR's own date, so nobody typed it.
  void read_filing_date() {
    const std::string_view text = context_.cell(context_.header().filing_date());
    filing_.submission.filed = quarterly_date_from(text, {}).value;
    if (filing_.submission.filed) return;
    context_.say("header-unreadable", Severity::warning,
                 text.empty() ? "the filing has no filing date"
                              : "the filing date " + in_quotes(text) + " cannot be read");
  }

  void read_owner(const QuarterlyLine& line) {
    const QuarterlyIndex& index = context_.index(QuarterlyTable::reporting_owner);
    const std::string_view text = index.text_of(line);
    for (const QuarterlyLine& earlier : owner_lines_) {
      if (index.text_of(earlier) != text) continue;
      return context_.say(
          "tables-line-repeated", Severity::warning,
          "the same line stands on line " + std::to_string(earlier.number) + ", which counts");
    }
    owner_lines_.push_back(line);
    ReportingOwner& owner = filing_.document.reporting_owners.emplace_back();
    context_.read(Element::rpt_owner_cik, owner.rpt_owner_cik);
    context_.read(Element::rpt_owner_name, owner.rpt_owner_name);
    context_.read(Element::rpt_owner_street1, owner.rpt_owner_street1);
    context_.read(Element::rpt_owner_street2, owner.rpt_owner_street2);
    context_.read(Element::rpt_owner_city, owner.rpt_owner_city);
    context_.read(Element::rpt_owner_state, owner.rpt_owner_state);
    context_.read(Element::rpt_owner_zip_code, owner.rpt_owner_zip_code);
    context_.read(Element::rpt_owner_state_description, owner.rpt_owner_state_description);
    context_.read(Element::officer_title, owner.officer_title);
    context_.read(Element::other_text, owner.other_text);
    if (!owner.cik()) {
      context_.set_element(Element::rpt_owner_cik);
      context_.say(
          "cik-unreadable", Severity::error,
          owner.rpt_owner_cik.value ? "it is not one to ten digits" : "a reporting owner has none");
    }
    read_relationship(owner);
    const std::size_t number = owner_lines_.size();
    const std::string_view file_number = context_.cell(context_.header().file_number());
    if (!file_number.empty()) context_.keep_unread("FILE_NUMBER", file_number, number);
    context_.keep_unknown_columns(number);
  }

  // "Director,Officer". What the list does not name stays absent: it has no way to say no.
  void read_relationship(ReportingOwner& owner) {
    context_.set_element(Element::reporting_owner_relationship);
    std::string_view list =
        context_.cell(context_.header().value(Element::reporting_owner_relationship));
    while (!list.empty()) {
      const std::size_t end = std::min(list.find_first_of(",;|/"), list.size());
      const std::string_view name = trimmed(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
      if (name.empty()) continue;
      Field<bool>* const flag = relationship(owner, name);
      if (flag == nullptr) {
        context_.keep_unread("RPTOWNER_RELATIONSHIP", name, owner_lines_.size());
        context_.say(
            "tables-relationship-unread", Severity::warning,
            in_quotes(name) +
                " is none of Director, Officer, TenPercentOwner, Other; it is kept unread");
        continue;
      }
      flag->presence = Presence::given;
      flag->value = true;
    }
    context_.leave_row();
  }

  static Field<bool>* relationship(ReportingOwner& owner, std::string_view name) {
    std::string letters;
    for (const char c : name) {
      if (is_letter(c) || is_digit(c)) letters.push_back(lower(c));
    }
    if (letters == "director") return &owner.is_director;
    if (letters == "officer") return &owner.is_officer;
    if (letters == "tenpercentowner" || letters == "10owner" || letters == "10percentowner") {
      return &owner.is_ten_percent_owner;
    }
    return letters == "other" ? &owner.is_other : nullptr;
  }

  // Both kinds of row in the order of their keys, which usually is the document's.
  void read_rows(QuarterlyTable transactions, QuarterlyTable holdings, std::vector<Row>& rows) {
    using Source = std::pair<QuarterlyTable, const QuarterlyLine*>;
    std::vector<Source> sources;
    for (const QuarterlyTable table : {transactions, holdings}) {
      const auto lines = QuarterlyIndex::of(context_.index(table).lines, line_.accession);
      if (!lines.empty()) tables_read_.push_back(table);
      for (const QuarterlyLine& line : lines) sources.emplace_back(table, &line);
    }
    if (sources.size() > context_.limits().rows_max) return refuse_count("rows in a table");
    std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
      return a.second->key < b.second->key;
    });
    rows.reserve(sources.size());
    for (const auto& source : sources) read_row(source.first, *source.second, rows);
  }

  void read_row(QuarterlyTable table, const QuarterlyLine& line, std::vector<Row>& rows) {
    Row& row = rows.emplace_back();
    row.table = form_table_of(table);
    row.kind = row_kind_of(table);
    context_.enter(table, line);
    context_.set_row(row.table, rows.size());
    if (line.key == QuarterlyTables::no_key && context_.header().key() != QuarterlyHeader::none) {
      context_.say("tables-key-unreadable", Severity::note,
                   "its " + std::string(name_of(table)) +
                       "_SK is no number; it comes after the rows that have one");
    }
    read_transaction_fields(row);
    context_.read(Element::exercise_date, row.exercise_date);
    context_.read(Element::expiration_date, row.expiration_date);
    context_.read(Element::underlying_security_title, row.underlying_security_title);
    context_.read(Element::underlying_security_shares, row.underlying_security_shares);
    context_.read(Element::underlying_security_value, row.underlying_security_value);
    context_.read(Element::shares_owned_following_transaction,
                  row.shares_owned_following_transaction);
    context_.read(Element::value_owned_following_transaction,
                  row.value_owned_following_transaction);
    context_.read(Element::direct_or_indirect_ownership, row.direct_or_indirect_ownership,
                  ownership_codes);
    context_.read(Element::nature_of_ownership, row.nature_of_ownership);
    context_.keep_unknown_columns(rows.size());
    check_quarterly_row(context_, row);
    context_.leave_row();
  }

  void read_transaction_fields(Row& row) {
    context_.read(Element::security_title, row.security_title);
    context_.read(Element::conversion_or_exercise_price, row.conversion_or_exercise_price);
    context_.read(Element::transaction_date, row.transaction_date);
    context_.read(Element::deemed_execution_date, row.deemed_execution_date);
    context_.read(Element::transaction_form_type, row.transaction_form_type, form_type_codes);
    context_.read(Element::transaction_code, row.transaction_code, transaction_codes);
    context_.read(Element::equity_swap_involved, row.equity_swap_involved);
    context_.set_element(Element::transaction_coding);
    for (const std::size_t column : context_.header().coding_footnotes()) {
      context_.read_footnote_ids(column, row.transaction_coding_footnotes);
    }
    context_.read(Element::transaction_timeliness, row.transaction_timeliness, timeliness_codes);
    context_.read(Element::transaction_shares, row.transaction_shares);
    context_.read(Element::transaction_total_value, row.transaction_total_value);
    context_.read(Element::transaction_price_per_share, row.transaction_price_per_share);
    context_.read(Element::transaction_acquired_disposed_code,
                  row.transaction_acquired_disposed_code, acquired_disposed_codes);
  }

  void read_footnote(const QuarterlyLine&) {
    context_.set_element(Element::footnote);
    const std::string_view id = context_.cell(context_.header().footnote_id());
    if (id.empty()) {
      context_.say("footnote-without-id", Severity::warning,
                   "it has no id, so that nothing can cite it");
    } else if (!context_.footnotes().define(id, context_.offset())) {
      context_.say("footnote-duplicate", Severity::warning,
                   "a second footnote has the id " + std::string(id.substr(0, 60)) +
                       "; citations mean the first");
    }
    auto& footnotes = filing_.document.footnotes;
    footnotes.push_back({std::string(id), collapsed_fast(context_.cell(
                                              context_.header().value(Element::footnote)))});
    context_.keep_unknown_columns(footnotes.size());
  }

  void read_signature(const QuarterlyLine&) {
    auto& signatures = filing_.document.owner_signatures;
    OwnerSignature& signature = signatures.emplace_back();
    context_.read(Element::signature_name, signature.signature_name);
    context_.read(Element::signature_date, signature.signature_date);
    context_.keep_unknown_columns(signatures.size());
  }

  const QuarterlyLine& line_;
  Filing filing_;
  QuarterlyContext context_;
  std::vector<QuarterlyLine> owner_lines_;
  std::vector<QuarterlyTable> tables_read_;  // the tables that lines were taken from
};

}  // namespace

ReadResult read_quarterly_filing(const QuarterlyIndexes& tables, const QuarterlyLine& line,
                                 const ReadLimits& limits) {
  return FilingReader(tables, line, limits).read();
}

}  // namespace stakebook
