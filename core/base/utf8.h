// UTF-8 as bytes (Unicode 15, table 3-7).
#pragma once

#include <cstddef>
#include <string_view>

namespace alimail {

// The number of bytes in the well-formed UTF-8 sequence that starts at text[i], or 0 if the bytes are not well formed.
std::size_t utf8_length(std::string_view text, std::size_t i);

}  // namespace alimail
