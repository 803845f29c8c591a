// Everything that advance() uses besides its case: problems, provider facts, phrases and replies, loaded once from the
// embedded data.
#pragma once

#include "bounces/server_replies.h"
#include "pasted/lines.h"
#include "problems/problem.h"
#include "provider/provider.h"
#include "words/complaint.h"
#include "words/likeness.h"

namespace alimail {

struct Catalogue {
  Problems problems;
  Provider provider;
  const Matcher& (*matcher)() = nullptr;  // from words/phrases.json; compiled at the first call, which takes a while
  Likeness likeness;                      // from words/likeness.json
  Replies replies;                        // from bounces/server_replies.json
  PastedWords pasted;                     // from pasted/words.json
};

}  // namespace alimail
