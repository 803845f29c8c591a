// What a turn asks the page for: names to look up and addresses to open.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/dns.h"

namespace alimail {

// Who must be asked. The names that decide a verdict go to every resolver of the page, so that disagreement shows; the
// rest goes to the first that answers, so that no more parties than necessary learn them.
enum class Reach {
  Every,
  First
};

// What a query can be for: keys with words (why.<purpose>), which the ledger shows.
inline constexpr std::array<std::string_view, 23> kPurposes{
    "zone",          "name-servers",     "fresh-serial",   "apex-alias",
    "mail-exchange", "login-alias",      "login-address",  "client-host",
    "doubled-name",  "exchange-address", "target-address", "guide-target-address",
    "sender-policy", "included-policy",  "policy-address", "dkim-key",
    "dmarc-policy",  "mta-sts",          "tls-rpt",        "bimi",
    "caa",           "second-look",      "pasted",
};

// Never defined: reaching it while compiling means that the purpose is missing in the list.
void the_purpose_is_not_in_the_list();

// One of kPurposes, written as a literal; another one does not compile.
class Purpose {
 public:
  constexpr Purpose() = default;
  consteval Purpose(const char* text) : text_(text) {
    for (const std::string_view purpose : kPurposes) {
      if (purpose == text_) return;
    }
    the_purpose_is_not_in_the_list();
  }

  // Neither is explicit: a purpose is written as a text, and shown as one.
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
  bool checking_disabled = false;  // the second look without DNSSEC validation
  bool operator==(const Query&) const = default;
};

struct Probe {
  std::string url;
  bool operator==(const Probe&) const = default;
};

}  // namespace alimail
