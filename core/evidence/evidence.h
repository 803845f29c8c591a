// All that is known in one turn: what the person gave, and what the resolvers and the browser answered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "model/subject.h"
#include "pasted/answer.h"

namespace alimail {

struct Evidence {
  std::int64_t now = 0;
  Subject subject;
  bool subject_pasted = false;       // nothing was typed, and all that was pasted is about one domain
  std::vector<Answer> answers;       // of the public resolvers
  std::vector<PastedAnswer> pasted;  // of this machine's; evidence/own_resolver.h sets them beside the public ones
  std::vector<ProbeResult> probes;
  std::vector<Reply> replies;
  std::string nonce;
  std::vector<std::string> named_addresses;  // IP addresses that the complaint names, in canonical text
  bool complaint_given = false;
  bool login_in_question = false;  // the person named the login host, or says that the login page fails
};

}  // namespace alimail
