// Reads JSON text. RFC 8259; numbers that are too large for a double are refused, as by most readers.
#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/ascii.h"
#include "base/digits.h"
#include "base/utf8.h"
#include "json/value.h"

namespace alimail {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::uint32_t kNoUnit = 0xFFFFFFFF;
constexpr std::uint64_t kMaxInteger = std::numeric_limits<std::int64_t>::max();

// The leading digits of the smallest number that rounds to infinity (DBL_MAX plus half of its last bit), and the power
// of ten of the first digit.
constexpr std::string_view kTooLarge = "1797693134862315807937289714053034150799";
constexpr std::int64_t kTooLargePower = 308;

// Reads the exponent. The value is capped; no text is long enough for its digits to cancel out a larger exponent.
std::int64_t exponent_of(std::string_view text) {
  constexpr std::int64_t kBound = std::int64_t{1} << 40U;
  std::int64_t exponent = 0;
  for (const char c : text) {
    if (is_digit(c) && exponent < kBound) exponent = exponent * 10 + (c - '0');
  }
  return text.starts_with('-') ? -exponent : exponent;
}

// Precondition: the text is a JSON number.
bool is_too_large(std::string_view text) {
  const std::size_t sign = std::min(text.find_first_of("eE"), text.size());
  std::int64_t power = -1;  // power of ten of the first digit that is not 0
  std::size_t seen = 0;     // number of digits from that one on
  bool behind_point = false;
  int order = 0;  // result of comparing the digits with kTooLarge; a number that equals all of them is accepted
  for (const char c : text.substr(0, sign)) {
    if (c == '.') behind_point = true;
    if (!is_digit(c)) continue;
    if (seen > 0 || c != '0') {
      if (order == 0 && seen < kTooLarge.size()) order = c - kTooLarge[seen];
      ++seen;
      if (!behind_point) ++power;
    } else if (behind_point) {
      --power;
    }
  }
  if (sign < text.size()) power += exponent_of(text.substr(sign + 1));
  if (seen == 0 || power != kTooLargePower) return seen > 0 && power > kTooLargePower;
  return order > 0;
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t max_depth) : text_(text), max_depth_(max_depth) {}

  Result<Json> read() {
    Json root;
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    const bool whole = read_value(root, 0) && peek_behind_blanks() == '\0' && at_ == text_.size();
    if (whole) return root;
    return Error{too_deep_ ? "too-deep" : "not-json"};
  }

 private:
  // '\0' at the end.
  [[nodiscard]] char peek() const {
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  char peek_behind_blanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
    return peek();
  }

  bool take(char wanted) {
    if (peek_behind_blanks() != wanted) return false;
    ++at_;
    return true;
  }

  bool take_word(std::string_view word) {
    const bool found = text_.substr(at_).starts_with(word);
    if (found) at_ += word.size();
    return found;
  }

  bool take_digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ > begin;
  }

  bool read_value(Json& into, std::size_t depth) {
    switch (peek_behind_blanks()) {
      case '{': return read_items(into, Json::Kind::Object, '}', depth);
      case '[': return read_items(into, Json::Kind::Array, ']', depth);
      case '"': into.kind = Json::Kind::Text; return read_text(into.text);
      case 'n': return take_word("null");
      case 't':
      case 'f':
        into.kind = Json::Kind::Boolean;
        into.boolean = peek() == 't';
        return take_word(into.boolean ? "true" : "false");
      default: return read_number(into);
    }
  }

  bool read_items(Json& into, Json::Kind kind, char close, std::size_t depth) {
    too_deep_ = depth == max_depth_;
    if (too_deep_) return false;
    into.kind = kind;
    ++at_;
    if (take(close)) return true;
    do {
      if (kind == Json::Kind::Object) {
        if (peek_behind_blanks() != '"' || !read_text(into.names.emplace_back()) || !take(':')) return false;
      }
      if (!read_value(into.items.emplace_back(), depth + 1)) return false;
    } while (take(','));
    return take(close);
  }

  bool read_text(String& into) {
    std::size_t plain = ++at_;  // start of the text that is not copied yet
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '"' || c == '\\') {
        into.append(text_, plain, at_ - plain);
        ++at_;
        if (c == '"') return true;
        if (!read_escape(into)) return false;
        plain = at_;
        continue;
      }
      const std::size_t length = c < 0x80 ? 1 : utf8_length(text_, at_);
      if (length == 0 || c < 0x20) return false;
      at_ += length;
    }
    return false;
  }

  bool read_escape(String& into) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const char c = peek();
    ++at_;
    if (c == 'u') return read_code_point(into);
    const std::size_t index = kLetters.find(c);
    if (index == std::string_view::npos) return false;
    into += kMeant[index];
    return true;
  }

  // Four hexadecimal digits. Anything else gives a value that is no code unit.
  std::uint32_t take_code_unit() {
    const std::string_view digits = text_.substr(std::min(at_, text_.size()), 4);
    at_ += digits.size();
    if (digits.size() < 4) return kNoUnit;
    return static_cast<std::uint32_t>(parse_number(digits, 0xFFFF, 16).value_or(kNoUnit));
  }

  bool read_code_point(String& into) {
    std::uint32_t point = take_code_unit();
    if (point >= 0xD800 && point < 0xDC00 && take_word("\\u")) {
      const std::uint32_t second = take_code_unit();
      if (second < 0xDC00 || second > 0xDFFF) return false;
      point = 0x10000 + ((point & 0x3FFU) << 10U | (second & 0x3FFU));
    }
    if (point == kNoUnit || (point >= 0xD800 && point <= 0xDFFF)) return false;
    const auto put = [&](std::uint32_t byte) { into += static_cast<char>(byte); };
    const auto put_rest = [&](unsigned shift) { put(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) {
      put(point);
      return true;
    }
    if (point < 0x800) {
      put(0xC0U | point >> 6U);
    } else {
      if (point < 0x10000) {
        put(0xE0U | point >> 12U);
      } else {
        put(0xF0U | point >> 18U);
        put_rest(12);
      }
      put_rest(6);
    }
    put_rest(0);
    return true;
  }

  bool read_number(Json& into) {
    const std::size_t begin = at_;
    const bool negative = peek() == '-';
    if (negative) ++at_;
    const std::string_view digits = text_.substr(at_);
    if (!take_digits()) return false;
    const std::string_view integer = digits.substr(0, at_ - begin - (negative ? 1 : 0));
    if (integer.size() > 1 && integer.front() == '0') return false;
    bool whole = true;
    if (peek() == '.') {
      whole = false;
      ++at_;
      if (!take_digits()) return false;
    }
    if ((peek() | 0x20) == 'e') {
      whole = false;
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!take_digits()) return false;
    }
    into.kind = Json::Kind::Fraction;
    if (is_too_large(text_.substr(begin, at_ - begin))) return false;
    const auto number = parse_number(integer, kMaxInteger + (negative ? 1 : 0));
    if (!whole || !number) return true;
    into.kind = Json::Kind::Number;
    into.number = static_cast<std::int64_t>(negative ? 0 - *number : *number);
    return true;
  }

  std::string_view text_;
  std::size_t max_depth_;
  std::size_t at_ = 0;
  bool too_deep_ = false;
};

}  // namespace

Result<Json> parse_json(std::string_view text, std::size_t max_depth) {
  return Reader(text, max_depth).read();
}

}  // namespace alimail
