// Finds known server replies and known error messages of pages in what a person wrote or pasted.
//
// Rule: the replies are data (server_replies.json, see replies.h), and a number alone is never a reply. A bounce and a
// connection that fails are read beside them.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "base/containers.h"
#include "bounces/replies.h"
#include "model/finding.h"
#include "provider/provider.h"

namespace alimail {

Replies replies_from(Json facts);

struct MachineText {
  Vector<Finding> findings;
  Vector<std::pair<std::size_t, std::size_t>> printed;  // what was read: [first, last] in the complaint
  bool of_client = false;                               // a login or a connection of a program failed
};

MachineText read_machine_text(std::string_view complaint, std::string_view domain, const Replies& replies,
                              const Provider& provider);

// Returns bounce.report, code.* and connection.*, each with "matched": slices of the complaint. `domain` is the domain
// of the person's mail, "" if unknown. The state of another domain is never reported as the person's.
Vector<Finding> read_replies(std::string_view complaint, std::string_view domain, const Replies& replies,
                             const Provider& provider);

inline constexpr std::string_view kConnectionFailed = "connection.failed";
inline constexpr std::string_view kOtherProvider = "elsewhere.other-provider";
inline constexpr std::string_view kOwnDomainMissing = "code.own-domain-missing";  // a sender did not find its MX
inline constexpr std::string_view kBounceReport = "bounce.report";
inline constexpr std::string_view kForeignSender = "code.foreign-sender";  // another sender was refused
inline constexpr std::string_view kOwnRecipient = "code.own-recipient";  // the recipient is at the person's own domain

}  // namespace alimail
