// Catalogue <- the embedded JSON files. Problems and provider facts stay as they were read; phrases are compiled.
#include <utility>

#include "door/door.h"
#include "door/shapes.h"
#include "json/value.h"

namespace alimail {
namespace {

Phrases phrases_from(const Json& json) {
  Phrases phrases;
  for (const Json& item : array_or_empty(json, "concepts")) {
    phrases.concepts.push_back({text_or_empty(item, "id"), texts(item, "phrases"), flag(item, "topic"),
                                flag(item, "deniable"), flag(item, "who")});
  }
  for (const Json& item : array_or_empty(json, "symptoms")) {
    phrases.symptoms.push_back({text_or_empty(item, "key"), texts(item, "all"), texts(item, "none"),
                                flag(item, "in_bounce"), texts(item, "any"), flag(item, "across"),
                                texts(item, "unless")});
  }
  phrases.same = texts(json, "same");
  return phrases;
}

PastedWords pasted_words_from(const Json& json) {
  PastedWords words;
  const Json* lines = member(json, "lines");
  for (std::size_t i = 0; lines != nullptr && i < lines->names.size(); ++i) {
    for (const Json& form : lines->items[i].items) add_line_form(words, lines->names[i], form.text);
  }
  return words;
}

}  // namespace

Catalogue catalogue_from_files(std::span<const EmbeddedFile> files) {
  Catalogue catalogue;
  for (const EmbeddedFile& file : files) {
    Result<Json> parsed = parse_json(file.text, kMaxCaseDepth);
    if (!parsed.ok()) continue;
    Json& json = parsed.value();
    if (file.path == "problems/shared.json") {
      catalogue.problems.shared = std::move(json);
    } else if (file.path.starts_with("problems/")) {
      catalogue.problems.list.push_back(std::move(json));
    } else if (file.path.starts_with("provider/")) {
      catalogue.provider = provider_from(std::move(json));
    } else if (file.path.starts_with("bounces/")) {
      catalogue.replies = replies_from(std::move(json));
    } else if (file.path.starts_with("words/")) {
      catalogue.matcher = compile(phrases_from(json));
    } else if (file.path == "pasted/words.json") {
      catalogue.pasted = pasted_words_from(json);
    }
  }
  return catalogue;
}

}  // namespace alimail
