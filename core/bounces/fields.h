// Reads the fields of a bounce at a given position of its text.
//
// Rule: strict and bounded. Text that is not a valid address, host or code gives "".
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"

namespace alimail {

inline constexpr std::size_t kMaxMailbox = 320;  // RFC 5321 section 4.5.3.1: 64 + 1 + 255
inline constexpr std::size_t kMaxHost = 255;
inline constexpr std::size_t kMaxReply = 500;

struct Server {
  String name;
  String ip;
};

String mailbox_after(std::string_view text, std::size_t at);   // the first address within a few lines
Server server_after(std::string_view text, std::size_t at);    // "mx.abc.com[192.0.2.1]", "dns; mx.abc.com"
Server server_before(std::string_view text, std::size_t at);   // the same, ending at `at`
bool is_listed(std::string_view list, std::string_view word);  // in a list of words with spaces between them
std::string_view line_after(std::string_view text, std::size_t at);
String one_line(std::string_view text);  // replaces each run of white space and line ends with one space

}  // namespace alimail
