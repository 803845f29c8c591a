#include "names/subject.h"

#include <algorithm>
#include <array>
#include <utility>

#include "names/domain_name.h"
#include "names/typed.h"

namespace alimail {
namespace {

// Labels that companies use for their login page. Some labels that companies also use are left out: m (the mobile
// site), e, box and mx. They usually mean something else, and then the parent would wrongly be taken for the mail
// domain.
constexpr std::array<std::string_view, 8> kLoginLabels = {"mail",    "webmail", "email",  "mailbox",
                                                          "alimail", "qiye",    "exmail", "post"};
// Labels of servers for mail apps. A person who types one of them means the domain after it.
constexpr std::array<std::string_view, 5> kClientLabels = {"smtp", "imap", "pop", "pop3", "www"};

// Names of local networks: RFC 6761, RFC 6762, RFC 8375, and names that routers assign.
constexpr std::array<std::string_view, 11> kLocalZones = {"localhost", "local",   "localdomain", "internal",
                                                          "intranet",  "lan",     "home",        "home.arpa",
                                                          "corp",      "private", "workgroup"};

bool is_one_of(std::string_view label, auto& table) {
  return std::find(table.begin(), table.end(), label) != table.end();
}

SubjectProblem problem_of_characters(std::string_view host) {
  const auto is_foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::any_of(host.begin(), host.end(), is_foreign)) return SubjectProblem::NotAscii;
  for (std::string_view rest = host; !rest.empty(); rest = parent(rest)) {
    const std::string_view label = first_label(rest);
    if (label.empty()) return SubjectProblem::EmptyLabel;
    // A label that is too long but has only valid characters is reported as too long elsewhere, so only its beginning
    // is checked here.
    if (!is_valid_host_label(label.substr(0, kMaxLabelLength))) return SubjectProblem::BadCharacter;
  }
  return SubjectProblem::None;
}

bool has_long_label(std::string_view host) {
  for (std::string_view rest = host; !rest.empty(); rest = parent(rest)) {
    if (first_label(rest).size() > kMaxLabelLength) return true;
  }
  return false;
}

bool is_local(std::string_view host) {
  return std::any_of(kLocalZones.begin(), kLocalZones.end(),
                     [&](std::string_view zone) { return is_under(host, zone); });
}

bool is_numeric(std::string_view label) {
  return label.find_first_not_of("0123456789") == std::string_view::npos;
}

SubjectProblem problem_of(const Typed& typed) {
  const std::string_view host = typed.host;
  if (typed.is_ip_literal || is_ipv4_address(host)) return SubjectProblem::IpAddress;
  if (host.empty() || host.ends_with('.')) return SubjectProblem::EmptyLabel;
  if (const SubjectProblem problem = problem_of_characters(host); problem != SubjectProblem::None) return problem;
  if (host.size() > kMaxNameLength) return SubjectProblem::TooLong;
  if (has_long_label(host)) return SubjectProblem::LongLabel;
  if (is_local(host)) return SubjectProblem::LocalName;
  if (is_special_use(host)) return SubjectProblem::ReservedName;
  if (label_count(host) < 2) return SubjectProblem::SingleLabel;
  if (is_numeric(last_label(host))) return SubjectProblem::NumericTld;
  return SubjectProblem::None;
}

Subject of_domain(SubjectKind kind, std::string_view domain) {
  String login_host = "mail." + String(domain);
  if (login_host.size() > kMaxNameLength) login_host.clear();  // no such name can exist
  return {kind, SubjectProblem::None, String(domain), std::move(login_host), false};
}

Subject of_login_host(std::string_view host, std::string_view domain) {
  return {SubjectKind::LoginHost, SubjectProblem::None, String(domain), String(host), true};
}

// True if the host without its first label can still be a registered domain.
bool has_own_label(std::string_view host) {
  return !is_registry_suffix(parent(host));
}

Subject of_host(std::string_view host, bool is_url) {
  if (has_own_label(host) && is_one_of(first_label(host), kClientLabels)) {
    const std::string_view rest = parent(host);
    return first_label(host) == "www" ? of_host(rest, false) : of_domain(SubjectKind::Domain, rest);
  }
  if (has_own_label(host) && is_one_of(first_label(host), kLoginLabels)) return of_login_host(host, parent(host));
  const std::string_view registered = registered_domain(host);
  if (is_url && host != registered) return of_login_host(host, registered);
  return of_domain(SubjectKind::Domain, host);
}

}  // namespace

Subject parse_subject(std::string_view typed, const Vector<String>& provider_hosts) {
  Subject subject;
  subject.kind = SubjectKind::Refused;
  subject.problem = SubjectProblem::TooLong;
  if (typed.size() > kMaxTypedBytes) return subject;
  const Typed cut = cut_out(typed);
  if (cut.blank) return {};
  subject.problem = problem_of(cut);
  if (subject.problem != SubjectProblem::None) return subject;
  if (cut.is_address) return of_domain(SubjectKind::Address, cut.host);
  if (std::find(provider_hosts.begin(), provider_hosts.end(), cut.host) != provider_hosts.end()) {
    return {SubjectKind::ProviderLogin, SubjectProblem::None, "", cut.host, true};
  }
  return of_host(cut.host, cut.is_url);
}

}  // namespace alimail
