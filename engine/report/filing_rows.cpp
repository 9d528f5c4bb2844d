#include "report/filing_rows.h"

#include <algorithm>

#include "event/cited_footnotes.h"
#include "report/node.h"

namespace stakebook {
namespace {

// The document's own word, else EDGAR's.
std::string form_of(const Filing& filing) {
  const auto& type = filing.document.document_type.value;
  return type ? *type : filing.submission.form.value_or("");
}

template <class T>
std::string value_text(const Field<T>& field) {
  return field.value ? canonical_text(*field.value) : std::string();
}
std::string value_text(const Field<bool>& field) {
  return !field.value ? "" : *field.value ? "true" : "false";
}
std::string value_text(const std::optional<Date>& date) { return date ? date->to_text() : ""; }

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (&word != &words.front()) text += between;
    text += word;
  }
  return text;
}

std::vector<Footnote> footnotes_of(const OwnershipDocument& document, const Row& row) {
  const std::vector<FootnoteId> ids = cited_footnotes(row);
  std::vector<Footnote> footnotes;
  for (const Footnote& footnote : document.footnotes) {
    if (std::find(ids.begin(), ids.end(), footnote.id) == ids.end()) continue;
    // Of two with one id, citations mean the first.
    if (document.footnote(footnote.id) == &footnote) footnotes.push_back(footnote);
  }
  return footnotes;
}

std::string reference_of(const Claim& claim, const Row& row, std::size_t number) {
  const Part part = row.table == Table::derivative ? Part::table_ii : Part::table_i;
  return Reference{claim.entry, part, static_cast<std::int32_t>(number)}.to_text();
}

std::string_view table_name(const Row& row) { return row.table == Table::derivative ? "II" : "I"; }
std::string_view kind_name(const Row& row) {
  return row.kind == RowKind::transaction ? "transaction" : "holding";
}

// ---- JSON

Node ids_node(const std::vector<FootnoteId>& ids) {
  Node list = Node::list();
  for (const FootnoteId& id : ids) list.add(id);
  return list;
}

template <class T>
Node value_node(const Field<T>& field) {
  return field.value ? Node(canonical_text(*field.value)) : Node();
}
Node value_node(const Field<bool>& field) { return field.value ? Node(*field.value) : Node(); }

// null: not there, and nothing cited. An empty element has the value null and is there.
template <class T>
Node field_node(const Field<T>& field) {
  if (field.presence == Presence::absent && field.footnotes.empty()) return {};
  return Node::object({{"value", value_node(field)},
                       {"as_filed", text_or_null(field.as_filed)},
                       {"footnotes", ids_node(field.footnotes)}});
}

Node owners_node(const OwnershipDocument& document) {
  Node list = Node::list();
  for (const ReportingOwner& owner : document.reporting_owners) {
    list.add(Node::object({{"cik", node_or_null(owner.cik())},
                           {"name", value_node(owner.rpt_owner_name)},
                           {"is_director", value_node(owner.is_director)},
                           {"is_officer", value_node(owner.is_officer)},
                           {"is_ten_percent_owner", value_node(owner.is_ten_percent_owner)},
                           {"is_other", value_node(owner.is_other)},
                           {"officer_title", value_node(owner.officer_title)},
                           {"other_text", value_node(owner.other_text)}}));
  }
  return list;
}

Node::Members filing_members(const Claim& claim) {
  const Filing& filing = *claim.filing();
  const OwnershipDocument& document = filing.document;
  return {{"entry", claim.entry},
          {"accession_number", node_or_null(filing.submission.accession)},
          {"form", text_or_null(form_of(filing))},
          {"filed", node_or_null(filing.submission.filed)},
          {"accepted", node_or_null(filing.submission.accepted)},
          {"known", claim.known.to_text()},
          {"known_basis", name_of(filing.known_basis())},
          {"period_of_report", value_node(document.period_of_report)},
          {"date_of_original_submission", value_node(document.date_of_original_submission)},
          {"not_subject_to_section16", value_node(document.not_subject_to_section16)},
          {"aff10b5_one", value_node(document.aff10b5_one)},
          {"issuer",
           Node::object({{"cik", node_or_null(document.issuer.cik())},
                         {"name", value_node(document.issuer.issuer_name)},
                         {"trading_symbol", value_node(document.issuer.issuer_trading_symbol)}})},
          {"owners", owners_node(document)}};
}

// The members of an object, without its braces.
std::string members_text(Node::Members&& members) {
  const std::string text = json_line(Node::object(std::move(members)));
  return text.substr(1, text.size() - 2);
}

// `filing`: what every row of the filing says of it.
std::string json_row(const Claim& claim, const std::string& filing, const Row& row,
                     std::size_t number) {
  Node::Members members;
  members.emplace_back("table", table_name(row));
  members.emplace_back("row", number);
  members.emplace_back("kind", kind_name(row));
  for_each_field(row, [&members](std::string_view name, const auto& field) {
    members.emplace_back(std::string(name), field_node(field));
  });
  members.emplace_back("transaction_coding_footnotes", ids_node(row.transaction_coding_footnotes));
  Node footnotes = Node::list();
  for (const Footnote& footnote : footnotes_of(claim.filing()->document, row)) {
    footnotes.add(Node::object({{"id", footnote.id}, {"text", footnote.text}}));
  }
  members.emplace_back("footnotes", std::move(footnotes));
  return '{' + members_text({{"ref", reference_of(claim, row, number)}}) + ',' + filing + ',' +
         members_text(std::move(members)) + '}';
}

// ---- CSV

constexpr std::string_view between_parties = "; ";

// "director, officer (Chief Financial Officer)".
std::string relationship_of(const ReportingOwner& owner) {
  const auto said = [](const std::string& what, const Field<std::string>& words) {
    return words.value ? what + " (" + *words.value + ')' : what;
  };
  std::vector<std::string> roles;
  if (owner.is_director.value == true) roles.emplace_back("director");
  if (owner.is_officer.value == true) roles.push_back(said("officer", owner.officer_title));
  if (owner.is_ten_percent_owner.value == true) roles.emplace_back("ten percent owner");
  if (owner.is_other.value == true) roles.push_back(said("other", owner.other_text));
  return joined(roles, ", ");
}

template <class Text>
std::string of_owners(const OwnershipDocument& document, Text&& text) {
  std::vector<std::string> texts;
  for (const ReportingOwner& owner : document.reporting_owners) texts.push_back(text(owner));
  return joined(texts, between_parties);
}

const std::vector<std::string>& csv_titles() {
  static const std::vector<std::string> titles = [] {
    std::vector<std::string> list = {"ref",
                                     "entry",
                                     "accession_number",
                                     "form",
                                     "filed",
                                     "accepted",
                                     "known",
                                     "known_basis",
                                     "period_of_report",
                                     "date_of_original_submission",
                                     "not_subject_to_section16",
                                     "aff10b5_one",
                                     "issuer_cik",
                                     "issuer_name",
                                     "issuer_trading_symbol",
                                     "owner_ciks",
                                     "owner_names",
                                     "owner_relationships",
                                     "table",
                                     "row",
                                     "kind"};
    const Row row;
    for_each_field(row, [&list](std::string_view name, const auto&) {
      list.emplace_back(name);
      list.push_back(std::string(name) + "_footnotes");
    });
    for (const char* title : {"transaction_coding_footnotes", "as_filed", "footnotes"}) {
      list.emplace_back(title);
    }
    return list;
  }();
  return titles;
}

std::vector<std::string> filing_cells(const Claim& claim) {
  const Filing& filing = *claim.filing();
  const OwnershipDocument& document = filing.document;
  const auto text_of = [](const auto& value) { return value ? value->to_text() : std::string(); };
  return {std::to_string(claim.entry),
          text_of(filing.submission.accession),
          form_of(filing),
          value_text(filing.submission.filed),
          text_of(filing.submission.accepted),
          claim.known.to_text(),
          std::string(name_of(filing.known_basis())),
          value_text(document.period_of_report),
          value_text(document.date_of_original_submission),
          value_text(document.not_subject_to_section16),
          value_text(document.aff10b5_one),
          text_of(document.issuer.cik()),
          value_text(document.issuer.issuer_name),
          value_text(document.issuer.issuer_trading_symbol),
          of_owners(document, [&](const ReportingOwner& owner) { return text_of(owner.cik()); }),
          of_owners(document,
                    [](const ReportingOwner& owner) { return value_text(owner.rpt_owner_name); }),
          of_owners(document, relationship_of)};
}

// `filing`: the cells that every row of the filing has.
std::string csv_row(const Claim& claim, const std::vector<std::string>& filing, const Row& row,
                    std::size_t number) {
  std::vector<std::string> cells = {reference_of(claim, row, number)};
  cells.insert(cells.end(), filing.begin(), filing.end());
  cells.emplace_back(table_name(row));
  cells.push_back(std::to_string(number));
  cells.emplace_back(kind_name(row));
  std::vector<std::string> typed;
  for_each_field(row, [&](std::string_view name, const auto& field) {
    cells.push_back(value_text(field));
    cells.push_back(joined(field.footnotes, " "));
    if (!field.as_filed.empty()) typed.push_back(std::string(name) + ": " + field.as_filed);
  });
  cells.push_back(joined(row.transaction_coding_footnotes, " "));
  cells.push_back(joined(typed, " | "));
  std::vector<std::string> texts;
  for (const Footnote& footnote : footnotes_of(claim.filing()->document, row)) {
    texts.push_back(footnote.id + ": " + footnote.text);
  }
  cells.push_back(joined(texts, " | "));
  return csv_line(cells);
}

}  // namespace

std::string FilingRows::head() const {
  if (!json_) return csv_line(csv_titles());
  return "{\n  \"report\": \"export\",\n  \"format\": 1,\n  \"rows\": [";
}

std::string FilingRows::of(const Claim& claim) {
  const OwnershipDocument& document = claim.filing()->document;
  const std::string members = json_ ? members_text(filing_members(claim)) : std::string();
  const std::vector<std::string> cells = json_ ? std::vector<std::string>() : filing_cells(claim);
  std::string text;
  for (const std::vector<Row>* table : {&document.table_i, &document.table_ii}) {
    for (std::size_t i = 0; i < table->size(); ++i) {
      if (json_) {
        text += rows_ == 0 ? "\n    " : ",\n    ";
        text += json_row(claim, members, (*table)[i], i + 1);
      } else {
        text += csv_row(claim, cells, (*table)[i], i + 1);
      }
      ++rows_;
    }
  }
  ++filings_;
  if (text.empty()) ++filings_without_rows_;
  return text;
}

std::string FilingRows::foot() const {
  if (!json_) return {};
  return rows_ == 0 ? "]\n}\n" : "\n  ]\n}\n";
}

}  // namespace stakebook
