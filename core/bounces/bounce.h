// A bounce and its parts: who sent it, about whom, the reply with its codes, which server, and when.
//
// Rule: reports only what the text says and does not guess; a field that is not found is empty. The layouts of the
// programs that write bounces are data ("layouts" in server_replies.json): phrases that come before or after a field.
// Runs in linear time: one pass searches for all phrases, and every field has a maximum length.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/containers.h"
#include "bounces/codes.h"
#include "json/value.h"

namespace alimail {

struct Bounce {
  std::string_view layout;
  String reporter;
  String recipient;
  String domain;  // the domain of the recipient
  String sender;
  Codes codes;
  String server;
  String ip;
  String time;
  String text;            // the reply on one line
  std::size_t begin = 0;  // of the reply in the plain text
  std::size_t end = 0;
  std::size_t copy = std::string_view::npos;  // start of the copy of the returned mail that follows the reply
};

// `plain` is a result of plain_text(). Returns nothing if the text has neither a known layout nor a reply with an
// enhanced code.
std::optional<Bounce> read_bounce(std::string_view plain, const Json& replies);

// Returns a bounce that consists only of the reply around `at`.
Bounce bounce_of_line(std::string_view plain, std::size_t at);

}  // namespace alimail
