#include "sender_policy/merge.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "evidence/lookup.h"
#include "names/domain_name.h"
#include "records/excerpt.h"
#include "records/spf_slip.h"
#include "sender_policy/check_host.h"
#include "sender_policy/repair.h"
#include "sender_policy/tree.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";
constexpr std::string_view kInclude = "include:";
constexpr std::string_view kRedirect = "redirect=";

bool is_all(const Mechanism& mechanism) {
  return mechanism.kind == MechanismKind::All;
}

// The name in the form in which DNS compares it.
std::string name_of(const std::string& domain_spec) {
  std::string name = lower(domain_spec);
  if (name.ends_with('.')) name.pop_back();
  return name;
}

class Merger {
 public:
  Merger(const Evidence& evidence, const Site& site, const Provider& provider)
      : evidence_(evidence), provider_(provider), own_include_(site.spf()) {}

  MergedPolicy merge();

 private:
  void gather();
  void take(const std::string& text, bool only);
  void take_mechanism(const Mechanism& mechanism, const std::string& term);
  void take_redirect(const SpfRecord& record, const std::string& text, bool only);
  void drop_errors(const SpfRecord& record, const std::string& text);
  void keep(std::string term);
  void keep_own_include();
  void drop(std::string_view term);
  void soften(const Mechanism& all, const std::string& term);
  [[nodiscard]] bool is_pointless(const std::string& name) const;
  [[nodiscard]] std::string written() const;

  const Evidence& evidence_;
  const Provider& provider_;
  std::string own_include_;
  MergedPolicy out_;
  std::vector<std::string> terms_;
  std::string all_;       // "" until the first one
  std::string redirect_;  // its value, if nothing else ends the record
  std::string last_;      // explanation and unknown modifiers, each after a space
};

void Merger::drop(std::string_view term) {
  if (out_.dropped.size() < kMaxDropped) out_.dropped.push_back(excerpt(term).text);
}

// "+a" and "A" are the same as "a".
void Merger::keep(std::string term) {
  if (term.starts_with('+')) term.erase(0, 1);
  const std::string folded = lower(term);
  const bool there =
      std::any_of(terms_.begin(), terms_.end(), [&](const std::string& each) { return lower(each) == folded; });
  if (!there) terms_.push_back(std::move(term));
}

void Merger::keep_own_include() {
  keep(std::string(kInclude) + own_include_);
}

// True for an include of another site or of a name without SPF. It allows none of this domain's senders, or makes the
// record fail.
bool Merger::is_pointless(const std::string& name) const {
  if (name == evidence_.subject.domain) return true;
  const Site* other = site_of_spf_include(provider_, name);
  if (other != nullptr) return true;  // the include of our own site was handled before
  const PublishedTexts published = published_texts(evidence_, name);
  const bool answered = published.knowledge == Knowledge::Absent || published.knowledge == Knowledge::Present;
  return answered && published.spf.empty();
}

void Merger::take_mechanism(const Mechanism& mechanism, const std::string& term) {
  if (mechanism.kind == MechanismKind::Include) {
    const std::string name = name_of(mechanism.domain_spec);
    if (name == own_include_) {
      keep_own_include();
      return;
    }
    if (is_pointless(name)) {
      drop(term);
      return;
    }
  }
  keep(term);
}

// Keeps the softest "all" so far. No mail that is accepted today may be refused afterwards.
void Merger::soften(const Mechanism& all, const std::string& term) {
  constexpr std::string_view kFromStrict[] = {"-all", "~all", "?all"};
  std::size_t softness = 1;
  if (all.qualifier == Qualifier::Fail) softness = 0;
  if (all.qualifier == Qualifier::Neutral) softness = 2;
  if (all.qualifier == Qualifier::Pass) drop(term);
  const auto* seen = std::find(std::begin(kFromStrict), std::end(kFromStrict), all_);
  if (seen != std::end(kFromStrict)) softness = std::max(softness, static_cast<std::size_t>(seen - kFromStrict));
  all_ = kFromStrict[softness];
}

// A single record keeps its redirect, unless our own include replaces it. If there are other records, the redirect
// becomes an include, which is the closest equivalent.
void Merger::take_redirect(const SpfRecord& record, const std::string& text, bool only) {
  const Modifier* redirect = modifier(record, "redirect");
  if (redirect == nullptr) return;
  const std::string term = text.substr(redirect->span.position, redirect->span.length);
  const std::string name = name_of(redirect->value);
  if (name == own_include_) {
    keep_own_include();
  } else if (effective_redirect(record) == nullptr || is_pointless(name)) {
    drop(term);
  } else if (only) {
    redirect_ = redirect->value;
  } else {
    keep(std::string(kInclude) + redirect->value);
  }
}

// Drops terms with errors. An error may be inside a term, and a term may have several.
void Merger::drop_errors(const SpfRecord& record, const std::string& text) {
  std::size_t behind = 0;
  for (const RecordError& error : record.errors) {
    if (error.span.position < behind) continue;
    const std::size_t space = text.rfind(' ', error.span.position);
    const std::size_t begin = space == std::string::npos ? 0 : space + 1;
    const std::size_t least = std::max(error.span.position, begin);
    behind = std::min(text.find(' ', std::min(least, text.size())), text.size());
    drop(std::string_view(text).substr(begin, behind - begin));
  }
}

void Merger::take(const std::string& text, bool only) {
  const SpfRecord record = parse_spf(text);
  for (const Mechanism& each : record.mechanisms) {
    const std::string term = text.substr(each.span.position, each.span.length);
    if (is_all(each)) {
      soften(each, term);
    } else {
      take_mechanism(each, term);
    }
  }
  take_redirect(record, text, only);
  for (const Modifier& each : record.modifiers) {
    if (each.name == "redirect") continue;
    const bool again = each.name == "exp" && last_.find(" exp=") != std::string::npos;
    const std::string term = text.substr(each.span.position, each.span.length);
    if (again || last_.find(' ' + term) != std::string::npos) continue;
    last_ += ' ' + (each.name == "exp" ? "exp=" + each.value : term);
  }
  drop_errors(record, text);
}

void Merger::gather() {
  PublishedTexts published = published_texts(evidence_, evidence_.subject.domain);
  out_.current = std::move(published.spf);
  if (!out_.current.empty()) return;
  for (std::string& text : published.others) {
    if (out_.current.size() < kMaxPolicyTexts && spf_slip(text)) out_.current.push_back(std::move(text));
  }
}

std::string Merger::written() const {
  std::string text(kVersion);
  for (const std::string& each : terms_) (text += ' ') += each;
  if (redirect_.empty() || !all_.empty()) {
    text += ' ' + (all_.empty() ? std::string("~all") : all_);
  } else {
    ((text += ' ') += kRedirect) += redirect_;
  }
  return text + last_;
}

MergedPolicy Merger::merge() {
  const std::string& domain = evidence_.subject.domain;
  const Knowledge knowledge = published_texts(evidence_, domain).knowledge;
  const bool known = knowledge == Knowledge::Absent || knowledge == Knowledge::Present;
  if (!known || own_include_.empty()) return std::move(out_);
  gather();
  for (const std::string& each : out_.current) take(repaired_spf(each), out_.current.size() == 1);
  if (out_.current.empty()) all_ = "-all";
  keep_own_include();
  out_.text = written();
  out_.changes = out_.current.size() != 1 || out_.current.front() != out_.text;
  PolicyWalk walk = walk_policy_as(evidence_, domain, out_.text);
  out_.lookups = walk.lookups;
  out_.complete = walk.complete;
  out_.exceeds = walk.lookups > std::int64_t{kMaxLookupTerms};
  out_.queries = std::move(walk.queries);
  return std::move(out_);
}

}  // namespace

MergedPolicy merged_policy(const Evidence& evidence, const Site& site, const Provider& provider) {
  return Merger(evidence, site, provider).merge();
}

}  // namespace alimail
