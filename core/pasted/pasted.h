// The output of dig, nslookup, host, Resolve-DnsName and ping in what a person wrote, as the answers of the resolver
// that *this machine* uses; and the text without it, for those who read words.
//
// Law: a line counts only as part of an output that says a whole thing: prose that speaks of nslookup, a log, a mail
// header give nothing. What was cut off gives fewer answers, never an absence: that there is nothing is believed only
// where the tool says so in words, or counts its records. The lines of tools are data: pasted/words.json.
#pragma once

#include <string_view>

#include "pasted/answer.h"
#include "pasted/lines.h"

namespace alimail {

inline constexpr std::size_t kMaxPastedBytes = 65536;  // of the text; what follows is left alone

PastedOutput read_pasted(std::string_view text, const PastedWords& words);

}  // namespace alimail
