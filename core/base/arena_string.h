// A text in an arena: what the core uses of std::string, with the same meaning (containers.h).
//
// Rule: has no destructor, as the arena gives all memory back, and no byte 0 at its end. All that a view of the text can
// tell is asked of the view. What changes the text is in arena_string.cpp, once.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/arena_list.h"

namespace alimail {

class ArenaString {
  // As in std::string: a view becomes a text only where it is asked for, and a literal is no view.
  template <typename Text>
  static constexpr bool is_view =
      std::is_convertible_v<const Text&, std::string_view> && !std::is_convertible_v<const Text&, const char*>;

 public:
  using value_type = char;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = char&;
  using const_reference = const char&;
  using iterator = char*;
  using const_iterator = const char*;
  static constexpr std::size_t npos = std::string_view::npos;

  ArenaString() = default;
  ArenaString(const ArenaString& other);
  ArenaString(ArenaString&& other) noexcept : list_(std::exchange(other.list_, {})) {}
  ArenaString(const char* text) : ArenaString(std::string_view(text)) {}  // NOLINT(google-explicit-constructor): as std
  explicit ArenaString(std::string_view text);
  ArenaString(std::size_t count, char byte);
  ArenaString(const char* text, std::size_t size) : ArenaString(std::string_view(text, size)) {}
  template <std::input_iterator Iterator>
  ArenaString(Iterator first, Iterator last) {
    reserve(static_cast<std::size_t>(std::distance(first, last)));
    for (; first != last; ++first) data()[list_.size++] = *first;
  }
  ~ArenaString() = default;

  ArenaString& operator=(const ArenaString& other) {
    return assign(other);
  }
  ArenaString& operator=(ArenaString&& other) noexcept {
    list_ = std::exchange(other.list_, {});
    return *this;
  }
  ArenaString& operator=(const char* text) {
    return assign(text);
  }
  template <typename Text>
    requires is_view<Text>
  ArenaString& operator=(const Text& text) {
    return assign(text);
  }
  ArenaString& assign(std::string_view text);
  void swap(ArenaString& other) noexcept {
    std::swap(list_, other.list_);
  }

  operator std::string_view() const {  // NOLINT(google-explicit-constructor): as std
    return view();
  }

  [[nodiscard]] bool empty() const {
    return list_.size == 0;
  }
  [[nodiscard]] std::size_t size() const {
    return list_.size;
  }
  [[nodiscard]] std::size_t capacity() const {
    return list_.capacity;
  }
  [[nodiscard]] char* data() {
    return static_cast<char*>(list_.data);
  }
  [[nodiscard]] const char* data() const {
    return static_cast<const char*>(list_.data);
  }
  [[nodiscard]] char* begin() {
    return data();
  }
  [[nodiscard]] const char* begin() const {
    return data();
  }
  [[nodiscard]] char* end() {
    return data() + list_.size;
  }
  [[nodiscard]] const char* end() const {
    return data() + list_.size;
  }
  [[nodiscard]] auto rbegin() const {
    return std::reverse_iterator(end());
  }
  [[nodiscard]] auto rend() const {
    return std::reverse_iterator(begin());
  }
  char& operator[](std::size_t index) {
    return data()[index];
  }
  const char& operator[](std::size_t index) const {
    return data()[index];
  }
  [[nodiscard]] char& front() {
    return *data();
  }
  [[nodiscard]] const char& front() const {
    return *data();
  }
  [[nodiscard]] char& back() {
    return end()[-1];
  }
  [[nodiscard]] const char& back() const {
    return end()[-1];
  }

  void reserve(std::size_t size) {
    arena_reserve(list_, size, 1);
  }
  void resize(std::size_t size, char byte = '\0');
  void clear() {
    list_.size = 0;
  }
  void push_back(char byte) {
    if (list_.size == list_.capacity) arena_reserve_more(list_, 1, 1);
    data()[list_.size++] = byte;
  }
  void pop_back() {
    --list_.size;
  }
  // The text may be a part of this one: growing leaves the old bytes as they are.
  ArenaString& append(std::string_view text);
  ArenaString& append(std::string_view text, std::size_t at, std::size_t count = npos) {
    return append(text.substr(at, count));
  }
  ArenaString& append(const char* text, std::size_t size) {
    return append(std::string_view(text, size));
  }
  ArenaString& append(std::size_t count, char byte) {
    resize(list_.size + count, byte);
    return *this;
  }
  ArenaString& operator+=(std::string_view text) {
    return append(text);
  }
  ArenaString& operator+=(char byte);
  ArenaString& insert(std::size_t at, std::string_view text) {
    return replace(at, 0, text);
  }
  ArenaString& replace(std::size_t at, std::size_t count, std::string_view text);
  ArenaString& erase(std::size_t at = 0, std::size_t count = npos);
  char* erase(const char* first, const char* last) {
    const auto at = static_cast<std::size_t>(first - begin());
    erase(at, static_cast<std::size_t>(last - first));
    return begin() + at;
  }

  [[nodiscard]] ArenaString substr(std::size_t at = 0, std::size_t count = npos) const {
    return ArenaString(view().substr(at, count));
  }
  [[nodiscard]] bool starts_with(std::string_view text) const {
    return view().starts_with(text);
  }
  [[nodiscard]] bool starts_with(char byte) const {
    return !empty() && front() == byte;
  }
  [[nodiscard]] bool ends_with(std::string_view text) const {
    return view().ends_with(text);
  }
  [[nodiscard]] bool ends_with(char byte) const {
    return !empty() && back() == byte;
  }
  [[nodiscard]] int compare(std::string_view text) const {
    return view().compare(text);
  }
  template <typename Wanted>  // a text or a char
  [[nodiscard]] std::size_t find(const Wanted& wanted, std::size_t from = 0) const {
    return view().find(wanted, from);
  }
  template <typename Wanted>
  [[nodiscard]] std::size_t rfind(const Wanted& wanted, std::size_t from = npos) const {
    return view().rfind(wanted, from);
  }
  template <typename Wanted>
  [[nodiscard]] std::size_t find_first_of(const Wanted& wanted, std::size_t from = 0) const {
    return view().find_first_of(wanted, from);
  }
  template <typename Wanted>
  [[nodiscard]] std::size_t find_first_not_of(const Wanted& wanted, std::size_t from = 0) const {
    return view().find_first_not_of(wanted, from);
  }
  template <typename Wanted>
  [[nodiscard]] std::size_t find_last_of(const Wanted& wanted, std::size_t from = npos) const {
    return view().find_last_of(wanted, from);
  }
  template <typename Wanted>
  [[nodiscard]] std::size_t find_last_not_of(const Wanted& wanted, std::size_t from = npos) const {
    return view().find_last_not_of(wanted, from);
  }

  friend bool operator==(const ArenaString& left, const ArenaString& right) {
    return left.equals(right);
  }
  friend bool operator==(const ArenaString& left, const char* right) {
    return left.equals(right);
  }
  template <typename Text>
    requires(is_view<Text> && !std::is_same_v<Text, ArenaString>)
  friend bool operator==(const ArenaString& left, const Text& right) {
    return left.equals(right);
  }
  friend std::strong_ordering operator<=>(const ArenaString& left, const ArenaString& right) {
    return left.compare(right) <=> 0;
  }
  template <typename Text>
    requires(is_view<Text> && !std::is_same_v<Text, ArenaString>)
  friend std::strong_ordering operator<=>(const ArenaString& left, const Text& right) {
    return left.compare(right) <=> 0;
  }

  friend ArenaString operator+(ArenaString left, const ArenaString& right) {
    left.append(right);
    return left;
  }
  friend ArenaString operator+(ArenaString left, const char* right) {
    left.append(right);
    return left;
  }
  friend ArenaString operator+(ArenaString left, char right) {
    left += right;
    return left;
  }
  friend ArenaString operator+(const char* left, const ArenaString& right) {
    ArenaString text(left);
    text.append(right);
    return text;
  }
  friend ArenaString operator+(char left, const ArenaString& right) {
    ArenaString text(1, left);
    text.append(right);
    return text;
  }

 private:
  [[nodiscard]] bool equals(std::string_view text) const;
  [[nodiscard]] std::string_view view() const {
    return {data(), list_.size};
  }

  ArenaList list_;
};

// What std::to_string gives.
ArenaString decimal(std::uint64_t digits, bool negative);

template <std::integral Number>
ArenaString to_string(Number number) {
  const auto digits = static_cast<std::uint64_t>(number);
  return number < 0 ? decimal(0 - digits, true) : decimal(digits, false);
}

template <typename Condition>
std::size_t erase_if(ArenaString& text, Condition condition) {
  std::size_t kept = 0;
  for (const char byte : text) {
    if (!condition(byte)) text[kept++] = byte;
  }
  const std::size_t count = text.size() - kept;
  text.resize(kept);
  return count;
}

}  // namespace alimail
