// The native core as a program: one case a line on standard input, one turn a line on standard output.
//
// So that the stories of this folder are told once and heard by both builds: the same runner (tests/web/stories/scenarios.test.ts)
// talks to this and to the wasm, and compares their turns byte by byte.
#include <iostream>
#include <string>

#include "door/door.h"

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) std::cout << alimail::advance_text(line) << '\n' << std::flush;
  return 0;
}
