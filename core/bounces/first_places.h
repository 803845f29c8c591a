// Where each of many short texts first stands in a long one: one pass over it instead of one for each.
//
// Law: linear. A text counts only from its second byte on, for those of two bytes part them well enough.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace alimail {

// In the order of `wanted`; npos where there is none. Each of `wanted` has two bytes or more.
std::vector<std::size_t> first_places(std::string_view text, const std::vector<std::string_view>& wanted);

}  // namespace alimail
