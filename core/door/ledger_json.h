// The ledger as JSON: all answers of the case, and why each was asked for.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"
#include "json/value.h"
#include "model/turn.h"

namespace alimail {

// Of one entry of the ledger: the query that it is for, by its place in Diagnosis::purposes, and why it was asked.
struct LedgerPurpose {
  std::size_t query = 0;
  std::string_view why;
};

// `purposes` are those of the first entries of the ledger of the turn before, which have the same answers now. If the
// reason is the same, too, a number stands for the entry, or for several in a row. They become those of this turn.
void write_ledger(JsonWriter& json, const Diagnosis& diagnosis, Vector<LedgerPurpose>& purposes);

}  // namespace alimail
