// The replies of servers and the messages of pages that are known, found in what a person wrote or pasted.
//
// Law: the replies are data (server_replies.json); a bare number is never one. A row of `rows` holds where all of its `texts`
// stand near each other (each "a|b|c": one of these, in the language of words/complaint.h), and where one of its `codes`
// stands before them if it names any. The first row that holds takes the line: special rows stand before general ones.
//   key, bounce  the finding; the one instead of it in a bounce ("": the row only tells whose words these are)
//   whose        "receiver": the words are so common that they count only beside a code or in a bounce;
//                "alibaba": not where another provider's server said it
//   of           whose state decides: "sender", "recipient"; "login", "compose": no mail was refused
//   alone        only where no other row holds, and in a bounce
//   provider, meaning, source   ids of provider.json, and of DirectMail's codes
#pragma once

#include <string_view>
#include <vector>

#include "json/value.h"
#include "model/finding.h"
#include "provider/provider.h"
#include "words/matcher.h"

namespace alimail {

struct Replies {
  Json facts;       // server_replies.json
  Matcher matcher;  // a rule for each row, in their order
};

Replies replies_from(Json facts);

// bounce.report and code.*, each with "matched": slices of the complaint. `domain`: whose mail it is, "" where unknown; a
// state of somebody else's is never said to be theirs.
std::vector<Finding> read_replies(std::string_view complaint, std::string_view domain, const Replies& replies,
                                  const Provider& provider);

inline constexpr std::string_view kBounceReport = "bounce.report";
inline constexpr std::string_view kForeignSender = "code.foreign-sender";  // it is another sender who was refused
inline constexpr std::string_view kOwnRecipient = "code.own-recipient";  // the recipient is at the person's own domain

}  // namespace alimail
