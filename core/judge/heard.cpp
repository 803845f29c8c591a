#include "judge/heard.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "judge/bench.h"
#include "judge/judge.h"
#include "words/complaint.h"

namespace alimail {
namespace {

// Percent.
constexpr std::int64_t kFair = 33;         // enough to say what it reads like, where phrases say nothing
constexpr std::int64_t kAgainst = 50;      // where they say something else
constexpr std::int64_t kFairOfGuide = 70;  // for the guide's own problems, where phrases say nothing
constexpr std::int64_t kClear = 70;        // enough not to ask what is closest
constexpr std::int64_t kSure = 75;         // enough to drop what phrases say of something else
constexpr std::int64_t kCertain = 85;      // enough to drop that it is another service

constexpr std::string_view kNothing = "nothing";
constexpr std::string_view kOtherService = "other-service";  // the kind; the problem has another id
constexpr std::string_view kElsewhere = "not-alibaba-mail";
constexpr std::string_view kSignIn = "login-rejected";
constexpr std::string_view kInApp = "client-cannot-connect";
constexpr std::string_view kAppPassword = "words.app-password";
constexpr std::string_view kWrongPassword = "words.wrong-password";
constexpr std::string_view kPassword = "elsewhere.password";
constexpr std::string_view kReset = "password-reset";  // the topic

Finding reads_like(const Likely& likely) {
  const Share& best = likely.shares.front();
  return {String(kReads).append(best.kind), Severity::Info, {{"share", best.percent}, {"matched", likely.matched}}, ""};
}

bool is_symptom(const Finding& finding, const Problem& problem, const Problems& problems) {
  const Index key = key_index(problems, finding.key);
  const Indexes& symptoms = problem.symptoms();
  return key != kNowhere && std::find(symptoms.begin(), symptoms.end(), key) != symptoms.end();
}

bool names_a_problem(const Finding& finding, const Problems& problems) {
  return std::any_of(problems.list.begin(), problems.list.end(),
                     [&](const Problem& problem) { return is_symptom(finding, problem, problems); });
}

bool any_names(const Vector<Finding>& words, const Problem* problem, const Problems& problems) {
  return std::any_of(words.begin(), words.end(), [&](const Finding& finding) {
    return problem == nullptr ? names_a_problem(finding, problems) : is_symptom(finding, *problem, problems);
  });
}

// Removes what phrases say of problems, but of `kept` (or null). Replies of servers stay.
void forget_others(Vector<Finding>& words, const Problem* kept, const Problems& problems) {
  erase_if(words, [&](const Finding& finding) {
    const bool by_phrase = finding.key.starts_with("words.") || finding.key.starts_with("elsewhere.");
    if (!by_phrase || (kept != nullptr && is_symptom(finding, *kept, problems))) return false;
    return names_a_problem(finding, problems);
  });
}

// What a server or a program said is a fact, and is about a bounce or a log, which likeness was not trained on.
bool says_a_reply(const Vector<Finding>& words, const Problems& problems) {
  return std::any_of(words.begin(), words.end(), [&](const Finding& finding) {
    const bool printed = finding.key.starts_with("code.") || finding.key.starts_with("connection.");
    return printed && names_a_problem(finding, problems);
  });
}

Vector<std::string_view> kinds_of(const Vector<Share>& shares) {
  Vector<std::string_view> kinds;
  for (const Share& share : shares) {
    if (share.kind != kNothing) kinds.push_back(share.kind);
  }
  return kinds;
}

// The percentage from which likeness alone says what the text reads like.
std::int64_t needed_for(const Problem* problem, const Problem* elsewhere, const Vector<Finding>& words,
                        const Problems& problems) {
  // A question is often asked in the words of a trouble, and so is what is said of another service.
  if (problem == nullptr) return kFair;
  if (problem == elsewhere) return any_names(words, nullptr, problems) ? kClear : kAgainst;
  // Of a complaint about another service likeness knows the trouble too, and it is not ours.
  if (any_names(words, elsewhere, problems)) return kCertain;
  // Phrases know most words for the guide's own problems, so their silence counts, and what they say counts more.
  const bool is_of_guide = problem->from() == "guide";
  if (any_names(words, nullptr, problems)) return is_of_guide ? kSure : kAgainst;
  return is_of_guide ? kFairOfGuide : kFair;
}

// The finding that the person mentions a mail app, which is nobody else's business.
std::optional<Finding> take_mail_app(Vector<Finding>& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [](const Finding& finding) { return finding.key == kMailApp; });
  if (found == words.end()) return std::nullopt;
  Finding taken = std::move(*found);
  words.erase(found);
  return taken;
}

bool is_refused(const Vector<Finding>& words) {
  return find_finding(words, kAppPassword) != nullptr || find_finding(words, kWrongPassword) != nullptr;
}

// Likeness does not tell whether a mail app or the login page refuses a password. An app may want another one.
void mean_the_app(Vector<Finding>& words, Finding mail_app) {
  erase_if(words, [](const Finding& finding) {
    return finding.key == kUnrecognised || finding.key == kWrongPassword || finding.key == kPassword;
  });
  if (find_finding(words, kAppPassword) != nullptr) return;
  mail_app.key = kAppPassword;
  words.push_back(std::move(mail_app));
}

}  // namespace

Heard hear(Vector<Finding>& words, const Likely& likely, std::string_view start, const Problems& problems) {
  Heard heard;
  heard.topic = topic_by_id(problems, start);
  std::optional<Finding> mail_app = take_mail_app(words);
  if (likely.shares.empty() || !start.empty() || says_a_reply(words, problems)) return heard;
  const auto& [read, percent] = likely.shares.front();
  const Problem* elsewhere = problem_by_id(problems, kElsewhere);
  const bool in_app = mail_app && percent >= kFair && (read == kSignIn || (read == kReset && is_refused(words))) &&
                      !any_names(words, elsewhere, problems);
  if (in_app) mean_the_app(words, std::move(*mail_app));
  const std::string_view kind = in_app ? kInApp : read;
  const Problem* problem = kind == kOtherService ? elsewhere : problem_by_id(problems, kind);
  if (problem != nullptr && any_names(words, problem, problems)) {
    // Phrases may name several problems. Which of them is meant is for likeness to say, and it adds nothing to show.
    if (percent >= kFair) heard.problem = problem->id();
    return heard;
  }
  const bool fair = percent >= needed_for(problem, elsewhere, words, problems);
  if (percent >= kSure) forget_others(words, percent < kCertain ? elsewhere : nullptr, problems);
  if (fair && problem != nullptr) {
    heard.problem = problem->id();
    words.push_back(reads_like(likely));
  }
  if (fair && problem == nullptr && kind != kNothing) {
    heard.topic = topic_by_id(problems, kind);
    heard.matched = likely.matched;
  }
  const bool understood = fair && kind != kNothing;
  if (understood) erase_if(words, [](const Finding& finding) { return finding.key == kUnrecognised; });
  if (!understood || percent < kClear) heard.closest = kinds_of(likely.shares);
  return heard;
}

}  // namespace alimail
