// Everything known in one turn: what the person entered, and what the resolvers and the browser answered.
#pragma once

#include <string_view>

#include "base/containers.h"
#include "evidence/index.h"
#include "model/case.h"
#include "model/subject.h"
#include "pasted/answer.h"

namespace alimail {

struct Evidence {
  std::int64_t now = 0;
  Subject subject;
  bool subject_pasted = false;  // nothing was typed, and all pasted output is about one domain
  Vector<Answer> answers;       // of the public resolvers
  mutable AnswerIndex index;    // of these; answers_to() adds what is not in it
  // of this machine's resolver; evidence/own_resolver.h compares them with the public ones
  Vector<PastedAnswer> pasted;
  Vector<Tool> unread;  // tools of pasted output that gave no answer
  Vector<ProbeResult> probes;
  Vector<Reply> replies;
  String nonce;
  bool brief = false;              // only what decides the verdict is asked
  Vector<String> named_addresses;  // IP addresses that the complaint names, in canonical text
  bool complaint_given = false;
  bool login_in_question = false;  // the person named the login host, or says that the login page does not work
};

// The answers to a question, in their order, with and without validation. Valid until an answer is added.
inline std::span<const Place> answers_to(const Evidence& evidence, std::string_view name, RecordType type) {
  evidence.index.extend(evidence.answers);
  return evidence.index.places(evidence.answers, name, type);
}

// What the person replied to this question the last time, or "".
inline std::string_view reply_to(const Evidence& evidence, std::string_view question) {
  std::string_view value;
  for (const Reply& reply : evidence.replies) {
    if (reply.question == question) value = reply.value;
  }
  return value;
}

}  // namespace alimail
