// Sorted lists.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace alimail {

// Inserts a text into a sorted list, after equal texts. Use it for short lists only; std::sort would add 2.5 kB of
// wasm.
inline void insert_sorted(std::vector<std::string>& list, std::string text) {
  list.push_back(std::move(text));
  for (std::size_t i = list.size() - 1; i > 0 && list[i] < list[i - 1]; --i) list[i].swap(list[i - 1]);
}

}  // namespace alimail
