// A domain that does not exist was often misspelt. What the page offers instead.
#include "names/near_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "names/domain_name.h"
#include "names/subject.h"

namespace alimail {
namespace {

struct Misspelt {
  std::string_view typed;
  std::string_view complaint;
  std::string_view offered;  // separated by spaces
};

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

// What holds for every offer, whatever was typed and written.
void expect_sound(const std::vector<std::string>& names, std::string_view typed) {
  EXPECT_LE(names.size(), kMaxNearNames) << typed;
  for (const std::string& name : names) {
    EXPECT_TRUE(is_valid_host_name(name)) << name;
    EXPECT_GE(label_count(name), 2U) << name;
    EXPECT_EQ(name, lower(name));
    EXPECT_FALSE(is_under(name, typed)) << name << " does not exist either, like " << typed;
    EXPECT_EQ(std::count(names.begin(), names.end(), name), 1) << name;
    EXPECT_EQ(parse_subject("a@" + name, {}).domain, name) << "the page would refuse what it offers";
  }
}

template <std::size_t N>
void expect_offers(const Misspelt (&table)[N]) {
  for (const auto& [typed, complaint, offered] : table) {
    const std::vector<std::string> names = near_names(typed, complaint);
    EXPECT_EQ(joined(names), offered) << typed << " with: " << complaint;
    expect_sound(names, typed);
  }
}

// The typed names end in .de because their text alone then gives no offers.
constexpr Misspelt kInComplaint[] = {
    {"exmaple.de", "zhang@example.de cannot send", "example.de"},
    {"exmaple.de", "ZHANG@Example.DE cannot send", "example.de"},
    {"exmaple.de", "我的邮箱是zhang@example.de，收不到邮件", "example.de"},
    {"exmaple.de", "<a href=\"mailto:zhang.san+x@example.de\">", "example.de"},
    {"exmaple.de", "Our domain is example.de. Nobody can write to us.", "example.de"},
    {"exmaple.de", "It was example.de...and then nothing", "example.de"},
    {"exmaple.de", "https://mail.example.de:443/login shows an error", "example.de"},
    {"exmaple.de", "_dmarc.example.de. 600 IN TXT", "example.de"},
    {"exmaple.de", "--example.de-- ..example.de", "example.de"},
    {"exmaple.de", "a@example.de b@EXAMPLE.de example.de", "example.de"},
    {"exampl.de", "zhang@example.de", "example.de"},
    {"examplue.de", "zhang@example.de", "example.de"},
    {"ecample.de", "zhang@example.de", "example.de"},
    {"exmapel.de", "zhang@example.de", "example.de"},
    {"exmapelx.de", "zhang@example.de", ""},  // three edits
    {"example.dee", "zhang@example.de", "example.de"},
    {"examplede.com.de", "zhang@example.de.com.de", "example.de.com.de"},
    {"abc.de", "zhang@abd.de", "abd.de"},
    {"abc.de", "zhang@add.de", ""},  // two edits leave too little of a short name
    {"qp.de", "zhang@qq.de", "qq.de"},
    // another suffix
    {"example.de", "zhang@example.org", "example.org"},
    {"example.de", "zhang@example.co.uk", "example.co.uk"},
    {"example.de", "https://www.example.vip/", "example.vip"},
    // sub-domains
    {"portal.exmaple.de", "zhang@example.de", "example.de"},
    {"portal.exmaple.de", "zhang@portal.example.de", "portal.example.de"},
    {"maill.example.de", "zhang@example.de", "example.de"},
    {"example.de", "zhang@m.example.de, https://mail.example.de", ""},  // nothing exists below it
    // the nearest first, then in the order of the text
    {"examplegroup.de", "a@exampelgrop.de b@examplegrou.de c@examplegroup.com",
     "examplegrou.de examplegroup.com exampelgrop.de"},
    {"examplegroup.de", "a@examplegrou.de b@examplegrup.de c@examplegoup.de d@exampegroup.de",
     "examplegrou.de examplegrup.de examplegoup.de"},
    // not the domain of anybody
    {"exmaple.de", "", ""},
    {"exmaple.de", "zhang@exmaple.de", ""},
    {"exmaple.de", "example.de@163.net", ""},  // a mailbox
    {"exmaple.de", "see example.doc and example.zip", ""},
    {"example.de", "example.html, example.pdf", ""},
    {"example.de", "zhang@example.local, zhang@example.test, zhang@example", ""},
    {"example.de", "zhang@example.123", ""},
    {"exmaple.de", "zhang@exa_mple.de", ""},
    {"exmaple.de", "zhang@.example..de", ""},
    {"example.de", "zhang@1.2.3.4, zhang@[1.2.3.4], com.cn, co.uk", ""},
    {"exmaple.de", "<script>alert(1)</script>", ""},
    {"exmaple.de", "<script>zhang@example.de</script>", "example.de"},
    {"exmaple.de", "😀@😀.😀 😀zhang@example.de😀", "example.de"},
    {"exmaple.de", "\xFF\xFE@\x80.\xC3 \x01", ""},
    {"xn--fiq228c.de", "张三@xn--fiq228d.de", "xn--fiq228d.de"},
};

TEST(NearNames, AreInTheComplaint) {
  expect_offers(kInComplaint);
}

constexpr Misspelt kSuffixes[] = {
    {"abc.con", "", "abc.com"},
    {"abc.cmo", "", "abc.com"},
    {"abc.ocm", "", "abc.com"},
    {"abc.cm", "", "abc.com"},
    {"abc.om", "", "abc.com"},
    {"abc.co", "", "abc.com"},
    {"abc.comm", "", "abc.com"},
    {"abc.c0m", "", "abc.com"},
    {"abc.c.om", "", "abc.com"},
    {"portal.abc.con", "", "portal.abc.com"},
    {"abc.cn.com", "", "abc.com.cn"},
    {"abc.com.con", "", "abc.com.cn"},
    {"abc.con.cn", "", "abc.com.cn"},
    {"abc.comcn", "", "abc.com.cn"},
    {"abc.com.c", "", "abc.com.cn"},
    {"abc.com.n", "", "abc.com.cn"},
    {"abc.cmo.cn", "", "abc.com.cn"},
    {"abc.conm.cn", "", "abc.com.cn"},
    {"abc.cm.cn", "", "abc.com.cn"},
    {"abc.co.cn", "", "abc.com.cn"},
    {"abc.con.tw", "", "abc.com.tw"},
    {"abc.con.hk", "", "abc.com.hk"},
    {"abc.comhk", "", "abc.com.hk"},
    {"abc.co.pj", "", "abc.co.jp"},
    {"abc.cojp", "", "abc.co.jp"},
    {"abc.ent", "", "abc.net"},
    {"abc.ne", "", "abc.net"},
    {"abc.ogr", "", "abc.org"},
    {"abc.or", "", "abc.org"},
    {"abc.nc", "", "abc.cn"},
    {"abc.c", "", "abc.cn"},
    {"abc.cnn", "", "abc.cn"},
    // the dot is missing
    {"abcdcom.cn", "", "abcd.com.cn abcdcom.com.cn abcdcom.com"},
    {"www.abccom", "", "www.abc.com"},
    {"abcdco.jp", "", "abcd.co.jp"},
    // with the complaint
    {"exmaple.con", "zhang@example.com", "example.com exmaple.com"},
    {"abc.con", "zhang@abc.com", "abc.com"},
    // the suffix is right
    {"telecom.de", "", ""},
    {"con.de", "", ""},
};

TEST(NearNames, HaveTheSuffixThatWasMeant) {
  expect_offers(kSuffixes);
}

constexpr Misspelt kLabels[] = {
    {"wwwabc.de", "", "abc.de"},
    {"mailabc.de", "", "abc.de"},
    {"smtpabc.com.cn", "", "abc.com.cn smtpabc.com smtpabc.cn"},
    {"webmailabc.de", "", "abc.de"},
    {"mailx.de", "", ""},  // "x" is too short to be what was meant
    {"popular.de", "", ""},
    {"mailcom.cn", "", "mail.com.cn mailcom.com.cn mailcom.com"},  // not com.cn
    {"examp1e.de", "", "example.de"},
    {"c0mpany.de", "", "company.de"},
    {"g00g1e.de", "", "google.de"},
    {"hell0.de", "", "hello.de"},
    {"0range.de", "", "orange.de"},
    {"abc10.de", "", ""},
    {"web20.de", "", ""},
    {"163.de", "", ""},
    {"36o.de", "", "360.de"},
    {"l63.de", "", "163.de"},
    {"vvork.de", "", "work.de"},
    {"exarnple.de", "", "example.de"},
    {"exammple.de", "", "example.de"},
    {"gooogle.de", "", "google.de"},
    {"offficee.de", "", "officee.de"},  // only one offer
    {"bookk.de", "", "book.de"},
    {"portal.exammple.de", "", "portal.example.de"},
    {"xn--fiqs88s.de", "", ""},
    {"xn--0rwaa.de", "", ""},
    {"exammple.de", "zhang@example.de", "example.de"},
};

TEST(NearNames, HaveTheLabelThatWasMeant) {
  expect_offers(kLabels);
}

constexpr Misspelt kSisters[] = {
    {"abc.com", "", "abc.com.cn abc.cn"},
    {"abc.cn", "", "abc.com.cn abc.com"},
    {"abc.com.cn", "", "abc.com abc.cn"},
    {"portal.abc.com", "", "portal.abc.com.cn portal.abc.cn"},
    {"xn--fiq228c.com", "", "xn--fiq228c.com.cn xn--fiq228c.cn"},
    {"abc.com", "zhang@abc.cn", "abc.cn abc.com.cn"},
    {"exmaple.com", "zhang@example.com", "example.com exmaple.com.cn exmaple.cn"},
    {"exmaple.com", "a@example.com b@example.cn c@exmple.com d@exmaples.com", "example.com exmple.com exmaples.com"},
    // other suffixes have no sister
    {"abc.net.cn", "", ""},
    {"abc.de", "", ""},
    {"xn--fiqs8s.xn--fiqs8s", "", ""},
};

TEST(NearNames, AreSistersUnderComAndCn) {
  expect_offers(kSisters);
}

TEST(NearNames, AreNotOfferedForWhatIsNoDomain) {
  for (const char* typed : {"", ".", "com", "com.cn", "a..con", "-a.con", "a_b.con", "\xFF.con"})
    EXPECT_TRUE(near_names(typed, "zhang@abc.com").empty()) << typed;
}

std::string repeated(std::string_view text, std::size_t size) {
  std::string all;
  while (all.size() + text.size() <= size) all += text;
  return all;
}

TEST(NearNames, OfLongTextAreFewAndSound) {
  const std::string label(kMaxLabelLength, 'o');
  const std::string longest = label + '.' + label + '.' + label + '.' + std::string(57, 'o') + ".con";
  const std::string longest_label = label + ".com";
  ASSERT_EQ(longest.size(), kMaxNameLength);
  const std::string many_labels = repeated("o.", 250) + "con";
  EXPECT_EQ(near_names(longest_label, "").size(), 3U);
  EXPECT_TRUE(near_names(longest, "").size() == 1);
  for (const std::string& typed : {std::string("example.con"), longest, longest_label, many_labels}) {
    for (const std::string_view piece :
         {std::string_view("@"), std::string_view("."), std::string_view("-"), std::string_view("a"),
          std::string_view("a."), std::string_view("a@a."), std::string_view("//"), std::string_view("\0\xFF", 2),
          std::string_view("a@example.local "), std::string_view("a@example.org\n"), std::string_view(longest),
          std::string_view(many_labels)}) {
      expect_sound(near_names(typed, repeated(piece, kMaxSearchedBytes)), typed);
      expect_sound(near_names(typed, repeated(std::string(piece) + " ", 3 * kMaxSearchedBytes)), typed);
    }
  }
}

TEST(NearNames, AreSearchedInTheFirst64KiB) {
  const std::string filler(kMaxSearchedBytes, ' ');
  EXPECT_EQ(joined(near_names("exmaple.de", filler.substr(17) + " a@example.de ...")), "example.de");
  EXPECT_EQ(joined(near_names("exmaple.de", filler + "a@example.de")), "");
}

TEST(NearNames, OfRandomTextAreSound) {
  constexpr std::string_view kCharacters = "aoel01.-@/cnm_ r";
  std::mt19937 random(1);
  const auto text = [&](std::size_t size) {
    std::string made;
    while (made.size() < size) made += kCharacters[random() % kCharacters.size()];
    return made;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string typed = text(1 + random() % 6) + (i % 2 == 0 ? ".com" : text(4));
    expect_sound(near_names(typed, text(random() % 60)), typed);
  }
}

}  // namespace
}  // namespace alimail
