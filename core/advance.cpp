#include "advance.h"

#include <algorithm>
#include <iterator>

#include "advice/path.h"
#include "advice/publish.h"
#include "advice/values.h"
#include "advice/wait.h"
#include "base/lifetime.h"
#include "bounces/beside_words.h"
#include "bounces/sender_addresses.h"
#include "checks/run.h"
#include "evidence/comparison.h"
#include "evidence/gather.h"
#include "judge/action.h"
#include "judge/heard.h"
#include "judge/instructions.h"
#include "judge/judge.h"
#include "judge/otherwise.h"
#include "judge/question.h"
#include "judge/replies.h"
#include "pasted/pasted.h"
#include "sender_policy/tree.h"
#include "words/complaint.h"

namespace alimail {
namespace {

constexpr std::string_view kLoginProblem = "login-page-unreachable";
constexpr std::string_view kAuthenticationProblem = "weak-authentication";

bool speaks_of_login(const Case& input, const Vector<Finding>& words, const Problems& problems) {
  const Problem* login = problem_by_id(problems, kLoginProblem);
  Bench heard(problems, words);
  heard.start = input.start;
  return login != nullptr && has_symptom(*login, heard);
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

// True if the person mentions authentication, or if something is wrong with a record for it.
bool speaks_of_authentication(const Bench& bench) {
  const Problem* problem = problem_by_id(bench.problems(), kAuthenticationProblem);
  if (problem != nullptr && has_symptom(*problem, bench)) return true;
  return std::any_of(bench.findings().begin(), bench.findings().end(),
                     [](const Finding& finding) { return is_trouble(finding) && is_of_authentication(finding); });
}

// The order is: words, replies, checks.
Vector<Finding> all_findings(Vector<Finding> words, Vector<Finding> checked, const Vector<Reply>& given,
                             const Problems& problems) {
  const auto said = static_cast<std::ptrdiff_t>(words.size());
  words.insert(words.end(), std::make_move_iterator(checked.begin()), std::make_move_iterator(checked.end()));
  Vector<Finding> replies = findings_of_replies(given, words, problems);
  words.insert(words.begin() + said, std::make_move_iterator(replies.begin()), std::make_move_iterator(replies.end()));
  return words;
}

TopicAsked answer_of(Heard& heard, const Bench& bench) {
  const Topic& topic = *heard.topic;
  const Reader reader{bench.values, role_of(bench)};
  return {topic.id(),
          topic.from(),
          topic.source(),
          topic.faq(),
          instructions(topic.steps(), bench.problems().steps, reader),
          std::move(heard.matched)};
}

// The person said that nothing of the list is close.
bool gave_up(const Vector<Reply>& replies) {
  return std::any_of(replies.begin(), replies.end(), [](const Reply& reply) { return reply.question == "closest"; });
}

// What the person says: the evidence of the case, the findings of the words, and what they mean together.
struct Listened {
  Evidence evidence;
  Vector<Finding> words;
  Heard heard;
};

// Reads a complaint, unless it was read. What is called for a complaint alone is a module of its own in wasm
// (web/tools/dist/split.mjs has the list), so nothing else may call it.
void read(ReadComplaint& known, const String& complaint, const Catalogue& catalogue) {
  if (known.begun && known.complaint == complaint) return;
  const AllocateFor run(Lifetime::Run);
  known = {};
  known.begun = true;
  if (complaint.empty()) return;
  known.complaint = complaint;
  const Lexicon& lexicon = catalogue.lexicon();
  known.pasted = read_pasted(complaint, lexicon.pasted);
  const String& written = known.pasted.rest;
  known.words = read_complaint(written, lexicon.phrases);
  known.addresses = addresses_in(written);
  // What is left of output that could not be read is no sentence.
  if (!known.pasted.unread.empty()) return;
  known.likely = what_it_reads_like(written, lexicon.likeness, lexicon.phrases.spelling);
}

void read_machine_text(ReadComplaint& known, std::string_view domain, const Catalogue& catalogue) {
  if (known.whole || known.complaint.empty()) return;
  const AllocateFor run(Lifetime::Run);
  known.whole = true;
  known.found = known.words;
  const String& written = known.pasted.rest;
  add_machine_text(known.found, read_machine_text(written, domain, catalogue.lexicon().replies, catalogue.provider),
                   written, catalogue.provider);
}

void set_domain(Remembered& remembered, const String& domain) {
  if (remembered.domain == domain) return;
  const AllocateFor run(Lifetime::Run);
  remembered.domain = domain;
  remembered.complaint.whole = false;
}

Listened listen(const Case& input, const Catalogue& catalogue, Remembered& remembered) {
  ReadComplaint& known = remembered.complaint;
  read(known, input.complaint, catalogue);
  const bool about_login = speaks_of_login(input, known.words, catalogue.problems);
  Evidence evidence =
      gather(input, {std::move(remembered.answers), std::move(remembered.index), remembered.marked, remembered.domain},
             {std::move(known.pasted.answers), known.pasted.unread, known.addresses, !known.words.empty(), about_login},
             catalogue.provider.login_hosts);
  set_domain(remembered, evidence.subject.domain);
  read_machine_text(known, evidence.subject.domain, catalogue);
  Vector<Finding> words = known.found;
  // a bounce of a stranger's mail: nobody is told the stranger's address
  if (find_finding(words, kForeignSender) != nullptr) evidence.named_addresses.clear();
  Heard heard = hear(words, known.likely, input.start, catalogue.problems);
  if (gave_up(evidence.replies)) heard.closest.clear();
  return {std::move(evidence), std::move(words), std::move(heard)};
}

// Nobody is told to change a record that may be there on purpose. They are asked first.
bool is_in_doubt(const Diagnosis& diagnosis) {
  const CauseVerdict* first = first_cause(diagnosis.problems);
  return diagnosis.action == Action::ChangeRecord && first != nullptr && first->state == State::Likely;
}

// The records to publish, and the question. While the record that fixes the cause waits for an answer of the person, no
// other record distracts from it.
void advise(Turn& turn, Published published, Bench& bench, const Vector<Reply>& replies) {
  Diagnosis& diagnosis = turn.diagnosis;
  const bool concerned = diagnosis.action != Action::NotAlibabaMail;
  const std::string_view wanted = concerned ? published.question : std::string_view();
  turn.question = question_to_ask(diagnosis.problems, bench, wanted, replies);
  if (!concerned) return;
  if (turn.question && turn.question->id == wanted && is_in_doubt(diagnosis)) diagnosis.action = Action::NeedMore;
  put_off(published.records, diagnosis.problems, bench.findings());
  const bool all_later = std::all_of(published.records.begin(), published.records.end(),
                                     [](const RecordToPublish& record) { return record.later; });
  if (wanted.empty() || !all_later) diagnosis.records = std::move(published.records);
}

// What is asked next, and how far the run is.
void ask_next(Turn& turn, Checked checked) {
  turn.total = checked.queries.size() + checked.probes;
  turn.done = turn.total - checked.open_queries.size() - checked.open_probes.size();
  turn.queries = std::move(checked.open_queries);
  turn.probes = std::move(checked.open_probes);
  turn.diagnosis.purposes = std::move(checked.queries);
}

}  // namespace

Turn advance(const Case& input, const Catalogue& catalogue) {
  Remembered nothing;
  return advance(input, catalogue, nothing);
}

Turn advance(const Case& input, const Catalogue& catalogue, Remembered& remembered) {
  auto [evidence, words, heard] = listen(input, catalogue, remembered);
  const Views views = views_of(evidence, catalogue.provider);
  Checked checked = run_checks(views);

  Turn turn;
  Diagnosis& diagnosis = turn.diagnosis;
  Bench bench(catalogue.problems,
              all_findings(std::move(words), std::move(checked.findings), evidence.replies, catalogue.problems));
  bench.start = input.start;
  bench.heard = heard.problem;
  Published published = records_to_publish(views, bench.findings(), speaks_of_authentication(bench));
  bench.complete = checked.open_queries.empty() && checked.open_probes.empty();
  bench.domain_known = !evidence.subject.domain.empty();
  bench.complaint_given = evidence.complaint_given;
  bench.records_to_publish = !published.records.empty();
  diagnosis.wait = wait_of(evidence, catalogue.provider, bench.findings());
  bench.values = values_of(views, input.complaint);
  add_values_of_time(bench.values, evidence, diagnosis.wait, published.records);
  add_values_of_site(bench.values, views, published.records);

  diagnosis.problems = judge(bench);
  diagnosis.action = overall_action(diagnosis.problems, bench);
  advise(turn, std::move(published), bench, evidence.replies);
  if (!checked.queries.empty()) diagnosis.path = path_of(evidence, views.login);
  diagnosis.comparisons = compare_all(evidence, checked.queries);
  diagnosis.policy = policy_tree(views.policy);
  if (heard.topic != nullptr) diagnosis.topic = answer_of(heard, bench);
  diagnosis.closest = std::move(heard.closest);
  const bool at_the_end = bench.complete && !turn.question && !diagnosis.topic && diagnosis.closest.empty();
  if (at_the_end) diagnosis.otherwise = what_else(diagnosis.problems, diagnosis.action, bench);
  diagnosis.faq = faq_of(diagnosis.problems, catalogue.problems);
  diagnosis.findings = bench.take_findings();
  diagnosis.values = std::move(bench.values);

  ask_next(turn, std::move(checked));
  remembered.index = std::move(evidence.index);
  diagnosis.ledger = std::move(evidence.answers);
  for (PastedAnswer& each : evidence.pasted) diagnosis.pasted.push_back(std::move(each.answer));
  remembered.complaint.pasted.answers = std::move(evidence.pasted);  // the answers come back with give_back()
  turn.subject = std::move(evidence.subject);
  return turn;
}

void give_back(Turn& turn, Remembered& remembered) {
  remembered.answers = std::move(turn.diagnosis.ledger);
  remembered.marked = remembered.answers.size();
  Vector<PastedAnswer>& pasted = remembered.complaint.pasted.answers;
  for (std::size_t i = 0; i < pasted.size(); ++i) pasted[i].answer = std::move(turn.diagnosis.pasted[i]);
}

}  // namespace alimail
