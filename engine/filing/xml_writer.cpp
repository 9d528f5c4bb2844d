#include "filing/xml_writer.h"

#include "filing/xml_output.h"
#include "filing/xml_row_writer.h"

namespace stakebook {
namespace {

constexpr std::size_t owners_max = 10;
constexpr std::size_t rows_max = 30;

class DocumentWriter {
 public:
  DocumentWriter(const OwnershipDocument& document, WrittenXml& written, bool typed)
      : document_(document), out_(written, document, typed), form_(form_of(document)) {}

  void write() {
    out_.open(Element::ownership_document);
    write_head();
    write_issuer();
    if (document_.reporting_owners.empty()) out_.object_to_absence(Element::reporting_owner);
    out_.require_at_most(owners_max, document_.reporting_owners.size(), Element::reporting_owner);
    for (const ReportingOwner& owner : document_.reporting_owners) write_owner(owner);
    out_.plain(Element::aff10b5_one, document_.aff10b5_one,
               {schema::boolean, form_.number == '3' ? Need::nothing : Need::value});
    write_table(Element::non_derivative_table, document_.table_i);
    write_table(Element::derivative_table, document_.table_ii);
    write_footnotes();
    out_.plain(Element::remarks, document_.remarks, {schema::text_to(2000), Need::nothing});
    write_signatures();
    out_.close(Element::ownership_document);
  }

 private:
  static SchemaForm form_of(const OwnershipDocument& document) {
    const auto& type = document.document_type.value;
    if (!type || type->empty() || (type->size() > 1 && type->substr(1) != "/A")) return {};
    if (type->front() < '3' || type->front() > '5') return {};
    return {type->front(), type->size() > 1};
  }

  // What only some forms have.
  Need needed_if(bool has_it) const {
    return has_it || form_.number == 0 ? Need::nothing : Need::absence;
  }

  void write_head() {
    out_.plain(Element::schema_version, document_.schema_version,
               {schema::exactly(5), Need::nothing});
    out_.plain(Element::document_type, document_.document_type,
               {form_.number == 0 ? schema::letter("345") : schema::text_to(3), Need::value});
    out_.plain(Element::period_of_report, document_.period_of_report, {schema::date});
    out_.plain(Element::date_of_original_submission, document_.date_of_original_submission,
               {schema::date, form_.amendment ? Need::value : needed_if(false)});
    out_.plain(Element::no_securities_owned, document_.no_securities_owned,
               {schema::boolean, needed_if(form_.number == '3')});
    out_.plain(Element::not_subject_to_section16, document_.not_subject_to_section16,
               {schema::boolean, needed_if(form_.number != '3')});
    out_.plain(Element::form3_holdings_reported, document_.form3_holdings_reported,
               {schema::boolean, needed_if(form_.number == '5')});
    out_.plain(Element::form4_transactions_reported, document_.form4_transactions_reported,
               {schema::boolean, needed_if(form_.number == '5')});
  }

  void write_issuer() {
    const Issuer& issuer = document_.issuer;
    out_.open(Element::issuer);
    out_.plain(Element::issuer_cik, issuer.issuer_cik, {schema::cik});
    out_.plain(Element::issuer_name, issuer.issuer_name, {schema::text_to(150), Need::nothing});
    out_.plain(Element::issuer_trading_symbol, issuer.issuer_trading_symbol, {schema::name_to(10)});
    out_.plain(Element::issuer_foreign_trading_symbol, issuer.issuer_foreign_trading_symbol,
               {schema::text_to(14), Need::nothing});
    out_.close(Element::issuer);
  }

  void write_owner(const ReportingOwner& owner) {
    out_.open(Element::reporting_owner);
    out_.open(Element::reporting_owner_id);
    out_.plain(Element::rpt_owner_cik, owner.rpt_owner_cik, {schema::cik});
    out_.plain(Element::rpt_owner_name, owner.rpt_owner_name,
               {schema::text_to(150), Need::nothing});
    out_.close(Element::reporting_owner_id);
    write_address(owner);
    write_relationship(owner);
    out_.close(Element::reporting_owner);
  }

  void write_address(const ReportingOwner& owner) {
    const Demand flag = {schema::boolean, Need::nothing};
    const Demand line = {schema::text_to(40), Need::nothing};
    const bool there =
        is_there(owner.rpt_owner_non_us_address_flag) || is_there(owner.rpt_owner_street1) ||
        is_there(owner.rpt_owner_street2) || is_there(owner.rpt_owner_city) ||
        is_there(owner.rpt_owner_non_us_state_territory) || is_there(owner.rpt_owner_state) ||
        is_there(owner.rpt_owner_country) || is_there(owner.rpt_owner_zip_code) ||
        is_there(owner.rpt_owner_state_description) || is_there(owner.rpt_owner_good_address);
    out_.group(Element::reporting_owner_address, there, Need::nothing, [&] {
      out_.plain(Element::rpt_owner_non_us_address_flag, owner.rpt_owner_non_us_address_flag, flag);
      out_.plain(Element::rpt_owner_street1, owner.rpt_owner_street1, line);
      out_.plain(Element::rpt_owner_street2, owner.rpt_owner_street2, line);
      out_.plain(Element::rpt_owner_city, owner.rpt_owner_city,
                 {schema::text_to(30), Need::nothing});
      out_.plain(Element::rpt_owner_non_us_state_territory, owner.rpt_owner_non_us_state_territory,
                 line);
      out_.plain(Element::rpt_owner_state, owner.rpt_owner_state,
                 {schema::us_state, Need::nothing});
      out_.plain(Element::rpt_owner_country, owner.rpt_owner_country,
                 {schema::country, Need::nothing});
      out_.plain(Element::rpt_owner_zip_code, owner.rpt_owner_zip_code,
                 {schema::zip, Need::nothing});
      out_.plain(Element::rpt_owner_state_description, owner.rpt_owner_state_description,
                 {schema::text_to(50), Need::nothing});
      out_.plain(Element::rpt_owner_good_address, owner.rpt_owner_good_address, flag);
    });
  }

  // The schema demands the element, and nothing in it; so it is written even where it is empty.
  void write_relationship(const ReportingOwner& owner) {
    const Demand flag = {schema::boolean, Need::nothing};
    const Demand words = {schema::text_to(30), Need::nothing};
    out_.open(Element::reporting_owner_relationship);
    out_.plain(Element::is_director, owner.is_director, flag);
    out_.plain(Element::is_officer, owner.is_officer, flag);
    out_.plain(Element::is_ten_percent_owner, owner.is_ten_percent_owner, flag);
    out_.plain(Element::is_other, owner.is_other, flag);
    out_.plain(Element::officer_title, owner.officer_title, words);
    out_.plain(Element::other_text, owner.other_text, words);
    out_.close(Element::reporting_owner_relationship);
  }

  void write_table(Element element, const std::vector<Row>& rows) {
    out_.require_at_most(rows_max, rows.size(), element);
    out_.group(element, !rows.empty(), Need::nothing, [&] {
      for (std::size_t i = 0; i < rows.size(); ++i) write_row(out_, rows[i], i + 1, form_);
    });
  }

  void write_footnotes() {
    out_.require_at_most(footnotes_max, document_.footnotes.size(), Element::footnote);
    out_.group(Element::footnotes, !document_.footnotes.empty(), Need::nothing, [&] {
      for (const Footnote& footnote : document_.footnotes) out_.footnote(footnote);
    });
  }

  void write_signatures() {
    const std::vector<OwnerSignature>& signatures = document_.owner_signatures;
    if (signatures.empty()) out_.object_to_absence(Element::owner_signature);
    out_.require_at_most(owners_max, signatures.size(), Element::owner_signature);
    for (const OwnerSignature& signature : signatures) {
      out_.open(Element::owner_signature);
      out_.plain(Element::signature_name, signature.signature_name, {schema::name_to(255)});
      out_.plain(Element::signature_date, signature.signature_date, {schema::date});
      out_.close(Element::owner_signature);
    }
  }

  const OwnershipDocument& document_;
  XmlOutput out_;
  const SchemaForm form_;
};

// "memo" of "ownershipDocument/issuer/memo[2]".
std::string last_step(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return std::string(path.substr(0, path.find('[')));
}

}  // namespace

WrittenXml write_ownership_xml(const Filing& filing) {
  WrittenXml written;
  written.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  const bool typed = filing.format == SourceFormat::ownership_xml ||
                     filing.format == SourceFormat::submission_text;
  DocumentWriter(filing.document, written, typed).write();
  for (const Unread& unread : filing.document.unread) {
    written.left_out.push_back(
        {last_step(unread.path),
         {"unread-left-out", Severity::warning,
          "ownership XML has no place for what was kept unread", unread.path}});
  }
  return written;
}

}  // namespace stakebook
