// Lists that are kept in order.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace alimail {

// Puts a text in its place of a sorted list, behind its equals. For a handful of texts; std::sort would be 2.5 kB of wasm.
inline void insert_sorted(std::vector<std::string>& list, std::string text) {
  list.push_back(std::move(text));
  for (std::size_t i = list.size() - 1; i > 0 && list[i] < list[i - 1]; --i) list[i].swap(list[i - 1]);
}

}  // namespace alimail
