// Names of record types (IANA "Resource Record (RR) TYPEs"; RFC 3597 section 5 for types without a name).

#include "dns/record_type.h"

#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/digits.h"
#include "dns/name_codec.h"

namespace alimail {
namespace {

struct TypeName {
  std::uint16_t type;
  std::string_view name;
};

// The types of RecordType, and other types that resolvers include in answers.
constexpr std::array kTypeNames{
    TypeName{1, "A"},      TypeName{2, "NS"},     TypeName{5, "CNAME"},   TypeName{6, "SOA"},    TypeName{12, "PTR"},
    TypeName{13, "HINFO"}, TypeName{15, "MX"},    TypeName{16, "TXT"},    TypeName{28, "AAAA"},  TypeName{33, "SRV"},
    TypeName{35, "NAPTR"}, TypeName{39, "DNAME"}, TypeName{41, "OPT"},    TypeName{43, "DS"},    TypeName{44, "SSHFP"},
    TypeName{46, "RRSIG"}, TypeName{47, "NSEC"},  TypeName{48, "DNSKEY"}, TypeName{50, "NSEC3"}, TypeName{52, "TLSA"},
    TypeName{64, "SVCB"},  TypeName{65, "HTTPS"}, TypeName{99, "SPF"},    TypeName{255, "ANY"},  TypeName{256, "URI"},
    TypeName{257, "CAA"},
};

constexpr std::string_view kGenericPrefix = "TYPE";

// Compares without regard to case. `prefix` is upper case.
bool begins_with(std::string_view name, std::string_view prefix) {
  if (name.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (lower(name[i]) != lower(prefix[i])) return false;
  }
  return true;
}

}  // namespace

String type_name(RecordType type) {
  const auto number = static_cast<std::uint16_t>(type);
  for (const TypeName& known : kTypeNames) {
    if (known.type == number) return String(known.name);
  }
  return "TYPE" + to_string(number);
}

RecordType type_from_name(std::string_view name) {
  for (const TypeName& known : kTypeNames) {
    if (begins_with(name, known.name) && name.size() == known.name.size()) return RecordType{known.type};
  }
  if (!begins_with(name, kGenericPrefix)) return RecordType{0};
  const std::string_view number = name.substr(kGenericPrefix.size());
  return RecordType{static_cast<std::uint16_t>(parse_number(number, 0xFFFF).value_or(0))};
}

}  // namespace alimail
