#include "names/near_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "names/domain_name.h"
#include "names/subject.h"

namespace alimail {
namespace {

struct Suffix {
  std::string_view meant;
  std::string_view mistyped;  // separated by spaces
};

// The first row that fits counts, so two labels come before one. Some of the mistyped suffixes exist (co, cm, ne). They
// may stand here because an offer is made only for a name that does not exist.
constexpr std::array kSuffixes = {
    Suffix{"com.cn",
           "cn.com com.con com.ccn com.cnn com.nc com.cm com.c com.n comcn con.cn conm.cn comn.cn comm.cn coom.cn "
           "cmo.cn ocm.cn vom.cn xom.cn cim.cn c0m.cn cm.cn co.cn om.cn"},
    Suffix{"com.tw", "tw.com con.tw conm.tw comm.tw cmo.tw ocm.tw cm.tw co.tw om.tw comtw"},
    Suffix{"com.hk", "hk.com con.hk conm.hk comm.hk cmo.hk ocm.hk cm.hk co.hk om.hk comhk"},
    Suffix{"co.jp", "co.pj oc.jp cojp com.jp"},
    Suffix{"com", "c.om co.m con cmo ocm cm om co comm cim vom xom coom ccom c0m conm comn cpm com.com"},
    Suffix{"net", "ent nte ne nett met"},
    Suffix{"org", "ogr rog or orgg"},
    Suffix{"cn", "nc c cnn ccn cn.cn"},
};

// Labels of services that people type without the dot after them. "pop" is left out because many names begin with it.
constexpr std::array<std::string_view, 7> kServices = {"webmail", "email", "mail", "smtp", "imap", "pop3", "www"};

// Under these the same company often has its name.
constexpr std::array<std::string_view, 3> kSisters = {"com.cn", "com", "cn"};

// What words without '@' end in when they are names. Other words are often names of files (abc.doc).
constexpr std::array<std::string_view, 3> kCommonEnds = {"com", "net", "org"};

constexpr std::size_t kShortLabel = 4;  // in a name this short two edits leave too little: ibm, qq
constexpr std::size_t kMostLabels = 8;  // of a name in a complaint
constexpr std::size_t kMostTries = 32;  // a complaint may be full of names that are near and that nobody can have

struct Offers {
  std::string_view domain;
  std::string_view registered;  // of the domain
  Vector<String> names;
  std::size_t tries = 0;
};

// Returns true if the name is among the offers afterwards.
bool offer(Offers& offers, const String& name) {
  if (is_under(name, offers.domain) || is_registry_suffix(name)) return false;
  if (std::find(offers.names.begin(), offers.names.end(), name) != offers.names.end()) return true;
  ++offers.tries;
  if (offers.names.size() == kMaxNearNames || parse_subject("a@" + name, {}).domain != name) return false;
  offers.names.push_back(name);
  return true;
}

// Offers the domain with other text in place of `count` characters at `at`.
bool offer_with(Offers& offers, std::size_t at, std::size_t count, std::string_view text) {
  String name(offers.domain);
  return offer(offers, name.replace(at, count, text));
}

bool ends_in_label(std::string_view name, std::string_view suffix) {
  return name.size() > suffix.size() + 1 && is_under(name, suffix);
}

// An edit inserts, drops or replaces a character, or swaps two neighbours. Each edit leads to at most four shorter
// comparisons, so the time is linear for one or two edits.
bool is_within(std::size_t edits, std::string_view a, std::string_view b) {
  if (a.size() > b.size() + edits || b.size() > a.size() + edits) return false;
  while (!a.empty() && !b.empty() && a[0] == b[0]) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() || b.empty()) return true;
  if (edits == 0) return false;
  --edits;
  const bool swapped = a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0];
  return is_within(edits, a.substr(1), b.substr(1)) || is_within(edits, a.substr(1), b) ||
         is_within(edits, a, b.substr(1)) || (swapped && is_within(edits, a.substr(2), b.substr(2)));
}

// `certain` is true after '@' and in a URL, where no name of a file stands.
void offer_word(Offers& offers, std::string_view word, bool certain, std::size_t edits) {
  if (word.size() > kMaxNameLength || label_count(word) > kMostLabels) return;
  String name = lower(word);
  const std::string_view end = last_label(name);
  const bool is_name = certain || end.size() == 2 || end == last_label(offers.domain) ||
                       std::find(kCommonEnds.begin(), kCommonEnds.end(), end) != kCommonEnds.end();
  if (!is_name || is_under(name, offers.domain)) return;
  if (!is_within(edits, name, offers.domain)) {
    name.erase(0, name.size() - registered_domain(name).size());
    if (first_label(name) != first_label(offers.registered) && !is_within(edits, name, offers.registered)) return;
  }
  offer(offers, name);
}

// A dot before anything else than a letter or digit ends a sentence, not a label.
bool is_of_word(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '.') return at + 1 < text.size() && is_alphanumeric(text[at + 1]);
  return is_alphanumeric(c) || c == '-' || c == '_';
}

void offer_words(Offers& offers, std::string_view text, std::size_t edits) {
  for (std::size_t at = 0; at < text.size() && offers.tries < kMostTries && offers.names.size() < kMaxNearNames;) {
    std::size_t end = at;
    while (end < text.size() && is_of_word(text, end)) ++end;
    std::string_view word = text.substr(at, end - at);
    const std::string_view before = text.substr(0, at);
    const bool is_mailbox = end < text.size() && text[end] == '@';
    at = end + 1;
    if (is_mailbox || word.find('.') == std::string_view::npos) continue;
    word.remove_prefix(std::min(word.find_first_not_of("._-"), word.size()));
    word = word.substr(0, word.find_last_not_of("_-") + 1);
    offer_word(offers, word, before.ends_with('@') || before.ends_with("//"), edits);
  }
}

// Returns true if the suffix alone explains why the name does not exist.
bool offer_suffix(Offers& offers) {
  const std::string_view domain = offers.domain;
  for (const auto& [meant, mistyped] : kSuffixes) {
    for (std::string_view rest = mistyped; !rest.empty();) {
      const std::string_view suffix = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(suffix.size() + 1, rest.size()));
      if (ends_in_label(domain, suffix)) return offer_with(offers, domain.size() - suffix.size(), suffix.size(), meant);
    }
    // abccom.cn, www.abccom. If a dot is there already, two dots would follow each other, and that is not offered.
    if (domain.ends_with(meant) && offer_with(offers, domain.size() - meant.size(), 0, "."))
      return label_count(meant) == 1;  // telecom.cn may be meant, but no top-level domain ends like www.abccom
  }
  return false;
}

bool offer_after_service(Offers& offers) {
  constexpr std::size_t kShortest = 2;
  for (const std::string_view service : kServices) {
    if (offers.domain.starts_with(service) && first_label(offers.domain).size() >= service.size() + kShortest)
      return offer_with(offers, 0, service.size(), "");
  }
  return false;
}

// examp1e, c0mpany, hell0, and the other way round 36o, l63. Nothing is offered if some digits are a number: abc10.
bool offer_digits(Offers& offers, std::size_t begin, std::size_t end) {
  String name(offers.domain);
  const std::string_view label = offers.domain.substr(begin, end - begin);
  const bool is_number = label.find_first_not_of("0123456789ol") == std::string_view::npos &&
                         label.find_first_not_of("ol") != std::string_view::npos;
  for (std::size_t i = begin; i < end; ++i) {
    const char before = i == begin ? '-' : name[i - 1];
    const char after = i + 1 == end ? '-' : name[i + 1];
    if (is_number) {
      if (name[i] == 'o') name[i] = '0';
      if (name[i] == 'l') name[i] = '1';
    } else {
      if (name[i] == '0' && !is_digit(before) && (!is_digit(after) || after == '0')) name[i] = 'o';
      if (name[i] == '1' && is_letter(before) && is_letter(after)) name[i] = 'l';
      if (is_digit(name[i])) return false;
    }
  }
  return offer(offers, name);
}

// Drops a letter that follows itself. One of three is more likely to be too many than one of two, and a letter that
// words seldom double is more likely than others.
bool offer_without_repeat(Offers& offers, std::size_t begin, std::size_t end) {
  constexpr std::string_view kOftenDoubled = "cefglmnoprst";
  std::size_t at = 0;
  int best = 0;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const char c = offers.domain[i];
    if (c != offers.domain[i - 1] || !is_letter(c)) continue;
    const bool thrice = i > begin + 1 && c == offers.domain[i - 2];
    const bool often = kOftenDoubled.find(c) != std::string_view::npos;
    const int likely = thrice ? 3 : often ? 1 : 2;
    if (likely > best) {
      best = likely;
      at = i;
    }
  }
  return best > 0 && offer_with(offers, at, 1, "");
}

// Only one, because the others are guesses about the same letters. No m becomes rn and no w becomes vv: every name with
// these letters would get an offer.
void offer_look_alike(Offers& offers) {
  const std::string_view label = first_label(offers.registered);
  if (label.starts_with("xn--")) return;
  const std::size_t begin = offers.domain.size() - offers.registered.size();
  const std::size_t end = begin + label.size();
  if (offer_digits(offers, begin, end)) return;
  if (const std::size_t at = label.find("vv"); at < label.size()) {
    offer_with(offers, begin + at, 2, "w");
  } else if (!offer_without_repeat(offers, begin, end) && label.find("rn") < label.size()) {
    offer_with(offers, begin + label.find("rn"), 2, "m");
  }
}

void offer_sisters(Offers& offers) {
  const std::string_view suffix = parent(offers.registered);
  if (std::find(kSisters.begin(), kSisters.end(), suffix) == kSisters.end()) return;
  for (const std::string_view sister : kSisters)
    offer_with(offers, offers.domain.size() - suffix.size(), suffix.size(), sister);
}

}  // namespace

Vector<String> near_names(std::string_view domain, std::string_view complaint) {
  if (!is_valid_host_name(domain) || is_registry_suffix(domain)) return {};
  Offers offers{domain, registered_domain(domain), {}, 0};
  const std::string_view text = complaint.substr(0, kMaxSearchedBytes);
  offer_words(offers, text, 1);
  if (first_label(offers.registered).size() > kShortLabel) offer_words(offers, text, 2);
  if (offer_suffix(offers)) return offers.names;
  if (!offer_after_service(offers)) offer_look_alike(offers);
  offer_sisters(offers);
  return offers.names;
}

}  // namespace alimail
