// How long the values that are made now will be needed. Whoever keeps one for longer than a turn says so where it is made.
//
// Rule: only the wasm asks, as its memory is given back as a whole (base/arena.h, wasm/arena.cpp). Natively every value
// owns its memory, and nothing here does anything.
#pragma once

namespace alimail {

enum class Lifetime {
  Turn,     // until the next turn begins
  Run,      // until another case begins
  Program,  // for good
};

#ifdef ALIMAIL_ARENA

// While one lives, all that is allocated is for this lifetime.
class AllocateFor {
 public:
  explicit AllocateFor(Lifetime lifetime);
  ~AllocateFor();
  AllocateFor(const AllocateFor&) = delete;
  AllocateFor& operator=(const AllocateFor&) = delete;

 private:
  Lifetime before_;
};

// Gives back all that was allocated for this lifetime.
void end_lifetime(Lifetime lifetime);

#else

class AllocateFor {
 public:
  explicit AllocateFor(Lifetime /*lifetime*/) {}
};

inline void end_lifetime(Lifetime /*lifetime*/) {}

#endif

}  // namespace alimail
