// What a person typed as a subject, and names and addresses as text.
#include <algorithm>

#include "dns/address_text.h"
#include "dns/name_codec.h"
#include "door/door.h"
#include "fuzz/target.h"
#include "names/domain_name.h"
#include "names/near_names.h"
#include "names/subject.h"
#include "pasted/lines.h"

namespace alimail::fuzz {
namespace {

void check_subject(std::string_view typed) {
  const std::vector<std::string>& hosts = catalogue().provider.login_hosts;
  const Subject subject = parse_subject(typed, hosts);
  const bool refused = subject.kind == SubjectKind::Refused;
  expect(refused == (subject.problem != SubjectProblem::None), "refused without a reason, or taken with one");
  const bool has_domain = subject.kind == SubjectKind::Domain || subject.kind == SubjectKind::LoginHost ||
                          subject.kind == SubjectKind::Address;
  expect(has_domain == !subject.domain.empty(), "a kind of subject without its domain");
  if (!has_domain) return;
  expect(is_valid_host_name(subject.domain), "the domain is no host name");
  expect(label_count(subject.domain) > 1, "the domain is one label");
  expect(subject.login_host.empty() || is_valid_host_name(subject.login_host), "the login host is no host name");
  // The address is the one form that means its domain whatever the labels are.
  const Subject again = parse_subject("a@" + subject.domain, hosts);
  expect(again.kind == SubjectKind::Address && again.domain == subject.domain, "the domain is refused in an address");
}

void check_name(std::string_view text) {
  const Result<std::string> name = canonical_name(text);
  const Result<std::string> wire = encode_name(text);
  expect(name.ok() == wire.ok(), "a name that has only one of its two forms");
  if (!name.ok()) return;
  expect(canonical_name(name.value()).value() == name.value(), "the canonical name has another canonical name");
  expect(encode_name(name.value()).value() == wire.value(), "the canonical name has other bytes");
  expect(wire.value().size() <= kMaxNameBytes, "a name that is too long");
  const Result<DecodedName> decoded = decode_name(wire.value(), 0, wire.value().size());
  expect(decoded.ok() && decoded.value().name == name.value() && decoded.value().next == wire.value().size(),
         "the bytes of a name are another name");
}

void check_host(std::string_view text) {
  const std::string host = lower(text);
  const std::string_view registered = registered_domain(host);
  expect(is_under(host, registered), "a name is not under its registered domain");
  expect(label_count(host) >= label_count(registered), "the registered domain has more labels");
  expect(is_under(host, parent(host)), "a name is not under its parent");
  if (is_valid_host_name(host)) expect(canonical_name(host).ok(), "a host name that is no name");
}

void check_address(std::string_view text) {
  if (const Result<std::string> bytes = parse_ipv4(text)) {
    expect(ipv4_text(bytes.value()) == text && is_ipv4_address(text), "IPv4 has one form");
  }
  if (const Result<std::string> bytes = parse_ipv6(text)) {
    const std::string canonical = ipv6_text(bytes.value());
    expect(parse_ipv6(canonical).value() == bytes.value(), "the canonical text is another address");
  }
  static_cast<void>(is_unroutable(text));
  if (const std::string address = pasted_address(text); !address.empty()) {
    expect(pasted_address(address) == address, "a pasted address is not canonical");
  }
  if (const std::string name = pasted_name(text); !name.empty()) {
    expect(canonical_name(name).value() == name, "a pasted name is not canonical");
  }
}

// The first line is the domain and the rest is the complaint.
void check_near_names(std::string_view text) {
  const std::size_t line = text.find('\n');
  const std::string domain = lower(text.substr(0, line));
  const std::vector<std::string> offers = near_names(domain, line == std::string_view::npos ? "" : text.substr(line));
  expect(offers.size() <= kMaxNearNames, "too many near names");
  for (const std::string& name : offers) {
    expect(!is_under(name, domain), "a near name that does not exist either");
    expect(parse_subject("a@" + name, {}).domain == name, "a near name that would be refused");
    expect(std::count(offers.begin(), offers.end(), name) == 1, "a near name is offered twice");
  }
}

}  // namespace

void names(std::string_view bytes) {
  check_subject(bytes);
  check_name(bytes);
  check_host(bytes);
  check_address(bytes);
  check_near_names(bytes);
}

}  // namespace alimail::fuzz
