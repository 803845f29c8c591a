// The targets under clang's libFuzzer. ALIMAIL_FUZZ_TARGET names the one to run; libFuzzer starts itself again for some of
// its work, and only the environment reaches these processes.
//
// It also measures the processor time of every input, because libFuzzer's own limit counts whole seconds. The slowest
// time is printed at the end. The inputs that take longer than ALIMAIL_FUZZ_SLOW_MS are kept in the folder
// ALIMAIL_FUZZ_SLOW; a build without sanitizers then tells how slow they really are (tests/fuzz/run).
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include "door/door.h"
#include "fuzz/target.h"

namespace alimail::fuzz {
namespace {

constexpr int kMostKept = 8;

struct Clock {
  double slowest = 0;  // ms
  double limit = 1e9;  // ms
  int kept = 0;
  std::string folder;
};

Clock clock_of_run;
const Target* chosen = nullptr;

std::string setting(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void keep_slow(std::string_view bytes, double ms) {
  if (ms > clock_of_run.limit && clock_of_run.kept < kMostKept) {
    const std::string name = std::string(chosen->name) + "-" + std::to_string(static_cast<int>(ms));
    std::ofstream(clock_of_run.folder + "/" + name, std::ios::binary) << bytes;
    ++clock_of_run.kept;
    clock_of_run.limit = ms;  // next only a slower one
  }
  clock_of_run.slowest = std::max(clock_of_run.slowest, ms);
}

void print_slowest() {
  std::fprintf(stderr, "slowest: %.1f ms\n", clock_of_run.slowest);
}

}  // namespace

void fault(std::string_view what) {
  std::fprintf(stderr, "FAULT in %s: %s\n", std::string(chosen->name).c_str(), std::string(what).c_str());
  std::abort();
}

}  // namespace alimail::fuzz

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  using namespace alimail::fuzz;
  const std::string name = setting("ALIMAIL_FUZZ_TARGET");
  for (const Target& target : kTargets) {
    if (target.name == name) chosen = &target;
  }
  if (chosen == nullptr) {
    std::fprintf(stderr, "ALIMAIL_FUZZ_TARGET names no target:");
    for (const Target& target : kTargets) std::fprintf(stderr, " %s", std::string(target.name).c_str());
    std::fprintf(stderr, "\n");
    std::exit(2);
  }
  clock_of_run.folder = setting("ALIMAIL_FUZZ_SLOW");
  if (!clock_of_run.folder.empty()) clock_of_run.limit = std::atof(setting("ALIMAIL_FUZZ_SLOW_MS").c_str());
  alimail::catalogue();  // else the first input would pay for it
  std::atexit(print_slowest);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace alimail::fuzz;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const double from = processor_ms();
  chosen->run(bytes);
  keep_slow(bytes, processor_ms() - from);
  return 0;
}
