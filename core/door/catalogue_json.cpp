#include "door/catalogue_json.h"

#include <string_view>
#include <utility>

#include "base/containers.h"
#include "json/list.h"

namespace alimail {
namespace {

constexpr std::size_t kMaxDepth = 16;  // JSON nesting; the data needs 6

Json read(std::string_view text) {
  Result<Json> parsed = parse_json(text, kMaxDepth);
  return parsed.ok() ? std::move(parsed.value()) : Json();
}

Json read(std::span<const EmbeddedFile> files, std::string_view path) {
  for (const EmbeddedFile& file : files) {
    if (file.path == path) return read(file.text);
  }
  return {};
}

PastedWords pasted_words_from(const Json& json) {
  PastedWords words;
  for (const auto& [kind, forms] : MapOf<ListOf<std::string_view>>(object_or_empty(json, "lines"))) {
    for (const std::string_view form : forms) add_line_form(words, kind, String(form));
  }
  return words;
}

// Problems refer to pages by their ids in provider.json; a turn has the addresses of the pages.
void resolve_sources(Json& json, const Provider& provider) {
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    Json& item = json.items[i];
    if (i < json.names.size() && json.names[i] == "source") {
      item.text = String(source_url(provider, item.text));
    } else {
      resolve_sources(item, provider);
    }
  }
}

Problems problems_from_files(std::span<const EmbeddedFile> files, const Provider& provider) {
  constexpr std::string_view kShared = "problems/shared.json";
  Vector<Json> problems;
  for (const EmbeddedFile& file : files) {
    if (!file.path.starts_with("problems/") || file.path == kShared) continue;
    resolve_sources(problems.emplace_back(read(file.text)), provider);
  }
  Json shared = read(files, kShared);
  resolve_sources(shared, provider);
  return problems_from(std::move(problems), std::move(shared));
}

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

}  // namespace

Phrases phrases_from_text(std::string_view lexicon) {
  return phrases_from(object_or_empty(read(lexicon), "words/phrases.json"));
}

Lexicon lexicon_from_text(std::string_view text) {
  const Json json = read(text);
  return {compile(phrases_from(object_or_empty(json, "words/phrases.json"))),
          likeness_from(object_or_empty(json, "words/likeness.json")),
          replies_from(object_or_empty(json, "bounces/server_replies.json")),
          pasted_words_from(object_or_empty(json, "pasted/words.json"))};
}

Catalogue catalogue_from_files(std::span<const EmbeddedFile> files) {
  Catalogue catalogue;
  catalogue.provider = provider_from(read(files, "provider/provider.json"));
  catalogue.problems = problems_from_files(files, catalogue.provider);
  return catalogue;
}

}  // namespace alimail
