// RDATA as text.
#pragma once

#include <string>

#include "model/dns.h"

namespace alimail {

// RDATA as the ledger and people read it: "5 mx1.qiye.aliyun.com", TXT strings joined with nothing between, SOA as
// seven words. Not an escape for markup: it is text, and may hold any bytes.
std::string present(const Rdata& data);

}  // namespace alimail
