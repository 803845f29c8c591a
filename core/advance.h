// The verb: one case in, one turn out.
//
// Law: pure and total. No I/O, no clock, no globals; the same case always gives the same turn, whatever bytes it holds.
// What is still to be asked stands in the turn; the page asks, adds the answers to the case and calls again.
#pragma once

#include "catalogue.h"
#include "model/turn.h"

namespace alimail {

Turn advance(const Case& input, const Catalogue& catalogue);

}  // namespace alimail
