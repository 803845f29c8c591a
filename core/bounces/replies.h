// The rows of server_replies.json, compiled for search.
//
// Rule: a row in `rows` matches if all of its `texts` are close together (each "a|b|c" means one of these, in the phrase
// syntax of words/complaint.h), and, if the row has `codes`, one of them comes before the texts or shortly after them.
// The first matching row uses up the line; therefore special rows are listed before general ones.
//   key, bounce  the finding, and the finding used instead in a bounce ("": the row only says who wrote the words)
//   whose        "receiver": the words are so common that they count only next to a code or in a bounce;
//                "alibaba": does not match if another provider's server said it
//   of           whose state decides: "sender", "recipient"; "login", "compose": no mail was refused; "connection": the
//                words for a connection that fails, which count if a port of mail or a server of mail is named close to
//                them ("near": very close)
//   elsewhere    the finding used instead if only another provider's servers are named
//   alone        matches only in a bounce, and only if no other row matches
//   provider, meaning, source   ids of provider.json, and of DirectMail's codes
#pragma once

#include "json/value.h"
#include "words/matcher.h"

namespace alimail {

struct Replies {
  Json facts;       // server_replies.json
  Matcher matcher;  // one rule for each row, in the same order
};

}  // namespace alimail
