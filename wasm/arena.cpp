#include "arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/arena.h"

namespace alimail {
namespace {

constexpr std::size_t kAlignment = 8;
constexpr std::size_t kBlockBytes = std::size_t{256} * 1024;  // more than most turns need

struct alignas(kAlignment) Block {
  Block* before;
  char* end;
};

// The arena is the one thing here that is global, as operator new is.
Block* block = nullptr;
char* free_bytes = nullptr;  // in the block

std::size_t rounded(std::size_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

void open_block(std::size_t bytes) {
  const std::size_t size = sizeof(Block) + std::max(bytes, kBlockBytes);
  auto* opened = static_cast<Block*>(std::malloc(size));
  if (opened == nullptr) std::abort();
  *opened = {block, reinterpret_cast<char*>(opened) + size};
  block = opened;
  free_bytes = reinterpret_cast<char*>(opened + 1);
}

bool has_room(const char* at, std::size_t bytes) {
  return block != nullptr && bytes <= static_cast<std::size_t>(block->end - at);
}

}  // namespace

void* arena_grow(void* old, std::size_t kept, std::size_t had, std::size_t bytes) {
  bytes = rounded(bytes);
  // What was allocated last becomes longer where it is.
  char* const last = static_cast<char*>(old);
  if (last != nullptr && last + rounded(had) == free_bytes && has_room(last, bytes)) {
    free_bytes = last + bytes;
    return old;
  }
  if (!has_room(free_bytes, bytes)) open_block(bytes);
  char* const grown = free_bytes;
  free_bytes += bytes;
  if (kept > 0) std::memcpy(grown, old, kept);
  return grown;
}

TurnMemory::TurnMemory() : block_(block), free_(free_bytes) {}

TurnMemory::~TurnMemory() {
  while (block != block_) std::free(std::exchange(block, block->before));
  free_bytes = free_;
}

}  // namespace alimail
