// The findings of both SPF checks together.
#pragma once

#include "sender_policy/zone.h"

namespace alimail::testing {

// All findings except spf.present, which every valid record without Alibaba Mail gets, and spf.includes-read, which has a
// test of its own.
inline Keys said_of(Zone zone) {
  Keys keys;
  for (const Check* check : {&kSpfCheck, &kSpfIncludesCheck}) {
    for (std::string& key : says(*check, zone)) {
      if (key != "spf.present" && key != "spf.includes-read") keys.push_back(std::move(key));
    }
  }
  return keys;
}

}  // namespace alimail::testing
