// Any text as a complaint: words, bounces, replies of servers and addresses in it.
#include "base/utf8.h"
#include "bounces/bounce.h"
#include "bounces/fields.h"
#include "bounces/plain_text.h"
#include "bounces/sender_addresses.h"
#include "bounces/server_replies.h"
#include "dns/address_text.h"
#include "door/door.h"
#include "fuzz/target.h"
#include "words/complaint.h"
#include "words/fold.h"

namespace alimail::fuzz {
namespace {

void check_positions(const Folded& folded, std::size_t size) {
  expect(folded.begin.size() == folded.text.size() && folded.end.size() == folded.text.size(),
         "a byte without its place");
  for (std::size_t i = 0; i < folded.begin.size(); ++i) {
    expect(folded.begin[i] <= folded.end[i] && folded.end[i] <= size, "a place outside of the text");
  }
}

void check_matched(const std::vector<Finding>& findings, std::string_view text) {
  for (const Finding& finding : findings) {
    for (const Arg& arg : finding.args) {
      const auto* matched = std::get_if<std::vector<std::string>>(&arg.value);
      if (arg.name != "matched" || matched == nullptr) continue;
      expect(matched->size() <= kMaxMatched, "too many matched slices");
      for (const std::string& each : *matched) {
        expect(text.find(each) != std::string_view::npos, "matched words that are not in the text");
      }
    }
  }
}

void check_bounce(std::string_view text) {
  const Replies& replies = catalogue().lexicon().replies;
  const Folded plain = plain_text(text);
  check_positions(plain, text.size());
  check_positions(reply_form(plain.text), plain.text.size());
  const auto bounce = read_bounce(plain.text, replies.facts);
  if (!bounce) return;
  expect(bounce->begin <= bounce->end && bounce->end <= plain.text.size(), "a reply outside of the text");
  expect(bounce->sender.size() <= kMaxMailbox && bounce->recipient.size() <= kMaxMailbox, "a mailbox that is too long");
  expect(bounce->server.size() <= kMaxHost && bounce->text.size() <= kMaxReply, "a field that is too long");
}

}  // namespace

void words(std::string_view bytes) {
  const std::string text = grown(bytes, kMaxComplaintBytes + 100);
  check_positions(fold(text, FoldFor::Text, catalogue().lexicon().phrases.spelling), text.size());
  const std::vector<Finding> said = read_complaint(text, catalogue().lexicon().phrases);
  check_matched(said, text);
  expect(read_complaint(text, catalogue().lexicon().phrases) == said, "the same words give other findings");
  check_bounce(text);
  check_matched(read_replies(text, "abc.example", catalogue().lexicon().replies, catalogue().provider), text);
  const std::vector<std::string> addresses = addresses_in(text);
  expect(addresses.size() <= kMaxNamedAddresses, "too many addresses");
  for (const std::string& each : addresses) {
    expect(parse_ipv4(each).ok() || parse_ipv6(each).ok(), "an address that is none");
    expect(!is_unroutable(each), "an address that no mail comes from");
  }
}

}  // namespace alimail::fuzz
