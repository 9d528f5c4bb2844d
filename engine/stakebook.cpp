#include "stakebook.h"

#include <optional>
#include <utility>

#include "door/books.h"
#include "door/differences.h"
#include "door/explain.h"
#include "door/filings.h"
#include "door/import.h"
#include "door/noticed.h"
#include "door/reconciled_books.h"
#include "door/record_check.h"

namespace stakebook {

struct Ledger::State {
  std::string path;
  Journal journal;
};

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Ledger Ledger::open(const std::string& path) {
  return Ledger(std::make_unique<State>(State{path, Journal::open(path, Journal::Access::read)}));
}

Ledger Ledger::create_or_open(const std::string& path) {
  return Ledger(std::make_unique<State>(State{path, Journal::open_or_create(path)}));
}

ImportReport Ledger::import(const std::vector<std::string>& paths, const ImportOptions& options) {
  return door::import_files(state_->journal, state_->path, paths, options);
}

ImportReport Ledger::preview_import(const std::string& path, const std::vector<std::string>& paths,
                                    const ImportOptions& options) {
  std::optional<Journal> journal;
  try {
    journal.emplace(Journal::open(path, Journal::Access::read));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
  }
  return door::preview_files(journal ? &*journal : nullptr, path, paths, options);
}

ImportReport Ledger::import_bytes(std::string_view bytes, std::string_view source) {
  return door::import_document(state_->journal, bytes, source);
}

Appended Ledger::record(const Record& record) {
  const Record checked = door::checked(state_->journal, record);
  Journal::Batch batch = state_->journal.begin_batch();
  const Appended appended = batch.append(checked, "");
  batch.commit();
  return appended;
}

std::vector<Party> Ledger::issuers(std::string_view match) const {
  return state_->journal.issuers(match);
}

std::vector<Party> Ledger::owners(std::string_view match) const {
  return state_->journal.owners(match);
}

std::vector<IssuerBook> Ledger::books(const Question& question) const {
  std::vector<IssuerBook> books;
  for_each_issuer_book(question, [&books](IssuerBook&& book) {
    books.push_back(std::move(book));
    return true;
  });
  return books;
}

void Ledger::for_each_issuer_book(const Question& question,
                                  const std::function<bool(IssuerBook&&)>& visit) const {
  door::for_each_book(state_->journal, state_->path, question, visit);
}

void Ledger::for_each_reconciled_book(const Question& question,
                                      const std::function<bool(ReconciledBook&&)>& visit) const {
  door::for_each_reconciled_book(state_->journal, state_->path, question, visit);
}

std::vector<IssuerDifference> Ledger::differences(const Question& question, Instant earlier,
                                                  std::optional<Instant> later) const {
  return door::differences(state_->journal, state_->path, question, earlier, later);
}

void Ledger::for_each_filing(const Question& question, std::string_view filing,
                             const std::function<bool(Claim&&)>& visit) const {
  door::for_each_filing(state_->journal, question, filing, visit);
}

Explanation Ledger::explain(std::string_view reference) const {
  return door::explain(state_->journal, reference);
}

std::vector<Noticed> Ledger::noticed(const NoticedFilter& filter) const {
  return door::noticed(state_->journal, state_->path, filter);
}

VerifyReport Ledger::verify() const { return state_->journal.verify(); }

const Journal& Ledger::journal() const { return state_->journal; }

}  // namespace stakebook
