// The input of the judge: the findings, and what else is known about the case.
//
// Rule: the keys that problems read are looked up once for each finding, when it is added. A clause then compares
// numbers, however many causes read it.
#pragma once

#include <string_view>
#include <utility>

#include "base/containers.h"
#include "model/finding.h"
#include "problems/problem.h"

namespace alimail {

// The prefix of the keys of findings about fixes, and of the names of the replies that give them.
inline constexpr std::string_view kFix = "fix.";

class Bench {
 public:
  // `read` are the problems to judge; they must outlive the bench.
  explicit Bench(const Problems& read, Vector<Finding> found = {});

  String start;                     // id of the problem that the person chose, or ""
  std::string_view heard;           // id of the problem that the person's words read most like, or ""
  bool complete = false;            // nothing is left to ask
  bool domain_known = false;        // the subject is a domain
  bool complaint_given = false;     // the person says that something is wrong
  bool records_to_publish = false;  // a record of the zone has to change
  Args values;                      // domain, login_host, login_url, target: the values to fill into instructions

  [[nodiscard]] const Problems& problems() const {
    return problems_;
  }
  [[nodiscard]] const Vector<Finding>& findings() const {
    return findings_;
  }
  // The index of the first finding with this key, or kNowhere if there is none.
  [[nodiscard]] Index first(Index key) const {
    return key == kNowhere ? kNowhere : first_[key];
  }
  [[nodiscard]] bool has(Index key) const {
    return first(key) != kNowhere;
  }
  // The index of the finding's family in Problems::families, or kNowhere if no cause needs it.
  [[nodiscard]] Index family_of(std::size_t finding) const {
    return families_[finding];
  }

  // Indexes of the findings about tried fixes.
  [[nodiscard]] const Indexes& fixes() const {
    return fixes_;
  }

  void add(Finding finding);
  void drop_last();
  Vector<Finding> take_findings() {
    return std::move(findings_);
  }

 private:
  void look_at(std::size_t finding);

  const Problems& problems_;
  Vector<Finding> findings_;
  Indexes first_;     // by key
  Indexes families_;  // by finding
  Indexes fixes_;
};

}  // namespace alimail
