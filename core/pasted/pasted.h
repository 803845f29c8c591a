// Finds output of tools in what a person wrote: dig, kdig, drill, host, nslookup, resolvectl, systemd-resolve, dog, doggo,
// q, getent, Resolve-DnsName, ping, tracert, traceroute, curl, wget, and the page of a browser that cannot find a host.
// Returns it as answers of the resolver that *this machine* uses, the tools whose output gave no answer, and the text
// without the output for the readers of words.
//
// Rule: a line counts only if it belongs to an output that is complete enough to state something. Prose that mentions
// nslookup, a log or a mail header gives no answers. Truncated output gives fewer answers, but never an absence: an
// absence is believed only if the tool states it in words or counts its records. The lines of the tools are data:
// pasted/words.json.
#pragma once

#include <string_view>

#include "pasted/answer.h"
#include "pasted/lines.h"

namespace alimail {

inline constexpr std::size_t kMaxPastedBytes = 65536;  // only this much of the text is read

PastedOutput read_pasted(std::string_view text, const PastedWords& words);

}  // namespace alimail
