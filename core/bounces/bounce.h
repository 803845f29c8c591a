// A bounce taken apart: who said it, about whom, the reply with its codes, which server, when.
//
// Law: says what stands there and guesses nothing; a field that is not found is empty. How each program writes its bounces
// is data ("layouts" of server_replies.json): phrases behind, or before, which a field stands. Linear: all phrases are looked
// for in one pass, each field has a greatest length.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bounces/codes.h"
#include "json/value.h"

namespace alimail {

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

// `plain`: as of plain_text(). Nothing where no layout is recognised, nor a reply with an enhanced code.
std::optional<Bounce> read_bounce(std::string_view plain, const Json& replies);

// The bounce that consists of nothing but the reply that stands around `at`.
Bounce bounce_of_line(std::string_view plain, std::size_t at);

}  // namespace alimail
