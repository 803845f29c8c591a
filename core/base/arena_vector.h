// A list in an arena: what the core uses of std::vector, with the same meaning (containers.h).
//
// Rule: has no destructor, and runs none, as the arena gives all memory back. Items are moved as bytes when the list grows,
// so no type may know its own address. All that needs no type of an item is in arena_list.cpp, once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <new>
#include <type_traits>
#include <utility>

#include "base/arena_list.h"

namespace alimail {

template <typename T>
class ArenaVector {
 public:
  using value_type = T;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using iterator = T*;
  using const_iterator = const T*;

  ArenaVector() = default;
  ArenaVector(const ArenaVector& other) {
    append(other.begin(), other.size());
  }
  ArenaVector(ArenaVector&& other) noexcept : list_(std::exchange(other.list_, {})) {}
  ArenaVector(std::initializer_list<T> items) {
    append(items.begin(), items.size());
  }
  template <std::input_iterator Iterator>
  ArenaVector(Iterator first, Iterator last) {
    insert(end(), first, last);
  }
  explicit ArenaVector(std::size_t count) {
    resize(count);
  }
  ArenaVector(std::size_t count, const T& item) {
    resize(count, item);
  }
  ~ArenaVector() = default;

  ArenaVector& operator=(const ArenaVector& other) {
    if (this != &other) assign(other.begin(), other.end());
    return *this;
  }
  ArenaVector& operator=(ArenaVector&& other) noexcept {
    list_ = std::exchange(other.list_, {});
    return *this;
  }

  template <std::input_iterator Iterator>
  void assign(Iterator first, Iterator last) {
    clear();
    insert(end(), first, last);
  }
  void swap(ArenaVector& other) noexcept {
    std::swap(list_, other.list_);
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
  [[nodiscard]] T* data() {
    return static_cast<T*>(list_.data);
  }
  [[nodiscard]] const T* data() const {
    return static_cast<const T*>(list_.data);
  }
  [[nodiscard]] T* begin() {
    return data();
  }
  [[nodiscard]] const T* begin() const {
    return data();
  }
  [[nodiscard]] T* end() {
    return data() + list_.size;
  }
  [[nodiscard]] const T* end() const {
    return data() + list_.size;
  }
  [[nodiscard]] auto rbegin() {
    return std::reverse_iterator(end());
  }
  [[nodiscard]] auto rbegin() const {
    return std::reverse_iterator(end());
  }
  [[nodiscard]] auto rend() {
    return std::reverse_iterator(begin());
  }
  [[nodiscard]] auto rend() const {
    return std::reverse_iterator(begin());
  }
  T& operator[](std::size_t index) {
    return data()[index];
  }
  const T& operator[](std::size_t index) const {
    return data()[index];
  }
  [[nodiscard]] T& front() {
    return *data();
  }
  [[nodiscard]] const T& front() const {
    return *data();
  }
  [[nodiscard]] T& back() {
    return end()[-1];
  }
  [[nodiscard]] const T& back() const {
    return end()[-1];
  }

  void reserve(std::size_t count) {
    arena_reserve(list_, count, sizeof(T));
  }
  void resize(std::size_t count) {
    reserve(count);
    while (list_.size < count) new (end_place()) T();
    list_.size = count;
  }
  void resize(std::size_t count, const T& item) {
    reserve(count);
    while (list_.size < count) new (end_place()) T(item);
    list_.size = count;
  }
  void clear() {
    list_.size = 0;
  }

  // The item may be one of this list: growing leaves the old bytes as they are.
  void push_back(const T& item) {
    emplace_back(item);
  }
  void push_back(T&& item) {
    emplace_back(std::move(item));
  }
  template <typename... Parts>
  T& emplace_back(Parts&&... parts) {
    static_assert(std::is_trivially_destructible_v<T>, "nobody would run the destructor");
    return *new (arena_add(list_, sizeof(T))) T(std::forward<Parts>(parts)...);
  }
  void pop_back() {
    --list_.size;
  }

  T* insert(const T* before, T item) {
    return new (arena_open(list_, index_of(before), 1, sizeof(T))) T(std::move(item));
  }
  template <std::input_iterator Iterator>
  T* insert(const T* before, Iterator first, Iterator last) {
    const std::size_t at = index_of(before);
    T* place = static_cast<T*>(arena_open(list_, at, static_cast<std::size_t>(std::distance(first, last)), sizeof(T)));
    for (; first != last; ++first, ++place) new (static_cast<void*>(place)) T(*first);
    return begin() + at;
  }
  T* erase(const T* first, const T* last) {
    const std::size_t at = index_of(first);
    arena_close(list_, at, static_cast<std::size_t>(last - first), sizeof(T));
    return begin() + at;
  }
  T* erase(const T* item) {
    return erase(item, item + 1);
  }

  friend bool operator==(const ArenaVector& left, const ArenaVector& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
  }

 private:
  [[gnu::noinline]] void append(const T* items, std::size_t count) {
    reserve(list_.size + count);
    for (std::size_t i = 0; i < count; ++i) new (end_place()) T(items[i]);
  }
  void* end_place() {
    static_assert(std::is_trivially_destructible_v<T>, "nobody would run the destructor");
    return data() + list_.size++;
  }
  [[nodiscard]] std::size_t index_of(const T* item) const {
    return static_cast<std::size_t>(item - begin());
  }

  ArenaList list_;
};

template <typename T, typename Condition>
std::size_t erase_if(ArenaVector<T>& list, Condition condition) {
  T* const kept = std::remove_if(list.begin(), list.end(), std::move(condition));
  const auto count = static_cast<std::size_t>(list.end() - kept);
  list.erase(kept, list.end());
  return count;
}

}  // namespace alimail
