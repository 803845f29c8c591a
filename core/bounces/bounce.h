// A bounce taken apart: who said it, about whom, the reply with its codes, which server, when.
//
// Law: says what stands there and guesses nothing; a field that is not found is empty. How each program writes its bounces
// is data ("layouts" of replies.json): phrases behind, or before, which a field stands. Linear: all phrases are looked
// for in one pass, each field has a greatest length.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"

namespace alimail {

inline constexpr std::size_t kMaxMailbox = 320;  // RFC 5321 section 4.5.3.1: 64 + 1 + 255
inline constexpr std::size_t kMaxHost = 255;
inline constexpr std::size_t kMaxReply = 500;

struct Codes {            // of one reply, RFC 5321 and RFC 3463; "" where there is none
  std::string basic;      // "550"
  std::string enhanced;   // "5.1.1"
  std::size_t begin = 0;  // where the first of them stands
};

struct Bounce {
  std::string_view layout;
  std::string reporter;
  std::string recipient;
  std::string domain;  // of the recipient
  std::string sender;
  Codes codes;
  std::string server;
  std::string ip;
  std::string time;
  std::string text;       // the reply, on one line
  std::size_t begin = 0;  // of the reply, in the plain text
  std::size_t end = 0;
  std::size_t copy = std::string_view::npos;  // where the copy of the returned mail begins that follows the reply
};

// The last reply code in text[begin, end) and the enhanced code beside it. Numbers within addresses and versions are none.
Codes codes_in(std::string_view text, std::size_t begin, std::size_t end);

// `plain`: as of plain_text(). Nothing where no layout is recognised, nor a reply with an enhanced code.
std::optional<Bounce> read_bounce(std::string_view plain, const Json& replies);

// The bounce that consists of nothing but the reply that stands around `at`.
Bounce bounce_of_line(std::string_view plain, std::size_t at);

}  // namespace alimail
