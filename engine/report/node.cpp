#include "report/node.h"

#include <algorithm>

#include "report/words.h"

namespace stakebook {

Node::Node(const Node& other) = default;
Node::Node(Node&& other) noexcept = default;
Node& Node::operator=(const Node& other) = default;
Node& Node::operator=(Node&& other) noexcept = default;
Node::~Node() = default;

void Node::add(Node item) { std::get<Items>(value_).push_back(std::move(item)); }

void Node::add(std::string key, Node value) {
  std::get<Members>(value_).emplace_back(std::move(key), std::move(value));
}

const Node* Node::at(std::string_view path) const {
  const Node* node = this;
  while (!path.empty()) {
    const auto* members = std::get_if<Members>(&node->value_);
    if (members == nullptr) return nullptr;
    const auto dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    const Node* next = nullptr;
    for (const auto& [name, value] : *members) {
      if (name == key) next = &value;
    }
    if (next == nullptr) return nullptr;
    node = next;
  }
  return std::holds_alternative<std::nullptr_t>(node->value_) ? nullptr : node;
}

std::string code_of(std::string_view words) {
  std::string code(words);
  std::replace(code.begin(), code.end(), ' ', '_');
  return code;
}

Node node_of(const ShareRange& range) {
  if (const auto value = range.exact()) return value->to_text();
  Node::Members bounds;
  if (range.lower()) {
    bounds.emplace_back(range.lower()->inclusive ? "at_least" : "more_than",
                        range.lower()->value.to_text());
  }
  if (range.upper()) {
    bounds.emplace_back(range.upper()->inclusive ? "at_most" : "less_than",
                        range.upper()->value.to_text());
  }
  return Node::object(std::move(bounds));
}

Node node_of(const Party& party) {
  return Node::object({{"party", party.id},
                       {"cik", node_or_null(party.cik)},
                       {"name", party.name},
                       {"trading_symbol", text_or_null(party.trading_symbol)}});
}

Node node_of(const FigureReference& reference) { return reference.to_text(); }

Node node_of(const std::vector<Inference>& inferences) {
  Node list = Node::list();
  for (const Inference& inference : inferences) {
    Node premises = Node::list();
    for (const FigureReference& premise : inference.premises) premises.add(premise.to_text());
    list.add(Node::object({{"rule", inference.rule},
                           {"statement", inference.statement},
                           {"grade", name_of(inference.grade)},
                           {"premises", std::move(premises)}}));
  }
  return list;
}

Node node_of(const Figure& figure) {
  return Node::object({{"amount", node_of(figure.amount)},
                       {"grade", name_of(figure.grade)},
                       {"ref", figure.ref.place.entry == 0 ? Node() : node_of(figure.ref)},
                       {"inferences", node_of(figure.inferences)}});
}

Node node_of(const Diagnostic& diagnostic) {
  return Node::object({{"code", diagnostic.code},
                       {"severity", name_of(diagnostic.severity)},
                       {"message", diagnostic.message},
                       {"place", text_or_null(diagnostic.place)}});
}

Node node_of_holders(const IssuerBook& book, const std::vector<PartyId>& holders) {
  Node list = Node::list();
  for (const PartyId id : holders) {
    const Party* party = book.party(id);
    list.add(Node::object({{"party", id},
                           {"cik", party == nullptr ? Node() : node_or_null(party->cik)},
                           {"name", party == nullptr ? Node() : Node(party->name)}}));
  }
  return list;
}

Node node_of(const IssuerBook& book, const AccountIdentity& account) {
  return Node::object({{"table", account.table == Table::non_derivative ? "I" : "II"},
                       {"security_title", account.security_title},
                       {"ownership", account.direct ? "direct" : "indirect"},
                       {"nature_of_ownership", text_or_null(account.nature)},
                       {"conversion_or_exercise_price", node_or_null(account.strike)},
                       {"expiration_date", node_or_null(account.expiration)},
                       {"holders", node_of_holders(book, account.holders)}});
}

Node report_node(std::string_view name, Node::Members&& members) {
  Node node = Node::object({{"report", name}, {"format", 1}});
  for (auto& [key, value] : members) node.add(std::move(key), std::move(value));
  return node;
}

Node book_node(const IssuerBook& book, Node::Members&& members) {
  Node node = Node::object({{"issuer", node_of(book.issuer)},
                            {"owner", book.owner ? node_of(*book.owner) : Node()},
                            {"on", node_or_null(book.question.on)},
                            {"known", node_or_null(book.question.known)}});
  for (auto& [key, value] : members) node.add(std::move(key), std::move(value));
  return node;
}

}  // namespace stakebook
