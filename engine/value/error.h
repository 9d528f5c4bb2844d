// The one family of exceptions: an operation that failed.
//
// Three kinds of wrong are kept apart everywhere: a programmer's error is an assertion, a failed
// operation is an Error, and data that disagrees is ordinary data with a stable code (Diagnostic).
// An Error always says what failed, where, and what the user can do about it.
#pragma once

#include <stdexcept>
#include <string>

namespace stakebook {

enum class ErrorKind {
  arithmetic,     // a result does not fit or is not exact
  invalid_input,  // text, an option or a record that cannot be what it claims to be
  not_found,      // no such owner, issuer, entry, reference
  ambiguous,      // several candidates fit; the remedy lists them
  storage,        // the disk is full, read-only, or fails
  busy,           // another process writes to the ledger
  damaged,        // the ledger is not one, or does not verify
  newer_format,   // the ledger was written by a later version
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string place = {}, std::string remedy = {})
      : std::runtime_error(message),
        kind_(kind),
        place_(std::move(place)),
        remedy_(std::move(remedy)) {}

  ErrorKind kind() const noexcept { return kind_; }
  // A file, a line, a reference; empty where the message says it all.
  const std::string& place() const noexcept { return place_; }
  // What to do next; empty where nothing can be done.
  const std::string& remedy() const noexcept { return remedy_; }

 private:
  ErrorKind kind_;
  std::string place_;
  std::string remedy_;
};

}  // namespace stakebook
