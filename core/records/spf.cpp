#include "records/spf.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/digits.h"
#include "dns/address_text.h"
#include "names/domain_name.h"
#include "records/macro_string.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";
constexpr int kIp4Bits = 32;
constexpr int kIp6Bits = 128;

enum class Argument {
  None,
  Domain,
  DomainIfAny,
  DomainAndPrefixes,  // both optional
  Network
};

struct MechanismForm {
  std::string_view name;
  MechanismKind kind;
  Argument argument;
};

constexpr MechanismForm kForms[] = {
    {"all", MechanismKind::All, Argument::None},          {"include", MechanismKind::Include, Argument::Domain},
    {"a", MechanismKind::A, Argument::DomainAndPrefixes}, {"mx", MechanismKind::Mx, Argument::DomainAndPrefixes},
    {"ptr", MechanismKind::Ptr, Argument::DomainIfAny},   {"ip4", MechanismKind::Ip4, Argument::Network},
    {"ip6", MechanismKind::Ip6, Argument::Network},       {"exists", MechanismKind::Exists, Argument::Domain},
};

bool is_of_name(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
}

// A piece of the record with its position.
struct Part {
  std::string_view text;
  std::size_t position = 0;

  [[nodiscard]] Part from(std::size_t offset) const {
    return {text.substr(offset), position + offset};
  }
  [[nodiscard]] Part until(std::size_t offset) const {
    return {text.substr(0, offset), position};
  }
  [[nodiscard]] TextSpan span() const {
    return {position, text.size()};
  }
};

class Errors {
 public:
  explicit Errors(Vector<RecordError>& errors) : errors_(errors) {}

  // Returns false, which lets a parser report an error and return in one statement.
  bool add(std::string_view reason, Part part) {
    errors_.push_back({reason, part.span()});
    return false;
  }

  bool add_if(const std::optional<MacroFlaw>& flaw, Part value) {
    return !flaw || add(flaw->reason, value.from(flaw->position).until(flaw->length));
  }

 private:
  Vector<RecordError>& errors_;
};

bool check_domain_spec(Part value, Part term, Errors& errors) {
  if (value.text.empty()) return errors.add("missing-domain", term);
  return errors.add_if(flaw_of_domain_spec(value.text), value);
}

// Removes the "/" and the number after it from the front of `text` and returns the number. The grammar allows no
// leading zero.
std::optional<int> take_prefix(std::string_view& text, int bits) {
  text.remove_prefix(1);
  const std::string_view digits = text;
  const std::optional<std::uint64_t> number = take_number(text, static_cast<std::uint64_t>(bits));
  if (!number || (digits.front() == '0' && digits.size() - text.size() > 1)) return std::nullopt;
  return static_cast<int>(*number);
}

// [ip4-cidr-length] ["/" ip6-cidr-length]
bool read_dual_prefix(Mechanism& mechanism, Part value, Errors& errors) {
  std::string_view rest = value.text;
  if (rest.starts_with('/') && !rest.starts_with("//")) {
    const std::optional<int> bits = take_prefix(rest, kIp4Bits);
    if (!bits) return errors.add("bad-ip4-prefix", value);
    mechanism.ip4_prefix = *bits;
  }
  if (rest.starts_with("//")) {
    rest.remove_prefix(1);
    const std::optional<int> bits = take_prefix(rest, kIp6Bits);
    if (!bits) return errors.add("bad-ip6-prefix", value);
    mechanism.ip6_prefix = *bits;
  }
  return rest.empty() || errors.add("bad-prefix", value);
}

bool read_network(Mechanism& mechanism, Part value, Part term, Errors& errors) {
  const bool ip4 = mechanism.kind == MechanismKind::Ip4;
  const std::size_t slash = std::min(value.text.find('/'), value.text.size());
  const Part address = value.until(slash);
  if (address.text.empty()) return errors.add("missing-address", term);
  Result<String> bytes = ip4 ? parse_ipv4(address.text) : parse_ipv6(address.text);
  if (!bytes) return errors.add(ip4 ? "bad-ip4" : "bad-ip6", address);
  mechanism.network = std::move(bytes.value());
  Part prefix = value.from(slash);
  if (prefix.text.empty()) return true;
  std::string_view rest = prefix.text;
  const std::optional<int> bits = take_prefix(rest, ip4 ? kIp4Bits : kIp6Bits);
  if (!bits || !rest.empty()) return errors.add(ip4 ? "bad-ip4-prefix" : "bad-ip6-prefix", prefix);
  (ip4 ? mechanism.ip4_prefix : mechanism.ip6_prefix) = *bits;
  return true;
}

// Finds the prefix lengths at the end of a domain. The top label contains a letter, so trailing digits and slashes
// belong to the prefix lengths.
std::size_t prefix_start(std::string_view value) {
  const std::size_t last_other = value.find_last_not_of("0123456789/");
  const std::size_t slash = value.find('/', last_other == std::string_view::npos ? 0 : last_other);
  return std::min(slash, value.size());
}

bool read_domain(Mechanism& mechanism, Part value, Part term, bool prefixes, Errors& errors) {
  const std::size_t end = prefixes ? prefix_start(value.text) : value.text.size();
  if (!check_domain_spec(value.until(end), term, errors)) return false;
  mechanism.domain_spec = String(value.text.substr(0, end));
  return read_dual_prefix(mechanism, value.from(end), errors);
}

// Reads what follows the name of a mechanism: "", ":…" or "/…".
bool read_argument(Mechanism& mechanism, Argument argument, Part rest, Part term, Errors& errors) {
  const bool has_value = rest.text.starts_with(':');
  const Part value = has_value ? rest.from(1) : rest;
  switch (argument) {
    case Argument::None: return rest.text.empty() || errors.add("unexpected-argument", rest);
    case Argument::Domain:
    case Argument::DomainIfAny:
      if (has_value) return read_domain(mechanism, value, term, false, errors);
      if (!rest.text.empty()) return errors.add("unexpected-argument", rest);
      return argument == Argument::DomainIfAny || errors.add("missing-domain", term);
    case Argument::DomainAndPrefixes:
      if (has_value) return read_domain(mechanism, value, term, true, errors);
      return read_dual_prefix(mechanism, rest, errors);
    case Argument::Network:
      if (!has_value) return errors.add("missing-address", term);
      return read_network(mechanism, value, term, errors);
  }
  return false;
}

std::optional<Qualifier> qualifier_of(char c) {
  switch (c) {
    case '+': return Qualifier::Pass;
    case '-': return Qualifier::Fail;
    case '~': return Qualifier::SoftFail;
    case '?': return Qualifier::Neutral;
    default: return std::nullopt;
  }
}

void read_mechanism(SpfRecord& record, Part term, Errors& errors) {
  Mechanism mechanism;
  mechanism.span = term.span();
  const std::optional<Qualifier> qualifier = qualifier_of(term.text.front());
  if (qualifier) mechanism.qualifier = *qualifier;
  const Part directive = term.from(qualifier ? 1 : 0);
  const std::size_t end = std::min(directive.text.find_first_of(":/"), directive.text.size());
  const String name = lower(directive.text.substr(0, end));
  const auto* const form =
      std::find_if(std::begin(kForms), std::end(kForms), [&](const MechanismForm& each) { return each.name == name; });
  if (form == std::end(kForms)) {
    const auto is_foreign = [](char c) { return c < '!' || c > '~'; };
    const bool foreign = std::any_of(term.text.begin(), term.text.end(), is_foreign);
    errors.add(foreign ? "bad-character" : "unknown-mechanism", term);
    return;
  }
  mechanism.kind = form->kind;
  if (read_argument(mechanism, form->argument, directive.from(end), term, errors)) {
    record.mechanisms.push_back(std::move(mechanism));
  }
}

// The length of the name before the "=" of a modifier, or 0 if the term is not a modifier.
std::size_t modifier_name_length(std::string_view term) {
  if (!is_letter(term.front())) return 0;
  const std::size_t equals = term.find('=');
  if (equals == std::string_view::npos) return 0;
  const std::string_view name = term.substr(0, equals);
  return std::all_of(name.begin(), name.end(), is_of_name) ? equals : 0;
}

void read_modifier(SpfRecord& record, Part term, std::size_t name_length, Errors& errors) {
  const Part value = term.from(name_length + 1);
  Modifier read = {lower(term.text.substr(0, name_length)), String(value.text), term.span()};
  if (read.name == "redirect" || read.name == "exp") {
    if (modifier(record, read.name) != nullptr) {
      errors.add("duplicate-modifier", term);
      return;
    }
    if (!check_domain_spec(value, term, errors)) return;
  } else {
    if (!errors.add_if(flaw_of_macro_string(value.text), value)) return;
  }
  record.modifiers.push_back(std::move(read));
}

}  // namespace

bool is_spf(std::string_view text) {
  if (lower(text.substr(0, kVersion.size())) != kVersion) return false;
  return text.size() == kVersion.size() || text[kVersion.size()] == ' ';
}

SpfRecord parse_spf(std::string_view text) {
  SpfRecord record;
  Errors errors(record.errors);
  std::size_t terms = 0;
  Part rest = Part{text, 0}.from(std::min(kVersion.size(), text.size()));
  while (true) {
    rest = rest.from(std::min(rest.text.find_first_not_of(' '), rest.text.size()));
    if (rest.text.empty()) return record;
    if (terms++ == kMaxSpfTerms) {
      errors.add(kTooManyTerms, rest);
      return record;
    }
    const std::size_t end = std::min(rest.text.find(' '), rest.text.size());
    const Part term = rest.until(end);
    rest = rest.from(end);
    const std::size_t name_length = modifier_name_length(term.text);
    if (name_length > 0) {
      read_modifier(record, term, name_length, errors);
    } else {
      read_mechanism(record, term, errors);
    }
  }
}

const Modifier* modifier(const SpfRecord& record, std::string_view name) {
  const auto found = std::find_if(record.modifiers.begin(), record.modifiers.end(),
                                  [&](const Modifier& each) { return each.name == name; });
  return found != record.modifiers.end() ? &*found : nullptr;
}

}  // namespace alimail
