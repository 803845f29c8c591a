// A DKIM key record: its key, and whether any signature can be valid with it. RFC 6376 section 3.6.1, with RFC 8301
// (hashes and lengths) and RFC 8463 (ed25519).
//
// Rule: no opinions on the length of a key. A key without "v" is valid, as in the RFC.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

struct DkimRecord {
  bool revoked = false;        // p is empty
  bool testing = false;        // t=y
  bool rsa = true;             // otherwise ed25519
  std::size_t key_bits = 0;    // bits of the modulus; 0 if the key cannot be read
  Vector<RecordError> errors;  // with any of them, nobody can verify a signature with this key
};

// True for a key record and for a text that its author meant as one. False for other text that a wildcard returns for
// the name.
bool is_meant_as_dkim(std::string_view text);

DkimRecord parse_dkim(std::string_view text);

}  // namespace alimail
