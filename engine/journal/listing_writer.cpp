#include "journal/listing_writer.h"

#include "journal/canonical.h"
#include "journal/columns.h"

namespace stakebook {

ListingWriter::ListingWriter(Database& database)
    : find_(database,
            "SELECT 1 FROM listing WHERE accession = ?1 AND filer IS ?2 AND form IS ?3 AND "
            "filed IS ?4 AND acceptance IS ?5 AND accepted IS ?6 AND period IS ?7 AND "
            "primary_document IS ?8 AND entry IS ?9"),
      insert_(database, insert_sql("listing", {"number", "accession", "filer", "form", "filed",
                                               "acceptance", "accepted", "period",
                                               "primary_document", "entry", "source", "hash"})),
      select_last_(database, "SELECT number, hash FROM listing ORDER BY number DESC LIMIT 1") {}

void ListingWriter::read_chain() {
  const ResetAtEnd reset(select_last_);
  last_hash_ = {};
  last_ = select_last_.step() ? select_last_.integer(0) : 0;
  if (last_ > 0) select_last_.blob(1).copy(last_hash_.data(), last_hash_.size());
}

void ListingWriter::bind(Statement& statement, int parameter, const Listing& listing,
                         std::int64_t entry) {
  std::size_t kept = 0;
  const auto text = [&](const std::optional<std::string>& value) {
    value ? statement.bind(parameter++, std::string_view(*value))
          : statement.bind_null(parameter++);
  };
  const auto value = [&](const auto& content) {
    if (!content) return statement.bind_null(parameter++);
    std::string& place = texts_[kept++];
    place = content->to_text();
    statement.bind(parameter++, std::string_view(place));
  };
  value(std::optional(listing.accession));
  value(listing.filer);
  text(listing.form);
  value(listing.filed);
  text(listing.acceptance);
  value(listing.accepted);
  value(listing.period);
  text(listing.primary_document);
  entry > 0 ? statement.bind(parameter, entry) : statement.bind_null(parameter);
}

bool ListingWriter::append(const Listing& listing, std::int64_t entry, std::string_view source) {
  {
    const ResetAtEnd reset(find_);
    bind(find_, 1, listing, entry);
    if (find_.step()) return false;
  }
  content_.clear();
  append_canonical(listing, entry, source, content_);
  const Digest hash = sha256_.of(bytes_of(last_hash_), content_);
  insert_.bind(1, last_ + 1);
  bind(insert_, 2, listing, entry);
  insert_.bind(11, source);
  insert_.bind_blob(12, bytes_of(hash));
  insert_.run();
  ++last_;
  last_hash_ = hash;
  return true;
}

}  // namespace stakebook
