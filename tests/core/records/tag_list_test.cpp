// The tags of DKIM, DMARC and similar records, and the positions of their mistakes.
#include "records/tag_list.h"

#include <gtest/gtest.h>

#include <string>

#include "records/uri.h"

namespace alimail {
namespace {

TEST(TagList, KeepsEveryTagWithItsPositionAndTrimsWhiteSpace) {
  const std::string text = "v = DMARC1 ;\tp=none;; rua =mailto:a@abc.example;";
  const TagList list = parse_tag_list(text);
  EXPECT_TRUE(list.errors.empty());
  ASSERT_EQ(list.tags.size(), 3U);
  EXPECT_EQ(list.tags[0], (Tag{{"v", 0}, {"DMARC1", 4}}));
  EXPECT_EQ(list.tags[1], (Tag{{"p", 13}, {"none", 15}}));
  EXPECT_EQ(list.tags[2], (Tag{{"rua", 22}, {"mailto:a@abc.example", 27}}));
  EXPECT_EQ(find_tag(list, "P"), &list.tags[1]);
  EXPECT_EQ(find_tag(list, "sp"), nullptr);
}

TEST(TagList, ReportsMalformedTagsWithTheirPosition) {
  struct Row {
    const char* text;
    std::vector<RecordError> errors;
  };
  const Row rows[] = {
      {"", {}},
      {"a=1", {}},
      {"a=", {}},
      {"a=b=c", {}},
      {"a=1;b_2=x y;", {}},
      {";;", {}},
      {"a=1; nothing; b=2", {{"missing-equals", {5, 7}}}},
      {"a=1; bad@name=2", {{"bad-tag-name", {5, 8}}}},
      {"a=1; =2", {{"bad-tag-name", {5, 0}}}},
      {"a=1; 2a=2", {{"bad-tag-name", {5, 2}}}},
      {"a=1; A=2", {{"duplicate-tag", {5, 3}}}},
  };
  for (const Row& row : rows) EXPECT_EQ(parse_tag_list(row.text).errors, row.errors) << row.text;
}

TEST(TagList, ReadsNoMoreTagsThanItsLimit) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "t" + std::to_string(i) + "=1;";
  EXPECT_EQ(parse_tag_list(text).tags.size(), kMaxTags);
}

TEST(Version, MustComeFirstAndMatchExactly) {
  for (const char* text : {"v=DMARC1", "v=DMARC1;p=none", "v = DMARC1 ; p=none", "V=DMARC1", "v=\tDMARC1;"}) {
    EXPECT_EQ(version_error(text, "DMARC1"), std::nullopt) << text;
  }
  struct Row {
    const char* text;
    RecordError error;
  };
  const Row rows[] = {
      {"", {"wrong-version", {0, 0}}},
      {"v=DMARC1x; p=none", {"wrong-version", {0, 9}}},
      {"v=dmarc1; p=none", {"wrong-version", {0, 8}}},
      {"v=DMARC1 p=none", {"wrong-version", {0, 15}}},
      {" v=DMARC1", {"wrong-version", {0, 9}}},
      {"p=none; v=DMARC1", {"wrong-version", {0, 6}}},
      {"\"v=DMARC1; p=none\"", {"bad-character", {0, 1}}},
      {"v=DMARC1\xEF\xBC\x9B p=none", {"bad-character", {8, 1}}},
  };
  for (const Row& row : rows) EXPECT_EQ(version_error(row.text, "DMARC1"), row.error) << row.text;
}

TEST(Version, TellsMistypedRecordsFromWildcardAnswers) {
  for (const char* text :
       {"v=DMARC1; p=none", "\"v=DMARC1; p=none\"", "v=dmarc1;p=none", " v=DMARC1", "v:DMARC1; p=none",
        "DMARC1; p=none", "v=DMARC2; p=none", "v=DMARC; p=none", "v=DMARC1x", "v=DMARC 1"}) {
    EXPECT_TRUE(is_meant_as(text, "DMARC1")) << text;
  }
  for (const char* text : {"", "v=spf1 -all", "v=DKIM1; p=", "google-site-verification=dmarc1", "dmarc",
                           "v=STSv1; id=1", "p=none", "v", "hello v=DMARC1"}) {
    EXPECT_FALSE(is_meant_as(text, "DMARC1")) << text;
  }
}

TEST(UriOfReports, IsAnAddressWithItsScheme) {
  struct Row {
    const char* text;
    std::optional<Uri> uri;
  };
  const Row rows[] = {
      {"mailto:a@abc.example", Uri{"mailto", "abc.example"}},
      {"MAILTO:A.b+c@Abc.Example", Uri{"mailto", "abc.example"}},
      {"mailto:a@abc.example?subject=x", Uri{"mailto", "abc.example"}},
      {"https://abc.example", Uri{"https", "abc.example"}},
      {"https://abc.example:8443/v1?x=1#y", Uri{"https", "abc.example"}},
      {"ftp:anything", Uri{"ftp", ""}},
      {"", std::nullopt},
      {"a@abc.example", std::nullopt},
      {"mailto:", std::nullopt},
      {"mailto:abc.example", std::nullopt},
      {"mailto:@abc.example", std::nullopt},
      {"mailto: a@abc.example", std::nullopt},
      {"mailto:a@abc..example", std::nullopt},
      {"mailto:a@\xE9.example", std::nullopt},
      {"https:abc.example", std::nullopt},
      {"https://", std::nullopt},
      {":x", std::nullopt},
      {"1x:y", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(parse_uri(row.text), row.uri) << row.text;
}

}  // namespace
}  // namespace alimail
