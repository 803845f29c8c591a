// One complaint while its server replies are read: its texts, the bounce, and where a row of server_replies.json matches.
//
// Rule: positions are in the folded text (words/fold.h) unless the name says otherwise. A line that a row took is not
// read by the rows after it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "base/containers.h"
#include "bounces/bounce.h"
#include "bounces/replies.h"
#include "json/value.h"
#include "provider/provider.h"
#include "words/fold.h"
#include "words/matcher.h"

namespace alimail {

struct Reading {
  const Replies& replies;
  const Provider& provider;
  std::string_view domain;
  std::string_view complaint;
  Folded plain;
  Folded folded;  // from the plain text
  Vector<Match> matches;
  std::optional<Bounce> bounce;
  Vector<std::pair<std::size_t, std::size_t>> taken;  // positions in the folded text
  String receiver;                                    // an id of a provider
  bool only_others = false;                           // only servers of other providers are named
  bool of_client = false;                             // a login or a connection failed, no mail was refused
};

struct Hit {
  Vector<Match> matches;
  Codes codes;
  bool has_code = false;  // it has a code of its own, not only that of the bounce
};

// True if the member `name` of the row has this value.
bool is(const Json& row, std::string_view name, std::string_view value);

// The part of the complaint that a piece of the plain text comes from.
String slice(const Reading& reading, std::size_t begin, std::size_t end);
String slice(const Reading& reading, const Match& match);

// The first place where the row matches. `wanted` are the meanings of all its texts.
std::optional<Hit> find_row(const Json& row, const ConceptSet& wanted, const Reading& reading);

// Marks the line up to the end of the hit as used, because a more general row would only repeat its meaning.
void take(Reading& reading, const Hit& hit);

bool is_own_recipient(const Reading& reading);
bool is_foreign_sender(const Reading& reading);

// Who received the mail, by the bounce: an id of a provider, or "".
String receiver_of(const Reading& reading);

}  // namespace alimail
