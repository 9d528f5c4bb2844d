#include "door/import_sink.h"

namespace stakebook::door {

Journal::Batch& JournalSink::batch() {
  if (!batch_) batch_.emplace(journal_.begin_batch());
  return *batch_;
}

void JournalSink::count() {
  if (++in_batch_ >= batch_claims_) commit();
}

Appended JournalSink::append(const Filing& filing, std::string_view source) {
  const Appended appended = batch().append(filing, source);
  count();
  return appended;
}

bool JournalSink::append(const Listing& listing, std::string_view source) {
  const bool is_new = batch().append(listing, source);
  if (is_new) count();
  return is_new;
}

void JournalSink::set_aside(std::string_view source, const Diagnostic& reason) {
  batch().set_aside(source, reason);
  count();
}

void JournalSink::commit() {
  if (batch_) batch_->commit();
  batch_.reset();
  in_batch_ = 0;
}

bool PreviewSink::append(const Listing& listing, std::string_view) {
  if (!listings_.insert(sha256(canonical_bytes(listing))).second) return false;
  return journal_ == nullptr || !journal_->holds(listing);
}

Appended PreviewSink::append(const Filing& filing, std::string_view) {
  if (!contents_.insert(sha256(canonical_bytes(filing))).second) {
    return {AppendOutcome::held_already, 0};
  }
  const auto& accession = filing.submission.accession;
  const bool is_second = accession && !accessions_.insert(*accession).second;
  const Appended held =
      journal_ != nullptr ? journal_->outcome_of(filing) : Appended{AppendOutcome::appended, 0};
  if (held.outcome == AppendOutcome::appended && is_second) {
    return {AppendOutcome::second_version, 0};
  }
  return held;
}

}  // namespace stakebook::door
