// One HTTP reply of a resolver, judged only as far as: what became of this query? Every way to fail has its own outcome.
//
// Law: nothing here may turn a failure into an absence (Nodata, Nxdomain).
#pragma once

#include "model.h"

namespace alimail {

// Reads wire or JSON by content type, and by the first byte where the type does not say. A reply to another question, an
// HTML page, a short body, a non-2xx status each give their own outcome and detail.
Answer decode_answer(const RawAnswer& raw);

}  // namespace alimail
