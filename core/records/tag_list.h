// The "tag=value; tag=value" text that DKIM, DMARC, MTA-STS, TLS-RPT and BIMI records share. RFC 6376 section 3.2.
//
// Law: no opinions. Everything is a piece of the text that was read, which must outlive it, and knows its place there.
// What two of those RFCs read differently is read generously: an empty tag between two ";" is no error.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

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
  std::vector<Tag> tags;
  std::vector<RecordError> errors;
};

inline constexpr std::size_t kMaxTags = 64;      // tags of a record, or parts of a value; the rest is not read
inline constexpr std::size_t kMaxExcerpt = 512;  // bytes of a record that are shown

// Everything that RecordError::reason may say of these records.
inline constexpr std::array<std::string_view, 13> kTagReasons{
    "wrong-version",     // it does not begin with the version, written exactly so
    "bad-character",     // quotation marks, or what is none of ASCII
    "missing-equals",    // a tag without "="
    "bad-tag-name",      // not of letters, digits and "_"
    "duplicate-tag",     // RFC 6376 section 3.2: the whole list is invalid then
    "missing-tag",       // a tag that has to be there
    "bad-value",         // none of those that the tag may have
    "bad-uri",           // no address with its scheme, "mailto:..."
    "bad-key",           // DKIM: no base64, or no public key within
    "key-cut",           // DKIM: the key ends too early
    "unknown-key-type",  // DKIM: k is neither rsa nor ed25519
    "not-for-email",     // DKIM: s names other services only
    "weak-hash",         // DKIM: h has no sha256
};

TagList parse_tag_list(std::string_view text);

const Tag* find_tag(const TagList& list, std::string_view name);  // the first, in any case; nullptr where there is none

// The parts of a value, without the white space around them; one part where there is no separator.
std::vector<Piece> split(Piece value, char separator);

Piece trimmed(Piece piece);
bool is_blank(char c);  // RFC 6376 section 2.8: what folding white space is made of

// The text is, in any case, one of a few words: is_one_of("Reject", "none quarantine reject").
bool is_one_of(std::string_view text, std::string_view words);

// What is wrong with the first tag, which has to be v=<version>.
std::optional<RecordError> version_error(std::string_view text, std::string_view version);

// The text is of this kind, or was meant to be and is mistyped ("v=dmarc1", "\"v=DMARC1", "v=DMARC 1").
bool is_meant_as(std::string_view text, std::string_view version);

// As much of a record as is shown.
inline std::string_view excerpt(std::string_view text) {
  return text.substr(0, kMaxExcerpt);
}

}  // namespace alimail
