#include "base/arena_string.h"

#include <algorithm>
#include <cstring>

namespace alimail {
namespace {

// memcpy and its kin must not be given a null pointer, not even for no bytes.
void copy(char* to, std::string_view text) {
  if (!text.empty()) std::memmove(to, text.data(), text.size());
}

}  // namespace

ArenaString::ArenaString(const ArenaString& other) : ArenaString(other.view()) {}

ArenaString::ArenaString(std::string_view text) {
  assign(text);
}

ArenaString::ArenaString(std::size_t count, char byte) {
  resize(count, byte);
}

ArenaString& ArenaString::assign(std::string_view text) {
  arena_reserve(list_, text.size(), 1);
  copy(data(), text);
  list_.size = text.size();
  return *this;
}

void ArenaString::resize(std::size_t size, char byte) {
  if (size > list_.size) {
    arena_reserve_more(list_, size - list_.size, 1);
    std::memset(end(), byte, size - list_.size);
  }
  list_.size = size;
}

ArenaString& ArenaString::append(std::string_view text) {
  arena_reserve_more(list_, text.size(), 1);
  copy(end(), text);
  list_.size += text.size();
  return *this;
}

// Names that differ often end alike, and keys that differ often begin alike, so the last byte tells most.
bool ArenaString::equals(std::string_view text) const {
  if (size() != text.size()) return false;
  return empty() || (back() == text.back() && std::memcmp(data(), text.data(), size()) == 0);
}

ArenaString& ArenaString::operator+=(char byte) {
  push_back(byte);
  return *this;
}

ArenaString& ArenaString::replace(std::size_t at, std::size_t count, std::string_view text) {
  const ArenaString copied(text);  // the text may be a part of this one
  erase(at, count);
  copy(static_cast<char*>(arena_open(list_, at, copied.size(), 1)), copied);
  return *this;
}

ArenaString& ArenaString::erase(std::size_t at, std::size_t count) {
  arena_close(list_, at, std::min(count, list_.size - at), 1);
  return *this;
}

ArenaString decimal(std::uint64_t digits, bool negative) {
  char text[20];
  char* const end = text + sizeof text;
  char* at = end;
  do {
    *--at = static_cast<char>('0' + digits % 10);
    digits /= 10;
  } while (digits > 0);
  if (negative) *--at = '-';
  return {at, static_cast<std::size_t>(end - at)};
}

}  // namespace alimail
