// What a turn asks the page to do: names to look up and addresses to open.
#pragma once

#include <array>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// Which resolvers to ask. Names that decide a verdict go to every resolver of the page, which shows disagreement. Other
// names go only to the first resolver that answers, because no more parties than necessary should learn them.
enum class Reach {
  Every,
  First
};

// The purposes of a query: keys with words (why.<purpose>), which the ledger shows.
inline constexpr std::array<std::string_view, 23> kPurposes{
    "zone",          "name-servers",     "fresh-serial",   "apex-alias",
    "mail-exchange", "login-alias",      "login-address",  "client-host",
    "doubled-name",  "exchange-address", "target-address", "guide-target-address",
    "sender-policy", "included-policy",  "policy-address", "dkim-key",
    "dmarc-policy",  "mta-sts",          "tls-rpt",        "bimi",
    "caa",           "second-look",      "pasted",
};

// Never defined. A call during compilation means that the purpose is missing in the list.
void the_purpose_is_not_in_the_list();

// One of kPurposes, written as a string literal. Any other text does not compile.
class Purpose {
 public:
  constexpr Purpose() = default;
  consteval Purpose(const char* text) : text_(text) {
    for (const std::string_view purpose : kPurposes) {
      if (purpose == text_) return;
    }
    the_purpose_is_not_in_the_list();
  }

  // Neither is explicit, because code writes a purpose as text and shows it as text.
  constexpr operator std::string_view() const {
    return text_;
  }
  bool operator==(const Purpose&) const = default;

 private:
  std::string_view text_;
};

struct Query {
  Question question;
  Reach reach = Reach::Every;
  Purpose why;
  bool checking_disabled = false;  // the second lookup, without DNSSEC validation
  bool operator==(const Query&) const = default;
};

struct Probe {
  String url;
  bool operator==(const Probe&) const = default;
};

}  // namespace alimail
