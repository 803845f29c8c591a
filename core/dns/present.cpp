// RDATA in a form for people. RFC 1035 section 5; RFC 3597 section 5 for types without their own form.

#include "dns/present.h"

#include <cstdint>

namespace alimail {
namespace {

std::string or_root(const std::string& name) {
  return name.empty() ? "." : name;
}

struct Presenter {
  std::string operator()(const Address& address) const {
    return address.text;
  }
  std::string operator()(const HostName& host) const {
    return or_root(host.name);
  }
  std::string operator()(const MailExchange& mx) const {
    return std::to_string(mx.preference) + ' ' + or_root(mx.exchange);
  }
  std::string operator()(const CharacterStrings& txt) const {
    std::string joined;
    for (const std::string& part : txt.strings) joined += part;
    return joined;
  }
  std::string operator()(const StartOfAuthority& soa) const {
    std::string out = or_root(soa.mname) + ' ' + or_root(soa.rname);
    for (const std::uint32_t number : {soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum}) {
      out += ' ' + std::to_string(number);
    }
    return out;
  }
  std::string operator()(const CertificationAuthority& caa) const {
    return std::to_string(unsigned{caa.flags}) + ' ' + caa.tag + " \"" + caa.value + '"';
  }
  std::string operator()(const UnknownRdata& unknown) const {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "\\# " + std::to_string(unknown.bytes.size());
    if (!unknown.bytes.empty()) out += ' ';
    for (const char c : unknown.bytes) {
      const unsigned byte = static_cast<unsigned char>(c);
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
    return out;
  }
};

}  // namespace

std::string present(const Rdata& data) {
  return std::visit(Presenter{}, data);
}

}  // namespace alimail
