#include "words/spelling.h"

namespace alimail {
namespace {

constexpr std::size_t kSlots = 8192;

// The slot of the word, or the free slot for it.
std::size_t slot_of(const Spelling& spelling, std::string_view word) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  std::size_t slot = (hash ^ hash >> 16U) % kSlots;
  while (spelling.slots[slot] != 0 && spelling.words[spelling.slots[slot] - 1].first != word)
    slot = (slot + 1) % kSlots;
  return slot;
}

}  // namespace

void add_spelling(Spelling& spelling, std::string_view word, std::string_view other) {
  if (spelling.slots.empty()) spelling.slots.resize(kSlots);
  const std::size_t slot = slot_of(spelling, word);
  if (spelling.slots[slot] != 0 || spelling.words.size() >= kSlots / 2) return;
  spelling.words.emplace_back(word, other);
  spelling.slots[slot] = static_cast<std::uint16_t>(spelling.words.size());
}

const String* other_spelling(const Spelling& spelling, std::string_view word) {
  if (spelling.slots.empty()) return nullptr;
  const std::size_t found = spelling.slots[slot_of(spelling, word)];
  return found == 0 ? nullptr : &spelling.words[found - 1].second;
}

}  // namespace alimail
