// HTML within a complaint: where a tag or an entity ends. Mail is often pasted as source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace alimail {

struct Character {
  char32_t code = 0;
  std::uint32_t begin = 0;  // in bytes of the original
  std::uint32_t end = 0;
};

// The '>' of an HTML tag that begins here, or 0. "<zhang@abc.com>" is none, and no tag holds another.
std::size_t end_of_tag(const std::vector<Character>& all, std::size_t open);

// A tag that begins a new line: <p>, <br>, <div>, <td>, <tr>, <li>, <h1> ...; what stands within a line is a space.
bool breaks_line(const std::vector<Character>& all, std::size_t open, std::size_t close);

// The ';' of "&nbsp;", "&#39;" and their kin that begins here, or 0.
std::size_t end_of_entity(const std::vector<Character>& all, std::size_t from);

}  // namespace alimail
