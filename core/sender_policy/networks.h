// The addresses of the hosts that an SPF record names, written as terms that cost no lookup. RFC 7208 sections 5.3, 5.4
// and 5.6.
//
// Rule: a host has no address only if resolvers said so for IPv4 and for IPv6. A failed lookup makes everything that
// was asked useless, because an address could be missing.
#pragma once

#include <cstddef>

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/ask.h"
#include "records/spf.h"

namespace alimail {

inline constexpr std::size_t kMaxNetworkHosts = 16;  // names of hosts that are looked up for one record
inline constexpr std::size_t kMaxNetworks = 160;     // addresses of all of them; hardly more fit into a record

class NetworkTerms {
 public:
  explicit NetworkTerms(const Evidence& evidence) : evidence_(evidence) {}

  // "ip4:192.0.2.1", "ip6:2001:db8::/64": IPv4 first, each once, without a qualifier. Not all of them while open() or
  // failed(). Precondition: an a, mx, ip4 or ip6 without macros, in the record of `domain`.
  Vector<String> of(const Mechanism& mechanism, const String& domain);

  // The name that an a or mx looks up; "" if it is not a valid name.
  static String target(const Mechanism& mechanism, const String& domain);

  [[nodiscard]] std::size_t hosts_left() const {
    return kMaxNetworkHosts - hosts_.size();
  }
  [[nodiscard]] bool open() const {  // something was not answered yet
    return open_;
  }
  [[nodiscard]] bool failed() const {  // a lookup failed, or there are too many hosts or addresses
    return failed_;
  }
  [[nodiscard]] const Vector<Query>& queries() const {
    return queries_;
  }

 private:
  Vector<String> values(const String& name, RecordType type);
  void add_addresses(Vector<String>& terms, const String& host, const Mechanism& mechanism);
  [[nodiscard]] bool admits(const String& host);

  const Evidence& evidence_;
  Vector<String> hosts_;
  Vector<Query> queries_;
  std::size_t addresses_ = 0;
  bool open_ = false;
  bool failed_ = false;
};

}  // namespace alimail
