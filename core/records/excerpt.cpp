#include "records/excerpt.h"

#include <algorithm>

#include "base/utf8.h"

namespace alimail {
namespace {

constexpr std::string_view kCut = "...";

// A byte that is not valid UTF-8 would become three bytes on its way to the page.
void append_well_formed(String& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) {
      out += '?';
    } else {
      out += text.substr(i, length);
    }
    i += std::max<std::size_t>(length, 1);
  }
}

}  // namespace

Excerpt excerpt(std::string_view text, TextSpan mark) {
  const std::size_t mark_begin = std::min(mark.position, text.size());
  const std::size_t mark_end = mark_begin + std::min(mark.length, text.size() - mark_begin);
  const bool fits = mark_end <= kMaxExcerptBytes || mark_begin <= kExcerptBytesBefore;
  const std::size_t begin = fits ? 0 : mark_begin - kExcerptBytesBefore;
  const std::size_t end = begin + std::min(kMaxExcerptBytes, text.size() - begin);

  Excerpt excerpt;
  if (begin > 0) excerpt.text = kCut;
  excerpt.mark = {excerpt.text.size() + mark_begin - begin, std::min(mark_end, end) - mark_begin};
  append_well_formed(excerpt.text, text.substr(begin, end - begin));
  if (end < text.size()) excerpt.text += kCut;
  return excerpt;
}

}  // namespace alimail
