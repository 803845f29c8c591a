// Looking for one among what was found.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model.h"

namespace alimail {

// The first with this key, or null.
inline const Finding* find_finding(const std::vector<Finding>& findings, std::string_view key) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.key == key; });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace alimail
