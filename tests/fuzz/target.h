// A fuzz target: a function that takes any bytes, and reports what must never happen.
//
// Two programs run the same functions: clang's libFuzzer with bytes that it makes up (fuzzer.cpp), and the native tests
// with the bytes of corpus/<name>/ (corpus_test.cpp).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alimail::fuzz {

struct Target {
  std::string_view name;  // also of its file in targets/ and of its folder in corpus/
  void (*run)(std::string_view bytes);
};

void records(std::string_view bytes);
void door(std::string_view bytes);
void doh_json(std::string_view bytes);
void message(std::string_view bytes);
void names(std::string_view bytes);
void pasted(std::string_view bytes);
void cases(std::string_view bytes);
void spf(std::string_view bytes);
void words(std::string_view bytes);

inline constexpr Target kTargets[] = {
    {"door", door},   {"doh_json", doh_json}, {"message", message}, {"names", names}, {"pasted", pasted},
    {"cases", cases}, {"records", records},   {"spf", spf},         {"words", words},
};

// Reports a fault. libFuzzer's program ends there, and a test goes on and fails.
void fault(std::string_view what);

inline void expect(bool holds, std::string_view what) {
  if (!holds) fault(what);
}

// The input with each "{700*ab}" replaced by 700 times "ab", as in the stories (tests/web/support/expand.ts). A few bytes
// become a long text, in which time that is not linear shows. The result has at most `limit` bytes.
std::string grown(std::string_view bytes, std::size_t limit);

}  // namespace alimail::fuzz
