// Builds terms clause by clause. The first clause that cannot be placed stops it with a fault.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vesting/clause.h"
#include "vesting/grant_facts.h"
#include "vesting/language.h"
#include "vesting/terms.h"

namespace stakebook::language {

class ScheduleBuilder {
 public:
  ScheduleBuilder(const GrantFacts& facts, const RowContext& row, std::size_t clauses)
      : facts_(facts), row_(row), clauses_(clauses) {}

  void add(const Clause& clause);

  VestingTerms terms() const;
  // Why a clause could not be placed.
  const std::string& fault() const { return fault_; }
  // Where the text contradicts itself, although every clause has its place.
  const std::string& contradiction() const { return contradiction_; }
  bool of_remainder() const { return of_remainder_; }
  bool each_assumed() const { return each_assumed_; }  // a count stood before several dates
  std::optional<Shares> granted() const { return granted_; }
  bool vested_at_grant() const { return vested_at_grant_; }  // the whole grant, at once

 private:
  // What a clause vests: each step's own amount, or the amount of all its steps together.
  struct Share {
    std::optional<Ratio> each;
    std::optional<Ratio> together;
    std::optional<Decimal> each_count;
    std::optional<Decimal> together_count;
    bool rest = false;
  };
  struct Beginning {
    Date date;
    bool on_it = false;
    bool from_last = false;  // "thereafter"
  };

  void add_dated(const Clause& clause, const std::vector<Date>& dates);
  void add_series(const Clause& clause, const std::vector<Date>& dates);
  void add_yearly(const Clause& clause);

  std::optional<std::vector<Date>> dates_of(const Clause& clause);
  std::optional<std::vector<Date>> dates_of(const Anniversaries& anniversaries);
  std::optional<Date> grant_date() const;
  std::optional<Date> date_of(const Reference& reference);
  std::optional<Date> date_of(const Moment& moment);
  std::optional<Share> share_of(const Clause& clause);
  std::optional<Share> share_of_rest(const Amount& amount);
  std::optional<Period> period_of(const Clause& clause);
  std::optional<Beginning> beginning_of(const Clause& clause, const std::vector<Date>& dates,
                                        const Period& period);
  std::optional<int> occurrences_of(const Clause& clause, const Share& share,
                                    const Beginning& begin, const Period& period);
  std::optional<int> steps_of(const Share& share) const;
  std::optional<int> steps_until(Date end, const Beginning& begin, const Period& period);
  std::optional<Portion> portion_of(const Share& share, int steps);
  Date step_of(const Beginning& begin, const Period& period, int step) const;
  void add_steps(const Clause& clause, const std::vector<Date>& dates, const Share& share);
  void add_anniversaries(const Anniversaries& anniversaries, const Portion& portion);
  void check_end(const Clause& clause);
  void set_day_rule(const DayRule& rule, const Beginning& begin);
  Ratio rest() const { return Ratio(1) - sum_; }
  std::nullopt_t refuse(std::string reason);
  void contradict(std::string reason);

  const GrantFacts& facts_;
  const RowContext& row_;
  std::size_t clauses_;
  std::size_t added_ = 0;
  std::vector<Step> steps_;
  DayRule day_rule_;
  Ratio sum_;
  bool counts_ = false;
  bool of_remainder_ = false;
  bool each_assumed_ = false;
  bool vested_at_grant_ = false;
  std::optional<Shares> granted_;
  std::optional<Date> last_;
  int day_ = 0;               // the day of the month that "thereafter" returns to
  std::optional<Date> base_;  // what anniversaries are of
  std::optional<Date> used_anchor_;
  std::string fault_;
  std::string contradiction_;
};

}  // namespace stakebook::language
