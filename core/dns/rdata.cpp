// RDATA from a message. RFC 1035 section 3.3, RFC 3596 (AAAA), RFC 8659 (CAA).

#include "dns/rdata.h"

#include <array>

#include "dns/address_text.h"
#include "dns/reader.h"

namespace alimail {
namespace {

// The parts of the RDATA of a type, in this order: fixed bytes, character strings, names, and possibly a rest.
struct Layout {
  std::uint16_t type;
  std::size_t fixed;
  int strings;
  int names;
  bool rest;
};

constexpr std::array kLayouts{
    Layout{13, 0, 2, 0, false},  // HINFO, RFC 1035 section 3.3.2
    Layout{14, 0, 0, 2, false},  // MINFO, RFC 1035 section 3.3.7
    Layout{17, 0, 0, 2, false},  // RP, RFC 1183
    Layout{18, 2, 0, 1, false},  // AFSDB, RFC 1183
    Layout{24, 18, 0, 1, true},  // SIG, RFC 2535
    Layout{33, 6, 0, 1, false},  // SRV, RFC 2782
    Layout{35, 4, 3, 1, false},  // NAPTR, RFC 3403
    Layout{36, 2, 0, 1, false},  // KX, RFC 2230
    Layout{39, 0, 0, 1, false},  // DNAME, RFC 6672
    Layout{43, 4, 0, 0, true},   // DS, RFC 4034
    Layout{44, 2, 0, 0, true},   // SSHFP, RFC 4255
    Layout{46, 18, 0, 1, true},  // RRSIG, RFC 4034
    Layout{47, 0, 0, 1, true},   // NSEC, RFC 4034
    Layout{48, 4, 0, 0, true},   // DNSKEY, RFC 4034
    Layout{52, 3, 0, 0, true},   // TLSA, RFC 6698
    Layout{64, 2, 0, 1, true},   // SVCB, RFC 9460
    Layout{65, 2, 0, 1, true},   // HTTPS, RFC 9460
    Layout{256, 4, 0, 0, true},  // URI, RFC 7553
};

Rdata read_soa(Reader& in) {
  StartOfAuthority soa;
  soa.mname = in.name();
  soa.rname = in.name();
  soa.serial = in.u32();
  soa.refresh = in.u32();
  soa.retry = in.u32();
  soa.expire = in.u32();
  soa.minimum = in.u32();
  return soa;
}

Rdata read_caa(Reader& in) {
  CertificationAuthority caa;
  caa.flags = in.u8();
  caa.tag = lower(in.character_string());  // tags match in any letter case, RFC 8659 section 4.1
  if (caa.tag.empty()) in.fail({"rdata-length", in.at()});
  caa.value = String(in.take(in.left()));
  return caa;
}

Rdata read_txt(Reader& in) {
  CharacterStrings txt;
  while (in.left() > 0) add_string(txt.strings, in.character_string());
  return txt;
}

Rdata read_mx(Reader& in) {
  MailExchange mx;
  mx.preference = in.u16();
  mx.exchange = in.name();
  return mx;
}

Rdata read_address(Reader& in, std::size_t bytes) {
  const std::string_view address = in.take(bytes);
  if (address.empty()) return Address{};  // the reader has failed
  return Address{bytes == kIpv4Bytes ? ipv4_text(address) : ipv6_text(address)};
}

Rdata read_unknown(Reader& in, RecordType type, std::string_view whole) {
  for (const Layout& layout : kLayouts) {
    if (RecordType{layout.type} != type) continue;
    in.take(layout.fixed);
    for (int i = 0; i < layout.strings; ++i) in.character_string();
    for (int i = 0; i < layout.names; ++i) in.name();
    if (layout.rest) in.take(in.left());
    return UnknownRdata{String(whole)};
  }
  return UnknownRdata{String(in.take(in.left()))};
}

Rdata read_rdata(Reader& in, RecordType type, std::string_view whole) {
  switch (type) {
    case RecordType::A: return read_address(in, kIpv4Bytes);
    case RecordType::Aaaa: return read_address(in, kIpv6Bytes);
    case RecordType::Ns:
    case RecordType::Cname:
    case RecordType::Ptr: return HostName{in.name()};
    case RecordType::Mx: return read_mx(in);
    case RecordType::Txt: return read_txt(in);
    case RecordType::Soa: return read_soa(in);
    case RecordType::Caa: return read_caa(in);
    case RecordType::Opt: break;
  }
  return read_unknown(in, type, whole);
}

}  // namespace

void add_string(Vector<String>& strings, std::string_view text) {
  if (strings.size() < kMaxStrings) {
    strings.emplace_back(text);
  } else {
    strings.back() += text;
  }
}

Result<Rdata> decode_rdata(RecordType type, std::string_view message, std::size_t at, std::size_t end,
                           std::size_t& names) {
  Reader in(message, at, end, "rdata-length");
  Rdata data = read_rdata(in, type, message.substr(at, end - at));
  names += in.names();
  if (in.left() > 0) in.fail({"rdata-length", in.at()});
  if (!in.ok()) return in.error();
  return data;
}

}  // namespace alimail
