#include "base/order.h"

#include <algorithm>
#include <cstddef>

namespace alimail {

void sort(Vector<String>& texts) {
  const std::size_t size = texts.size();
  Vector<String> merged(size);
  for (std::size_t run = 1; run < size; run *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, size);
      const std::size_t end = std::min(middle + run, size);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t to = begin; to < end; ++to) {
        const bool from_left = right == end || (left < middle && texts[left] <= texts[right]);
        merged[to].swap(texts[from_left ? left++ : right++]);
      }
    }
    texts.swap(merged);
  }
}

void sort_once(Vector<String>& texts) {
  sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

void append(Vector<String>& texts, Vector<String> more) {
  for (String& each : more) texts.push_back(std::move(each));
}

}  // namespace alimail
