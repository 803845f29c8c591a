// Stands in for three functions of libc and for std::runtime_error, which nlohmann and Embind call and whose results
// nobody reads. They bring printf, software floats of 128 bits and the tables of RTTI with them: 11 kB of the brotli size of
// this module.
//
// Law: only what the reader of JSON (core/json/value.cpp) makes of them may rely on them. It drops fractions, but
// refuses a number that no double can hold; and it never shows the sentences in which nlohmann describes an error.
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

// The first digits of the least number that rounds to infinity (DBL_MAX and half of its last bit), and the power of ten
// of the first.
constexpr std::string_view kTooLarge = "1797693134862315807937289714053034150799";
constexpr std::int64_t kTooLargePower = 308;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// What stands behind "e" or "E". No text is long enough for a power beyond the bound to be undone by its digits.
std::int64_t exponent_of(const char* text) {
  constexpr std::int64_t kBound = std::int64_t{1} << 40U;
  const bool negative = *text == '-';
  if (negative || *text == '+') ++text;
  std::int64_t exponent = 0;
  for (; is_digit(*text); ++text) {
    if (exponent < kBound) exponent = exponent * 10 + (*text - '0');
  }
  return negative ? -exponent : exponent;
}

// Precondition: the text is a number of JSON.
bool is_too_large(const char* text) {
  std::int64_t power = -1;  // of the first digit that is not 0
  std::size_t seen = 0;     // digits from that one on
  bool behind_point = false;
  int order = 0;  // of the digits against those of kTooLarge; a number that agrees with all of them passes
  for (; is_digit(*text) || *text == '.' || *text == '-'; ++text) {
    if (*text == '.') behind_point = true;
    if (!is_digit(*text)) continue;
    if (seen > 0 || *text != '0') {
      if (order == 0 && seen < kTooLarge.size()) order = *text - kTooLarge[seen];
      ++seen;
      if (!behind_point) ++power;
    } else if (behind_point) {
      --power;
    }
  }
  if (*text == 'e' || *text == 'E') power += exponent_of(text + 1);
  if (seen == 0 || power != kTooLargePower) return seen > 0 && power > kTooLargePower;
  return order > 0;
}

}  // namespace

extern "C" {

// Infinity where the number is too large, else 0. The linker calls these instead of strtod and snprintf (--wrap).
double __wrap_strtod(const char* text, char** end) {
  if (end != nullptr) *end = const_cast<char*>(text) + std::string_view(text).size();
  return is_too_large(text) ? HUGE_VAL : 0.0;
}

// What sprintf is called in the wasm where nothing floats; Embind writes the address of a type with it, as its name in the
// messages of errors that cannot happen here.
int __wrap_siprintf(char* out, const char* /*format*/, ...) {
  *out = '\0';
  return 0;
}

int __wrap_snprintf(char* out, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) *out = '\0';
  return 0;
}

// std::runtime_error, a member of nlohmann's exceptions, which are made and passed on but never thrown. Its vtable brings
// the whole of RTTI.
void* __wrap__ZNSt13runtime_errorC1EPKc(void* self, const char* /*what*/) {
  return self;
}

void* __wrap__ZNSt13runtime_errorD1Ev(void* self) {
  return self;
}
}
