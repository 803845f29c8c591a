// The JSON files of core/, as they were when the program was built.
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

// Those of core/problems and core/provider, sorted by path.
std::span<const EmbeddedFile> embedded_files();

// Those of core/bounces, core/pasted and core/words, which only reading a complaint takes, as one JSON object: path to
// content. In wasm it is a file of its own, a fifth of the whole, which the page loads for who writes something
// (wasm/lexicon.cpp); it is empty until then.
std::string_view lexicon_text();

}  // namespace alimail
