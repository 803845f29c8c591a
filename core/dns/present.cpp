// RDATA in a form for people. RFC 1035 section 5; RFC 3597 section 5 for types without their own form.

#include "dns/present.h"

#include <cstdint>

namespace alimail {
namespace {

String or_root(const String& name) {
  return name.empty() ? "." : name;
}

struct Presenter {
  String operator()(const Address& address) const {
    return address.text;
  }
  String operator()(const HostName& host) const {
    return or_root(host.name);
  }
  String operator()(const MailExchange& mx) const {
    return to_string(mx.preference) + ' ' + or_root(mx.exchange);
  }
  String operator()(const CharacterStrings& txt) const {
    String joined;
    for (const String& part : txt.strings) joined += part;
    return joined;
  }
  String operator()(const StartOfAuthority& soa) const {
    String out = or_root(soa.mname) + ' ' + or_root(soa.rname);
    for (const std::uint32_t number : {soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum}) {
      out += ' ' + to_string(number);
    }
    return out;
  }
  String operator()(const CertificationAuthority& caa) const {
    return to_string(unsigned{caa.flags}) + ' ' + caa.tag + " \"" + caa.value + '"';
  }
  String operator()(const UnknownRdata& unknown) const {
    constexpr std::string_view kHex = "0123456789abcdef";
    String out = "\\# " + to_string(unknown.bytes.size());
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

String present(const Rdata& data) {
  return std::visit(Presenter{}, data);
}

}  // namespace alimail
