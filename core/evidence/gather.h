// Collects the evidence of a case: the subject, the pasted output, and the decoded answers.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/case.h"
#include "pasted/pasted.h"

namespace alimail {

// What was found in the complaint.
struct Complaint {
  Vector<PastedAnswer> pasted;
  const Vector<Tool>& unread;
  const Vector<String>& addresses;  // that its words name
  bool has_words = false;           // some of its words were recognized
  bool is_about_login = false;      // it says that the login page does not work
};

// What an earlier turn of the same run made of answers.
struct Earlier {
  Vector<Answer> answers;   // they come before those of the case
  AnswerIndex index;        // of these, unless `marked` is 0
  std::size_t marked = 0;   // how many of them are marked where others contradict them (evidence/existence.h)
  std::string_view domain;  // the subject's, for which they are
};

// `login_hosts` are the provider's shared login hosts, which say nothing about a domain. If no subject was typed, the
// subject is the domain of the pasted output.
Evidence gather(const Case& input, Earlier earlier, Complaint complaint, const Vector<String>& login_hosts);

}  // namespace alimail
