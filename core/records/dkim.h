// A DKIM key record: what key it holds, and whether any signature can be valid with it. RFC 6376 section 3.6.1, with
// RFC 8301 (hashes and lengths) and RFC 8463 (ed25519).
//
// Law: no opinions on the length of a key. A key without "v" is one, as the RFC has it.
#pragma once

#include <string_view>
#include <vector>

#include "records/record_error.h"

namespace alimail {

struct DkimRecord {
  bool revoked = false;             // p is empty
  bool testing = false;             // t=y
  bool rsa = true;                  // else ed25519
  std::size_t key_bits = 0;         // of the modulus; 0 where the key cannot be read
  std::vector<RecordError> errors;  // any of them: nobody can verify with this key
};

// A key, or meant to be one; not what a wildcard puts at the same name.
bool is_meant_as_dkim(std::string_view text);

DkimRecord parse_dkim(std::string_view text);

}  // namespace alimail
