#include "judge/replies.h"

#include <algorithm>

#include "model/keys.h"

namespace alimail {
namespace {

constexpr std::string_view kReply = "reply.";
constexpr std::string_view kUnknown = "unknown";
constexpr std::size_t kMaxDigits = 9;

std::string_view text_of(const Finding& finding, std::string_view name) {
  for (const Arg& arg : finding.args) {
    const auto* text = std::get_if<String>(&arg.value);
    if (arg.name == name && text != nullptr) return *text;
  }
  return {};
}

bool is_fix(const Reply& reply) {
  return std::string_view(reply.question).starts_with(kFix);
}

// "fix.<problem>.<cause>"; ids have no dots.
Vector<Finding> fix_finding(const Reply& reply) {
  const std::string_view ids = std::string_view(reply.question).substr(kFix.size());
  const std::size_t dot = ids.find('.');
  if (tried_from_key(reply.value) == Tried::No || dot == std::string_view::npos) return {};
  Finding finding{String(kFix) + reply.value, Severity::Info, {}, ""};
  finding.args.push_back({"problem", String(ids.substr(0, dot))});
  finding.args.push_back({"cause", String(ids.substr(dot + 1))});
  return {std::move(finding)};
}

// The last band whose lower bound the number reaches. The name of an option is accepted as it is.
std::string_view band_of(const QuestionRule& rule, std::string_view value) {
  for (const std::string_view option : rule.options()) {
    if (option == value) return value;
  }
  if (value.empty() || value.size() > kMaxDigits || value.find_first_not_of("0123456789") != std::string_view::npos)
    return kUnknown;
  std::int64_t number = 0;
  for (const char digit : value) number = number * 10 + (digit - '0');
  std::string_view band = kUnknown;
  for (const Band each : rule.bands()) {
    if (each.from() <= number) band = each.option();
  }
  return band;
}

Finding finding_of(const Reply& reply, const QuestionRule* rule) {
  if (rule == nullptr || !rule->wants_number()) return reply_finding(reply.question, reply.value);
  const std::string_view band = band_of(*rule, reply.value);
  Finding finding = reply_finding(reply.question, band);
  finding.args.back().value = reply.value;
  finding.args.push_back({"option", String(band)});
  return finding;
}

}  // namespace

Finding reply_finding(std::string_view question, std::string_view option) {
  Finding finding{String(kReply), Severity::Info, {}, ""};
  finding.key.append(question).append("-").append(option);
  finding.args.push_back({"question", String(question)});
  finding.args.push_back({"value", String(option)});
  return finding;
}

Vector<Finding> findings_of_replies(const Vector<Reply>& replies, const Vector<Finding>& seen,
                                    const Problems& problems) {
  Vector<Finding> findings;
  for (const Reply& reply : replies) {
    if (is_fix(reply)) {
      for (Finding& finding : fix_finding(reply)) findings.push_back(std::move(finding));
    } else {
      findings.push_back(finding_of(reply, question_rule(problems, reply.question)));
    }
  }
  for (const QuestionRule& rule : problems.questions) {
    if (is_answered(rule.id(), findings)) continue;
    for (const auto& [key, option] : rule.answered_by()) {
      if (find_finding(seen, key) == nullptr) continue;
      findings.push_back(reply_finding(rule.id(), option));
      findings.back().args.push_back({"from", String("words")});
      break;
    }
  }
  return findings;
}

std::size_t count_answered(const Vector<Reply>& replies) {
  std::size_t count = 0;
  for (const Reply& reply : replies) count += is_fix(reply) ? 0 : 1;
  return count;
}

bool is_answered(std::string_view question, const Vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.key.starts_with(kReply) && text_of(finding, "question") == question;
  });
}

Index fix_of(std::string_view problem, std::string_view cause, const Bench& bench) {
  for (const Index index : bench.fixes()) {
    const Finding& fix = bench.findings()[index];
    if (text_of(fix, "cause") == cause && text_of(fix, "problem") == problem) return index;
  }
  return kNowhere;
}

Tried tried_of(const Finding& fix) {
  return tried_from_key(std::string_view(fix.key).substr(kFix.size()));
}

}  // namespace alimail
