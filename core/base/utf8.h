// UTF-8 as bytes (Unicode 15, table 3-7).
#pragma once

#include <cstddef>
#include <string_view>

namespace alimail {

// How many bytes of well-formed UTF-8 start at text[i]; 0 where they are none.
std::size_t utf8_length(std::string_view text, std::size_t i);

}  // namespace alimail
