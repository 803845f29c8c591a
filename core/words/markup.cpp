#include "words/markup.h"

namespace alimail {
namespace {

bool is_letter(char32_t code) {
  return code >= U'a' && code <= U'z';
}

}  // namespace

std::size_t end_of_tag(const Vector<Character>& all, std::size_t open) {
  constexpr std::size_t kMaxTag = 2000;
  std::size_t at = open + 1;
  while (at < all.size() && (all[at].code == U'/' || all[at].code == U'!')) ++at;
  if (at >= all.size() || at > open + 2 || !is_letter(all[at].code)) return 0;
  bool in_name = true;
  for (; at < all.size() && at < open + kMaxTag && all[at].code != U'<'; ++at) {
    if (all[at].code == U'>') return at;
    in_name = in_name && (is_letter(all[at].code) || (all[at].code >= U'0' && all[at].code <= U'9'));
    if (in_name && at + 1 < all.size() && (all[at + 1].code == U'@' || all[at + 1].code == U'.')) return 0;
  }
  return 0;
}

bool breaks_line(const Vector<Character>& all, std::size_t open, std::size_t close) {
  if (all[open + 1].code == U'/') ++open;
  const char32_t first = all[open + 1].code;
  const char32_t second = open + 2 < close ? all[open + 2].code : U' ';
  if (first == U'b') return second == U'r';
  return first == U'p' || first == U'd' || first == U't' || first == U'l' || first == U'h';
}

std::size_t end_of_entity(const Vector<Character>& all, std::size_t from) {
  constexpr std::size_t kMaxEntity = 8;
  for (std::size_t at = from + 1; at < all.size() && at < from + kMaxEntity; ++at) {
    const char32_t code = all[at].code;
    if (code == U';') return at > from + 2 ? at : 0;
    if (!is_letter(code) && code != U'#' && !(code >= U'0' && code <= U'9')) return 0;
  }
  return 0;
}

}  // namespace alimail
