#include "bounces/first_places.h"

#include <array>
#include <cstdint>

namespace alimail {
namespace {

std::uint8_t mixed(char first, char second) {
  return static_cast<std::uint8_t>(static_cast<unsigned char>(first) * 31U + static_cast<unsigned char>(second));
}

}  // namespace

Vector<std::size_t> first_places(std::string_view text, const Vector<std::string_view>& wanted) {
  Vector<std::size_t> places(wanted.size(), std::string_view::npos);
  std::array<std::uint16_t, 256> heads = {};  // by the hash of the first two bytes: index in `wanted` + 1
  Vector<std::uint16_t> next(wanted.size());  // the next text with the same hash
  for (std::size_t i = wanted.size(); i-- > 0;) {
    if (wanted[i].size() < 2) continue;
    std::uint16_t& head = heads[mixed(wanted[i][0], wanted[i][1])];
    next[i] = head;
    head = static_cast<std::uint16_t>(i + 1);
  }
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    for (std::uint16_t* link = &heads[mixed(text[at], text[at + 1])]; *link != 0;) {
      const std::size_t i = *link - 1U;
      if (text.substr(at).starts_with(wanted[i])) {
        places[i] = at;
        *link = next[i];  // found: not searched any further
      } else {
        link = &next[i];
      }
    }
  }
  return places;
}

}  // namespace alimail
