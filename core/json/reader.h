// Reading foreign JSON without exceptions: every look gives a value or its absence, never a throw.
//
// nlohmann aborts where it would throw (-fno-exceptions), so nothing here or in its callers uses .at(), .value() or
// get<>() on a type that was not checked first.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace alimail {

using Json = nlohmann::json;

// How deep a text nests, by one linear look at its brackets outside of strings. nlohmann's values free themselves
// recursively, so a text of 100,000 brackets must be refused before it becomes one.
std::size_t nesting_of(std::string_view text);

const Json* member(const Json& object, const char* name);
std::string text_or_empty(const Json& object, const char* name);
std::int64_t number_or_zero(const Json& object, const char* name);
bool flag(const Json& object, const char* name);
std::vector<std::string> texts(const Json& object, const char* name);  // the texts of an array; others are skipped
const Json& array_or_empty(const Json& object, const char* name);

}  // namespace alimail
