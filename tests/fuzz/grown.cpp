#include <algorithm>

#include "base/digits.h"
#include "fuzz/target.h"

namespace alimail::fuzz {

std::string grown(std::string_view bytes, std::size_t limit) {
  std::string out;
  while (!bytes.empty() && out.size() < limit) {
    const std::size_t open = std::min(bytes.find('{'), bytes.size());
    out += bytes.substr(0, open);
    bytes.remove_prefix(open);
    std::string_view rest = bytes.substr(std::min<std::size_t>(1, bytes.size()));
    const auto times = take_number(rest, limit);
    const std::size_t close = rest.find('}');
    if (!times || !rest.starts_with('*') || close == std::string_view::npos) {
      out += bytes.substr(0, 1);
      bytes.remove_prefix(std::min<std::size_t>(1, bytes.size()));
      continue;
    }
    const std::string_view piece = rest.substr(1, close - 1);
    for (std::uint64_t i = 0; i < *times && !piece.empty() && out.size() < limit; ++i) out += piece;
    bytes = rest.substr(close + 1);
  }
  return out.substr(0, limit);
}

}  // namespace alimail::fuzz
