// The one question that checks ask of the evidence: what do the resolvers say about a name?
//
// Law: a failed answer is Unknown and stays so. Only an answer that a resolver really gave (NODATA, NXDOMAIN) is
// Absent.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"

namespace alimail {

struct RecordSet {  // what one resolver has: a view of its answer, good as long as the evidence is
  std::string_view resolver;
  std::span<const ResourceRecord> records;  // the CNAME chain among them
};

enum class Knowledge {
  Unasked,
  Unknown,  // asked, and no resolver gave an answer that says anything
  Absent,   // every answer that says anything says that there is no such record
  Present,  // at least one resolver has it
};

struct Lookup {
  Knowledge knowledge = Knowledge::Unasked;
  bool name_exists = true;  // false: there is nothing at all at this name
  bool end_exists = true;   // the same of the name to which its CNAME chain leads
  std::vector<RecordSet>
      sets;  // of every resolver that has it; and, where it is absent, the CNAME chain that led there
  std::vector<std::string> having;  // resolvers by what they say
  std::vector<std::string> lacking;
  std::vector<std::string> failing;  // "resolver outcome", in the words of the contract
  bool all_servfail = false;         // every resolver that was reached answered SERVFAIL
};

// RFC 4035 section 3.2.2: a resolver asked with the CD bit gives what the zone says, validated or not.
enum class Validation {
  Usual,
  Disabled
};

// Precondition: `name` in the form of model/dns.h.
Lookup look_up(const Evidence& evidence, std::string_view name, RecordType type,
               Validation validation = Validation::Usual);

// The values of one type among records, in presentation form, sorted.
std::vector<std::string> values_of(std::span<const ResourceRecord> records, RecordType type);

// The TXT records of a kind, joined, as the first resolver has them that has any.
std::vector<std::string> texts_of(const Lookup& lookup, bool (*wanted)(std::string_view text));

// There is no such domain at all: what is missing below it is only a consequence.
bool domain_absent(const Evidence& evidence);

// Where the CNAME chain of `records` leads that starts at `name`; empty where there is none. A loop ends it, and
// kMaxAliases do.
struct AliasChain {
  std::vector<std::string> targets;
  bool loops = false;
  bool cut = false;  // it goes on, and was not followed any further
};
AliasChain alias_chain(std::span<const ResourceRecord> records, std::string_view name);

inline constexpr std::size_t kMaxAliases = 16;  // links of a CNAME chain that are followed

}  // namespace alimail
