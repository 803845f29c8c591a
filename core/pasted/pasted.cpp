#include "pasted/pasted.h"

#include <algorithm>

#include "pasted/reader.h"

namespace alimail {

PastedOutput read_pasted(std::string_view text, const PastedWords& words) {
  PastedReader reader(words);
  const std::string_view read = text.substr(0, kMaxPastedBytes);
  Vector<std::size_t> begins;
  for (std::size_t at = 0; at < read.size();) {
    const std::size_t end = std::min(read.find('\n', at), read.size());
    reader.read(read.substr(at, end - at), begins.size());
    begins.push_back(at);
    at = end + 1;
  }
  reader.finish();
  PastedOutput output{std::move(reader.answers), std::move(reader.unread), String(text)};
  for (const std::size_t line : reader.lines) {
    for (std::size_t at = begins[line]; at < read.size() && text[at] != '\n'; ++at) output.rest[at] = ' ';
  }
  return output;
}

}  // namespace alimail
