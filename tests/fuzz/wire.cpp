#include "fuzz/wire.h"

#include <algorithm>
#include <initializer_list>

#include "base/ascii.h"
#include "dns/address_text.h"
#include "dns/message.h"
#include "dns/name_codec.h"
#include "dns/present.h"
#include "json/value.h"

namespace alimail::fuzz {
namespace {

constexpr std::size_t kStringBytes = 255;  // RFC 1035 section 3.3
constexpr std::uint16_t kExtendedErrorOption = 15;

std::string u8(unsigned value) {
  return {static_cast<char>(value & 0xFFU)};
}

std::string u16(std::size_t value) {
  return u8(static_cast<unsigned>(value >> 8U)) + u8(static_cast<unsigned>(value));
}

std::string u32(std::uint32_t value) {
  return u16(value >> 16U) + u16(value & 0xFFFFU);
}

std::string name_bytes(const std::string& name) {
  const Result<std::string> wire = encode_name(name);
  return wire.ok() ? wire.value() : std::string(1, '\0');
}

struct RdataBytes {
  std::string operator()(const Address& address) const {
    const Result<std::string> ip4 = parse_ipv4(address.text);
    return ip4.ok() ? ip4.value() : parse_ipv6(address.text).value();
  }
  std::string operator()(const HostName& host) const {
    return name_bytes(host.name);
  }
  std::string operator()(const MailExchange& mx) const {
    return u16(mx.preference) + name_bytes(mx.exchange);
  }
  std::string operator()(const CharacterStrings& txt) const {
    std::string out;
    for (std::string_view rest : txt.strings) {
      do {
        const std::string_view part = rest.substr(0, kStringBytes);
        ((out += u8(static_cast<unsigned>(part.size()))) += part);
        rest.remove_prefix(part.size());
      } while (!rest.empty());
    }
    return out;
  }
  std::string operator()(const StartOfAuthority& soa) const {
    std::string out = name_bytes(soa.mname) + name_bytes(soa.rname);
    for (const std::uint32_t number : {soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum}) out += u32(number);
    return out;
  }
  std::string operator()(const CertificationAuthority& caa) const {
    return u8(caa.flags) + u8(static_cast<unsigned>(caa.tag.size())) + caa.tag + caa.value;
  }
  std::string operator()(const UnknownRdata& unknown) const {
    return unknown.bytes;
  }
};

std::string record_bytes(const std::string& name, std::size_t type, std::size_t record_class, std::uint32_t ttl,
                         const std::string& data) {
  return name_bytes(name) + u16(type) + u16(record_class) + u32(ttl) + u16(data.size()) + data;
}

std::string section(const std::vector<ResourceRecord>& records, bool& fits) {
  std::string out;
  for (const ResourceRecord& each : records) {
    const std::string data = std::visit(RdataBytes{}, each.data);
    fits = fits && data.size() <= kMaxMessageBytes;
    out += record_bytes(each.name, static_cast<std::size_t>(each.type), 1, each.ttl, data);
  }
  return out;
}

std::string opt(const Message& message) {
  std::string options;
  for (const ExtendedError& error : message.errors) {
    options += u16(kExtendedErrorOption) + u16(error.text.size() + 2) + u16(error.code) + error.text;
  }
  return record_bytes("", static_cast<std::size_t>(RecordType::Opt), 1232, std::uint32_t{message.rcode} >> 4U << 24U,
                      options);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c >= ' ' && c <= '~') {
      out += c;
    } else {
      append_decimal_escape(out, c);
    }
  }
  return out + '"';
}

std::string text_of(const Rdata& data) {
  if (const auto* txt = std::get_if<CharacterStrings>(&data)) {
    std::string out;
    for (const std::string& each : txt->strings) (out += out.empty() ? "" : " ") += quoted(each);
    return out;
  }
  if (const auto* caa = std::get_if<CertificationAuthority>(&data)) {
    return std::to_string(unsigned{caa->flags}) + ' ' + caa->tag + ' ' + quoted(caa->value);
  }
  return present(data);
}

void write_section(JsonWriter& json, std::string_view name, const std::vector<ResourceRecord>& records) {
  json.name(name).array();
  for (const ResourceRecord& each : records) {
    json.object().put("name", each.name + '.').name("type").value(static_cast<std::int64_t>(each.type));
    json.name("TTL").value(std::int64_t{each.ttl}).put("data", text_of(each.data)).end();
  }
  json.end();
}

}  // namespace

std::string wire_of(const Message& message) {
  constexpr unsigned kResponse = 0x8180;  // QR, RD, RA
  const unsigned flags = kResponse | (message.truncated ? 0x0200U : 0U) | (message.authentic ? 0x0020U : 0U);
  const bool edns = !message.errors.empty() || message.rcode > 0xF;
  std::string out = u16(0) + u16(flags | (message.rcode & 0xFU)) + u16(message.questions.size()) +
                    u16(message.answer.size()) + u16(message.authority.size()) + u16(edns ? 1 : 0);
  bool fits = true;
  for (const Question& each : message.questions) {
    out += name_bytes(each.name) + u16(static_cast<std::size_t>(each.type)) + u16(1);
  }
  out += section(message.answer, fits);
  out += section(message.authority, fits);
  if (edns) out += opt(message);
  return fits && out.size() <= kMaxMessageBytes ? out : "";
}

std::string doh_json_of(const Message& message) {
  JsonWriter json;
  json.object().name("Status").value(std::int64_t{message.rcode}).name("TC").value(message.truncated);
  json.name("AD").value(message.authentic).name("Question").array();
  for (const Question& each : message.questions) {
    json.object().put("name", each.name + '.').name("type").value(static_cast<std::int64_t>(each.type)).end();
  }
  json.end();
  write_section(json, "Answer", message.answer);
  write_section(json, "Authority", message.authority);
  json.name("extended_dns_errors").array();
  for (const ExtendedError& error : message.errors) {
    json.object().name("info_code").value(std::int64_t{error.code}).put("extra_text", error.text).end();
  }
  return json.end().end().text();
}

namespace {

// TXT is one text however it was cut. A tag of CAA is a word, and an extended error is a line.
bool is_portable(ResourceRecord& record) {
  if (auto* txt = std::get_if<CharacterStrings>(&record.data)) {
    std::string joined;
    for (const std::string& each : txt->strings) joined += each;
    txt->strings = {std::move(joined)};
  }
  const auto* caa = std::get_if<CertificationAuthority>(&record.data);
  if (caa != nullptr)
    return caa->tag.size() <= kStringBytes && std::all_of(caa->tag.begin(), caa->tag.end(), is_alphanumeric);
  return !std::holds_alternative<UnknownRdata>(record.data);
}

bool is_line(const ExtendedError& error) {
  return error.text.size() <= kStringBytes &&
         std::all_of(error.text.begin(), error.text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

Message portable(Message message) {
  std::erase_if(message.answer, [](ResourceRecord& each) { return !is_portable(each); });
  std::erase_if(message.authority, [](ResourceRecord& each) { return !is_portable(each); });
  std::erase_if(message.questions, [](const Question& each) { return each.type == RecordType{0}; });
  std::erase_if(message.errors, [](const ExtendedError& each) { return !is_line(each); });
  message.questions.resize(std::min(message.questions.size(), kMaxRecords));
  message.errors.resize(std::min<std::size_t>(message.errors.size(), kStringBytes));  // one OPT record holds them
  message.rcode &= 0xFFFU;
  message.comment.clear();
  return message;
}

}  // namespace alimail::fuzz
