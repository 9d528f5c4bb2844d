#include "report/amended.h"

#include <algorithm>

#include "report/words.h"

namespace stakebook {
namespace {

bool is_by_then(const IssuerBook& book, const AmendedRow& row) {
  return !book.question.on || row.event.effective <= *book.question.on;
}

Node node_of(const IssuerBook& book, const AmendedRow& row) {
  const Event& event = row.event;
  return Node::object(
      {{"ref", row_reference(event.source).to_text()},
       {"effect", name_of(row.effect.effect)},
       {"by", row_reference(row.effect.by).to_text()},
       {"amendment", std::to_string(row.effect.amendment)},
       {"amended", row.amended.to_text()},
       {"quote", text_or_null(row.effect.quote)},
       {"account",
        stakebook::node_of(book, book.history.accounts[static_cast<std::size_t>(event.account)])},
       {"date", event.effective.to_text()},
       {"known", event.known.to_text()},
       {"event", code_node(name_of(event.kind))},
       {"code", event.code == 0 ? Node() : Node(std::string(1, event.code))},
       {"change",
        stakebook::node_of(event.has_change() ? event.change : ShareRange::exactly(Shares()))},
       {"reported", node_or_null(event.reported_following)},
       {"price", node_or_null(event.price)}});
}

std::string line_of(const IssuerBook& book, const AmendedRow& row) {
  const Event& event = row.event;
  std::string text = event.source.to_text() + ", " + described(event) + " of " +
                     event.effective.to_text() + " in " +
                     described(book.history.accounts[static_cast<std::size_t>(event.account)]);
  if (event.has_change()) text += ", " + grouped_change(event.change);
  if (event.reported_following) text += " = " + grouped(event.reported_following->amount());
  text += ": " + described(row.effect);
  if (const Claim* claim = book.claim(row.effect.amendment); claim && claim->filing()) {
    text += " (" + described(*claim->filing()) + ')';
  }
  return text;
}

}  // namespace

std::vector<const AmendedRow*> amended_rows_of(const IssuerBook& book, std::int32_t account) {
  std::vector<const AmendedRow*> rows;
  for (const AmendedRow& row : book.history.amended) {
    if (row.event.account == account && is_by_then(book, row)) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const AmendedRow* a, const AmendedRow* b) {
    return a->event.effective < b->event.effective;
  });
  return rows;
}

Node node_of_amended(const IssuerBook& book) {
  Node list = Node::list();
  for (const AmendedRow& row : book.history.amended) {
    if (is_by_then(book, row)) list.add(node_of(book, row));
  }
  return list;
}

void add_amended_lines(Page& page, const IssuerBook& book) {
  bool any = false;
  for (const AmendedRow& row : book.history.amended) {
    if (row.effect.effect == AmendmentEffect::repeats || !is_by_then(book, row)) continue;
    if (!any) page.heading("Amended since it was filed");
    any = true;
    page.line(line_of(book, row), Ink::faint, 2);
  }
}

std::string described(const RowEffect& effect) {
  const std::string by = effect.by.to_text();
  switch (effect.effect) {
    case AmendmentEffect::repeats: return "repeats " + by;
    case AmendmentEffect::replaced: return "replaced by " + by;
    case AmendmentEffect::retracted: return "taken back by " + by;
    case AmendmentEffect::added: return "added by " + by;
  }
  return "";
}

}  // namespace stakebook
