#include "filing/xml_row_writer.h"

#include "filing/xml_output.h"

namespace stakebook {
namespace {

Element element_of_row(const Row& row) {
  const bool transaction = row.kind == RowKind::transaction;
  if (row.table == Table::derivative) {
    return transaction ? Element::derivative_transaction : Element::derivative_holding;
  }
  return transaction ? Element::non_derivative_transaction : Element::non_derivative_holding;
}

class RowWriter {
 public:
  RowWriter(XmlOutput& out, const Row& row, SchemaForm form)
      : out_(out),
        row_(row),
        form_(form),
        transaction_(row.kind == RowKind::transaction),
        derivative_(row.table == Table::derivative) {}

  void write() {
    const Element element = element_of_row(row_);
    if (transaction_ && form_.number == '3') out_.object_to_presence(element);
    out_.open(element);
    out_.wrapped(Element::security_title, row_.security_title, {schema::name_to(60)});
    where(derivative_, Element::conversion_or_exercise_price, row_.conversion_or_exercise_price,
          {schema::amount, Need::value_or_footnote});
    where(transaction_, Element::transaction_date, row_.transaction_date, {schema::date});
    where(transaction_, Element::deemed_execution_date, row_.deemed_execution_date,
          {schema::date, Need::nothing});
    write_coding();
    where(transaction_, Element::transaction_timeliness, row_.transaction_timeliness,
          {schema::letter_or_none("E|L"), Need::nothing, form_.number != '5'});
    write_amounts();
    where(derivative_, Element::exercise_date, row_.exercise_date,
          {schema::date, Need::value_or_footnote});
    where(derivative_, Element::expiration_date, row_.expiration_date,
          {schema::date, Need::value_or_footnote});
    write_underlying();
    write_owned_following();
    write_nature();
    out_.close(element);
  }

 private:
  // A field that only such rows have; elsewhere the readers would not take it for the row's.
  template <class T>
  void where(bool has_it, Element element, const Field<T>& field, const Demand& demand) {
    if (has_it) return out_.wrapped(element, field, demand);
    if (is_there(field)) leave_out(element);
  }

  void leave_out(Element element) {
    out_.leave_out("field-left-out", element, "such rows have no such element in ownership XML");
  }

  // Transactions have all three; a holding can only say that Form 3 should have told of it.
  void write_coding() {
    const bool coded = is_there(row_.transaction_code) || is_there(row_.equity_swap_involved);
    if (!transaction_ && is_there(row_.transaction_code)) leave_out(Element::transaction_code);
    if (!transaction_ && is_there(row_.equity_swap_involved)) {
      leave_out(Element::equity_swap_involved);
    }
    const bool there = is_there(row_.transaction_form_type) || (transaction_ && coded) ||
                       !row_.transaction_coding_footnotes.empty();
    const bool fits = transaction_ || form_.number == '5' || form_.number == 0;
    out_.group(Element::transaction_coding, there, fits ? Need::nothing : Need::absence, [&] {
      out_.plain(Element::transaction_form_type, row_.transaction_form_type,
                 transaction_ ? Demand{schema::letter("45"), Need::value}
                              : Demand{schema::letter_or_none("3"), Need::nothing});
      if (transaction_) {
        out_.plain(Element::transaction_code, row_.transaction_code,
                   {schema::letter("ACDEFGHIJLMOPSUWXZ")});
        out_.plain(Element::equity_swap_involved, row_.equity_swap_involved, {schema::boolean});
      }
      out_.footnote_ids(Element::transaction_coding, row_.transaction_coding_footnotes);
    });
  }

  void write_amounts() {
    const bool has_total = transaction_ && derivative_;
    const bool shares = is_there(row_.transaction_shares);
    const bool total = is_there(row_.transaction_total_value);
    const bool there = shares || (has_total && total) ||
                       is_there(row_.transaction_price_per_share) ||
                       is_there(row_.transaction_acquired_disposed_code);
    if (total && !has_total) leave_out(Element::transaction_total_value);
    if (!transaction_) {
      if (shares) leave_out(Element::transaction_shares);
      if (is_there(row_.transaction_price_per_share)) {
        leave_out(Element::transaction_price_per_share);
      }
      if (is_there(row_.transaction_acquired_disposed_code)) {
        leave_out(Element::transaction_acquired_disposed_code);
      }
      return;
    }
    out_.group(Element::transaction_amounts, there, Need::value, [&] {
      if (!has_total) {
        out_.wrapped(Element::transaction_shares, row_.transaction_shares, {schema::amount});
      } else {
        either(Element::transaction_shares, row_.transaction_shares,
               Element::transaction_total_value, row_.transaction_total_value,
               {schema::amount, Need::if_there}, true);
      }
      out_.wrapped(Element::transaction_price_per_share, row_.transaction_price_per_share,
                   {schema::amount, Need::value_or_footnote});
      out_.wrapped(Element::transaction_acquired_disposed_code,
                   row_.transaction_acquired_disposed_code,
                   {schema::letter("AD"), Need::value, !derivative_});
    });
  }

  // One or the other, as xs:choice has it.
  template <class Value>
  void either(Element first, const Field<Shares>& shares, Element second, const Field<Value>& value,
              const Demand& demand, bool demanded) {
    if (demanded && !is_there(shares) && !is_there(value)) out_.object_to_absence(first);
    out_.wrapped(first, shares, demand);
    out_.wrapped(second, value, demand);
    if (is_there(shares) && is_there(value)) out_.object_to_presence(second);
  }

  void write_underlying() {
    const bool there = is_there(row_.underlying_security_title) ||
                       is_there(row_.underlying_security_shares) ||
                       is_there(row_.underlying_security_value);
    if (!derivative_) {
      if (there) leave_out(Element::underlying_security);
      return;
    }
    out_.group(Element::underlying_security, there, Need::value, [&] {
      out_.wrapped(Element::underlying_security_title, row_.underlying_security_title,
                   {schema::name_to(60)});
      either(Element::underlying_security_shares, row_.underlying_security_shares,
             Element::underlying_security_value, row_.underlying_security_value,
             {schema::amount, Need::something_if_there}, false);
    });
  }

  // Form 3 has no column for it in Table II.
  void write_owned_following() {
    const bool there = is_there(row_.shares_owned_following_transaction) ||
                       is_there(row_.value_owned_following_transaction);
    const bool without = form_.number == '3' && derivative_;
    out_.group(
        Element::post_transaction_amounts, there, without ? Need::absence : Need::value, [&] {
          either(Element::shares_owned_following_transaction,
                 row_.shares_owned_following_transaction,
                 Element::value_owned_following_transaction, row_.value_owned_following_transaction,
                 {schema::amount, Need::if_there}, true);
        });
  }

  void write_nature() {
    const bool there =
        is_there(row_.direct_or_indirect_ownership) || is_there(row_.nature_of_ownership);
    out_.group(Element::ownership_nature, there, Need::value, [&] {
      out_.wrapped(Element::direct_or_indirect_ownership, row_.direct_or_indirect_ownership,
                   {schema::letter("DI")});
      out_.wrapped(Element::nature_of_ownership, row_.nature_of_ownership,
                   {schema::text_to(100), Need::if_there});
    });
  }

  XmlOutput& out_;
  const Row& row_;
  const SchemaForm form_;
  const bool transaction_;
  const bool derivative_;
};

}  // namespace

void write_row(XmlOutput& out, const Row& row, std::size_t number, SchemaForm form) {
  out.enter_row(row.table, number);
  RowWriter(out, row, form).write();
  out.leave_row();
}

}  // namespace stakebook
