// What a program says about a connection that failed: to which port, and to whose server.
//
// Rule: when in doubt, neither. A number is a port only next to a server or the word for it, and only ports of mail
// count. Numbers of lines in stack traces, error numbers and dates are none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "provider/provider.h"

namespace alimail {

enum class Whose : std::uint8_t {
  Unknown,
  Documented,  // a server that Alibaba Mail names for mail apps
  Own,         // a name for mail apps in the person's domain
  Local,       // the program's own machine: no server is configured
};

struct Connection {
  Whose whose = Whose::Unknown;
  std::string_view port;  // a literal; "" if none is named
};

// Reads `reach` bytes before and after text[begin, end), the words for the failure. `domain` is the person's, "" if
// unknown.
Connection connection_at(std::string_view text, std::size_t begin, std::size_t end, std::size_t reach,
                         std::string_view domain, const Provider& provider);

// The key of the finding for the port or the server; "" if there is none.
std::string_view port_key(const Connection& connection);
std::string_view server_key(const Connection& connection);

inline constexpr std::string_view kConnectionKeys[] = {"connection.port-25",    "connection.port-465",
                                                       "connection.port-587",   "connection.documented-server",
                                                       "connection.own-server", "connection.local-server"};

}  // namespace alimail
