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

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";
constexpr std::string_view kInclude = "include:";
constexpr std::string_view kRedirect = "redirect=";

bool is_all(const Mechanism& mechanism) {
  return mechanism.kind == MechanismKind::All;
}

// The name in the form in which DNS compares it.
String name_of(const String& domain_spec) {
  String name = lower(domain_spec);
  if (name.ends_with('.')) name.pop_back();
  return name;
}

class Merger {
 public:
  Merger(const Evidence& evidence, const Site& site, const Provider& provider)
      : evidence_(evidence), provider_(provider), own_include_(site.spf()) {}

  MergedPolicy merge();

 private:
  void gather(PublishedTexts published);
  void take(const String& text, bool only);
  void take_mechanism(const Mechanism& mechanism, const String& term);
  void take_redirect(const SpfRecord& record, const String& text, bool only);
  void take_modifier(const Modifier& modifier, const String& term);
  void drop_errors(const SpfRecord& record, const String& text);
  bool is_first(std::string_view term);
  void keep(std::string_view term);
  void keep_own_include();
  void drop(std::string_view term);
  void soften(const Mechanism& all, const String& term);
  [[nodiscard]] bool is_pointless(const String& name) const;
  [[nodiscard]] String written() const;

  const Evidence& evidence_;
  const Provider& provider_;
  String own_include_;
  MergedPolicy out_;
  Vector<String> seen_;  // every mechanism but "all", in lower case
  Vector<String> terms_;
  String all_;          // "" until the first one
  String redirect_;     // its value, if nothing else ends the record
  String explanation_;  // the value of "exp"
};

void Merger::drop(std::string_view term) {
  if (out_.dropped.size() == kMaxDropped) return;
  String shown = excerpt(term).text;
  const bool there = std::find(out_.dropped.begin(), out_.dropped.end(), shown) != out_.dropped.end();
  if (!there) out_.dropped.push_back(std::move(shown));
}

std::string_view without_plus(std::string_view term) {
  return term.substr(term.starts_with('+') ? 1 : 0);
}

// False if the same term was seen before. "+a" and "A" are the same as "a".
bool Merger::is_first(std::string_view term) {
  String folded = lower(without_plus(term));
  if (std::find(seen_.begin(), seen_.end(), folded) != seen_.end()) return false;
  if (seen_.size() == kMaxSpfTerms) {
    out_.cut = true;
    return false;
  }
  seen_.push_back(std::move(folded));
  return true;
}

void Merger::keep(std::string_view term) {
  if (is_first(term)) terms_.emplace_back(without_plus(term));
}

void Merger::keep_own_include() {
  keep(String(kInclude) + own_include_);
}

// True for an include of another site or of a name without SPF. It allows none of this domain's senders, or makes the
// record fail.
bool Merger::is_pointless(const String& name) const {
  if (name == evidence_.subject.domain) return true;
  const Site* other = site_of_spf_include(provider_, name);
  if (other != nullptr) return true;  // the include of our own site was handled before
  const PublishedTexts published = published_texts(evidence_, name);
  const bool answered = published.knowledge == Knowledge::Absent || published.knowledge == Knowledge::Present;
  return answered && published.spf.empty();
}

void Merger::take_mechanism(const Mechanism& mechanism, const String& term) {
  if (mechanism.kind == MechanismKind::Include) {
    const String name = name_of(mechanism.domain_spec);
    if (name == own_include_) {
      keep_own_include();
      return;
    }
    if (!is_first(term)) return;
    if (is_pointless(name)) {
      drop(term);
    } else {
      terms_.emplace_back(without_plus(term));
    }
    return;
  }
  keep(term);
}

// Keeps the softest "all" so far. No mail that is accepted today may be refused afterwards.
void Merger::soften(const Mechanism& all, const String& term) {
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
void Merger::take_redirect(const SpfRecord& record, const String& text, bool only) {
  const Modifier* redirect = modifier(record, "redirect");
  if (redirect == nullptr) return;
  const String term = text.substr(redirect->span.position, redirect->span.length);
  const String name = name_of(redirect->value);
  if (name == own_include_) {
    keep_own_include();
  } else if (effective_redirect(record) == nullptr || is_pointless(name)) {
    drop(term);
  } else if (only) {
    redirect_ = redirect->value;
  } else {
    keep(String(kInclude) + redirect->value);
  }
}

// Receivers skip a modifier that RFC 7208 does not define, and may learn its meaning one day.
void Merger::take_modifier(const Modifier& modifier, const String& term) {
  if (modifier.name == "exp" && (explanation_.empty() || explanation_ == modifier.value)) {
    explanation_ = modifier.value;
  } else {
    drop(term);
  }
}

// Drops terms with errors. An error may be inside a term, and a term may have several.
void Merger::drop_errors(const SpfRecord& record, const String& text) {
  std::size_t behind = 0;
  for (const RecordError& error : record.errors) {
    if (error.span.position < behind) continue;
    const std::size_t space = text.rfind(' ', error.span.position);
    const std::size_t begin = space == String::npos ? 0 : space + 1;
    const std::size_t least = std::max(error.span.position, begin);
    behind = std::min(text.find(' ', std::min(least, text.size())), text.size());
    if (error.reason == kTooManyTerms) {
      behind = text.size();
      out_.cut = true;
    }
    drop(std::string_view(text).substr(begin, behind - begin));
  }
}

void Merger::take(const String& text, bool only) {
  const SpfRecord record = parse_spf(text);
  for (const Mechanism& each : record.mechanisms) {
    const String term = text.substr(each.span.position, each.span.length);
    if (is_all(each)) {
      soften(each, term);
    } else {
      take_mechanism(each, term);
    }
  }
  take_redirect(record, text, only);
  for (const Modifier& each : record.modifiers) {
    if (each.name != "redirect") take_modifier(each, text.substr(each.span.position, each.span.length));
  }
  drop_errors(record, text);
}

void Merger::gather(PublishedTexts published) {
  out_.current = std::move(published.spf);
  if (!out_.current.empty()) return;
  for (String& text : published.others) {
    if (out_.current.size() < kMaxPolicyTexts && spf_slip(text)) out_.current.push_back(std::move(text));
  }
}

String Merger::written() const {
  String text(kVersion);
  for (const String& each : terms_) (text += ' ') += each;
  if (redirect_.empty() || !all_.empty()) {
    text += ' ' + (all_.empty() ? String("~all") : all_);
  } else {
    ((text += ' ') += kRedirect) += redirect_;
  }
  return explanation_.empty() ? text : text + " exp=" + explanation_;
}

MergedPolicy Merger::merge() {
  const String& domain = evidence_.subject.domain;
  PublishedTexts published = published_texts(evidence_, domain);
  const bool known = published.knowledge == Knowledge::Absent || published.knowledge == Knowledge::Present;
  if (!known || own_include_.empty()) return std::move(out_);
  gather(std::move(published));
  for (const String& each : out_.current) take(repaired_spf(each), out_.current.size() == 1);
  if (out_.current.empty()) all_ = "-all";
  keep_own_include();
  out_.text = written();
  out_.changes = out_.current.size() != 1 || out_.current.front() != out_.text;
  out_.walk = walk_policy_as(evidence_, domain, out_.text);
  out_.lookups = out_.walk.lookups;
  out_.complete = out_.walk.complete;
  out_.exceeds = out_.cut || out_.lookups > std::int64_t{kMaxLookupTerms};
  return std::move(out_);
}

}  // namespace

MergedPolicy merged_policy(const Evidence& evidence, const Site& site, const Provider& provider) {
  return Merger(evidence, site, provider).merge();
}

}  // namespace alimail
