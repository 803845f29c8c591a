#include "records/tag_list.h"

#include <algorithm>

#include "base/ascii.h"
#include "names/domain_name.h"

namespace alimail {
namespace {

constexpr std::size_t kVersionBytes = 32;  // only this much is read to see what a text was meant as

bool is_tag_name(std::string_view name) {
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

void read_tag(TagList& list, Piece spec) {
  const std::size_t equals = spec.text.find('=');
  if (equals == std::string_view::npos) {
    list.errors.push_back({"missing-equals", spec.span()});
    return;
  }
  const Tag tag{trimmed({spec.text.substr(0, equals), spec.position}),
                trimmed({spec.text.substr(equals + 1), spec.position + equals + 1})};
  if (!is_tag_name(tag.name.text)) {
    list.errors.push_back({"bad-tag-name", tag.name.span()});
  } else if (find_tag(list, tag.name.text) != nullptr) {
    list.errors.push_back({"duplicate-tag", spec.span()});
  } else {
    list.tags.push_back(tag);
  }
}

// The letters and digits at the front in lower case: what remains of a version regardless of typing mistakes.
String skeleton(std::string_view text) {
  String left;
  for (const char c : text.substr(0, kVersionBytes)) {
    if (c == ';') break;
    if (is_letter(c) || is_digit(c)) left += c;
  }
  return lower(left);
}

}  // namespace

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

Piece trimmed(Piece piece) {
  while (!piece.text.empty() && is_blank(piece.text.front())) {
    piece.text.remove_prefix(1);
    ++piece.position;
  }
  while (!piece.text.empty() && is_blank(piece.text.back())) piece.text.remove_suffix(1);
  return piece;
}

Vector<Piece> split(Piece value, char separator) {
  Vector<Piece> parts;
  while (parts.size() < kMaxTags) {
    const std::size_t end = value.text.find(separator);
    parts.push_back(trimmed({value.text.substr(0, end), value.position}));
    if (end == std::string_view::npos) break;
    value = {value.text.substr(end + 1), value.position + end + 1};
  }
  return parts;
}

TagList parse_tag_list(std::string_view text) {
  TagList list;
  for (const Piece& spec : split({text, 0}, ';')) {
    if (!spec.text.empty()) read_tag(list, spec);
  }
  return list;
}

const Tag* find_tag(const TagList& list, std::string_view name) {
  const String wanted = lower(name);
  const auto found =
      std::find_if(list.tags.begin(), list.tags.end(), [&](const Tag& tag) { return lower(tag.name.text) == wanted; });
  return found != list.tags.end() ? &*found : nullptr;
}

bool is_one_of(std::string_view text, std::string_view words) {
  const String wanted = lower(text);
  const Vector<Piece> list = split({words, 0}, ' ');
  return std::any_of(list.begin(), list.end(), [&](const Piece& word) { return word.text == wanted; });
}

std::optional<RecordError> version_error(std::string_view text, std::string_view version) {
  const Piece first{text.substr(0, text.find(';')), 0};
  const std::size_t equals = first.text.find('=');
  if (equals != std::string_view::npos && !is_blank(first.text.front()) &&
      is_one_of(trimmed({first.text.substr(0, equals), 0}).text, "v") &&
      trimmed({first.text.substr(equals + 1), 0}).text == version) {
    return std::nullopt;
  }
  const auto odd = std::find_if(first.text.begin(), first.text.end(),
                                [](char c) { return c == '"' || static_cast<unsigned char>(c) > '~'; });
  if (odd == first.text.end()) return RecordError{"wrong-version", first.span()};
  return RecordError{"bad-character", {static_cast<std::size_t>(odd - first.text.begin()), 1}};
}

bool is_meant_as(std::string_view text, std::string_view version) {
  const String front = skeleton(text);
  const String exact = skeleton(version);
  if (front.starts_with(exact)) return true;  // the "v" or the "=" is missing, or not ASCII
  const std::string_view stem = std::string_view(exact).substr(0, exact.size() - 1);
  return front.starts_with('v') && std::string_view(front).substr(1).starts_with(stem);
}

}  // namespace alimail
