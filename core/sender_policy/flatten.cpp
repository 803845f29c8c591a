#include "sender_policy/flatten.h"

#include <algorithm>
#include <string_view>

#include "evidence/lookup.h"
#include "names/domain_name.h"
#include "records/excerpt.h"
#include "sender_policy/networks.h"
#include "sender_policy/policy_lookup.h"
#include "sender_policy/published.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";

bool is_host(const Mechanism& mechanism) {
  const bool names_hosts = mechanism.kind == MechanismKind::A || mechanism.kind == MechanismKind::Mx;
  return names_hosts && mechanism.domain_spec.find('%') == String::npos;
}

std::string_view qualifier_of(const Mechanism& mechanism) {
  switch (mechanism.qualifier) {
    case Qualifier::Fail: return "-";
    case Qualifier::SoftFail: return "~";
    case Qualifier::Neutral: return "?";
    case Qualifier::Pass: break;
  }
  return "";
}

// A term of the domain's own record.
struct Term {
  const Mechanism* mechanism = nullptr;
  const PolicyBranch* included = nullptr;
  bool replaced = false;
  bool tried = false;
  Vector<String> networks;
};

// A term of an included record, and the domain of that record.
struct Leaf {
  const Mechanism* mechanism = nullptr;
  const String* domain = nullptr;
};

class Flattener {
 public:
  Flattener(const Evidence& evidence, const PolicyWalk& walk, const Provider& provider)
      : evidence_(evidence), walk_(walk), provider_(provider), networks_(evidence) {}

  FlatPolicy flatten();

 private:
  void list_terms();
  [[nodiscard]] bool is_repairable() const;
  void leave_out_void_terms();
  void replace_hosts(MechanismKind kind);
  void replace_includes();
  void replace(Term& term, Vector<String> networks, std::int64_t lookups);
  [[nodiscard]] bool is_of_alibaba(const PolicyBranch& branch) const;
  bool gather(std::size_t index, Vector<Leaf>& leaves) const;
  [[nodiscard]] bool is_answered(const Query& query) const;
  [[nodiscard]] bool is_void(const Mechanism& mechanism) const;
  void report();
  [[nodiscard]] String written() const;
  void verify();

  const Evidence& evidence_;
  const PolicyWalk& walk_;
  const Provider& provider_;
  NetworkTerms networks_;
  Vector<Vector<std::size_t>> children_;  // of each branch, in the order of its record
  Vector<Term> terms_;
  std::int64_t excess_ = 0;  // lookups that are too many
  std::size_t hosts_ = 0;    // that may still be looked up
  std::size_t leaves_ = 0;   // of the includes that were replaced
  FlatPolicy out_;
};

void Flattener::list_terms() {
  children_.resize(walk_.branches.size());
  for (std::size_t i = 1; i < walk_.branches.size(); ++i) children_[walk_.branches[i].parent].push_back(i);
  std::size_t includes = 0;
  for (const Mechanism* each : effective_mechanisms(walk_.branches.front().records.front())) {
    Term& term = terms_.emplace_back();
    term.mechanism = each;
    if (each->kind == MechanismKind::Include) term.included = &walk_.branches[children_.front()[includes++]];
  }
}

bool Flattener::is_of_alibaba(const PolicyBranch& branch) const {
  return site_of_spf_include(provider_, branch.domain) != nullptr ||
         product_of_spf_include(provider_, branch.domain) != nullptr;
}

bool Flattener::is_answered(const Query& query) const {
  return look_up(evidence_, query.question.name, query.question.type).knowledge != Knowledge::Unasked;
}

// False if a receiver would still see an error in the result, or if something is unknown. The choice of terms needs the
// answers to the walk and no others, so that it stays the same while addresses arrive.
bool Flattener::is_repairable() const {
  const PolicyBranch& root = walk_.branches.front();
  if (!walk_.complete || root.state != PolicyState::Fine) return false;
  const auto answered = [this](const Query& query) { return is_answered(query); };
  if (!std::all_of(walk_.queries.begin(), walk_.queries.end(), answered)) return false;
  const auto sound = [this](const PolicyBranch& branch) {
    const bool dropped = branch.state == PolicyState::Absent && branch.parent == 0;
    return branch.state == PolicyState::Fine || (dropped && !is_of_alibaba(branch));
  };
  const auto open = [](const Mechanism& each) {
    return each.kind == MechanismKind::All && each.qualifier == Qualifier::Pass;
  };
  const Vector<Mechanism>& mechanisms = root.records.front().mechanisms;
  return std::all_of(walk_.branches.begin(), walk_.branches.end(), sound) &&
         std::none_of(mechanisms.begin(), mechanisms.end(), open);
}

void Flattener::replace(Term& term, Vector<String> networks, std::int64_t lookups) {
  term.replaced = true;
  term.networks = std::move(networks);
  excess_ -= lookups;
}

// True if the walk saw that an IPv4 sender causes a lookup without result.
bool Flattener::is_void(const Mechanism& mechanism) const {
  const RecordType type = mechanism.kind == MechanismKind::Mx ? RecordType::Mx : RecordType::A;
  const Question question = {NetworkTerms::target(mechanism, walk_.branches.front().domain), type};
  const bool seen = std::any_of(walk_.queries.begin(), walk_.queries.end(),
                                [&](const Query& query) { return query.question == question; });
  return seen && look_up(evidence_, question.name, type).knowledge == Knowledge::Absent;
}

// A host may have only IPv6 addresses; they then replace the term.
void Flattener::leave_out_void_terms() {
  for (Term& term : terms_) {
    const bool gone = term.included != nullptr && term.included->state == PolicyState::Absent;
    if (gone) {
      replace(term, {}, 1);
    } else if (is_host(*term.mechanism) && is_void(*term.mechanism)) {
      replace(term, networks_.of(*term.mechanism, walk_.branches.front().domain), 1);
    }
  }
}

void Flattener::replace_hosts(MechanismKind kind) {
  for (Term& term : terms_) {
    if (excess_ <= 0 || hosts_ == 0) return;
    if (term.replaced || term.mechanism->kind != kind || !is_host(*term.mechanism)) continue;
    --hosts_;
    replace(term, networks_.of(*term.mechanism, walk_.branches.front().domain), 1);
  }
}

// Collects what lets the included record pass. False if it cannot be written as a list of addresses: an include matches
// only if its record passes, so a "-ip4" in it would have to be an exception.
bool Flattener::gather(std::size_t index, Vector<Leaf>& leaves) const {
  const PolicyBranch& branch = walk_.branches[index];
  if (is_of_alibaba(branch) || branch.state != PolicyState::Fine) return false;
  std::size_t below = 0;
  for (const Mechanism* each : effective_mechanisms(branch.records.front())) {
    const bool passes = each->qualifier == Qualifier::Pass;
    if (each->kind == MechanismKind::All) return !passes;
    if (!passes || leaves_ + leaves.size() == kMaxNetworks) return false;
    if (each->kind == MechanismKind::Include) {
      if (!gather(children_[index][below++], leaves)) return false;
    } else if (!each->network.empty() || is_host(*each)) {
      leaves.push_back({each, &branch.domain});
    } else {
      return false;
    }
  }
  const bool redirects = effective_redirect(branch.records.front()) != nullptr;
  return !redirects || gather(children_[index][below], leaves);
}

void Flattener::replace_includes() {
  while (excess_ > 0) {
    Term* most = nullptr;
    for (Term& each : terms_) {
      if (each.included == nullptr || each.replaced || each.tried) continue;
      if (most == nullptr || each.included->lookups > most->included->lookups) most = &each;
    }
    if (most == nullptr) return;
    most->tried = true;
    Vector<Leaf> leaves;
    if (!gather(static_cast<std::size_t>(most->included - walk_.branches.data()), leaves)) continue;
    const auto hosts = static_cast<std::size_t>(
        std::count_if(leaves.begin(), leaves.end(), [](const Leaf& leaf) { return is_host(*leaf.mechanism); }));
    if (hosts > hosts_) continue;
    hosts_ -= hosts;
    Vector<String> networks;
    for (const Leaf& leaf : leaves) {
      for (String& each : networks_.of(*leaf.mechanism, *leaf.domain)) {
        if (std::find(networks.begin(), networks.end(), each) == networks.end()) networks.push_back(std::move(each));
      }
    }
    leaves_ += leaves.size();
    replace(*most, std::move(networks), most->included->lookups + 1);
  }
}

void Flattener::report() {
  const String& text = walk_.branches.front().texts.front();
  for (Term& each : terms_) {
    if (!each.replaced) continue;
    const TextSpan span = each.mechanism->span;
    String shown = excerpt(std::string_view(text).substr(span.position, span.length)).text;
    if (each.networks.empty()) {
      out_.dropped.push_back(std::move(shown));
    } else {
      out_.flattened.push_back({std::move(shown), each.networks});
    }
  }
}

// The other terms keep their text and their order. An address that is already there is not repeated.
String Flattener::written() const {
  const String& old = walk_.branches.front().texts.front();
  String text(kVersion);
  Vector<String> there;
  const auto add_once = [&](std::string_view term) {
    String folded = lower(term);
    if (std::find(there.begin(), there.end(), folded) != there.end()) return;
    there.push_back(std::move(folded));
    (text += ' ') += term;
  };
  auto next = terms_.begin();
  for (std::size_t at = old.find_first_not_of(' ', kVersion.size()); at != String::npos;) {
    const std::size_t end = std::min(old.find(' ', at), old.size());
    const bool known = next != terms_.end() && next->mechanism->span.position == at;
    if (known && next->replaced) {
      for (const String& each : next->networks) add_once(String(qualifier_of(*next->mechanism)) + each);
    } else if (known && !next->mechanism->network.empty()) {
      add_once(std::string_view(old).substr(at, end - at));
    } else {
      (text += ' ').append(old, at, end - at);
    }
    if (known) ++next;
    if (text.size() > kMaxFlatBytes) return {};
    at = old.find_first_not_of(' ', end);
  }
  return text;
}

// Reads the new record as receivers will. It may look up names that were beyond the limits of the first walk.
void Flattener::verify() {
  PolicyWalk walk = walk_policy_as(evidence_, walk_.branches.front().domain, out_.text);
  const bool open =
      std::any_of(walk.queries.begin(), walk.queries.end(), [this](const Query& query) { return !is_answered(query); });
  out_.lookups = walk.lookups;
  out_.complete = walk.complete && !open;
  const bool fine = std::all_of(walk.branches.begin(), walk.branches.end(),
                                [](const PolicyBranch& branch) { return branch.state == PolicyState::Fine; });
  out_.queries.insert(out_.queries.end(), walk.queries.begin(), walk.queries.end());
  if (!out_.complete || !fine || is_over_limits(walk)) out_.text.clear();
}

FlatPolicy Flattener::flatten() {
  if (!is_repairable()) return {};
  list_terms();
  excess_ = walk_.lookups - std::int64_t{kMaxLookupTerms};
  leave_out_void_terms();
  hosts_ = networks_.hosts_left();
  replace_hosts(MechanismKind::A);
  replace_hosts(MechanismKind::Mx);
  replace_includes();
  const bool any = std::any_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.replaced; });
  if (!any || excess_ > 0) return {};
  out_.queries = networks_.queries();
  if (networks_.failed()) erase_if(out_.queries, [this](const Query& query) { return !is_answered(query); });
  if (networks_.failed() || networks_.open()) return std::move(out_);
  out_.text = written();
  report();
  if (!out_.text.empty()) verify();
  return std::move(out_);
}

}  // namespace

bool is_over_limits(const PolicyWalk& walk) {
  return walk.lookups > std::int64_t{kMaxLookupTerms} || walk.void_lookups > std::int64_t{kMaxVoidLookups};
}

FlatPolicy flat_policy(const Evidence& evidence, const PolicyWalk& walk, const Provider& provider) {
  return walk.branches.empty() || !is_over_limits(walk) ? FlatPolicy() : Flattener(evidence, walk, provider).flatten();
}

}  // namespace alimail
