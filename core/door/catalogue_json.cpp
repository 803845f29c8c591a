// Catalogue <- the embedded JSON files. The only place that knows their names.
#include <utility>

#include "door/door.h"
#include "door/shapes.h"
#include "json/list.h"

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
  for (const auto& [kind, forms] : MapOf<ListOf<std::string_view>>(object_or_empty(json, "lines"))) {
    for (const std::string_view form : forms) add_line_form(words, kind, std::string(form));
  }
  return words;
}

// Problems name pages by their ids in provider.json; a turn shows their addresses.
void resolve_sources(Json& json, const Provider& provider) {
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    Json& item = json.items[i];
    if (i < json.names.size() && json.names[i] == "source") {
      item.text = std::string(source_url(provider, item.text));
    } else {
      resolve_sources(item, provider);
    }
  }
}

}  // namespace

Catalogue catalogue_from_files(std::span<const EmbeddedFile> files) {
  Catalogue catalogue;
  std::vector<Json> problems;
  Json shared;
  for (const EmbeddedFile& file : files) {
    Result<Json> parsed = parse_json(file.text, kMaxCaseDepth);
    if (!parsed.ok()) continue;
    Json& json = parsed.value();
    if (file.path == "problems/shared.json") {
      shared = std::move(json);
    } else if (file.path.starts_with("problems/")) {
      problems.push_back(std::move(json));
    } else if (file.path == "provider/provider.json") {
      catalogue.provider = provider_from(std::move(json));
    } else if (file.path == "bounces/server_replies.json") {
      catalogue.replies = replies_from(std::move(json));
    } else if (file.path == "words/phrases.json") {
      catalogue.matcher = compile(phrases_from(json));
    } else if (file.path == "pasted/words.json") {
      catalogue.pasted = pasted_words_from(json);
    }
  }
  for (Json& problem : problems) resolve_sources(problem, catalogue.provider);
  resolve_sources(shared, catalogue.provider);
  catalogue.problems = problems_from(std::move(problems), std::move(shared));
  return catalogue;
}

}  // namespace alimail
