// Runs inputs outside of libFuzzer.
//
//   alimail_fuzz_replay <target> <file> …   the processor time of each input in milliseconds, and its path
//   alimail_fuzz_replay --cases <file> …    the case that each script of the target "cases" plays, one JSON text per line
//   alimail_fuzz_replay --wire <folder> <file> …   writes each answer in JSON that can be read as bytes into the folder
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "dns/doh_json.h"
#include "door/door.h"
#include "fuzz/play.h"
#include "fuzz/target.h"
#include "fuzz/wire.h"

namespace alimail::fuzz {

void fault(std::string_view what) {
  std::cerr << "FAULT: " << what << '\n';
  std::exit(1);
}

namespace {

constexpr int kRepeats = 3;

std::string bytes_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double least_ms(const Target& target, const std::string& bytes) {
  double least = 1e9;
  for (int i = 0; i < kRepeats; ++i) {
    const double from = processor_ms();
    target.run(bytes);
    least = std::min(least, processor_ms() - from);
  }
  return least;
}

void write_wire(const std::string& folder, const std::vector<const char*>& files) {
  std::size_t count = 0;
  for (const char* file : files) {
    const Result<Message> message = decode_doh_json(bytes_of(file));
    if (message.ok())
      std::ofstream(folder + '/' + std::to_string(count++), std::ios::binary) << wire_of(message.value());
  }
}

int run(const std::string_view what, const std::vector<const char*>& files) {
  catalogue();
  if (what == "--wire" && !files.empty()) write_wire(files.front(), {files.begin() + 1, files.end()});
  for (const char* file : files) {
    if (what == "--cases") std::cout << json_of(play(bytes_of(file)).ending) << '\n';
    for (const Target& target : kTargets) {
      if (target.name == what) std::cout << least_ms(target, bytes_of(file)) << ' ' << file << std::endl;
    }
  }
  return 0;
}

}  // namespace
}  // namespace alimail::fuzz

int main(int count, char** arguments) {
  if (count < 2) return 2;
  return alimail::fuzz::run(arguments[1], {arguments + 2, arguments + count});
}
