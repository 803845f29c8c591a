#include "sender_policy/tree.h"

#include <algorithm>

#include "records/excerpt.h"
#include "sender_policy/macro.h"

namespace alimail {
namespace {

constexpr std::string_view kOfTheSender = "slipvhctr";  // macro letters whose value depends on the message

bool costs_lookup(MechanismKind kind) {
  switch (kind) {
    case MechanismKind::Include:
    case MechanismKind::A:
    case MechanismKind::Mx:
    case MechanismKind::Ptr:
    case MechanismKind::Exists: return true;
    case MechanismKind::All:
    case MechanismKind::Ip4:
    case MechanismKind::Ip6: break;
  }
  return false;
}

bool depends_on_sender(std::string_view domain_spec) {
  return uses_macro(domain_spec, kOfTheSender);
}

class Walker {
 public:
  Walker(const Evidence& evidence, std::string_view domain)
      : evidence_(evidence), mailbox_("postmaster@" + String(domain)) {
    walk_.branches.emplace_back().domain = String(domain);
    walk_.read = true;
  }

  void look_up_root() {
    read(0);
  }
  void assume_root(String text) {
    take_texts(walk_.branches.front(), {std::move(text)});
    expand(0);
  }
  PolicyWalk finish();

 private:
  void read(std::size_t index);
  static void take_texts(PolicyBranch& branch, Vector<String> texts);
  void expand(std::size_t index);
  void add_child(std::size_t parent, TextSpan span, const String& text, const String& domain_spec);
  void look_at(const Mechanism& mechanism, const String& domain);
  void ask_for(const String& name, RecordType type, Reach reach, Purpose why);
  [[nodiscard]] String target(const String& domain_spec, const String& domain) const;
  [[nodiscard]] bool is_above(std::size_t index, std::string_view domain) const;

  const Evidence& evidence_;
  String mailbox_;
  PolicyWalk walk_;
  std::size_t addresses_ = 0;
};

void Walker::ask_for(const String& name, RecordType type, Reach reach, Purpose why) {
  const Question question = {name, type};
  const bool asked = std::any_of(walk_.queries.begin(), walk_.queries.end(),
                                 [&](const Query& query) { return query.question == question; });
  if (!asked) walk_.queries.push_back({question, reach, why});
}

String Walker::target(const String& domain_spec, const String& domain) const {
  if (domain_spec.empty()) return domain;
  MacroValues values;
  values.mailbox = mailbox_;
  values.domain = domain;
  return target_name(domain_spec, values);
}

bool Walker::is_above(std::size_t index, std::string_view domain) const {
  for (; index != kNoParent; index = walk_.branches[index].parent) {
    if (walk_.branches[index].domain == domain) return true;
  }
  return false;
}

void Walker::take_texts(PolicyBranch& branch, Vector<String> texts) {
  branch.texts = std::move(texts);
  bool broken = false;
  for (const String& text : branch.texts) {
    broken = !branch.records.emplace_back(parse_spf(text)).errors.empty() || broken;
  }
  branch.state = branch.texts.empty()      ? PolicyState::Absent
                 : branch.texts.size() > 1 ? PolicyState::Several
                 : broken                  ? PolicyState::Broken
                                           : PolicyState::Fine;
}

void Walker::read(std::size_t index) {
  PolicyBranch& branch = walk_.branches[index];
  if (branch.domain.empty()) {
    branch.state = PolicyState::Absent;  // not a valid name, so no record can exist there
    return;
  }
  const bool own = branch.domain == evidence_.subject.domain;
  ask_for(branch.domain, RecordType::Txt, own ? Reach::Every : Reach::First,
          own ? Purpose("sender-policy") : Purpose("included-policy"));
  PublishedTexts published = published_texts(evidence_, branch.domain);
  switch (published.knowledge) {
    case Knowledge::Unasked: return;
    case Knowledge::Unknown:
      branch.state = PolicyState::Unknown;
      branch.failing = std::move(published.failing);
      return;
    case Knowledge::Absent:
      if (index > 0) ++walk_.void_lookups;
      branch.state = PolicyState::Absent;
      return;
    case Knowledge::Present: take_texts(branch, std::move(published.spf)); break;
  }
  expand(index);
}

// If the domain itself has several records, all are expanded, because they will be merged into one. At other domains,
// several records are a mistake of their owner.
void Walker::expand(std::size_t index) {
  if (index > 0 && walk_.branches[index].state == PolicyState::Several) return;
  // copies, because children are added to the vector that owns the originals
  const Vector<SpfRecord> records = walk_.branches[index].records;
  const Vector<String> texts = walk_.branches[index].texts;
  const String domain = walk_.branches[index].domain;
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const Mechanism* each : effective_mechanisms(records[i])) {
      if (!costs_lookup(each->kind)) continue;
      ++walk_.branches[index].lookups;
      if (each->kind == MechanismKind::Include) {
        add_child(index, each->span, texts[i], each->domain_spec);
      } else {
        look_at(*each, domain);
      }
    }
    if (const Modifier* redirect = effective_redirect(records[i]); redirect != nullptr) {
      ++walk_.branches[index].lookups;
      add_child(index, redirect->span, texts[i], redirect->value);
    }
  }
}

void Walker::add_child(std::size_t parent, TextSpan span, const String& text, const String& domain_spec) {
  if (walk_.branches.size() == kMaxPolicyNodes) {
    walk_.branches.back().state = PolicyState::Cut;
    return;
  }
  PolicyBranch child;
  child.parent = parent;
  child.depth = walk_.branches[parent].depth + 1;
  child.term = text.substr(span.position, span.length);
  if (depends_on_sender(domain_spec)) {
    child.domain = domain_spec;
    child.state = PolicyState::Unknown;
  } else {
    child.domain = target(domain_spec, walk_.branches[parent].domain);
    if (child.depth > kMaxPolicyDepth) child.state = PolicyState::Cut;
    if (is_above(parent, child.domain)) child.state = PolicyState::Loop;
  }
  walk_.branches.push_back(std::move(child));
}

void Walker::look_at(const Mechanism& mechanism, const String& domain) {
  if (mechanism.kind == MechanismKind::Ptr || depends_on_sender(mechanism.domain_spec)) return;
  const String name = target(mechanism.domain_spec, domain);
  if (name.empty()) return;
  if (addresses_ == kMaxPolicyAddresses) {
    walk_.read = false;
    return;
  }
  ++addresses_;
  const RecordType type = mechanism.kind == MechanismKind::Mx ? RecordType::Mx : RecordType::A;
  ask_for(name, type, Reach::First, "policy-address");
  const Knowledge knowledge = look_up(evidence_, name, type).knowledge;
  if (knowledge == Knowledge::Absent) ++walk_.void_lookups;
  if (knowledge == Knowledge::Unknown || knowledge == Knowledge::Unasked) walk_.read = false;
}

PolicyWalk Walker::finish() {
  // Breadth first: if there are too many, the records nearest to the domain are examined.
  for (std::size_t i = 1; i < walk_.branches.size(); ++i) {
    if (walk_.branches[i].state == PolicyState::Pending) read(i);
  }
  walk_.complete = true;
  for (std::size_t i = walk_.branches.size(); i-- > 0;) {
    const PolicyBranch& branch = walk_.branches[i];
    if (branch.parent != kNoParent) walk_.branches[branch.parent].lookups += branch.lookups;
    if (branch.state == PolicyState::Cut) walk_.cut = true;
    const bool answered = branch.state == PolicyState::Fine || (i > 0 && branch.state == PolicyState::Absent);
    if (!answered) walk_.read = false;
    const bool open = branch.state == PolicyState::Pending || branch.state == PolicyState::Unknown;
    if (open || branch.state == PolicyState::Cut) walk_.complete = false;
  }
  walk_.lookups = walk_.branches.front().lookups;
  return std::move(walk_);
}

void append(PolicyTree& tree, const PolicyWalk& walk, std::size_t index) {
  const PolicyBranch& branch = walk.branches[index];
  PolicyNode node;
  node.depth = branch.depth;
  node.term = excerpt(branch.term).text;
  node.domain = excerpt(branch.domain).text;
  if (!branch.texts.empty()) node.record = excerpt(branch.texts.front()).text;
  node.state = branch.state;
  node.lookups = branch.lookups;
  tree.nodes.push_back(std::move(node));
  for (std::size_t i = index + 1; i < walk.branches.size(); ++i) {
    if (walk.branches[i].parent == index) append(tree, walk, i);
  }
}

}  // namespace

PolicyWalk walk_policy(const Evidence& evidence, std::string_view domain) {
  Walker walker(evidence, domain);
  walker.look_up_root();
  return walker.finish();
}

PolicyWalk walk_policy_as(const Evidence& evidence, std::string_view domain, String text) {
  Walker walker(evidence, domain);
  walker.assume_root(std::move(text));
  return walker.finish();
}

Vector<String> chain_to(const PolicyWalk& walk, const PolicyBranch& branch) {
  Vector<String> chain;
  for (const PolicyBranch* each = &branch;; each = &walk.branches[each->parent]) {
    chain.insert(chain.begin(), each->domain);
    if (each->parent == kNoParent) return chain;
  }
}

PolicyTree policy_tree(const PolicyWalk& walk) {
  PolicyTree tree;
  tree.lookups = walk.lookups;
  tree.void_lookups = walk.void_lookups;
  tree.complete = walk.complete;
  append(tree, walk, 0);
  return tree;
}

}  // namespace alimail
