// Finds the first position of each of many short texts in a long one, in one pass instead of one pass for each text.
//
// Rule: linear time. The first two bytes of each text select the candidates; texts differ enough in them.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"

namespace alimail {

// The positions in the order of `wanted`; npos for a text that does not occur. Each text has two or more bytes.
Vector<std::size_t> first_places(std::string_view text, const Vector<std::string_view>& wanted);

}  // namespace alimail
