// The memory of the core: for each lifetime a chain of blocks, from which pieces are taken one after another. None is given
// back alone.
#include "base/arena.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/lifetime.h"

namespace alimail {
namespace {

constexpr std::size_t kAlignment = 8;
constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;  // more than most turns need

struct alignas(kAlignment) Block {
  Block* before;
  char* end;
};

struct Arena {
  Block* block = nullptr;      // the last one
  char* free_bytes = nullptr;  // in it
};

// The arenas are the one thing here that is global, as operator new is.
std::array<Arena, 3> arenas;
Lifetime current = Lifetime::Program;

Arena& arena_of(Lifetime lifetime) {
  return arenas[static_cast<std::size_t>(lifetime)];
}

std::size_t rounded(std::size_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

void open_block(Arena& arena, std::size_t bytes) {
  const std::size_t size = sizeof(Block) + std::max(bytes, kBlockBytes);
  auto* opened = static_cast<Block*>(std::malloc(size));
  if (opened == nullptr) std::abort();
  *opened = {arena.block, reinterpret_cast<char*>(opened) + size};
  arena = {opened, reinterpret_cast<char*>(opened + 1)};
}

bool has_room(const Arena& arena, const char* at, std::size_t bytes) {
  return arena.block != nullptr && bytes <= static_cast<std::size_t>(arena.block->end - at);
}

}  // namespace

void* arena_grow(void* old, std::size_t kept, std::size_t had, std::size_t bytes) {
  bytes = rounded(bytes);
  Arena& arena = arena_of(current);
  // What was allocated last becomes longer where it is.
  char* const last = static_cast<char*>(old);
  if (last != nullptr && last + rounded(had) == arena.free_bytes && has_room(arena, last, bytes)) {
    arena.free_bytes = last + bytes;
    return old;
  }
  if (!has_room(arena, arena.free_bytes, bytes)) open_block(arena, bytes);
  char* const grown = arena.free_bytes;
  arena.free_bytes += bytes;
  if (kept > 0) std::memcpy(grown, old, kept);
  return grown;
}

AllocateFor::AllocateFor(Lifetime lifetime) : before_(std::exchange(current, lifetime)) {}

AllocateFor::~AllocateFor() {
  current = before_;
}

void end_lifetime(Lifetime lifetime) {
  Arena& arena = arena_of(lifetime);
  while (arena.block != nullptr) std::free(std::exchange(arena.block, arena.block->before));
  arena.free_bytes = nullptr;
}

}  // namespace alimail
