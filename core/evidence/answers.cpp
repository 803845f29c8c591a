#include "evidence/answers.h"

#include <algorithm>

#include "dns/extended_error.h"
#include "dns/rdata.h"

namespace alimail {
namespace {

std::uint32_t soa_ttl(const ResourceRecord& record, const StartOfAuthority& soa) {
  return std::min(sane_ttl(record.ttl), sane_ttl(soa.minimum));
}

}  // namespace

bool is_absence(Outcome outcome) {
  return outcome == Outcome::Nodata || outcome == Outcome::Nxdomain;
}

bool is_conclusive(Outcome outcome) {
  return outcome == Outcome::Records || is_absence(outcome);
}

bool is_filtered(const Answer& answer) {
  return answer.detail == "filtered" || speaks_of(answer, ErrorTopic::Filter);
}

std::optional<std::uint32_t> remaining_ttl(const Answer& answer) {
  std::optional<std::uint32_t> least;
  if (is_absence(answer.outcome)) {
    for (const ResourceRecord& record : answer.authority) {
      if (const auto* soa = std::get_if<StartOfAuthority>(&record.data)) return soa_ttl(record, *soa);
    }
  } else if (answer.outcome == Outcome::Records) {
    for (const ResourceRecord& record : answer.records) {
      const std::uint32_t ttl = sane_ttl(record.ttl);
      if (!least || ttl < *least) least = ttl;
    }
  }
  return least;
}

const Answer* answer_of(const Evidence& evidence, const Question& question, std::string_view resolver) {
  for (const Place& place : answers_to(evidence, question.name, question.type)) {
    const Answer& answer = evidence.answers[place.answer];
    if (place.last && !answer.checking_disabled && answer.resolver == resolver) return &answer;
  }
  return nullptr;
}

}  // namespace alimail
