// Finds known server replies and known error messages of pages in what a person wrote or pasted.
//
// Rule: the replies are data (server_replies.json), and a number alone is never a reply. A row in `rows` matches if all
// of its `texts` are close together (each "a|b|c" means one of these, in the phrase syntax of words/complaint.h), and,
// if the row has `codes`, one of them comes before the texts. The first matching row uses up the line; therefore
// special rows are listed before general ones.
//   key, bounce  the finding, and the finding used instead in a bounce ("": the row only says who wrote the words)
//   whose        "receiver": the words are so common that they count only next to a code or in a bounce;
//                "alibaba": does not match if another provider's server said it
//   of           whose state decides: "sender", "recipient"; "login", "compose": no mail was refused
//   alone        matches only in a bounce, and only if no other row matches
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
  Matcher matcher;  // one rule for each row, in the same order
};

Replies replies_from(Json facts);

// Returns bounce.report and code.*, each with "matched": slices of the complaint. `domain` is the domain of the
// person's mail, "" if unknown. The state of another domain is never reported as the person's.
std::vector<Finding> read_replies(std::string_view complaint, std::string_view domain, const Replies& replies,
                                  const Provider& provider);

inline constexpr std::string_view kBounceReport = "bounce.report";
inline constexpr std::string_view kForeignSender = "code.foreign-sender";  // another sender was refused
inline constexpr std::string_view kOwnRecipient = "code.own-recipient";  // the recipient is at the person's own domain

}  // namespace alimail
