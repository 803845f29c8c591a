// Builds DNS messages from lines that look like a zone file. It uses no code of core/, so it is an independent oracle
// for the decoders.
//
//   reply({.asked = "abc.com MX", .answer = {"abc.com 600 MX 5 mx1.qiye.aliyun.com"}})
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "dns/present.h"
#include "dns/record_type.h"
#include "model/dns.h"

namespace alimail::dns_test {

inline std::string u8(unsigned value) {
  return std::string(1, static_cast<char>(value & 0xFFU));
}
inline std::string u16(unsigned value) {
  return u8(value >> 8U) + u8(value);
}
inline std::string u32(std::uint32_t value) {
  return u16(value >> 16U) + u16(value & 0xFFFFU);
}

inline std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += u8(static_cast<unsigned>(std::stoul(hex.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

inline std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// "." is the root; no escapes, no compression.
inline std::string wire_name(const std::string& name) {
  std::string wire;
  std::istringstream in(name);
  for (std::string label; std::getline(in, label, '.');) {
    if (!label.empty()) wire += u8(static_cast<unsigned>(label.size())) + label;
  }
  return wire + u8(0);
}

inline unsigned type_number(const std::string& type) {
  static const std::map<std::string, unsigned> kNumbers{
      {"A", 1},     {"NS", 2},   {"CNAME", 5},  {"SOA", 6},  {"PTR", 12},   {"MX", 15},  {"TXT", 16},
      {"AAAA", 28}, {"SRV", 33}, {"NAPTR", 35}, {"OPT", 41}, {"RRSIG", 46}, {"CAA", 257}};
  const auto known = kNumbers.find(type);
  return known == kNumbers.end() ? static_cast<unsigned>(std::stoul(type.substr(4))) : known->second;
}

inline std::string wire_address(int family, const std::string& text) {
  char buffer[16] = {};
  EXPECT_EQ(1, inet_pton(family, text.c_str(), buffer)) << text;
  return {buffer, family == AF_INET ? 4U : 16U};
}

// "a" "b" as character strings: the text between the quotes, without escapes.
inline std::string wire_strings(const std::string& text) {
  std::string wire;
  for (std::size_t open = text.find('"'); open != std::string::npos;) {
    const std::size_t close = text.find('"', open + 1);
    wire += u8(static_cast<unsigned>(close - open - 1)) + text.substr(open + 1, close - open - 1);
    open = text.find('"', close + 1);
  }
  return wire;
}

// The words after the type as RDATA. The data of other types is written in hex.
inline std::string wire_rdata(const std::string& type, const std::string& text) {
  const std::vector<std::string> words = words_of(text);
  const auto number = [&words](std::size_t at) { return static_cast<std::uint32_t>(std::stoul(words.at(at))); };
  if (type == "A") return wire_address(AF_INET, words.at(0));
  if (type == "AAAA") return wire_address(AF_INET6, words.at(0));
  if (type == "CNAME" || type == "NS" || type == "PTR") return wire_name(words.at(0));
  if (type == "MX") return u16(number(0)) + wire_name(words.at(1));
  if (type == "TXT") return wire_strings(text);
  if (type == "CAA") {
    const std::string value = text.substr(text.find('"') + 1, text.rfind('"') - text.find('"') - 1);
    return u8(number(0)) + u8(static_cast<unsigned>(words.at(1).size())) + words.at(1) + value;
  }
  if (type == "SOA") {
    std::string soa = wire_name(words.at(0)) + wire_name(words.at(1));
    for (std::size_t i = 2; i < 7; ++i) soa += u32(number(i));
    return soa;
  }
  return bytes_of_hex(words.empty() ? "" : words.at(0));
}

inline std::string raw_record(const std::string& owner, unsigned type, unsigned record_class, std::uint32_t ttl,
                              const std::string& rdata) {
  return wire_name(owner) + u16(type) + u16(record_class) + u32(ttl) + u16(static_cast<unsigned>(rdata.size())) + rdata;
}

// "<owner> <ttl> <type> <rdata>"
inline std::string record(const std::string& line) {
  std::istringstream in(line);
  std::string owner;
  std::string type;
  std::uint32_t ttl = 0;
  in >> owner >> ttl >> type;
  std::string rest;
  std::getline(in, rest);
  return raw_record(owner, type_number(type), 1, ttl, wire_rdata(type, rest));
}

inline std::string question(const std::string& line) {
  const std::vector<std::string> words = words_of(line);
  return wire_name(words.at(0)) + u16(type_number(words.at(1))) + u16(1);
}

inline std::string extended_error(unsigned code, const std::string& text) {
  return u16(15) + u16(static_cast<unsigned>(2 + text.size())) + u16(code) + text;
}

inline std::string opt(unsigned upper_rcode, const std::string& options) {
  return raw_record(".", 41, 1232, upper_rcode << 24U, options);
}

constexpr unsigned kResponseFlags = 0x8180;  // QR, RD, RA
constexpr unsigned kTcFlag = 0x0200;

struct Parts {
  std::string asked;  // "" for no question
  unsigned rcode = 0;
  std::vector<std::string> answer = {};
  std::vector<std::string> authority = {};
  std::string additional = {};  // OPT, in wire form
  unsigned flags = kResponseFlags;
};

inline std::string header(unsigned flags, unsigned questions, std::size_t answers, std::size_t authorities,
                          unsigned additionals) {
  return u16(0) + u16(flags) + u16(questions) + u16(static_cast<unsigned>(answers)) +
         u16(static_cast<unsigned>(authorities)) + u16(additionals);
}

inline std::string reply(const Parts& parts) {
  std::string wire = header(parts.flags | parts.rcode, parts.asked.empty() ? 0 : 1, parts.answer.size(),
                            parts.authority.size(), parts.additional.empty() ? 0 : 1);
  if (!parts.asked.empty()) wire += question(parts.asked);
  for (const std::string& line : parts.answer) wire += record(line);
  for (const std::string& line : parts.authority) wire += record(line);
  return wire + parts.additional;
}

// Records as the lines that they were built from.
inline std::vector<std::string> lines_of(const std::vector<ResourceRecord>& records) {
  std::vector<std::string> lines;
  for (const ResourceRecord& each : records) {
    const std::string owner = each.name.empty() ? "." : each.name;
    lines.push_back(owner + ' ' + std::to_string(each.ttl) + ' ' + type_name(each.type) + ' ' + present(each.data));
  }
  return lines;
}

}  // namespace alimail::dns_test
