// Sorted lists.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/containers.h"

namespace alimail {

// A stable merge sort. `before` tells whether the first of two items comes before the second. std::sort would add 2.5 kB of
// wasm for each type of item.
template <typename Item, typename Before>
void sort(Vector<Item>& items, Before before) {
  const std::size_t size = items.size();
  Vector<Item> merged(size);
  for (std::size_t run = 1; run < size; run *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, size);
      const std::size_t end = std::min(middle + run, size);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t to = begin; to < end; ++to) {
        const bool from_left = right == end || (left < middle && !before(items[right], items[left]));
        std::swap(merged[to], items[from_left ? left++ : right++]);
      }
    }
    items.swap(merged);
  }
}

void sort(Vector<String>& texts);

// The same, and each text is kept once.
void sort_once(Vector<String>& texts);

// Moves the texts of `more` to the end of `texts`.
void append(Vector<String>& texts, Vector<String> more);

}  // namespace alimail
