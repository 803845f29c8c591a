// The work of a turn grows like its case. Time is not measured here, but memory: what is copied or built again at every
// step allocates more than twice as much for a case of twice the size. tests/bench/hostile.ts measures the time.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>

#include "door/door.h"

namespace {
std::size_t allocated = 0;  // bytes

void* counted(std::size_t size) noexcept {
  allocated += size;
  return std::malloc(size == 0 ? 1 : size);
}
}  // namespace

void* operator new(std::size_t size) {
  return counted(size);
}
// Some libraries, GoogleTest among them, ask without exceptions; what is counted here must also be given back here.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return counted(size);
}
void operator delete(void* memory, const std::nothrow_t& /*tag*/) noexcept {
  std::free(memory);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
  std::free(memory);
}

namespace alimail {
namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

std::string answer(const std::string& resolver, const std::string& name, const std::string& type,
                   const std::string& records) {
  const std::string number = type == "TXT" ? "16" : type == "MX" ? "15" : "1";
  const std::string body =
      R"({\"Status\":0,\"Question\":[{\"name\":\")" + name + R"(\",\"type\":)" + number + "}]," + records + "}";
  return R"({"resolver":")" + resolver + R"(","name":")" + name + R"(","type":")" + type +
         R"(","status":200,"body":")" + body + "\"}";
}

std::string records(const std::string& name, const std::string& type, std::size_t count,
                    const std::function<std::string(std::size_t)>& data) {
  std::string text = R"(\"Answer\":[)";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ',';
    text += R"({\"name\":\")" + name + R"(\",\"type\":)" + type + R"(,\"TTL\":60,\"data\":\")" + data(i) + R"(\"})";
  }
  return text + ']';
}

std::string case_with(const std::string& complaint, const std::string& answers) {
  return R"({"version":1,"now":"2026-11-23T08:00:00Z","subject":"abc.example","complaint":")" + complaint +
         R"(","answers":[)" + answers + "]}";
}

std::string with_policy(const std::string& text) {
  const std::string mx =
      records("abc.example", "15", 1, [](std::size_t /*i*/) { return std::string("5 mx1.qiye.aliyun.com"); });
  const std::string txt = records("abc.example", "16", 1, [&](std::size_t /*i*/) { return text; });
  return case_with("", answer("a", "abc.example", "MX", mx) + ',' + answer("a", "abc.example", "TXT", txt));
}

std::size_t bytes_for(const std::string& text) {
  const std::size_t before = allocated;
  const std::string turn = advance_text(text);
  EXPECT_FALSE(turn.starts_with(R"({"error")"));
  return allocated - before;
}

void expect_linear(const std::string& what, const std::function<std::string(std::size_t)>& make, std::size_t size) {
  constexpr double kMost = 2.3;  // a vector that grows by doubling may allocate a little more than twice as much
  bytes_for(make(size / 8));     // what is made only once
  const auto half = static_cast<double>(bytes_for(make(size / 2)));
  const auto whole = static_cast<double>(bytes_for(make(size)));
  EXPECT_LE(whole / half, kMost) << what;
}

TEST(Growth, OfMistypedRecordsIsLinear) {
  for (const char* piece : {"a,mx;", "include=a.example ", "include: a.example ", "- ", "\\u201ca\\u201d ",
                            "include the following:", "v=spf1 ", "redirect:a.example ", "onerror=1 ", "ip4:192.0.2.1 ",
                            "include:a.example "}) {
    expect_linear(piece, [&](std::size_t size) { return with_policy("v=spf1 " + repeated(piece, size)); }, 8000);
  }
  expect_linear(
      "one term", [](std::size_t size) { return with_policy("v=spf1 include:" + repeated("a.", size) + "b.example"); },
      32000);
}

TEST(Growth, OfRecordsAndResolversIsLinear) {
  const auto addresses = [](std::size_t count, std::size_t from) {
    return records("mail.abc.example", "1", count, [&](std::size_t i) {
      const std::size_t at = i + from;
      return "203.0." + std::to_string(at / 250) + '.' + std::to_string(at % 250);
    });
  };
  expect_linear(
      "addresses",
      [&](std::size_t count) { return case_with("", answer("a", "mail.abc.example", "A", addresses(count, 0))); }, 512);
  expect_linear(
      "addresses of resolvers",
      [&](std::size_t count) {
        std::string answers;
        for (std::size_t i = 0; i < count; ++i) {
          answers +=
              (i > 0 ? "," : "") + answer("r" + std::to_string(i), "mail.abc.example", "A", addresses(40, i * 40));
        }
        return case_with("", answers);
      },
      32);
  expect_linear(
      "texts",
      [&](std::size_t count) {
        const auto text = [](std::size_t i) { return "verification=" + std::to_string(1000 - i); };
        return case_with("", answer("a", "abc.example", "TXT", records("abc.example", "16", count, text)));
      },
      512);
}

TEST(Growth, OfComplaintsIsLinear) {
  for (const char* piece : {"a", " ", "not ", "not frozen ", "4", "1:", "550 5.1.1 ", "account frozen. ", "<a b",
                            "mail.abc.example\\n", "from 203.0.113.7\\n", "\\u90ae\\u7bb1\\u51bb\\u7ed3"}) {
    expect_linear(piece, [&](std::size_t size) { return case_with(repeated(piece, size), ""); }, 60000);
  }
}

}  // namespace
}  // namespace alimail
