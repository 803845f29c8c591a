#include "judge/bench.h"

#include <utility>

namespace alimail {
namespace {

Index family_index(const Vector<String>& families, std::string_view key) {
  const std::string_view family = key.substr(0, key.find('.'));
  for (std::size_t i = 0; i < families.size(); ++i) {
    if (families[i] == family) return static_cast<Index>(i);
  }
  return kNowhere;
}

}  // namespace

Bench::Bench(const Problems& read, Vector<Finding> found)
    : problems_(read), findings_(std::move(found)), first_(read.keys.size(), kNowhere) {
  families_.reserve(findings_.size() + 1);
  for (std::size_t i = 0; i < findings_.size(); ++i) look_at(i);
}

void Bench::look_at(std::size_t finding) {
  const String& key = findings_[finding].key;
  families_.push_back(family_index(problems_.families, key));
  if (key.starts_with(kFix)) fixes_.push_back(static_cast<Index>(finding));
  const Index index = key_index(problems_, key);
  if (index != kNowhere && first_[index] == kNowhere) first_[index] = static_cast<Index>(finding);
}

void Bench::add(Finding finding) {
  findings_.push_back(std::move(finding));
  look_at(findings_.size() - 1);
}

void Bench::drop_last() {
  const Index index = key_index(problems_, findings_.back().key);
  if (index != kNowhere && first_[index] == findings_.size() - 1) first_[index] = kNowhere;
  if (!fixes_.empty() && fixes_.back() == findings_.size() - 1) fixes_.pop_back();
  families_.pop_back();
  findings_.pop_back();
}

}  // namespace alimail
