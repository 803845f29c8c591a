// What texts and lists in an arena share: items in one piece, of which the last few places may be free.
#pragma once

#include <cstddef>

namespace alimail {

struct ArenaList {
  void* data = nullptr;
  std::size_t size = 0;      // in items, as are all numbers here
  std::size_t capacity = 0;  // places
};

// Makes room for `wanted` items of `item_bytes` each. The places after the first `size` have no value yet.
void arena_reserve(ArenaList& list, std::size_t wanted, std::size_t item_bytes);

// The same for `more` items at the end, for whoever appends often: the room doubles. Not inline, as every list would have it.
[[gnu::noinline]] void arena_reserve_more(ArenaList& list, std::size_t more, std::size_t item_bytes);

// Room for one more item at the end, which counts as one.
void* arena_add(ArenaList& list, std::size_t item_bytes);

// Moves the items from `at` on, to make room for `count` items before them, and counts those as items. Returns the room,
// which has no value yet.
void* arena_open(ArenaList& list, std::size_t at, std::size_t count, std::size_t item_bytes);

// Takes out `count` items from `at` on.
void arena_close(ArenaList& list, std::size_t at, std::size_t count, std::size_t item_bytes);

}  // namespace alimail
