// The main function: one case in, one turn out.
//
// Rule: pure and total. No I/O, no clock, no globals; the same case always gives the same turn, whatever bytes it
// contains. The turn lists what is still to be asked. The page asks, adds the answers to the case and calls again.
#pragma once

#include "catalogue.h"
#include "model/turn.h"

namespace alimail {

Turn advance(const Case& input, const Catalogue& catalogue);

}  // namespace alimail
