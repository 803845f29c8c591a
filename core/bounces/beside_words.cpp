#include "bounces/beside_words.h"

#include <algorithm>

#include "base/containers.h"
#include "bounces/fields.h"
#include "words/complaint.h"

namespace alimail {
namespace {

constexpr std::string_view kBounceTalk = "elsewhere.bounce";

// What logs, bounces and errors of libraries look like by their words alone.
constexpr std::string_view kLooks = "words.timeout words.dns-error words.login-page-fails";
constexpr std::string_view kLooksOfLog = "elsewhere.client words.http-503";

// What a login at another provider looks like.
constexpr std::string_view kLooksOfLogin = "elsewhere.client elsewhere.password words.cannot-log-in";

// What is said of the recipient or of the sending server by the server of a recipient.
constexpr std::string_view kLooksOfReceiver =
    "words.account-frozen words.account-blocked words.account-disabled words.account-locked words.account-expired "
    "words.cannot-send words.sending-limit words.mailbox-full";

// True if a program printed the line at this place.
bool is_of_program(std::string_view complaint, std::size_t at, const MachineText& read) {
  const std::size_t begin = complaint.substr(0, at).rfind('\n') + 1;
  const std::size_t end = complaint.find('\n', at);
  if (begin < at && (complaint[begin] == ' ' || complaint[begin] == '\t')) return true;  // of a stack trace
  for (const auto& [first, last] : read.printed) {
    if (first < end && last >= begin) return true;
  }
  return false;
}

// True if at least half of what the finding matched is in lines of a program.
bool is_printed(const Finding& finding, std::string_view complaint, const MachineText& read) {
  const auto* matched = finding.args.empty() ? nullptr : std::get_if<Vector<String>>(&finding.args[0].value);
  if (matched == nullptr) return false;
  std::size_t printed = 0;
  for (const String& slice : *matched) {
    if (is_of_program(complaint, std::min(complaint.find(slice), complaint.size()), read)) ++printed;
  }
  return 2 * printed >= matched->size();
}

std::string_view text_of(const Finding& finding, std::string_view name) {
  for (const Arg& arg : finding.args) {
    const auto* text = std::get_if<String>(&arg.value);
    if (arg.name == name && text != nullptr) return *text;
  }
  return {};
}

}  // namespace

void add_machine_text(Vector<Finding>& words, MachineText read, std::string_view complaint, const Provider& provider) {
  Vector<Finding>& findings = read.findings;
  if (findings.empty()) return;
  const Finding* report = find_finding(findings, kBounceReport);
  const bool foreign = find_finding(findings, kForeignSender) != nullptr;
  const bool elsewhere = find_finding(findings, kOtherProvider) != nullptr;
  // No recipient refused: Alibaba Mail or the program did, or the mail looked for the person's own domain.
  const bool unrefused = find_finding(findings, kOwnDomainMissing) != nullptr ||
                         (read.of_client && report == nullptr) ||
                         (report != nullptr && site_of_client_target(provider, text_of(*report, "server")) != nullptr);
  bool received = false;  // rows about the servers of recipients say whose server it was
  for (const Finding& finding : findings) received = received || !text_of(finding, "provider").empty();
  erase_if(words, [&](const Finding& finding) {
    const std::string_view key = finding.key;
    if (key == kUnrecognised || (foreign && key.starts_with("words."))) return true;
    if (key == kBounceTalk) return unrefused;
    if (elsewhere && is_listed(kLooksOfLogin, key)) return true;
    const bool looks = is_listed(kLooks, key) || (report != nullptr && is_listed(kLooksOfLog, key)) ||
                       (received && is_listed(kLooksOfReceiver, key));
    return looks && is_printed(finding, complaint, read);
  });
  for (Finding& finding : findings) {
    if (find_finding(words, finding.key) == nullptr) words.push_back(std::move(finding));
  }
}

}  // namespace alimail
