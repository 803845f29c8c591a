#include "advance.h"

#include <algorithm>
#include <iterator>

#include "advice/path.h"
#include "advice/publish.h"
#include "advice/wait.h"
#include "bounces/server_replies.h"
#include "checks/list.h"
#include "evidence/comparison.h"
#include "evidence/gather.h"
#include "judge/action.h"
#include "judge/judge.h"
#include "judge/question.h"
#include "judge/replies.h"
#include "pasted/pasted.h"
#include "sender_policy/tree.h"
#include "words/complaint.h"

namespace alimail {
namespace {

constexpr std::string_view kLoginProblem = "login-page-unreachable";
constexpr std::string_view kAuthenticationProblem = "weak-authentication";
constexpr std::string_view kSiteQuestion = "edition";

bool speaks_of_login(const Case& input, const std::vector<Finding>& words, const Problems& problems) {
  const Problem* login = problem_by_id(problems, kLoginProblem);
  Bench heard(problems, words);
  heard.start = input.start;
  return login != nullptr && has_symptom(*login, heard);
}

struct Asked {
  std::vector<Finding> findings;
  std::vector<Query> open;
  std::vector<Query> all;
  std::vector<Probe> open_probes;
  std::size_t probes = 0;
};

bool is_answered(const Evidence& evidence, const Query& query) {
  return std::any_of(evidence.answers.begin(), evidence.answers.end(), [&](const Answer& answer) {
    return answer.question == query.question && answer.checking_disabled == query.checking_disabled;
  });
}

bool is_probed(const Evidence& evidence, const Probe& probe) {
  return std::any_of(evidence.probes.begin(), evidence.probes.end(),
                     [&](const ProbeResult& result) { return result.url == probe.url; });
}

void add_query(Asked& asked, const Evidence& evidence, Query query) {
  const auto same = [&](const Query& each) {
    return each.question == query.question && each.checking_disabled == query.checking_disabled;
  };
  if (std::any_of(asked.all.begin(), asked.all.end(), same)) return;
  if (!is_answered(evidence, query)) asked.open.push_back(query);
  asked.all.push_back(std::move(query));
}

Asked run_checks(const Views& views) {
  const Evidence& evidence = views.evidence;
  const Provider& provider = views.provider;
  Asked asked;
  for (const Check* check : kChecks) {
    CheckResult result = check->run(views);
    for (Finding& finding : result.findings) {
      finding.source = source_url(provider, finding.source);
      asked.findings.push_back(std::move(finding));
    }
    for (Query& query : result.queries) add_query(asked, evidence, std::move(query));
    for (Probe& probe : result.probes) {
      ++asked.probes;
      if (!is_probed(evidence, probe)) asked.open_probes.push_back(std::move(probe));
    }
    if (result.decisive) break;
  }
  return asked;
}

// Once the subject is settled as a domain, these fill in every command and step.
Args values_of(const Views& views) {
  const Evidence& evidence = views.evidence;
  Args values;
  if (evidence.subject.domain.empty()) return values;
  values.push_back({"domain", evidence.subject.domain});
  values.push_back({"login_host", evidence.subject.login_host});
  if (std::string target = recommended_target(views); !target.empty()) {
    values.push_back({"target", std::move(target)});
  }
  if (const Site* site = views.site.chosen; site != nullptr) {
    values.push_back({"login_url", site->login_url()});
  }
  return values;
}

bool is_of_authentication(const Finding& finding) {
  switch (finding.about) {
    case About::Spf:
    case About::Dkim:
    case About::Dmarc:
    case About::Sender: return true;
    case About::Other:
    case About::Login:
    case About::Apex:
    case About::Mx: return false;
  }
  return false;
}

// By what the person says, or because something is wrong with what there is.
bool speaks_of_authentication(const Bench& bench) {
  const Problem* problem = problem_by_id(bench.problems(), kAuthenticationProblem);
  if (problem != nullptr && has_symptom(*problem, bench)) return true;
  return std::any_of(bench.findings().begin(), bench.findings().end(),
                     [](const Finding& finding) { return is_trouble(finding) && is_of_authentication(finding); });
}

std::optional<FollowUp> question_of(const std::vector<ProblemVerdict>& verdicts, Bench& bench, bool site_wanted,
                                    const std::vector<Reply>& replies) {
  for (const ProblemVerdict& verdict : verdicts) {
    const Problem* problem = problem_by_id(bench.problems(), verdict.id);
    if (problem == nullptr || !has_symptom(*problem, bench)) continue;
    if (std::optional<FollowUp> question = next_question(*problem, bench, replies)) return question;
  }
  return site_wanted && bench.complete ? question_by_id(kSiteQuestion, bench, replies) : std::nullopt;
}

// What the replies of servers say beside the words; with one of them, the words were recognised after all. The bounce of
// a stranger's mail speaks of the stranger's account and domain.
void add_replies(std::vector<Finding>& words, std::vector<Finding> replies) {
  if (replies.empty()) return;
  const bool foreign =
      std::any_of(replies.begin(), replies.end(), [](const Finding& finding) { return finding.key == kForeignSender; });
  std::erase_if(words, [&](const Finding& finding) {
    return finding.key == kUnrecognised || (foreign && finding.key.starts_with("words."));
  });
  words.insert(words.end(), std::make_move_iterator(replies.begin()), std::make_move_iterator(replies.end()));
}

// The words first, then what was replied, then what the checks say.
std::vector<Finding> all_findings(std::vector<Finding> words, std::vector<Finding> checked,
                                  const std::vector<Reply>& given, const Problems& problems) {
  const auto said = static_cast<std::ptrdiff_t>(words.size());
  words.insert(words.end(), std::make_move_iterator(checked.begin()), std::make_move_iterator(checked.end()));
  std::vector<Finding> replies = findings_of_replies(given, words, problems);
  words.insert(words.begin() + said, std::make_move_iterator(replies.begin()), std::make_move_iterator(replies.end()));
  return words;
}

}  // namespace

Turn advance(const Case& input, const Catalogue& catalogue) {
  PastedOutput pasted = read_pasted(input.complaint, catalogue.pasted);
  const std::string written = pasted.rest;
  std::vector<Finding> words = read_complaint(written, catalogue.matcher);
  const bool about_login = speaks_of_login(input, words, catalogue.problems);
  Evidence evidence = gather(input, {std::move(pasted), !words.empty(), about_login}, catalogue.provider.login_hosts);
  add_replies(words, read_replies(written, evidence.subject.domain, catalogue.replies, catalogue.provider));
  const Views views = views_of(evidence, catalogue.provider);
  Asked asked = run_checks(views);

  Bench bench(catalogue.problems,
              all_findings(std::move(words), std::move(asked.findings), evidence.replies, catalogue.problems));
  bench.start = input.start;
  Published published = records_to_publish(views, bench.findings(), speaks_of_authentication(bench));
  bench.complete = asked.open.empty() && asked.open_probes.empty();
  bench.domain_known = !evidence.subject.domain.empty();
  bench.complaint_given = evidence.complaint_given;
  bench.records_to_publish = !published.records.empty();
  bench.values = values_of(views);

  Turn turn;
  turn.total = asked.all.size() + asked.probes;
  turn.done = turn.total - asked.open.size() - asked.open_probes.size();
  turn.queries = std::move(asked.open);
  turn.probes = std::move(asked.open_probes);

  Diagnosis& diagnosis = turn.diagnosis;
  diagnosis.problems = judge(bench);
  diagnosis.action = overall_action(diagnosis.problems, bench);
  const bool concerned = diagnosis.action != Action::NotAlibabaMail;
  if (concerned) diagnosis.records = std::move(published.records);
  turn.question = question_of(diagnosis.problems, bench, concerned && published.site_wanted, evidence.replies);
  diagnosis.wait = wait_of(evidence, catalogue.provider, bench.findings());
  if (!asked.all.empty()) diagnosis.path = path_of(evidence, views.login);
  diagnosis.comparisons = compare_all(evidence, asked.all);
  diagnosis.policy = policy_tree(views.policy);
  diagnosis.faq = faq_of(diagnosis.problems, catalogue.problems);
  diagnosis.findings = bench.take_findings();
  diagnosis.values = std::move(bench.values);
  diagnosis.purposes = std::move(asked.all);
  diagnosis.ledger = std::move(evidence.answers);
  for (PastedAnswer& each : evidence.pasted) diagnosis.ledger.push_back(std::move(each.answer));
  turn.subject = std::move(evidence.subject);
  return turn;
}

}  // namespace alimail
