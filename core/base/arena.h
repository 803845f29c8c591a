// Memory that nobody gives back piece by piece: all that one call of the core needs is given back at its end, at once.
//
// Rule: only the wasm works this way (wasm/arena.cpp), because giving back every text and every list is an eighth of its
// code. Natively the core uses std::string and std::vector, so that sanitizers see each of them.
#pragma once

#include <cstddef>

namespace alimail {

// Makes a piece of `had` bytes longer, where it is or elsewhere: returns `bytes` bytes, aligned for every type of the core,
// that begin with the first `kept` of the old ones. The old bytes stay as they are. Never fails: without memory the program
// ends.
void* arena_grow(void* old, std::size_t kept, std::size_t had, std::size_t bytes);

}  // namespace alimail
