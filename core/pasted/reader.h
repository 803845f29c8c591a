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

  Vector<PastedAnswer> answers;
  Vector<Tool> unread;        // tools with an output that gave no answer
  Vector<std::size_t> lines;  // indexes of the lines that belong to an output

 private:
  // Lines with a prompt, and typed text.
  bool read_prompt(std::string_view raw, std::string_view line);
  bool read_typed(std::string_view line);

  // dig, kdig, drill and host -v (dig.cpp).
  bool read_dig(std::string_view line);
  bool read_dig_comment(std::string_view line);
  bool read_dig_header(std::string_view line);
  bool read_received(std::string_view line);
  bool read_short(std::string_view line);

  // Lines with one record (records.cpp).
  bool read_dig_record(std::string_view line);
  bool read_record_line(std::string_view line);
  void add_fields(const String& owner, RecordType type, std::uint32_t ttl, std::string_view data);

  // The forms of words.json, and values that are alone on their lines below them.
  bool read_form(std::string_view line);
  bool read_server(std::string_view server);
  bool read_address(std::string_view data, Awaits awaited);
  bool read_name(std::string_view data);
  bool read_alias(std::string_view data);
  bool read_record(const LineForm& form, const Places& places);
  bool read_ping(std::string_view name, std::string_view address, std::string_view line);
  bool read_failure(Means means, std::string_view name, std::string_view line);
  bool read_failed_words(std::string_view name, std::string_view line);
  bool read_error_id(std::string_view data);
  bool read_negative_ttl(std::string_view data);
  bool read_value(std::string_view line);

  // Lines that are told by their shape, in whatever language they are (shapes.cpp).
  bool read_shape(std::string_view line);
  bool read_stars(std::string_view line);
  bool read_label(std::string_view line);
  bool read_brackets(std::string_view line);
  bool read_addresses(std::string_view line);
  bool read_browser(std::string_view name, Outcome outcome);

  // Resolve-DnsName.
  bool read_listed(Means means, std::string_view data);
  bool read_table_line(std::string_view line);

  void open(PastedCommand command);
  void close(bool followed = false);  // by a line that does not belong to the block
  void open_tool(Tool tool);

  const PastedWords& words_;
  PastedBlock block_;
  Vector<std::size_t> asides_;  // lines of nslookup without an answer: settings and the greeting
  PastedCommand session_;       // nslookup's settings so far: type and server
  std::size_t index_ = 0;       // of the line that is read
  std::size_t depth_ = 0;       // how many ">" are before it
  bool quoted_ = false;         // the line before has as many, and was not typed: it is in a quoted mail
  String label_value_;          // "value" of the line before, if it is "label: value": perhaps a server
  std::size_t label_index_ = 0;
  bool padded_ = false;  // two blanks follow a colon of the line, as nslookup prints them, or it is a full-width colon
  String named_;         // the last host that the text names, and its line: a browser prints it above its error
  std::size_t named_index_ = 0;
};

// The outcome of a status as dig writes it, if it is one of NXDOMAIN, SERVFAIL and REFUSED.
std::optional<Outcome> outcome_of_status(std::string_view status);

}  // namespace alimail
