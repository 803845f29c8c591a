// Replaces libc functions that Embind calls, although nobody reads their results. The originals pull in printf and
// 128-bit software floats.
#include <cstdarg>
#include <cstddef>

extern "C" {

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
}
