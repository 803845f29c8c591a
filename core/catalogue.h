// Everything that advance() knows besides its case: problems, provider facts and phrases, read once from the embedded
// data.
#pragma once

#include "dns/pasted_lines.h"
#include "problems/problem.h"
#include "provider/provider.h"
#include "words/complaint.h"

namespace alimail {

struct Catalogue {
  Problems problems;
  Provider provider;
  Matcher matcher;     // of words/phrases.json
  PastedWords pasted;  // of dns/pasted_words.json
};

}  // namespace alimail
