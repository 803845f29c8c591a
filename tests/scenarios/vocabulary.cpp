// Prints one JSON object with the words of the core that no schema lists: what each check may say, the keys of words and
// server replies that are in no data file, the mistakes in records, and the purposes of queries. The contract tests read
// this output instead of searching the source.
#include <iostream>
#include <string_view>

#include "bounces/connections.h"
#include "bounces/server_replies.h"
#include "checks/list.h"
#include "model/keys.h"
#include "records/spf.h"
#include "records/spf_slip.h"
#include "records/tag_list.h"
#include "sender_policy/check_host.h"
#include "words/complaint.h"

using namespace alimail;

namespace {

// Keys and sources are ASCII without quotation marks and backslashes, so nothing has to be escaped.
template <typename List, typename Print>
void print_list(std::string_view name, const List& list, Print print) {
  std::cout << '"' << name << "\":[";
  bool first = true;
  for (const auto& item : list) {
    if (!first) std::cout << ',';
    first = false;
    print(item);
  }
  std::cout << ']';
}

void print_text(std::string_view text) {
  std::cout << '"' << text << '"';
}

void print_row(const Says& says) {
  std::cout << R"({"key":")" << says.key << R"(","severity":")" << key_of(says.severity) << R"(","source":")"
            << says.source << "\"}";
}

void print_check(const Check* check) {
  std::cout << R"({"family":")" << check->family << "\",";
  print_list("says", check->says, print_row);
  std::cout << '}';
}

}  // namespace

int main() {
  std::cout << '{';
  print_list("checks", kChecks, print_check);
  std::cout << ',';
  print_list("words", std::array{kUnrecognised, kCut}, print_text);
  std::cout << ',';
  print_list("server_replies", std::array{kBounceReport, kForeignSender, kOwnRecipient, kOwnDomainMissing}, print_text);
  std::cout << ',';
  print_list("connections", kConnectionKeys, print_text);
  std::cout << ",\"reasons\":{";
  print_list("tags", kTagReasons, print_text);
  std::cout << ',';
  print_list("spf", kSpfReasons, print_text);
  std::cout << ',';
  print_list("policy", kPolicyReasons, print_text);
  std::cout << "},";
  print_list("slips", kSpfSlips, print_text);
  std::cout << ',';
  print_list("purposes", kPurposes, print_text);
  std::cout << "}\n";
  return 0;
}
