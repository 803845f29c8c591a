#include "bounces/bounce.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/containers.h"
#include "bounces/fields.h"
#include "bounces/first_places.h"
#include "names/domain_name.h"
#include "words/fold.h"

namespace alimail {
namespace {

constexpr auto kNone = std::string_view::npos;

struct Reader {
  std::string_view plain;
  String low;  // `plain` in lower case; the phrases are searched here
  const Vector<String>* names = nullptr;
  const Vector<Json>* layouts = nullptr;
  const Json* own = nullptr;    // the layout of this bounce
  Vector<const Json*> phrases;  // the phrases of all layouts
  Vector<std::size_t> first;    // the first position of each phrase
};

struct Place {
  std::size_t begin = kNone;  // of the phrase
  std::size_t end = kNone;    // end of the phrase, where the field begins
  [[nodiscard]] bool found() const {
    return begin != kNone;
  }
};

Vector<std::size_t> find_all(std::string_view text, const Vector<const Json*>& phrases) {
  Vector<std::string_view> wanted;
  for (const Json* phrase : phrases) wanted.push_back(phrase->text);
  return first_places(text, wanted);
}

void look_for_phrases(Reader& reader) {
  for (const Json& layout : *reader.layouts) {
    for (const Json& field : layout.items) {
      for (const Json& phrase : field.items) reader.phrases.push_back(&phrase);
    }
  }
  reader.first = find_all(reader.low, reader.phrases);
}

std::size_t place_of(const Reader& reader, const Json& phrase, std::size_t from) {
  const auto known = std::find(reader.phrases.begin(), reader.phrases.end(), &phrase);
  const std::size_t at = reader.first[static_cast<std::size_t>(known - reader.phrases.begin())];
  return at == kNone || at >= from ? at : reader.low.find(phrase.text, from);
}

Place find_in(const Reader& reader, const Json& layout, std::string_view field, std::size_t from = 0) {
  for (const Json& phrase : array_or_empty(layout, field)) {
    const std::size_t at = place_of(reader, phrase, from);
    if (at != kNone) return {at, at + phrase.text.size()};
  }
  return {};
}

// Uses the phrases of the bounce's own layout first, then those of any layout: a Postfix bounce also contains an RFC
// 3464 report.
Place find_field(const Reader& reader, std::string_view field) {
  Place place = find_in(reader, *reader.own, field);
  for (const Json& layout : *reader.layouts) {
    if (!place.found() && member(layout, "needs") == nullptr) place = find_in(reader, layout, field);
  }
  return place;
}

bool is_layout(const Reader& reader, const Json& layout) {
  if (member(layout, "needs") != nullptr) return find_in(reader, layout, "needs").found();
  return find_in(reader, layout, "mark").found();
}

// The length of a prefix such as "smtp;" or "x-postfix;", with which RFC 3464 marks the type of a field.
std::size_t type_length(std::string_view rest) {
  constexpr std::size_t kLongest = 16;
  std::size_t size = 0;
  while (size < rest.size() && size < kLongest && (is_alphanumeric(rest[size]) || rest[size] == '-')) ++size;
  return size > 0 && size < rest.size() && rest[size] == ';' && !is_digit(rest[0]) ? size + 1 : 0;
}

// Skips what precedes a quoted reply: its type and quotation marks.
std::size_t skip_to_reply(std::string_view plain, std::size_t at) {
  constexpr std::string_view kFullWidthColon = "\xEF\xBC\x9A";
  while (at < plain.size()) {
    const std::string_view rest = plain.substr(at);
    if (std::string_view(" \t\n:;<'\"|").find(rest[0]) != kNone) {
      ++at;
    } else if (rest.starts_with(kFullWidthColon)) {
      at += kFullWidthColon.size();
    } else if (const std::size_t type = type_length(rest); type > 0) {
      at += type;
    } else {
      break;
    }
  }
  return at;
}

bool is_header(const Reader& reader, const Place& phrase) {
  return reader.low[phrase.begin] == '\n' && reader.low[phrase.end - 1] == ':';
}

std::size_t end_of_reply(const Reader& reader, const Place& phrase, std::size_t begin, const Json& replies) {
  const std::string_view near = std::string_view(reader.low).substr(begin, kMaxReply);
  std::size_t size = near.size();
  for (const Json& stop : array_or_empty(replies, "stops")) size = std::min(size, near.find(stop.text));
  for (std::size_t at = 0; is_header(reader, phrase) && at < size; ++at) {
    if (near[at] == '\n' && at + 1 < near.size() && near[at + 1] != ' ' && near[at + 1] != '\t') size = at;
  }
  while (size > 0 && size < near.size() && (static_cast<unsigned char>(near[size]) & 0xC0U) == 0x80) --size;
  return begin + size;
}

// Reads the time that Alibaba Mail appends to the other server's reply: "... reply:550 text at Mon, 23 Nov 2026".
void take_time(Bounce& bounce) {
  const std::size_t at = bounce.text.rfind(" at ");
  if (bounce.layout != "alibaba" || at == kNone || at + 4 >= bounce.text.size()) return;
  const std::string_view rest = std::string_view(bounce.text).substr(at + 4);
  if (rest.find(':') == kNone || rest.size() > 60) return;
  bounce.time = rest;
  bounce.text.resize(at);
}

Place find_reply(const Reader& reader, const Bounce& bounce) {
  const std::size_t from = bounce.domain.empty() ? 0 : find_in(reader, *reader.own, "domain").end;
  Place place = find_in(reader, *reader.own, "reply", from);
  if (!place.found()) place = find_field(reader, "reply");
  return place.found() ? place : find_in(reader, *reader.own, "rest");
}

// The first basic code near the beginning, and the enhanced code next to it.
Codes first_codes(std::string_view text) {
  constexpr std::size_t kHead = 200;
  constexpr std::size_t kBoth = 14;
  for (std::size_t at = 0; at < std::min(kHead, text.size()); ++at) {
    const Codes one = codes_in(text, at, at + 1);
    if (!one.basic.empty() || !one.enhanced.empty()) return codes_in(text, at, at + kBoth);
  }
  return {};
}

void read_reply(Bounce& bounce, const Reader& reader, const Json& replies) {
  const Place place = find_reply(reader, bounce);
  if (!place.found()) return;
  bounce.begin = skip_to_reply(reader.plain, place.end);
  bounce.end = end_of_reply(reader, place, bounce.begin, replies);
  const Codes codes = first_codes(reader.plain.substr(bounce.begin, bounce.end - bounce.begin));
  // the text before the code is only an introduction by the reporter
  if (!codes.basic.empty()) bounce.begin += codes.begin;
  bounce.text = one_line(reader.plain.substr(bounce.begin, bounce.end - bounce.begin));
  bounce.codes = first_codes(bounce.text);
  take_time(bounce);
}

void read_server(Bounce& bounce, const Reader& reader) {
  Server server;
  if (const Place place = find_field(reader, "before"); place.found())
    server = server_before(reader.plain, place.begin);
  if (server.name.empty() && server.ip.empty()) {
    Place place = find_in(reader, *reader.own, "server",
                          bounce.layout == "alibaba" ? find_in(reader, *reader.own, "domain").begin : 0);
    if (!place.found() && bounce.layout != "alibaba") place = find_field(reader, "server");
    if (place.found()) server = server_after(reader.plain, place.end);
  }
  bounce.server = lower(server.name);
  bounce.ip = server.ip;
}

void read_rest(Bounce& bounce, const Reader& reader) {
  if (const Place place = find_field(reader, "reporter"); place.found())
    bounce.reporter = lower(server_after(reader.plain, place.end).name);
  if (const Place place = find_field(reader, "recipient"); place.found())
    bounce.recipient = mailbox_after(reader.plain, place.end);
  if (const Place place = find_field(reader, "sender"); place.found())
    bounce.sender = mailbox_after(line_after(reader.plain, place.end), 0);
  if (const Place place = find_field(reader, "time"); place.found() && bounce.time.empty())
    bounce.time = String(line_after(reader.plain, place.end).substr(0, 60));
  if (const Place place = find_field(reader, "status"); place.found() && bounce.codes.enhanced.empty()) {
    bounce.codes.enhanced = enhanced_at(line_after(reader.plain, place.end));
  }
  if (bounce.domain.empty())
    bounce.domain = lower(std::string_view(bounce.recipient).substr(bounce.recipient.find('@') + 1));
}

std::size_t copy_behind(const Reader& reader, std::size_t reply, const Json& replies) {
  Vector<const Json*> phrases;
  for (const Json& phrase : array_or_empty(replies, "ends")) phrases.push_back(&phrase);
  std::size_t copy = kNone;
  for (const std::size_t at : find_all(std::string_view(reader.low).substr(reply), phrases)) copy = std::min(copy, at);
  return copy == kNone ? kNone : reply + copy;
}

// Finds a quoted reply with an enhanced code. A code such as "535 5.7.8" answers a login and is not a bounce.
std::optional<Bounce> quoted_reply(std::string_view plain) {
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (!is_code_digit(plain[at])) continue;
    const bool begins = at == 0 || (!is_alphanumeric(plain[at - 1]) && plain[at - 1] != '.');
    if (!begins || !is_code_at(plain, at) || plain[at + 1] == '3') continue;
    if (at + 4 >= plain.size() || enhanced_at(plain.substr(at + 4)).empty() || !is_code_digit(plain[at + 4])) continue;
    return bounce_of_line(plain, at);
  }
  return std::nullopt;
}

std::optional<Bounce> bounce_in(Reader& reader, const Json& replies) {
  Bounce bounce;
  for (std::size_t i = 0; i < reader.layouts->size() && reader.own == nullptr; ++i) {
    if (!is_layout(reader, (*reader.layouts)[i])) continue;
    reader.own = &(*reader.layouts)[i];
    bounce.layout = (*reader.names)[i];
  }
  if (reader.own == nullptr) return quoted_reply(reader.plain);
  if (const Place place = find_in(reader, *reader.own, "domain"); place.found()) {
    bounce.domain = lower(server_after(reader.plain, place.end).name);
  }
  read_reply(bounce, reader, replies);
  read_server(bounce, reader);
  read_rest(bounce, reader);
  return bounce;
}

}  // namespace

std::optional<Bounce> read_bounce(std::string_view plain, const Json& replies) {
  const Json* layouts = member(replies, "layouts");
  if (layouts == nullptr) return std::nullopt;
  Reader reader;
  reader.plain = plain;
  reader.low = lower(plain);
  reader.names = &layouts->names;
  reader.layouts = &layouts->items;
  look_for_phrases(reader);
  std::optional<Bounce> bounce = bounce_in(reader, replies);
  if (bounce && bounce->end > 0) bounce->copy = copy_behind(reader, bounce->end, replies);
  return bounce;
}

Bounce bounce_of_line(std::string_view plain, std::size_t at) {
  Bounce bounce;
  bounce.layout = "plain";
  bounce.begin = at;
  const std::size_t size = std::min(plain.substr(at, kMaxReply).find('\n'), std::min(plain.size() - at, kMaxReply));
  bounce.end = at + size;
  bounce.text = one_line(plain.substr(at, size));
  bounce.codes = codes_in(bounce.text, 0, 14);
  if (const std::size_t open = bounce.text.find('<'); open != kNone)
    bounce.recipient = mailbox_after(bounce.text, open);
  bounce.domain = lower(std::string_view(bounce.recipient).substr(bounce.recipient.find('@') + 1));
  return bounce;
}

}  // namespace alimail
