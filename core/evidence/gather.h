// Collects the evidence of a case: the subject, the pasted output, and the decoded answers.
#pragma once

#include "base/containers.h"
#include "evidence/evidence.h"
#include "model/case.h"
#include "pasted/pasted.h"

namespace alimail {

// What was found in the complaint.
struct Complaint {
  PastedOutput pasted;
  bool has_words = false;       // some of its words were recognized
  bool is_about_login = false;  // it says that the login page does not work
};

// `login_hosts` are the provider's shared login hosts, which say nothing about a domain. If no subject was typed, the
// subject is the domain of the pasted output.
Evidence gather(const Case& input, Complaint complaint, const Vector<String>& login_hosts);

}  // namespace alimail
