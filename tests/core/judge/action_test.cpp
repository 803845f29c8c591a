#include "judge/action.h"

#include <gtest/gtest.h>

namespace alimail {
namespace {

Finding found(Severity severity, Follows follows = Follows::Nothing) {
  return {"domain.x", severity, {}, "", follows};
}

const std::vector<std::string> kAllKnown = {"domain.x", "mx.x", "login.x", "spf.x"};

// With a finding of every family in `known`.
Action action(std::vector<Finding> findings, bool complete = true, bool complained = false, bool records = false,
              const std::vector<std::string>& known = kAllKnown) {
  const Problems none = problems_from({}, {});
  for (const std::string& key : known) findings.push_back({key, Severity::Info, {}, ""});
  Bench bench(none, std::move(findings));
  bench.complete = complete;
  bench.domain_known = true;
  bench.complaint_given = complained;
  bench.records_to_publish = records;
  return overall_action({}, bench);
}

TEST(OverallAction, SaysThatNothingIsWrongOnlyWhereAllWasSeen) {
  EXPECT_EQ(action({found(Severity::Info), found(Severity::Notice)}), Action::NothingWrong);
  EXPECT_EQ(action({}, false), Action::NeedMore) << "something is being asked";
  EXPECT_EQ(action({}, true, true), Action::NeedMore) << "the person says otherwise";
  EXPECT_EQ(action({found(Severity::Warning)}), Action::NeedMore);
  EXPECT_EQ(action({found(Severity::Error)}), Action::NeedMore);
}

TEST(OverallAction, SaysThatNothingIsWrongOnlyIfSomethingIsKnownOfEveryDecisiveFamily) {
  for (std::size_t missing = 0; missing < kAllKnown.size(); ++missing) {
    std::vector<std::string> known = kAllKnown;
    known.erase(known.begin() + static_cast<std::ptrdiff_t>(missing));
    EXPECT_EQ(action({}, true, false, false, known), Action::NeedMore) << kAllKnown[missing];
    const Finding unknown = {kAllKnown[missing], Severity::Unknown, {}, ""};
    EXPECT_EQ(action({unknown}, true, false, false, known), Action::NeedMore) << kAllKnown[missing];
  }
}

TEST(OverallAction, IsToChangeARecordWhereThereIsOneToPublish) {
  EXPECT_EQ(action({}, true, false, true), Action::ChangeRecord);
  EXPECT_EQ(action({found(Severity::Warning)}, true, false, true), Action::NeedMore);
}

TEST(OverallAction, CountsAnUnknownOnlyWhereItsCheckSaysThatItDecides) {
  EXPECT_EQ(action({found(Severity::Unknown)}), Action::NothingWrong);
  EXPECT_EQ(action({found(Severity::Unknown, Follows::Undecided)}), Action::NeedMore);
  EXPECT_EQ(action({found(Severity::Notice, Follows::AskFirst)}), Action::NeedMore) << "a filter, or another provider";
}

}  // namespace
}  // namespace alimail
