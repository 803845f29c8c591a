// DNS messages between bytes and values. RFC 1035 section 4, RFC 6891 (EDNS), RFC 8914 (extended errors).

#include "dns/message.h"

#include <cstdint>
#include <optional>
#include <utility>

#include "dns/rdata.h"
#include "dns/reader.h"

namespace alimail {
namespace {

constexpr std::size_t kHeaderBytes = 12;
constexpr std::uint16_t kClassIn = 1;
constexpr std::uint16_t kResponse = 0x8000;
constexpr std::uint16_t kOpcodeBits = 0x7800;  // 0 is QUERY
constexpr std::uint16_t kTruncated = 0x0200;
constexpr std::uint16_t kRecursionDesired = 0x0100;
constexpr std::uint16_t kCheckingDisabled = 0x0010;
constexpr std::uint16_t kAuthentic = 0x0020;
constexpr std::uint16_t kRcodeBits = 0x000F;

constexpr std::uint16_t kUdpSize = 1232;  // DoH ignores it; no path fragments this size (DNS flag day 2020)
constexpr std::uint16_t kExtendedErrorOption = 15;

struct Header {
  std::uint16_t id = 0;
  std::uint16_t flags = 0;
  std::uint16_t questions = 0;
  std::uint16_t answers = 0;
  std::uint16_t authorities = 0;
  std::uint16_t additionals = 0;
};

void append_u16(String& out, std::uint16_t value) {
  out += static_cast<char>(value >> 8U);
  out += static_cast<char>(value & 0xFFU);
}

Header read_header(Reader& in) {
  Header header;
  header.id = in.u16();
  header.flags = in.u16();
  header.questions = in.u16();
  header.answers = in.u16();
  header.authorities = in.u16();
  header.additionals = in.u16();
  return header;
}

void read_questions(Reader& in, std::uint16_t count, Message& message) {
  for (std::uint16_t i = 0; i < count && in.ok(); ++i) {
    Question question;
    question.name = in.name();
    question.type = RecordType{in.u16()};
    const std::uint16_t question_class = in.u16();
    if (question_class != kClassIn) continue;
    if (message.questions.size() == kMaxRecords) {
      message.truncated = true;
      continue;
    }
    message.questions.push_back(std::move(question));
  }
}

// A record whose RDATA is not read yet.
struct Slot {
  String name;
  RecordType type = RecordType::A;
  std::uint16_t record_class = 0;
  std::uint32_t ttl = 0;
  std::size_t rdata = 0;
  std::size_t end = 0;
};

Slot read_slot(Reader& in) {
  Slot slot;
  slot.name = in.name();
  slot.type = RecordType{in.u16()};
  slot.record_class = in.u16();
  slot.ttl = in.u32();
  const std::uint16_t length = in.u16();
  slot.rdata = in.at();
  in.take(length);
  slot.end = in.at();
  return slot;
}

// The bytes of a message, and the length of all names in RDATA so far.
struct Source {
  std::string_view bytes;
  std::size_t names = 0;
};

// Reads the RDATA of one record, unless records of this kind are dropped.
Result<std::optional<Rdata>> read_rdata(const Reader& in, Source& source, const Slot& slot) {
  if (in.names() + source.names > kMaxNamesBytes) return Error{"too-long", slot.rdata};
  if (slot.record_class != kClassIn || slot.type == RecordType::Opt) return std::optional<Rdata>{};
  Result<Rdata> data = decode_rdata(slot.type, source.bytes, slot.rdata, slot.end, source.names);
  if (!data) return data.error();
  return std::optional<Rdata>{std::move(data.value())};
}

// Reads the answer or the authority section. Records after the first kMaxRecords are checked but not kept.
void read_section(Reader& in, Source& source, std::uint16_t count, Message& message, Vector<ResourceRecord>& kept) {
  for (std::uint16_t i = 0; i < count && in.ok(); ++i) {
    Slot slot = read_slot(in);
    if (!in.ok()) return;
    Result<std::optional<Rdata>> data = read_rdata(in, source, slot);
    if (!data) return in.fail(data.error());
    std::optional<Rdata>& rdata = data.value();
    if (!rdata) continue;
    if (kept.size() == kMaxRecords) {
      message.truncated = true;
      continue;
    }
    kept.push_back({std::move(slot.name), slot.type, sane_ttl(slot.ttl), *std::move(rdata)});
  }
}

void read_extended_error(std::string_view option, Message& message) {
  if (message.errors.size() == kMaxExtendedErrors) return;
  Reader in(option, 0, option.size(), "rdata-length");
  ExtendedError error;
  error.code = in.u16();
  std::string_view text = in.take(in.left());
  while (!text.empty() && text.back() == '\0') text.remove_suffix(1);  // senders may add null bytes, RFC 8914 section 2
  error.text = String(text);
  message.errors.push_back(std::move(error));
}

// The OPT pseudo-record, RFC 6891 section 6.1: its TTL contains the upper eight bits of the rcode, and its RDATA are
// options.
void read_opt(Reader& in, std::string_view bytes, const Slot& slot, Message& message) {
  message.rcode = static_cast<std::uint16_t>((message.rcode & kRcodeBits) | (slot.ttl >> 24U) << 4U);
  Reader options(bytes, slot.rdata, slot.end, "rdata-length");
  while (options.left() > 0) {
    const std::uint16_t code = options.u16();
    const std::string_view option = options.take(options.u16());
    if (code != kExtendedErrorOption || !options.ok()) continue;
    if (option.size() < sizeof(ExtendedError::code)) options.fail({"rdata-length", options.at()});
    if (options.ok()) read_extended_error(option, message);
  }
  if (!options.ok()) in.fail(options.error());
}

void read_additional(Reader& in, Source& source, std::uint16_t count, Message& message) {
  for (std::uint16_t i = 0; i < count && in.ok(); ++i) {
    const Slot slot = read_slot(in);
    if (!in.ok()) return;
    const Result<std::optional<Rdata>> data = read_rdata(in, source, slot);
    if (!data) return in.fail(data.error());
    if (slot.type == RecordType::Opt) read_opt(in, source.bytes, slot, message);
  }
}

}  // namespace

String encode_query(const Question& question, bool checking_disabled) {
  const Result<String> name = encode_name(question.name);
  if (!name) return {};
  String out;
  append_u16(out, 0);  // ID
  append_u16(out, static_cast<std::uint16_t>(kRecursionDesired | (checking_disabled ? kCheckingDisabled : 0)));
  append_u16(out, 1);  // one question
  append_u16(out, 0);
  append_u16(out, 0);
  append_u16(out, 1);  // one additional record: OPT
  out += name.value();
  append_u16(out, static_cast<std::uint16_t>(question.type));
  append_u16(out, kClassIn);
  out += '\0';  // OPT has the root as its name, the UDP size as its class, no flags and no options
  append_u16(out, static_cast<std::uint16_t>(RecordType::Opt));
  append_u16(out, kUdpSize);
  out.append(6, '\0');
  return out;
}

bool is_response(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes) return false;
  Reader in(bytes, 0, bytes.size(), "short-header");
  const std::uint16_t flags = read_header(in).flags;
  return (flags & kResponse) != 0 && (flags & kOpcodeBits) == 0;
}

Result<Message> decode_message(std::string_view bytes) {
  if (bytes.size() > kMaxMessageBytes) return Error{"too-long", kMaxMessageBytes};
  if (bytes.size() < kHeaderBytes) return Error{"short-header", bytes.size()};
  Reader in(bytes, 0, bytes.size(), "short-record");
  const Header header = read_header(in);
  Message message;
  message.rcode = header.flags & kRcodeBits;
  message.truncated = (header.flags & kTruncated) != 0;
  message.authentic = (header.flags & kAuthentic) != 0;
  read_questions(in, header.questions, message);
  Source source{bytes};
  read_section(in, source, header.answers, message, message.answer);
  read_section(in, source, header.authorities, message, message.authority);
  read_additional(in, source, header.additionals, message);
  if (!in.ok()) return in.error();
  return message;
}

}  // namespace alimail
