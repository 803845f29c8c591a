// HTML in a complaint: finds the end of a tag or an entity. People often paste the source of a mail.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/containers.h"

namespace alimail {

struct Character {
  char32_t code = 0;
  std::uint32_t begin = 0;  // in bytes of the original
  std::uint32_t end = 0;
};

// The position of the '>' that ends the HTML tag at `open`, or 0. "<zhang@abc.com>" is not a tag, and tags do not nest.
std::size_t end_of_tag(const Vector<Character>& all, std::size_t open);

// True for a tag that begins a new line: <p>, <br>, <div>, <td>, <tr>, <li>, <h1> ... Tags within a line become a
// space.
bool breaks_line(const Vector<Character>& all, std::size_t open, std::size_t close);

// The position of the ';' that ends an entity such as "&nbsp;" or "&#39;", or 0.
std::size_t end_of_entity(const Vector<Character>& all, std::size_t from);

}  // namespace alimail
