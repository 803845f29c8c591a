#include "checks/run.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "checks/list.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

// What a brief run leaves out: optional records, which do not decide whether mail and the login page work.
constexpr Purpose kOptional[] = {"name-servers", "client-host", "mta-sts", "tls-rpt", "bimi", "caa"};

bool is_left_out(const Evidence& evidence, const Query& query) {
  return evidence.brief && std::find(std::begin(kOptional), std::end(kOptional), query.why) != std::end(kOptional);
}

bool is_answered(const Evidence& evidence, const Query& query) {
  const std::span<const Place> places = answers_to(evidence, query.question.name, query.question.type);
  return std::any_of(places.begin(), places.end(), [&](const Place& place) {
    return evidence.answers[place.answer].checking_disabled == query.checking_disabled;
  });
}

bool is_probed(const Evidence& evidence, const Probe& probe) {
  return std::any_of(evidence.probes.begin(), evidence.probes.end(),
                     [&](const ProbeResult& result) { return result.url == probe.url; });
}

void add_query(Checked& checked, const Evidence& evidence, Query query) {
  if (is_special_use(query.question.name) || is_left_out(evidence, query)) return;
  const auto same = [&](const Query& each) {
    return each.question == query.question && each.checking_disabled == query.checking_disabled;
  };
  if (std::any_of(checked.queries.begin(), checked.queries.end(), same)) return;
  if (!is_answered(evidence, query)) checked.open_queries.push_back(query);
  checked.queries.push_back(std::move(query));
}

}  // namespace

Checked run_checks(const Views& views) {
  const Evidence& evidence = views.evidence;
  Checked checked;
  for (const Check* check : kChecks) {
    CheckResult result = check->run(views);
    for (Finding& finding : result.findings) {
      finding.source = source_url(views.provider, finding.source);
      checked.findings.push_back(std::move(finding));
    }
    for (Query& query : result.queries) add_query(checked, evidence, std::move(query));
    for (Probe& probe : result.probes) {
      if (evidence.brief) break;
      ++checked.probes;
      if (!is_probed(evidence, probe)) checked.open_probes.push_back(std::move(probe));
    }
    if (result.decisive) break;
  }
  return checked;
}

}  // namespace alimail
