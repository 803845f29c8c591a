// Runs the native core as a program: one case per line on standard input, one turn per line on standard output.
//
// With this program, one set of stories tests both builds. The runner (tests/web/stories/scenarios.test.ts) sends each
// story of this folder to this program and to the wasm, and compares the turns byte by byte.
#include <iostream>
#include <string>

#include "door/door.h"

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) std::cout << alimail::advance_text(line) << '\n' << std::flush;
  return 0;
}
