// Writes a DNS message as a resolver would send it, in both forms. The core only reads messages; with these writers a
// message that was read can be written and read again.
//
// Rule: the bytes are written by this code alone. Only names use the core's own encoder.
#pragma once

#include <string>

#include "model/dns.h"

namespace alimail::fuzz {

// RFC 1035 without compression, with QR set. Returns "" if the message does not fit into kMaxMessageBytes.
std::string wire_of(const Message& message);

// The dialect of Google.
std::string doh_json_of(const Message& message);

// Removes what one of the two forms cannot hold, such as the data of types without a struct. What is left is the same
// after it was written and read again in either form.
Message portable(Message message);

}  // namespace alimail::fuzz
