// Real bounces of other systems (ALIMAIL_SUITES): how many are parsed, and whether their reason is recognized.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "reader.h"

namespace alimail::bounces_test {
namespace {

// sisimai's name for a reason, and the findings with the same meaning.
const std::map<std::string, std::vector<std::string>> kSensible = {
    {"userunknown", {"recipient-unknown", "no-email-account", "mailbox-unavailable"}},
    {"mailboxfull", {"recipient-full", "mailbox-full"}},
    {"hostunknown", {"host-not-found"}},
    {"authfailure", {"unauthenticated", "spf-failed"}},
    {"spamdetected", {"receiver-spam", "content-spam"}},
    {"badreputation", {"receiver-reputation", "bad-reputation"}},
    {"requireptr", {"receiver-reputation"}},
    {"blocked", {"receiver-reputation", "receiver-policy"}},
    {"policyviolation", {"receiver-policy", "from-header-invalid"}},
    {"mesgtoobig", {"message-too-large"}},
    {"exceedlimit", {"message-too-large"}},
    {"suspend", {"recipient-frozen"}},
    {"expired", {"not-delivered-in-time", "receiver-rate"}},
    {"networkerror", {"not-delivered-in-time", "host-not-found"}},
    {"norelaying", {"relay-refused"}},
    {"virusdetected", {"virus"}},
    {"speeding", {"receiver-rate"}},
    {"toomanyconn", {"receiver-rate"}},
};

struct Score {
  int rows = 0;
  int reports = 0;
  int named = 0;
  int judged = 0;
  int right = 0;
};

bool says_one_of(std::string_view keys, const std::vector<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& key) {
    return (" " + std::string(keys) + " ").find(" " + key + " ") != std::string::npos;
  });
}

void count(Score& score, const nlohmann::json& row) {
  // The reply is in its own part (RFC 3464) of the mail that a person pastes.
  std::string text = row["text"].get<std::string>();
  for (const auto& diagnostic : row["diagnostic"]) text += "\n\nDiagnostic-Code: " + diagnostic.get<std::string>();
  const std::string keys = keys_of(text);
  ++score.rows;
  if (!report_of(text).empty()) ++score.reports;
  if (!keys.empty()) ++score.named;
  if (row["expect"].empty()) return;
  const std::string reason = row["expect"][0]["reason"].get<std::string>();
  const auto sensible = kSensible.find(reason);
  if (sensible == kSensible.end()) return;
  ++score.judged;
  if (says_one_of(keys, sensible->second)) {
    ++score.right;
  } else if (std::getenv("ALIMAIL_VERBOSE") != nullptr) {
    std::cout << "  " << row["id"] << " " << reason << ": " << keys << "\n";
  }
}

TEST(BounceSuite, ParsesBouncesOfOtherSystemsWithTheirReasons) {
  const char* folder = std::getenv("ALIMAIL_SUITES");
  if (folder == nullptr)
    GTEST_SKIP() << "ALIMAIL_SUITES names no folder with bounces.jsonl: the foreign bounces were not read";
  std::ifstream file(std::string(folder) + "/bounces.jsonl");
  Score score;
  for (std::string line; std::getline(file, line);) count(score, nlohmann::json::parse(line));
  ASSERT_GT(score.rows, 0) << "no bounces.jsonl in " << folder;
  std::cout << "  " << score.reports << " of " << score.rows << " foreign bounces are taken apart, " << score.named
            << " get a code.* finding; of " << score.judged << " with a reason that we have a key for, " << score.right
            << " get it\n";
  EXPECT_GT(score.reports * 100, score.rows * 75);
  EXPECT_GT(score.right * 100, score.judged * 75);
}

}  // namespace
}  // namespace alimail::bounces_test
