// Records judged by other checkers: $ALIMAIL_SUITES/records.json, if available. A row that needs lookups or the file of
// an MTA-STS policy is skipped and counted, because the parsers only read text.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "checks/world.h"
#include "records/bimi.h"
#include "records/dkim.h"
#include "records/dmarc.h"
#include "records/mta_sts.h"
#include "records/spf.h"
#include "records/tag_list.h"
#include "records/tls_rpt.h"
#include "records/uri.h"

namespace alimail {
namespace {

using nlohmann::json;

constexpr double kRate = 0.97;

// The expected result of a row: "valid", "invalid" (an error, a warning, or no such record), or nothing if the row is
// skipped.
using Verdict = std::optional<std::string>;

std::string judged(bool valid) {
  return valid ? "valid" : "invalid";
}

// Converts presentation form, such as "\"v=spf1 \" \"-all\"", to the text that it represents.
std::string text_of(const json& row) {
  std::string text = row["record"];
  if (!row.value("presentation", false)) return text;
  std::string joined;
  bool inside = false;
  for (const char c : text) {
    if (c == '"') {
      inside = !inside;
    } else if (inside) {
      joined += c;
    }
  }
  return joined;
}

Verdict judge_spf(const json& row) {
  const std::string text = text_of(row);
  const SpfRecord record = parse_spf(text);
  const std::string domain = row.value("domain", "");
  const bool loops = std::any_of(record.mechanisms.begin(), record.mechanisms.end(), [&](const Mechanism& each) {
    return each.kind == MechanismKind::Include && each.domain_spec == domain;
  });
  return judged(is_spf(text) && record.errors.empty() && !loops);
}

Verdict judge_spf_set(const json& row) {
  std::vector<std::string> records;
  for (const std::string text : row["record"]) {
    if (is_spf(text)) records.push_back(text);
  }
  if (records.empty()) return "none";
  return judged(records.size() == 1 && parse_spf(records.front()).errors.empty());
}

Verdict judge_dmarc(const json& row) {
  const DmarcRecord record = parse_dmarc(text_of(row));
  return judged(record.standing == DmarcStanding::Applies && record.errors.empty());
}

Verdict judge_dmarc_set(const json& row) {
  std::vector<std::string> records;
  for (const std::string text : row["record"]) {
    if (is_meant_as_dmarc(text)) records.push_back(text);
  }
  if (records.empty()) return "none";
  const DmarcRecord record = parse_dmarc(records.front());
  if (records.size() > 1) return "invalid";
  if (row.contains("policy") && record.policy != row["policy"].get<std::string>()) return "another policy";
  if (record.standing == DmarcStanding::Ignored && row["expect"] == "none") return "none";
  return judged(record.errors.empty());
}

Verdict judge_dkim(const json& row) {
  const std::string text = text_of(row);
  const DkimRecord record = parse_dkim(text);
  if (!is_meant_as_dkim(text)) return "none";
  if (record.revoked && record.errors.empty()) return "revoked";
  if (row.contains("key_bits") && record.key_bits != row["key_bits"].get<std::size_t>()) return "another length";
  return judged(record.errors.empty());
}

// Uses the checks themselves, because they know which exchanges must not be combined. Names under .invalid have no
// address.
Verdict judge_mx(const json& row) {
  if (!row["record"].is_array()) return std::nullopt;
  std::vector<ResourceRecord> records;
  testing::World world;
  for (const std::string text : row["record"]) {
    const std::size_t space = text.find(' ');
    std::string host = text.substr(space + 1);
    host.pop_back();
    if (host.ends_with(".invalid")) world.nothing_at("a", host, RecordType::A);
    records.push_back(
        testing::mx(testing::kDomain, static_cast<std::uint16_t>(std::stoi(text.substr(0, space))), host));
  }
  if (records.empty()) world.lacks("a", testing::kDomain, RecordType::Mx);
  if (!records.empty()) world.has("a", testing::kDomain, RecordType::Mx, records);
  CheckResult result = kMxCheck.run(views_of(world.evidence(), catalogue().provider));
  for (Finding& each : kMxTargetsCheck.run(views_of(world.evidence(), catalogue().provider)).findings) {
    result.findings.push_back(std::move(each));
  }
  const auto says = [&](std::string_view key) {
    return std::any_of(result.findings.begin(), result.findings.end(),
                       [&](const Finding& each) { return each.key == key; });
  };
  if (says("mx.missing")) return "missing";
  if (says("mx.null") && row["expect"] == "null_mx") return "null_mx";
  const bool trouble = std::any_of(result.findings.begin(), result.findings.end(), [](const Finding& each) {
    return each.severity == Severity::Error || each.severity == Severity::Warning;
  });
  if (trouble && row["expect"] == "warning") return "warning";
  return judged(!trouble);
}

Verdict judge_mta_sts(const json& row) {
  return judged(parse_mta_sts(text_of(row)).errors.empty());
}

Verdict judge_tls_rpt(const json& row) {
  return judged(parse_tls_rpt(text_of(row)).errors.empty());
}

Verdict judge_bimi(const json& row) {
  return judged(parse_bimi(text_of(row)).errors.empty());
}

Verdict judge_tag_list(const json& row) {
  const std::string text = text_of(row);
  return judged(parse_tag_list(text).errors.empty());
}

Verdict judge_uri(const json& row) {
  return judged(parse_uri(text_of(row)).has_value());
}

Verdict left_out(const json& /*row*/) {
  return std::nullopt;
}

const std::map<std::string, Verdict (*)(const json&)> kJudges = {
    {"spf", judge_spf},
    {"spf_txt_set", judge_spf_set},
    {"spf_eval", left_out},
    {"dmarc", judge_dmarc},
    {"dmarc_txt_set", judge_dmarc_set},
    {"dmarc_uri", judge_uri},
    {"dkim", judge_dkim},
    {"mx_set", judge_mx},
    {"mta-sts", judge_mta_sts},
    {"mta-sts-policy", left_out},
    {"mta-sts-mx-match", left_out},
    {"tlsrpt", judge_tls_rpt},
    {"bimi", judge_bimi},
    {"taglist", judge_tag_list},
    {"dns_status", left_out},
};

struct Count {
  int passed = 0;
  int judged = 0;
  int left_out = 0;
};

TEST(RecordsSuite, AgreesWithOtherCheckers) {
  const char* const folder = std::getenv("ALIMAIL_SUITES");
  if (folder == nullptr) GTEST_SKIP() << "ALIMAIL_SUITES does not name the folder of the conformance suites";
  std::ifstream file(std::string(folder) + "/records.json");
  ASSERT_TRUE(file.is_open()) << "no records.json in " << folder;
  std::map<std::string, Count> counts;
  Count all;
  for (const json& row : json::parse(file)) {
    const std::string kind = row["kind"];
    const auto judge = kJudges.find(kind);
    ASSERT_NE(judge, kJudges.end()) << "a kind that is new: " << kind;
    const Verdict verdict = judge->second(row);
    const int passed = verdict == row["expect"].get<std::string>() ? 1 : 0;
    for (Count* count : {&counts[kind], &all}) {
      count->judged += verdict ? 1 : 0;
      count->left_out += verdict ? 0 : 1;
      count->passed += passed;
    }
    if (verdict && passed == 0) {
      std::cout << "records.json: " << row["id"] << ' ' << kind << ' ' << row["record"] << " is " << *verdict
                << " here, and " << row["expect"] << " there: " << row["note"] << '\n';
    }
  }
  for (const auto& [kind, count] : counts) {
    std::cout << "records.json: " << kind << ' ' << count.passed << " of " << count.judged << ", left out "
              << count.left_out << '\n';
  }
  std::cout << "records.json: " << all.passed << " of " << all.judged << ", left out " << all.left_out << '\n';
  EXPECT_GE(all.passed, kRate * all.judged);
}

}  // namespace
}  // namespace alimail
