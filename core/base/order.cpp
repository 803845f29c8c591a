#include "base/order.h"

#include <algorithm>
#include <utility>

namespace alimail {

void sort(Vector<String>& texts) {
  sort(texts, [](const String& a, const String& b) { return a < b; });
}

void sort_once(Vector<String>& texts) {
  sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

void append(Vector<String>& texts, Vector<String> more) {
  for (String& each : more) texts.push_back(std::move(each));
}

}  // namespace alimail
