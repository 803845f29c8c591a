// Everything that advance() knows besides its case: problems, provider facts, phrases and replies, read once from the embedded
// data.
#pragma once

#include "bounces/server_replies.h"
#include "pasted/lines.h"
#include "problems/problem.h"
#include "provider/provider.h"
#include "words/complaint.h"

namespace alimail {

struct Catalogue {
  Problems problems;
  Provider provider;
  Matcher matcher;     // of words/phrases.json
  Replies replies;     // of bounces/server_replies.json
  PastedWords pasted;  // of pasted/words.json
};

}  // namespace alimail
