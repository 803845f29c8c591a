#include "base/order.h"

#include <algorithm>
#include <cstddef>

namespace alimail {

void sort(std::vector<std::string>& texts) {
  const std::size_t size = texts.size();
  std::vector<std::string> merged(size);
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

void sort_once(std::vector<std::string>& texts) {
  sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

void append(std::vector<std::string>& texts, std::vector<std::string> more) {
  for (std::string& each : more) texts.push_back(std::move(each));
}

}  // namespace alimail
