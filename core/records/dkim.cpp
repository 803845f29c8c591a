#include "records/dkim.h"

#include <algorithm>
#include <optional>

#include "base/base64.h"
#include "base/containers.h"
#include "records/tag_list.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "DKIM1";
constexpr std::size_t kEd25519Bytes = 32;  // RFC 8463 section 4

constexpr unsigned char kInteger = 0x02;
constexpr unsigned char kBitString = 0x03;
constexpr unsigned char kObjectId = 0x06;
constexpr unsigned char kSequence = 0x30;
constexpr std::string_view kRsaEncryption = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01";  // 1.2.840.113549.1.1.1

// Reads the values of a DER text (X.690 section 8.1) one after another.
class Der {
 public:
  explicit Der(std::string_view bytes) : bytes_(bytes) {}

  // Returns the content of the next value if it has this type. Returns nothing if the type differs or the value is
  // truncated.
  std::optional<std::string_view> take(unsigned char type) {
    if (bytes_.size() < 2 || byte(0) != type) {
      cut_ = cut_ || bytes_.size() < 2;
      return std::nullopt;
    }
    std::size_t at = 2;
    std::size_t length = byte(1);
    if (length > 0x7F && !read_length(length & 0x7FU, at, length)) return std::nullopt;
    if (length > bytes_.size() - at) {
      cut_ = true;
      return std::nullopt;
    }
    const std::string_view content = bytes_.substr(at, length);
    bytes_.remove_prefix(at + length);
    return content;
  }

  [[nodiscard]] bool next_is(unsigned char type) const {
    return !bytes_.empty() && byte(0) == type;
  }
  [[nodiscard]] bool cut() const {
    return cut_;
  }

 private:
  [[nodiscard]] unsigned char byte(std::size_t at) const {
    return static_cast<unsigned char>(bytes_[at]);
  }

  bool read_length(std::size_t digits, std::size_t& at, std::size_t& length) {
    if (digits == 0 || digits > 3) return false;
    cut_ = digits > bytes_.size() - at;
    if (cut_) return false;
    length = 0;
    for (; digits > 0; --digits) length = length << 8U | byte(at++);
    return true;
  }

  std::string_view bytes_;
  bool cut_ = false;
};

std::size_t bits_of(std::string_view number) {
  while (!number.empty() && number.front() == '\0') number.remove_prefix(1);
  if (number.empty()) return 0;
  std::size_t bits = 8 * (number.size() - 1);
  for (unsigned rest = static_cast<unsigned char>(number.front()); rest > 0; rest >>= 1U) ++bits;
  return bits;
}

// RFC 8017 appendix A.1.1: SEQUENCE {modulus, exponent}.
std::size_t bits_of_rsa_key(Der key) {
  const std::optional<std::string_view> modulus = key.take(kInteger);
  return modulus && key.take(kInteger) ? bits_of(*modulus) : 0;
}

// Accepts the format of RFC 5280 section 4.1 (SubjectPublicKeyInfo), and the bare RSA key, which RFC 6376 requires but
// few publish. Returns the reason for a failure, or "".
std::string_view read_rsa_key(std::string_view bytes, std::size_t& bits) {
  Der outer(bytes);
  const std::optional<std::string_view> content = outer.take(kSequence);
  if (!content) return outer.cut() ? "key-cut" : "bad-key";
  Der inner(*content);
  if (inner.next_is(kInteger)) {
    bits = bits_of_rsa_key(inner);
    return bits == 0 ? "bad-key" : "";
  }
  const std::optional<std::string_view> algorithm = inner.take(kSequence);
  const std::optional<std::string_view> wrapped = inner.take(kBitString);
  if (!algorithm || !wrapped || wrapped->empty()) return "bad-key";
  if (Der(*algorithm).take(kObjectId) != kRsaEncryption) return "bad-key";
  const std::optional<std::string_view> key = Der(wrapped->substr(1)).take(kSequence);
  if (key) bits = bits_of_rsa_key(Der(*key));
  return bits == 0 ? "bad-key" : "";
}

void read_key(DkimRecord& record, Piece value) {
  String digits;
  for (const char c : value.text) {
    if (!is_blank(c)) digits += c;
  }
  record.revoked = digits.empty();
  if (record.revoked) return;
  // decode_base64 also accepts the URL alphabet, but DKIM verifiers do not. A quotation mark comes from pasting a
  // quoted string.
  const std::size_t foreign = value.text.find_first_of("-_\"");
  if (foreign != std::string_view::npos) {
    record.errors.push_back({"bad-key", {value.position + foreign, 1}});
    return;
  }
  Result<String> bytes = decode_base64(digits);
  if (!bytes) {  // only the end may be cut off; the complete bytes before it give a better reason
    digits.resize(digits.size() / 4 * 4);
    bytes = decode_base64(digits);
  }
  std::string_view reason;
  if (!bytes) {
    reason = "bad-key";
  } else if (record.rsa) {
    reason = read_rsa_key(bytes.value(), record.key_bits);
  } else if (bytes.value().size() == kEd25519Bytes) {
    record.key_bits = 8 * kEd25519Bytes;
  } else {
    reason = bytes.value().size() < kEd25519Bytes ? "key-cut" : "bad-key";
  }
  if (!reason.empty()) record.errors.push_back({reason, value.span()});
}

// h and s are lists, and one usable entry is enough. White space within a word is ignored, as verifiers do.
bool lists(const Tag& tag, std::string_view wanted) {
  const Vector<Piece> parts = split(tag.value, ':');
  return std::any_of(parts.begin(), parts.end(), [&](const Piece& part) {
    String word;
    for (const char c : part.text) {
      if (!is_blank(c)) word += c;
    }
    return is_one_of(word, wanted);
  });
}

}  // namespace

bool is_meant_as_dkim(std::string_view text) {
  if (is_meant_as(text, kVersion)) return true;
  const TagList list = parse_tag_list(text);
  if (find_tag(list, "v") != nullptr) return false;
  // The base64 text of every RSA key begins with "MIG" or "MII".
  return find_tag(list, "p") != nullptr || text.starts_with("MIG") || text.starts_with("MII");
}

DkimRecord parse_dkim(std::string_view text) {
  DkimRecord record;
  const TagList list = parse_tag_list(text);
  record.errors = list.errors;
  const Tag* const type = find_tag(list, "k");
  const Tag* const key = find_tag(list, "p");
  const bool versioned = find_tag(list, "v") != nullptr || is_meant_as(text, kVersion);
  if (versioned) {
    if (const auto error = version_error(text, kVersion)) record.errors.insert(record.errors.begin(), *error);
  }
  record.rsa = type == nullptr || !is_one_of(type->value.text, "ed25519");
  if (type != nullptr && !is_one_of(type->value.text, "rsa ed25519")) {
    record.errors.push_back({"unknown-key-type", type->value.span()});
  } else if (key != nullptr) {
    read_key(record, key->value);
  }
  if (key == nullptr) record.errors.push_back({"missing-tag", {text.size(), 0}});
  if (const Tag* flags = find_tag(list, "t"); flags != nullptr) record.testing = lists(*flags, "y");
  if (const Tag* hashes = find_tag(list, "h"); hashes != nullptr && !lists(*hashes, "sha256")) {
    record.errors.push_back({"weak-hash", hashes->value.span()});
  }
  if (const Tag* services = find_tag(list, "s"); services != nullptr && !lists(*services, "email *")) {
    record.errors.push_back({"not-for-email", services->value.span()});
  }
  return record;
}

}  // namespace alimail
