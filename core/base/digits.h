// Numbers in text. std::from_chars is not used because each type that instantiates it adds half a kilobyte of wasm.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace alimail {

// Reads the digits at the front of `text` and removes them. Returns nothing if there are no digits or the number is
// larger than `max`. `base` is 10 or 16.
std::optional<std::uint64_t> take_number(std::string_view& text, std::uint64_t max, unsigned base = 10);

// The same, but `text` must contain only the number.
std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t max, unsigned base = 10);

}  // namespace alimail
