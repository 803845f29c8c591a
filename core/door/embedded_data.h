// The JSON files of core/bounces, core/pasted, core/problems, core/provider and core/words, as they were when the
// program was built.
//
// Rule: the build compiles them into the program (core/door/embed_data.cmake), because the core opens no files. Their
// texts are valid JSON without white space between tokens. Schema files are not included.
#pragma once

#include <span>
#include <string_view>

namespace alimail {

struct EmbeddedFile {
  std::string_view path;  // relative to core/, such as "problems/login-page-unreachable.json"
  std::string_view text;
};

// Sorted by path.
std::span<const EmbeddedFile> embedded_files();

}  // namespace alimail
