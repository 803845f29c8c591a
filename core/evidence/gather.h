// The evidence of a case: the subject, what was pasted, and the answers, decoded.
#pragma once

#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "model/case.h"
#include "pasted/pasted.h"

namespace alimail {

// What was read out of the complaint.
struct Complaint {
  PastedOutput pasted;
  bool has_words = false;       // something in it was recognised
  bool is_about_login = false;  // it says that the login page fails
};

// `login_hosts`: the provider's shared ones, which say nothing about a domain. Where no subject was typed, it is what the
// pasted output is about.
Evidence gather(const Case& input, Complaint complaint, const std::vector<std::string>& login_hosts);

}  // namespace alimail
