// Answers the question that all checks ask: what do the resolvers say about a name?
//
// Rule: a failed answer is Unknown and stays Unknown. Only an answer that a resolver really gave (NODATA, NXDOMAIN) is
// Absent.
#pragma once

#include <span>
#include <string_view>

#include "base/containers.h"
#include "dns/alias_chain.h"
#include "evidence/evidence.h"

namespace alimail {

struct RecordSet {  // what one resolver has: a view of its answer, valid as long as the evidence
  std::string_view resolver;
  std::span<const ResourceRecord> records;  // including the CNAME chain
};

struct Unanswered {  // a resolver without a conclusive answer, and the outcome of the question
  String resolver;
  Outcome outcome = Outcome::Timeout;
  bool operator==(const Unanswered&) const = default;
};

enum class Knowledge {
  Unasked,
  Unknown,  // asked, but no answer is conclusive, or other answers contradict it
  Absent,   // every conclusive answer says that there is no such record
  Present,  // at least one resolver has it
};

struct Lookup {
  Knowledge knowledge = Knowledge::Unasked;
  bool end_exists = true;  // false if there is no record of any type at the end of the CNAME chain
  Vector<RecordSet> sets;  // of every resolver that has it; if it is absent, the CNAME chain that led there
  // having, lacking, failing: resolvers by what they say; views of their answers, as the sets
  Vector<std::string_view> having;
  Vector<std::string_view> lacking;
  Vector<Unanswered> failing;
  bool all_servfail = false;  // every resolver that was reached answered SERVFAIL
};

// RFC 4035 section 3.2.2: with the CD bit, a resolver returns what the zone says, validated or not.
enum class Validation {
  Usual,
  Disabled
};

// Precondition: `name` has the form of model/dns.h.
Lookup look_up(const Evidence& evidence, std::string_view name, RecordType type,
               Validation validation = Validation::Usual);

// True if both are the same records, in the same order, whatever their TTL. What was read in one need not be read in the
// other.
bool is_same_data(std::span<const ResourceRecord> a, std::span<const ResourceRecord> b);

// The sets, without those that are the same as the one before. Nearly all resolvers say the same.
Vector<RecordSet> differing(const Lookup& lookup);

// The values of one type among the records, in presentation form, sorted.
Vector<String> values_of(std::span<const ResourceRecord> records, RecordType type);

// The TXT records of a kind, joined, from the first resolver that has any.
Vector<String> texts_of(const Lookup& lookup, bool (*wanted)(std::string_view text));

}  // namespace alimail
