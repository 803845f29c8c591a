// Replaces three libc functions and std::runtime_error. nlohmann and Embind call them, but nobody reads their results.
// The originals pull in printf, 128-bit software floats and the RTTI tables, which add 11 kB to the brotli size of this
// module.
//
// Rule: only the JSON reader (core/json/value.cpp) may depend on the results. The reader drops fractions but refuses a
// number that is too large for a double. It never shows nlohmann's error messages.
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

// The leading digits of the smallest number that rounds to infinity (DBL_MAX plus half of its last bit), and the power
// of ten of the first digit.
constexpr std::string_view kTooLarge = "1797693134862315807937289714053034150799";
constexpr std::int64_t kTooLargePower = 308;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Reads the exponent after "e" or "E". The value is capped; no text is long enough for its digits to cancel out a
// larger exponent.
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

// Precondition: the text is a JSON number.
bool is_too_large(const char* text) {
  std::int64_t power = -1;  // power of ten of the first digit that is not 0
  std::size_t seen = 0;     // number of digits from that one on
  bool behind_point = false;
  int order = 0;  // result of comparing the digits with kTooLarge; a number that equals all of them is accepted
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

// Returns infinity if the number is too large, otherwise 0. The linker calls these functions instead of strtod and
// snprintf (--wrap).
double __wrap_strtod(const char* text, char** end) {
  if (end != nullptr) *end = const_cast<char*>(text) + std::string_view(text).size();
  return is_too_large(text) ? HUGE_VAL : 0.0;
}

// In wasm builds, calls to sprintf without floating-point arguments go to siprintf. Embind uses it to turn the address
// of a type into a name for error messages that cannot occur here.
int __wrap_siprintf(char* out, const char* /*format*/, ...) {
  *out = '\0';
  return 0;
}

int __wrap_snprintf(char* out, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) *out = '\0';
  return 0;
}

// std::runtime_error is a member of nlohmann's exceptions, which are created and passed on but never thrown. Its vtable
// would pull in all of RTTI.
void* __wrap__ZNSt13runtime_errorC1EPKc(void* self, const char* /*what*/) {
  return self;
}

void* __wrap__ZNSt13runtime_errorD1Ev(void* self) {
  return self;
}
}
