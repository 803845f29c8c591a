// What a turn asks the page for: names to look up and addresses to open.
#pragma once

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

struct Query {
  Question question;
  Reach reach = Reach::Every;
  std::string_view why;            // a key with words: the purpose that the ledger shows
  bool checking_disabled = false;  // the second look without DNSSEC validation
  bool operator==(const Query&) const = default;
};

struct Probe {
  std::string url;
  bool operator==(const Probe&) const = default;
};

}  // namespace alimail
