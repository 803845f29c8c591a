#include "sender_policy/published.h"

#include <algorithm>

namespace alimail {

PublishedTexts published_texts(const Evidence& evidence, std::string_view name) {
  Lookup lookup = look_up(evidence, name, RecordType::Txt);
  PublishedTexts published;
  published.knowledge = lookup.knowledge;
  published.failing = std::move(lookup.failing);
  for (const RecordSet& set : differing(lookup)) {
    Vector<String> spf;
    Vector<String> others;
    for (const ResourceRecord& record : set.records) {
      const auto* strings = std::get_if<CharacterStrings>(&record.data);
      if (strings == nullptr) continue;
      String text;
      for (const String& each : strings->strings) text += each;
      Vector<String>& list = is_spf(text) ? spf : others;
      if (&list == &others || spf.size() < kMaxPolicyTexts) list.push_back(std::move(text));
    }
    if (published.others.empty()) published.others = std::move(others);
    if (spf.empty()) continue;
    published.spf = std::move(spf);
    return published;
  }
  return published;
}

Vector<const Mechanism*> effective_mechanisms(const SpfRecord& record) {
  Vector<const Mechanism*> mechanisms;
  for (const Mechanism& each : record.mechanisms) {
    mechanisms.push_back(&each);
    if (each.kind == MechanismKind::All) break;
  }
  return mechanisms;
}

const Modifier* effective_redirect(const SpfRecord& record) {
  const bool all = std::any_of(record.mechanisms.begin(), record.mechanisms.end(),
                               [](const Mechanism& each) { return each.kind == MechanismKind::All; });
  return all ? nullptr : modifier(record, "redirect");
}

}  // namespace alimail
