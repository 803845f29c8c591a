// The memory of one turn: it begins empty, and ends by giving all back. See core/base/arena.h.
#pragma once

namespace alimail {

// While one lives, all that the core allocates is the turn's. What was allocated before stays.
class TurnMemory {
 public:
  TurnMemory();
  ~TurnMemory();
  TurnMemory(const TurnMemory&) = delete;
  TurnMemory& operator=(const TurnMemory&) = delete;

 private:
  void* block_;
  char* free_;
};

}  // namespace alimail
