// Reads a pasted output line by line into blocks. A command or the beginning of an output opens a block; a line that no
// tool prints closes it.
#pragma once

#include "pasted/block.h"
#include "pasted/lines.h"

namespace alimail {

class PastedReader {
 public:
  explicit PastedReader(const PastedWords& words) : words_(words) {}

  void read(std::string_view raw, std::size_t index);
  void finish();

  std::vector<PastedAnswer> answers;
  std::vector<std::size_t> lines;  // indexes of the lines that belong to an output

 private:
  // Lines with a prompt, and typed text.
  bool read_prompt(std::string_view raw, std::string_view line);
  bool read_typed(std::string_view line);

  // dig (dig.cpp).
  bool read_dig(std::string_view line);
  bool read_dig_comment(std::string_view line);
  void read_dig_header(std::string_view line);
  bool read_received(std::string_view line);
  bool read_zone_line(std::string_view line);
  bool read_short(std::string_view line);

  // The forms of words.json, and values that are alone on their lines below them.
  bool read_form(std::string_view line);
  bool read_server(std::string_view server);
  bool read_address(std::string_view data, Awaits awaited);
  bool read_name(std::string_view data);
  bool read_alias(std::string_view data);
  bool read_record(const LineForm& form, const Places& places);
  bool read_ping(const Places& places);
  bool read_failure(Means means, const Places& places);
  bool read_error_id(std::string_view data);
  bool read_negative_ttl(std::string_view data);
  bool read_value(std::string_view line);

  // Resolve-DnsName.
  bool read_listed(Means means, std::string_view data);
  bool read_table_line(std::string_view line);

  void open(PastedCommand command);
  void close();
  void open_tool(std::string_view tool);

  const PastedWords& words_;
  PastedBlock block_;
  std::vector<std::size_t> asides_;  // lines of nslookup without an answer: settings and the greeting
  PastedCommand session_;            // nslookup's settings so far: type and server
};

}  // namespace alimail
