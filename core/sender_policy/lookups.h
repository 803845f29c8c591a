// The DNS lookups of check_host(), with the counters that section 4.6.4 of RFC 7208 limits.
#pragma once

#include <optional>
#include <string_view>

#include "base/containers.h"
#include "model/dns.h"
#include "sender_policy/policy_lookup.h"

namespace alimail {

enum class Match {
  Yes,
  No,
  Pending,
  TempError,
  PermError
};

struct Matched {
  Match match = Match::No;
  std::string_view reason;  // for errors
};

struct Prefixes {
  int ip4 = 32;
  int ip6 = 128;
};

bool in_network(std::string_view address, std::string_view network, const Prefixes& prefixes);

class PolicyLookups {
 public:
  // `address` is the sender's address, 4 or 16 bytes.
  PolicyLookups(const PolicyLookup& lookup, String address) : lookup_(lookup), address_(std::move(address)) {}

  PolicyAnswer ask(const String& name, RecordType type);

  // Whether one of the name's addresses is the sender's.
  Matched matches_address_of(const String& name, const Prefixes& prefixes);
  Matched matches_exchange_of(const String& name, const Prefixes& prefixes);
  Matched exists(const String& name);
  Matched matches_reverse_name(const String& domain);

  // A validated name of the sender (section 5.5). The domain itself is preferred, then a name below it, then any other.
  // Returns "" if there is none, and nothing while a lookup is missing.
  std::optional<String> validated_name(const String& domain);

  [[nodiscard]] const String& address() const {
    return address_;
  }
  [[nodiscard]] const Vector<Question>& needed() const {
    return needed_;
  }

 private:
  struct ReverseNames {
    bool pending = false;
    Vector<String> names;
  };

  Matched unless_void(const PolicyAnswer& answer);
  [[nodiscard]] RecordType address_type() const;
  [[nodiscard]] bool is_among(const Vector<ResourceRecord>& records, const Prefixes& prefixes) const;
  ReverseNames validated_names();

  PolicyLookup lookup_;
  String address_;
  unsigned voids_ = 0;
  Vector<Question> needed_;
};

}  // namespace alimail
