// What people type in the first field, and the subject that it means.
#include "names/subject.h"

#include <gtest/gtest.h>

#include <random>

namespace alimail {

void PrintTo(const Subject& subject, std::ostream* out) {
  *out << "kind " << static_cast<int>(subject.kind) << ", problem " << static_cast<int>(subject.problem) << ", domain '"
       << subject.domain << "', login host '" << subject.login_host << "'" << (subject.host_typed ? ", typed" : "");
}

namespace {

const std::vector<std::string> kProviderHosts = {"qiye.aliyun.com", "mail.mxhichina.com", "mail.sg.aliyun.com",
                                                 "mail.aliyun.com"};

struct Named {
  std::string_view typed;
  SubjectKind kind;
  std::string_view domain;
  std::string_view login_host;
};

constexpr auto Domain = SubjectKind::Domain;
constexpr auto LoginHost = SubjectKind::LoginHost;
constexpr auto Address = SubjectKind::Address;
constexpr auto ProviderLogin = SubjectKind::ProviderLogin;

constexpr Named kNamed[] = {
    {"abc.com", Domain, "abc.com", "mail.abc.com"},
    {"  abc.com  ", Domain, "abc.com", "mail.abc.com"},
    {"\tabc.com\r\n", Domain, "abc.com", "mail.abc.com"},
    {"ABC.COM", Domain, "abc.com", "mail.abc.com"},
    {"abc.com.", Domain, "abc.com", "mail.abc.com"},
    {"\"abc.com\"", Domain, "abc.com", "mail.abc.com"},
    {"'abc.com'", Domain, "abc.com", "mail.abc.com"},
    {"“abc.com”", Domain, "abc.com", "mail.abc.com"},
    {"<abc.com>", Domain, "abc.com", "mail.abc.com"},
    {"「abc.com」", Domain, "abc.com", "mail.abc.com"},
    {"(abc.com)", Domain, "abc.com", "mail.abc.com"},
    {"abc.com,", Domain, "abc.com", "mail.abc.com"},
    {"abc.com;", Domain, "abc.com", "mail.abc.com"},
    {"ａｂｃ．ｃｏｍ", Domain, "abc.com", "mail.abc.com"},
    {"ＡＢＣ。ＣＯＭ", Domain, "abc.com", "mail.abc.com"},
    {"abc。com", Domain, "abc.com", "mail.abc.com"},
    {"abc｡com", Domain, "abc.com", "mail.abc.com"},
    {"　abc.com　", Domain, "abc.com", "mail.abc.com"},
    {"abc.com\xE2\x80\x8B", Domain, "abc.com", "mail.abc.com"},
    {"\xEF\xBB\xBF"
     "abc.com",
     Domain, "abc.com", "mail.abc.com"},
    {"\xC2\xA0"
     "abc.com",
     Domain, "abc.com", "mail.abc.com"},
    {"abc.com/", Domain, "abc.com", "mail.abc.com"},
    {"abc.com/path?q=1#x", Domain, "abc.com", "mail.abc.com"},
    {"abc.com:443", Domain, "abc.com", "mail.abc.com"},
    {"@abc.com", Domain, "abc.com", "mail.abc.com"},
    {"my domain is abc.com", Domain, "abc.com", "mail.abc.com"},
    {"https://abc.com/", Domain, "abc.com", "mail.abc.com"},
    {"http://www.abc.com/index.html", Domain, "abc.com", "mail.abc.com"},
    {"www.abc.com", Domain, "abc.com", "mail.abc.com"},
    {"smtp.abc.com", Domain, "abc.com", "mail.abc.com"},
    {"imap.abc.com:993", Domain, "abc.com", "mail.abc.com"},
    {"pop3.abc.com.cn", Domain, "abc.com.cn", "mail.abc.com.cn"},
    {"abc.com.cn", Domain, "abc.com.cn", "mail.abc.com.cn"},
    {"abc.co.uk", Domain, "abc.co.uk", "mail.abc.co.uk"},
    {"abc.cn", Domain, "abc.cn", "mail.abc.cn"},
    {"abc-def.com", Domain, "abc-def.com", "mail.abc-def.com"},
    {"163.com", Domain, "163.com", "mail.163.com"},
    {"1688.com.cn", Domain, "1688.com.cn", "mail.1688.com.cn"},
    {"mail.com", Domain, "mail.com", "mail.mail.com"},
    {"mail.com.cn", Domain, "mail.com.cn", "mail.mail.com.cn"},
    {"email.co.uk", Domain, "email.co.uk", "mail.email.co.uk"},
    {"post.ch", Domain, "post.ch", "mail.post.ch"},
    {"portal.abc.com", Domain, "portal.abc.com", "mail.portal.abc.com"},
    {"hr.abc.com", Domain, "hr.abc.com", "mail.hr.abc.com"},
    {"m.abc.com", Domain, "m.abc.com", "mail.m.abc.com"},
    {"xn--fiqs8s.com", Domain, "xn--fiqs8s.com", "mail.xn--fiqs8s.com"},
    {"xn--55qx5d.xn--fiqs8s", Domain, "xn--55qx5d.xn--fiqs8s", "mail.xn--55qx5d.xn--fiqs8s"},
    {"alibabacloud.com", Domain, "alibabacloud.com", "mail.alibabacloud.com"},
    {"mail.abc.com", LoginHost, "abc.com", "mail.abc.com"},
    {"Mail.Abc.Com.", LoginHost, "abc.com", "mail.abc.com"},
    {"mail.abc.com:443", LoginHost, "abc.com", "mail.abc.com"},
    {"mail.abc.com/alimail/", LoginHost, "abc.com", "mail.abc.com"},
    {"ｍａｉｌ．ａｂｃ．ｃｏｍ：４４３／", LoginHost, "abc.com", "mail.abc.com"},
    {"http://mail.abc.com", LoginHost, "abc.com", "mail.abc.com"},
    {"HTTPS://MAIL.ABC.COM:8443/x?y=z#w", LoginHost, "abc.com", "mail.abc.com"},
    {"https://user:secret@mail.abc.com/x", LoginHost, "abc.com", "mail.abc.com"},
    {"https://mail.abc.com/?next=https://evil.example/", LoginHost, "abc.com", "mail.abc.com"},
    {"https://mail.abc.com\\x", LoginHost, "abc.com", "mail.abc.com"},
    {"www.mail.abc.com", LoginHost, "abc.com", "mail.abc.com"},
    {"mail.abc.com.cn", LoginHost, "abc.com.cn", "mail.abc.com.cn"},
    {"mail.hr.abc.com", LoginHost, "hr.abc.com", "mail.hr.abc.com"},
    {"webmail.abc.com", LoginHost, "abc.com", "webmail.abc.com"},
    {"email.abc.com", LoginHost, "abc.com", "email.abc.com"},
    {"qiye.abc.com", LoginHost, "abc.com", "qiye.abc.com"},
    {"https://portal.abc.com/", LoginHost, "abc.com", "portal.abc.com"},
    {"https://login.a.abc.com.cn/x", LoginHost, "abc.com.cn", "login.a.abc.com.cn"},
    {"please look at https://mail.abc.com/", LoginHost, "abc.com", "mail.abc.com"},
    {"someone@abc.com", Address, "abc.com", "mail.abc.com"},
    {"SomeOne@ABC.com", Address, "abc.com", "mail.abc.com"},
    {"someone＠abc．com", Address, "abc.com", "mail.abc.com"},
    {"\"someone@abc.com\"", Address, "abc.com", "mail.abc.com"},
    {"<someone@abc.com>", Address, "abc.com", "mail.abc.com"},
    {"Zhang San <z@abc.com>", Address, "abc.com", "mail.abc.com"},
    {"\"San, Zhang\" <z@abc.com>;", Address, "abc.com", "mail.abc.com"},
    {"张三 <z@abc.com>", Address, "abc.com", "mail.abc.com"},
    {"张三《z@abc.com》", Address, "abc.com", "mail.abc.com"},
    {"mailto:z@abc.com", Address, "abc.com", "mail.abc.com"},
    {"MAILTO:z@abc.com?subject=hi", Address, "abc.com", "mail.abc.com"},
    {"a+b.c@abc.com", Address, "abc.com", "mail.abc.com"},
    {"z@mail.abc.com", Address, "mail.abc.com", "mail.mail.abc.com"},
    {"someone@gmail.com", Address, "gmail.com", "mail.gmail.com"},
    {"postmaster@abc.com.cn.", Address, "abc.com.cn", "mail.abc.com.cn"},
    {"qiye.aliyun.com", ProviderLogin, "", "qiye.aliyun.com"},
    {"https://qiye.aliyun.com/alimail/entries/", ProviderLogin, "", "qiye.aliyun.com"},
    {"QIYE.ALIYUN.COM.", ProviderLogin, "", "qiye.aliyun.com"},
    {"mail.sg.aliyun.com", ProviderLogin, "", "mail.sg.aliyun.com"},
    {"mail.mxhichina.com", ProviderLogin, "", "mail.mxhichina.com"},
};

struct Bad {
  std::string_view typed;
  SubjectProblem problem;
};

const std::string kLabel63(63, 'a');
const std::string kLabel64(64, 'a');
const std::string kName253 = kLabel63 + "." + kLabel63 + "." + kLabel63 + "." + std::string(57, 'a') + ".com";
const std::string kName254 = kLabel63 + "." + kLabel63 + "." + kLabel63 + "." + std::string(58, 'a') + ".com";
const std::string kName300 =
    kLabel63 + "." + kLabel63 + "." + kLabel63 + "." + kLabel63 + "." + std::string(40, 'a') + ".com";
const std::string kTenThousand(10000, 'a');
const std::string kTenThousandSpaces(10000, ' ');
const std::string kRandomLookingUrl = "https://" + std::string(5000, 'x') + ".com";
const std::string kLongLabel = kLabel64 + ".com";

const Bad kBad[] = {
    {"192.0.2.1", SubjectProblem::IpAddress},
    {"http://192.0.2.1:8080/", SubjectProblem::IpAddress},
    {"１９２．０．２．１", SubjectProblem::IpAddress},
    {"::1", SubjectProblem::IpAddress},
    {"2001:db8::1", SubjectProblem::IpAddress},
    {"[2001:db8::1]", SubjectProblem::IpAddress},
    {"https://[2001:db8::1]:443/x", SubjectProblem::IpAddress},
    {"::ffff:192.0.2.1", SubjectProblem::IpAddress},
    {"z@192.0.2.1", SubjectProblem::IpAddress},
    {"localhost", SubjectProblem::LocalName},
    {"http://localhost:8080", SubjectProblem::LocalName},
    {"mail.local", SubjectProblem::LocalName},
    {"z@mail.internal", SubjectProblem::LocalName},
    {"nas.lan", SubjectProblem::LocalName},
    {"mail.home.arpa", SubjectProblem::LocalName},
    {"server.localdomain", SubjectProblem::LocalName},
    {"abc.test", SubjectProblem::ReservedName},
    {"https://mail.abc.invalid/", SubjectProblem::ReservedName},
    {"abc.onion", SubjectProblem::ReservedName},
    {"z@abc.alt", SubjectProblem::ReservedName},
    {"test", SubjectProblem::ReservedName},
    {"mail", SubjectProblem::SingleLabel},
    {"com", SubjectProblem::SingleLabel},
    {"hello", SubjectProblem::SingleLabel},
    {"z@abc", SubjectProblem::SingleLabel},
    {"12345", SubjectProblem::SingleLabel},
    {"abc.123", SubjectProblem::NumericTld},
    {"300.300.300.300", SubjectProblem::NumericTld},
    {"127.1", SubjectProblem::NumericTld},
    {"abc..com", SubjectProblem::EmptyLabel},
    {".abc.com", SubjectProblem::EmptyLabel},
    {"abc.com..", SubjectProblem::EmptyLabel},
    {".", SubjectProblem::EmptyLabel},
    {"http://", SubjectProblem::EmptyLabel},
    {"z@", SubjectProblem::EmptyLabel},
    {"@", SubjectProblem::EmptyLabel},
    {"\"\"", SubjectProblem::EmptyLabel},
    {"中文.com", SubjectProblem::NotAscii},
    {"z@中文.com", SubjectProblem::NotAscii},
    {"中文", SubjectProblem::NotAscii},
    {"bücher.de", SubjectProblem::NotAscii},
    {"😀.com", SubjectProblem::NotAscii},
    {"😀", SubjectProblem::NotAscii},
    {"\xFF\xFE.com", SubjectProblem::NotAscii},
    {"abc\x01.com", SubjectProblem::BadCharacter},
    {std::string_view("abc\0.com", 8), SubjectProblem::BadCharacter},
    {"abc_def.com", SubjectProblem::BadCharacter},
    {"_dmarc.abc.com", SubjectProblem::BadCharacter},
    {"-abc.com", SubjectProblem::BadCharacter},
    {"abc-.com", SubjectProblem::BadCharacter},
    {"abc,com", SubjectProblem::BadCharacter},
    {"abc com", SubjectProblem::BadCharacter},
    {"abc.com def.com", SubjectProblem::BadCharacter},
    {"<script>alert(1)</script>", SubjectProblem::BadCharacter},
    {"abc\"x.com", SubjectProblem::BadCharacter},
    {"*.abc.com", SubjectProblem::BadCharacter},
    {"abc!.com", SubjectProblem::BadCharacter},
    {"abc.com:port", SubjectProblem::BadCharacter},
    {kLongLabel, SubjectProblem::LongLabel},
    {kTenThousand, SubjectProblem::TooLong},
    {kTenThousandSpaces, SubjectProblem::TooLong},
    {kRandomLookingUrl, SubjectProblem::TooLong},
    {kName254, SubjectProblem::TooLong},
    {kName300, SubjectProblem::TooLong},
};

TEST(Subject, IsNamedByDomainHostUrlOrAddress) {
  for (const Named& row : kNamed) {
    const bool host_typed = row.kind == LoginHost || row.kind == ProviderLogin;
    const Subject expected = {row.kind, SubjectProblem::None, std::string(row.domain), std::string(row.login_host),
                              host_typed};
    EXPECT_EQ(parse_subject(row.typed, kProviderHosts), expected) << row.typed;
  }
}

TEST(Subject, IsRefusedWithAReason) {
  for (const Bad& row : kBad) {
    const Subject expected = {SubjectKind::Refused, row.problem, "", "", false};
    EXPECT_EQ(parse_subject(row.typed, kProviderHosts), expected) << row.typed.substr(0, 80);
  }
}

TEST(Subject, IsEmptyIfNothingIsTyped) {
  for (const std::string_view typed : {"", " ", "\t\r\n", "　", "\xE2\x80\x8B"}) {
    EXPECT_EQ(parse_subject(typed, kProviderHosts), Subject{}) << typed;
  }
}

TEST(Subject, OfMaximumLengthHasNoLoginHost) {
  EXPECT_EQ(parse_subject(kName253, {}), (Subject{Domain, SubjectProblem::None, kName253, "", false}));
}

TEST(Subject, AcceptsAnyBytes) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    std::string typed(random() % 40, '\0');
    for (char& c : typed)
      c = static_cast<char>(random() % 4 == 0 ? ".@:/<>[] "[random() % 9] : static_cast<char>(random()));
    const Subject subject = parse_subject(typed, kProviderHosts);
    EXPECT_EQ(subject.problem == SubjectProblem::None, subject.kind != SubjectKind::Refused);
  }
  for (const Named& row : kNamed) {
    for (std::size_t size = 0; size < row.typed.size(); ++size)
      parse_subject(row.typed.substr(0, size), kProviderHosts);
  }
}

}  // namespace
}  // namespace alimail
