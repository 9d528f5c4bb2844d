#include "door/explain.h"

#include <algorithm>
#include <set>

#include "door/books.h"
#include "door/event_words.h"
#include "door/gap_causes.h"
#include "door/source_steps.h"
#include "event/claim_place.h"
#include "report/words.h"
#include "value/error.h"

namespace stakebook::door {
namespace {

constexpr int depth_max = 8;
constexpr std::size_t steps_max = 20'000;

IssuerBook book_around(const Journal& journal, const Claim& claim, const FigureReference& ref) {
  Question question;
  question.on = ref.on;
  question.known = ref.known;
  const auto issuer = journal.party(claim.issuer);
  std::optional<Party> owner;
  if (!claim.owners.empty()) owner = journal.party(claim.owners.front());
  return book_of(journal, issuer.value_or(Party{}), owner, question);
}

class Explainer {
 public:
  Explainer(const Journal& journal, const Claim& claim, IssuerBook book, FigureReference ref)
      : claim_(claim), book_(std::move(book)), ref_(std::move(ref)), causes_(journal, book_) {
    result_.ref = ref_;
  }

  Explanation run() {
    if (ref_.tranche > 0) {
      explain_tranche();
    } else if (ref_.on) {
      explain_balance();
    } else if (ref_.place.part == Part::footnote) {
      explain_footnote();
    } else if (ref_.place.part == Part::entry) {
      explain_entry();
    } else {
      explain_row();
    }
    return std::move(result_);
  }

 private:
  [[noreturn]] void not_found(const std::string& message, const std::string& remedy) const {
    throw Error(ErrorKind::not_found, message, ref_.to_text(), remedy);
  }

  void add(ExplanationStep step, int depth) {
    step.depth = depth;
    if (result_.steps.size() < steps_max) result_.steps.push_back(std::move(step));
  }

  void say(std::string statement, int depth, Grade grade = Grade::reported,
           const FigureReference& ref = {}, std::string rule = {}) {
    ExplanationStep step;
    step.statement = std::move(statement);
    step.grade = grade;
    step.ref = ref;
    step.rule = std::move(rule);
    if (const Claim* source = book_.claim(ref.place.entry)) step.source = described_source(*source);
    add(std::move(step), depth);
  }

  // Each inference with its premises, and theirs, down to what sources say.
  void add_inferences(const std::vector<Inference>& inferences, int depth) {
    if (depth > depth_max) return;
    for (const Inference& inference : inferences) {
      say(inference.statement, depth, inference.grade, {}, inference.rule);
      for (const FigureReference& premise : inference.premises) add_premise(premise, depth + 1);
    }
  }

  void add_premise(const FigureReference& premise, int depth) {
    const Claim* source = book_.claim(premise.place.entry);
    if (source == nullptr)
      return say("entry " + premise.place.to_text(), depth, Grade::reported, premise);
    if (const Row* row = row_at(*source, premise.place)) {
      if (premise.field.empty() || premise.on || premise.tranche > 0) {
        say(summary_of(*row), depth, Grade::reported, premise);
        return add_events_inferences(premise, depth + 1);
      }
      ExplanationStep step = field_step(*source, *row, premise);
      const bool is_stated = !step.fields.front().second.empty();
      step.fields.clear();
      add(std::move(step), depth);
      // What a source states needs no premises.
      if (!is_stated) add_events_inferences(premise, depth + 1);
      return;
    }
    if (premise.place.part == Part::footnote) {
      const Footnote* footnote = footnote_at(*source, premise.place.number);
      if (footnote != nullptr) return add(footnote_step(*source, *footnote, premise.place), depth);
    }
    add(entry_step(*source), depth);
  }

  // What a premise was itself inferred from; each row's once: pairs do not chase each other.
  void add_events_inferences(const FigureReference& premise, int depth) {
    if (!followed_.insert(premise.place).second) return;
    for (const Event& event : book_.history.events) {
      if (event.source == premise.place) add_inferences(event.inferences, depth);
    }
  }

  const Event* event_at(const Reference& place) const {
    const auto& events = book_.history.events;
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const Event& event) { return event.source == place; });
    return found == events.end() ? nullptr : &*found;
  }

  const Event& event_of(const Posting& posting) const {
    return book_.history.events[static_cast<std::size_t>(posting.event)];
  }

  void explain_entry() {
    add(entry_step(claim_), 0);
    for (const Event& event : book_.history.events) {
      if (event.source == ref_.place) add_event(event, 1);
    }
    for (const AmendedRow& row : book_.history.amended) {
      if (row.event.source.entry == claim_.entry || row.effect.amendment == claim_.entry) {
        add_amended(row, 1);
      }
    }
    if (const Filing* filing = claim_.filing()) {
      for (const Diagnostic& diagnostic : filing->diagnostics) add_noticed(diagnostic);
    }
    add_noticed_between_filings();
  }

  void add_noticed_between_filings() {
    for (const Diagnostic& diagnostic : book_.history.diagnostics) {
      if (diagnostic.place != ref_.place.to_text()) continue;
      say(diagnostic.code + ": " + diagnostic.message, 1);
    }
  }

  void add_noticed(const Diagnostic& diagnostic) {
    say("noticed: " + diagnostic.code + ": " + described(diagnostic), 1);
  }

  void explain_row() {
    const Row* row = row_at(claim_, ref_.place);
    if (row == nullptr) not_found("there is no such row in the filing", rows_of(claim_));
    if (!ref_.field.empty()) {
      add(field_step(claim_, *row, ref_), 0);
      return;
    }
    add(row_step(claim_, *row, ref_.place), 0);
    followed_.insert(ref_.place);
    const Event* event = event_at(ref_.place);
    if (event != nullptr) add_event(*event, 1);
    for (const AmendedRow& amended : book_.history.amended) {
      if (amended.event.source == ref_.place || amended.effect.by == ref_.place) {
        add_amended(amended, 1);
      }
    }
    add_noticed_between_filings();
    for (const TermsClaim& terms : book_.history.terms) {
      if (terms.source == ref_.place) add_terms(terms, 1);
    }
  }

  // A row that no longer posts, what it said, and what became of it.
  void add_amended(const AmendedRow& row, int depth) {
    say(statement_of(row), depth, Grade::reported, row_reference(row.effect.by));
  }

  // The event that a row became, and what it did to its account.
  void add_event(const Event& event, int depth) {
    const std::string statement = statement_of(event, book_.history);
    say(statement, depth, event.inferences.empty() ? Grade::reported : worst_of(event.inferences));
    add_inferences(event.inferences, depth + 1);
    if (event.account == no_account) return;
    const Account& account = book_.book.accounts[static_cast<std::size_t>(event.account)];
    for (const Posting& posting : account.postings) {
      if (&event_of(posting) == &event) add_posting(posting, depth, false);
    }
  }

  static Grade worst_of(const std::vector<Inference>& inferences) {
    Grade worst = Grade::reported;
    for (const Inference& inference : inferences) worst = std::max(worst, inference.grade);
    return worst;
  }

  void add_posting(const Posting& posting, int depth, bool with_event) {
    const Event& event = event_of(posting);
    const std::vector<GapCause> causes = causes_.of(posting);
    Grade grade = worst_of(posting.inferences);
    if (posting.check == Check::gap) {
      grade = causes.empty() ? Grade::unexplained : causes.front().grade;
    }
    say(statement_of(event, posting, causes, with_event), depth, grade,
        row_reference(event.source));
    if (with_event) {
      followed_.insert(event.source);
      add_inferences(event.inferences, depth + 1);
    }
    add_inferences(posting.inferences, depth + 1);
    for (const GapCause& cause : causes) {
      if (is_said(cause, posting.inferences)) continue;
      add(cause_step(cause), depth + 1);
      for (const FigureReference& evidence : cause.evidence) add_premise(evidence, depth + 2);
    }
  }

  const Account* account_at(const Reference& place) const {
    const Event* event = event_at(place);
    if (event == nullptr || event->account == no_account) return nullptr;
    return &book_.book.accounts[static_cast<std::size_t>(event->account)];
  }

  void explain_balance() {
    const Account* account = account_at(ref_.place);
    if (account == nullptr) {
      if (const GrantPosition* grant = grant_at(ref_.place)) return explain_grant(*grant);
      not_found("no account has a row of this reference", "the history shows the rows of accounts");
    }
    const AccountIdentity& identity =
        book_.history.accounts[static_cast<std::size_t>(account->identity)];
    const std::string day = " at the end of " + ref_.on->to_text();
    if (account->postings.empty()) {
      say(grouped(account->opening) + ": balance of " + described(identity) + day +
              ", as its first report, of " + account->opens_on.to_text() + ", implies",
          0, account->opening.is_exact() ? Grade::plausible : Grade::unexplained, ref_);
      add_inferences(account->opening_inferences, 1);
      return;
    }
    say(grouped(account->balance) + ": balance of " + described(identity) + day, 0,
        grade_of_balance(*account, book_.history), ref_);
    say("opening " + grouped(account->opening) + ": what was held before the first row", 1,
        account->opening.is_exact() ? Grade::plausible : Grade::unexplained,
        row_reference(account->anchor));
    add_inferences(account->opening_inferences, 2);
    for (const Posting& posting : account->postings) add_posting(posting, 1, true);
    if (const GrantPosition* grant = grant_at(ref_.place)) add_notes(*grant, 1);
  }

  static bool refers_to(const GrantPosition& grant, const Reference& place) {
    for (const Figure* figure :
         {&grant.granted, &grant.vested, &grant.unvested, &grant.exercised, &grant.remaining}) {
      if (figure->ref.place == place) return true;
    }
    return grant.anchor == place;
  }

  const GrantPosition* grant_at(const Reference& place) const {
    const auto& grants = book_.book.grants;
    const Account* account = account_at(place);
    const auto found = std::find_if(grants.begin(), grants.end(), [&](const GrantPosition& grant) {
      return refers_to(grant, place) || (account != nullptr && grant.account == account->identity);
    });
    return found == grants.end() ? nullptr : &*found;
  }

  void explain_grant(const GrantPosition& grant) {
    const std::string of_grant = " of " + printable(grant.security);
    say(grouped(grant.remaining.amount) + ": what remains" + of_grant + " at the end of " +
            ref_.on->to_text(),
        0, grant.remaining.grade, ref_);
    add_inferences(grant.remaining.inferences, 1);
    std::set<Reference> stated;
    for (const Tranche& tranche : grant.tranches) {
      if (stated.insert(tranche.ref.place).second) add_statement(tranche.ref.place, 1);
    }
    if (stated.insert(ref_.place).second) add_statement(ref_.place, 1);
    add_notes(grant, 1);
  }

  void add_notes(const GrantPosition& grant, int depth) {
    for (const std::string& note : grant.notes) say(note, depth);
  }

  void explain_tranche() {
    for (const GrantPosition& grant : book_.book.grants) {
      for (const Tranche& tranche : grant.tranches) {
        if (tranche.ref.place == ref_.place && tranche.ref.tranche == ref_.tranche) {
          return explain_tranche(grant, tranche);
        }
      }
    }
    not_found("no grant has such a tranche on that date", "the tranches show their references");
  }

  void explain_tranche(const GrantPosition& grant, const Tranche& tranche) {
    std::string statement = grouped(tranche.quantity.amount()) + " of " + printable(grant.security);
    statement += tranche.vests ? ", vesting on " + tranche.vests->to_text()
                               : ", vesting on a date that is not stated";
    if (tranche.is_forecast) statement += ": forecast, not reported";
    say(statement, 0, tranche.grade, ref_);
    for (const TermsClaim& terms : book_.history.terms) {
      if (terms.source == tranche.ref.place) add_terms(terms, 1);
    }
    add_statement(tranche.ref.place, 1);
    add_notes(grant, 1);
    if (const Row* row = row_at(claim_, ref_.place)) add(row_step(claim_, *row, ref_.place), 1);
  }

  void add_terms(const TermsClaim& terms, int depth) {
    ExplanationStep step;
    step.statement =
        "vesting terms: " + std::string(described(terms.reading.outcome)) +
        (terms.footnote.part == Part::footnote ? ", from a footnote" : ", from a record");
    if (!terms.reading.reason.empty()) step.statement += ": " + terms.reading.reason;
    step.ref = row_reference(terms.footnote);
    step.quotes = quotes_of(terms.text, terms.reading.quotes);
    if (const Claim* source = book_.claim(terms.footnote.entry)) {
      step.source = described_source(*source);
    }
    add(std::move(step), depth);
  }

  bool add_statement(const Reference& place, int depth) {
    for (const StatementClaim& stated : book_.history.statements) {
      if (stated.source != place) continue;
      ExplanationStep step;
      step.statement =
          "a footnote states a holding of " + grouped(stated.statement.quantity.amount()) + ' ' +
          printable(stated.statement.security) + ", as of " + stated.effective.to_text();
      step.ref = row_reference(place);
      step.quotes = quotes_of(stated.text, {stated.statement.quote});
      if (const Claim* source = book_.claim(place.entry)) step.source = described_source(*source);
      add(std::move(step), depth);
      return true;
    }
    return false;
  }

  void explain_footnote() {
    const Footnote* footnote = footnote_at(claim_, ref_.place.number);
    if (footnote == nullptr) {
      not_found("there is no such footnote in the filing",
                "entry " + std::to_string(claim_.entry) + " shows its footnotes");
    }
    if (ref_.place.statement > 0 && !add_statement(ref_.place, 0)) {
      not_found(
          "fewer statements were read out of this footnote",
          "the footnote's text: " +
              row_reference({ref_.place.entry, Part::footnote, ref_.place.number, 0}).to_text());
    }
    add(footnote_step(claim_, *footnote, ref_.place), ref_.place.statement > 0 ? 1 : 0);
    if (ref_.place.statement > 0) return;
    for (const TermsClaim& terms : book_.history.terms) {
      if (terms.footnote == ref_.place) add_terms(terms, 1);
    }
    for (const StatementClaim& stated : book_.history.statements) {
      const Reference& at = stated.source;
      if (at.entry == ref_.place.entry && at.part == ref_.place.part &&
          at.number == ref_.place.number) {
        add_statement(at, 1);
      }
    }
  }

  const Claim& claim_;
  const IssuerBook book_;
  const FigureReference ref_;
  GapCauses causes_;
  Explanation result_;
  std::set<Reference> followed_;  // rows whose event's inferences were given
};

}  // namespace

Explanation explain(const Journal& journal, std::string_view reference) {
  const auto ref = FigureReference::parse(reference);
  if (!ref) {
    throw Error(ErrorKind::invalid_input, '"' + std::string(reference) + "\" is not a reference",
                {},
                "references stand beside figures: 12, 12.I.3, 12.F4, 12.II.1#3, 12.I.3@2007-11-20");
  }
  if (ref->place.entry < 1 || ref->place.entry > journal.entries()) {
    throw Error(ErrorKind::not_found,
                "there is no entry " + std::to_string(ref->place.entry) + " in the ledger",
                ref->to_text(), "the ledger has entries 1 to " + std::to_string(journal.entries()));
  }
  const Claim claim = journal.claim(ref->place.entry);
  if (ref->known && claim.known > *ref->known) {
    throw Error(
        ErrorKind::not_found,
        "entry " + std::to_string(claim.entry) + " became known on " + claim.known.date.to_text(),
        ref->to_text(), "ask as known on that day or later");
  }
  return Explainer(journal, claim, book_around(journal, claim, *ref), *ref).run();
}

}  // namespace stakebook::door
