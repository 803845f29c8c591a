// The registry of RFC 8914 section 5.2, grouped by topic.

#include "dns/extended_error.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/containers.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr std::uint16_t kNotAuthoritative = 20;

constexpr std::array<std::string_view, 4> kLame{"rcode=refused", "rcode=notauth", "lame", "not authoritative"};

}  // namespace

ErrorTopic topic_of(const ExtendedError& error) {
  const std::uint16_t code = error.code;
  if ((code >= 6 && code <= 12) || code == 25) return ErrorTopic::Validation;
  if (code == kNotAuthoritative || code == 22 || code == 23) return ErrorTopic::Authority;
  if (code == 4 || (code >= 15 && code <= 17)) return ErrorTopic::Filter;
  if (code == 3 || code == 19 || code == 29) return ErrorTopic::Cache;
  return code == 13 ? ErrorTopic::CachedError : ErrorTopic::Other;
}

bool speaks_of(const Answer& answer, ErrorTopic topic) {
  return std::any_of(answer.errors.begin(), answer.errors.end(),
                     [topic](const ExtendedError& error) { return topic_of(error) == topic; });
}

bool tells_of_lameness(const ExtendedError& error) {
  if (topic_of(error) != ErrorTopic::Authority) return false;
  if (error.code == kNotAuthoritative) return true;
  const String text = lower(error.text);
  return std::any_of(kLame.begin(), kLame.end(),
                     [&text](std::string_view sign) { return text.find(sign) != String::npos; });
}

}  // namespace alimail
