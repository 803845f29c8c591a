// The "tag=value; tag=value" syntax that DKIM, DMARC, MTA-STS, TLS-RPT and BIMI records share. RFC 6376 section 3.2.
//
// Rule: no opinions. Every piece refers to the text that was parsed, which must outlive it, and keeps its position. If
// two of the RFCs differ, the more tolerant rule applies: an empty tag between two ";" is not an error.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/containers.h"
#include "records/record_error.h"

namespace alimail {

struct Piece {
  std::string_view text;
  std::size_t position = 0;

  [[nodiscard]] TextSpan span() const {
    return {position, text.size()};
  }
  bool operator==(const Piece&) const = default;
};

struct Tag {
  Piece name;
  Piece value;
  bool operator==(const Tag&) const = default;
};

struct TagList {
  Vector<Tag> tags;
  Vector<RecordError> errors;
};

inline constexpr std::size_t kMaxTags = 64;  // tags in a record, or parts of a value; further ones are not read

// All values of RecordError::reason for these records.
inline constexpr std::array<std::string_view, 13> kTagReasons{
    "wrong-version",     // it does not begin with the exact version
    "bad-character",     // a quotation mark, or a character outside ASCII
    "missing-equals",    // a tag without "="
    "bad-tag-name",      // not only letters, digits and "_"
    "duplicate-tag",     // RFC 6376 section 3.2: this makes the whole list invalid
    "missing-tag",       // a required tag is missing
    "bad-value",         // not one of the values that the tag may have
    "bad-uri",           // not an address with a scheme, such as "mailto:..."
    "bad-key",           // DKIM: not base64, or not a public key
    "key-cut",           // DKIM: the key is truncated
    "unknown-key-type",  // DKIM: k is neither rsa nor ed25519
    "not-for-email",     // DKIM: s lists only other services
    "weak-hash",         // DKIM: h does not list sha256
};

TagList parse_tag_list(std::string_view text);

// the first one, in any letter case; nullptr if there is none
const Tag* find_tag(const TagList& list, std::string_view name);

// The parts of a value without surrounding white space. One part if there is no separator.
Vector<Piece> split(Piece value, char separator);

Piece trimmed(Piece piece);
bool is_blank(char c);  // RFC 6376 section 2.8: the characters of folding white space

// True if the text is one of a few words, in any letter case: is_one_of("Reject", "none quarantine reject").
bool is_one_of(std::string_view text, std::string_view words);

// The error in the first tag, which must be v=<version>.
std::optional<RecordError> version_error(std::string_view text, std::string_view version);

// True if the text is of this kind, or was meant to be but is mistyped ("v=dmarc1", "\"v=DMARC1", "v=DMARC 1").
bool is_meant_as(std::string_view text, std::string_view version);

}  // namespace alimail
