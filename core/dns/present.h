// RDATA as text.
#pragma once

#include "base/containers.h"
#include "model/dns.h"

namespace alimail {

// RDATA as the ledger shows it to people: "5 mx1.qiye.aliyun.com", TXT strings joined without a separator, SOA as seven
// words. The text is not escaped for markup and may contain any bytes.
String present(const Rdata& data);

}  // namespace alimail
