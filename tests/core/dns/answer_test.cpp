// The outcome of one query: whole HTTP replies.
#include "dns/answer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "answer_rows.h"

namespace alimail {
namespace {

using namespace dns_test;

bool is_absence(const Answer& answer) {
  return answer.outcome == Outcome::Nodata || answer.outcome == Outcome::Nxdomain;
}

bool is_listed(const std::string& detail) {
  return detail.empty() || std::find(kAnswerDetails.begin(), kAnswerDetails.end(), detail) != kAnswerDetails.end();
}

TEST(DecodeAnswer, EveryReplyHasItsOutcome) {
  for (const AnswerRow& row : kAnswerRows) {
    SCOPED_TRACE(row.says);
    const RawAnswer raw = raw_of(row);
    const Answer answer = decode_answer(raw);
    EXPECT_EQ(answer.outcome, row.outcome);
    EXPECT_EQ(answer.detail, row.detail);
    EXPECT_EQ(lines_of(answer.records), row.records);
    EXPECT_EQ(answer.question.type, raw.type);
    EXPECT_TRUE(is_listed(answer.detail));
    EXPECT_EQ(answer.resolver, "alidns");
    EXPECT_EQ(answer.at, raw.at);
    EXPECT_EQ(answer.status, 200);
  }
}

TEST(DecodeAnswer, NoTruncationOfAReplyIsAnAnswer) {
  for (const AnswerRow& row : kAnswerRows) {
    SCOPED_TRACE(row.says);
    RawAnswer raw = raw_of(row);
    const std::string whole = raw.body;
    for (std::size_t size = 0; size < std::min<std::size_t>(whole.size(), 600); ++size) {
      raw.body = whole.substr(0, size);
      const Answer answer = decode_answer(raw);
      ASSERT_EQ(answer.outcome, Outcome::Malformed) << size;
      EXPECT_TRUE(is_listed(answer.detail)) << answer.detail;
      EXPECT_TRUE(answer.records.empty());
    }
  }
}

TEST(DecodeAnswer, AFailureNeverBecomesAnAbsenceWhateverTheBodySays) {
  const std::vector<std::pair<Failure, Outcome>> failures{{Failure::Timeout, Outcome::Timeout},
                                                          {Failure::Blocked, Outcome::Blocked},
                                                          {Failure::Offline, Outcome::Offline},
                                                          {Failure::Unreadable, Outcome::Unreadable}};
  for (const AnswerRow& row : kAnswerRows) {
    SCOPED_TRACE(row.says);
    for (const auto& [failure, outcome] : failures) {
      RawAnswer raw = raw_of(row);
      raw.failure = failure;
      EXPECT_EQ(decode_answer(raw).outcome, outcome);
    }
    for (const int status : {1, 100, 199, 300, 304, 400, 404, 429, 500, 502, 599, -1}) {
      RawAnswer raw = raw_of(row);
      raw.status = status;
      const Answer answer = decode_answer(raw);
      EXPECT_EQ(answer.outcome, Outcome::HttpError);
      EXPECT_EQ(answer.status, status);
      EXPECT_TRUE(answer.records.empty());
    }
  }
}

TEST(DecodeAnswer, AReplyToAnotherQuestionIsNeverAnAbsence) {
  for (const AnswerRow& row : kAnswerRows) {
    SCOPED_TRACE(row.says);
    RawAnswer raw = raw_of(row);
    raw.name = "other.org";
    EXPECT_FALSE(is_absence(decode_answer(raw)));
    raw = raw_of(row);
    raw.type = RecordType::Caa;
    EXPECT_FALSE(is_absence(decode_answer(raw)));
  }
}

}  // namespace
}  // namespace alimail
