// Everything that advance() uses besides its case: problems, provider facts, and what reading a complaint takes.
#pragma once

#include "bounces/server_replies.h"
#include "pasted/lines.h"
#include "problems/problem.h"
#include "provider/provider.h"
#include "words/complaint.h"
#include "words/likeness.h"

namespace alimail {

// What reading a complaint takes.
struct Lexicon {
  Matcher phrases;     // from words/phrases.json
  Likeness likeness;   // from words/likeness.json
  Replies replies;     // from bounces/server_replies.json
  PastedWords pasted;  // from pasted/words.json
};

struct Catalogue {
  Problems problems;
  Provider provider;
  const Lexicon& (*lexicon)() = nullptr;  // not called without a complaint; made at the first call, which takes a while
};

}  // namespace alimail
