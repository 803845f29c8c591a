#include "base/arena_list.h"

#include <algorithm>
#include <cstring>

#include "base/arena.h"

namespace alimail {
namespace {

// What the first item makes room for: texts are often one word, and lists often three or four items.
constexpr std::size_t kLeastBytes = 32;
constexpr std::size_t kLeastItems = 4;

char* place(const ArenaList& list, std::size_t index, std::size_t item_bytes) {
  return static_cast<char*>(list.data) + index * item_bytes;
}

}  // namespace

void arena_reserve(ArenaList& list, std::size_t wanted, std::size_t item_bytes) {
  if (wanted <= list.capacity) return;
  list.data = arena_grow(list.data, list.size * item_bytes, list.capacity * item_bytes, wanted * item_bytes);
  list.capacity = wanted;
}

void arena_reserve_more(ArenaList& list, std::size_t more, std::size_t item_bytes) {
  const std::size_t wanted = list.size + more;
  if (wanted <= list.capacity) return;
  arena_reserve(list, std::max({wanted, 2 * list.capacity, kLeastItems, kLeastBytes / item_bytes}), item_bytes);
}

void* arena_add(ArenaList& list, std::size_t item_bytes) {
  if (list.size == list.capacity) arena_reserve_more(list, 1, item_bytes);
  return place(list, list.size++, item_bytes);
}

void* arena_open(ArenaList& list, std::size_t at, std::size_t count, std::size_t item_bytes) {
  arena_reserve_more(list, count, item_bytes);
  char* room = place(list, at, item_bytes);
  if (at < list.size) std::memmove(room + count * item_bytes, room, (list.size - at) * item_bytes);
  list.size += count;
  return room;
}

void arena_close(ArenaList& list, std::size_t at, std::size_t count, std::size_t item_bytes) {
  const std::size_t behind = list.size - at - count;
  if (behind > 0 && count > 0)
    std::memmove(place(list, at, item_bytes), place(list, at + count, item_bytes), behind * item_bytes);
  list.size -= count;
}

}  // namespace alimail
