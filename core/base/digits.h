// Numbers written in digits. std::from_chars would do; it is written out for every type, half a kilobyte of wasm each.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace alimail {

// The digits at the front of `text`, which loses them. Nothing where there are none, or more than `max`. Base 10 or 16.
std::optional<std::uint64_t> take_number(std::string_view& text, std::uint64_t max, unsigned base = 10);

// The same where `text` is nothing but the number.
std::optional<std::uint64_t> parse_number(std::string_view text, std::uint64_t max, unsigned base = 10);

}  // namespace alimail
