// The turn: the diagnosis so far, and what to ask next.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/containers.h"
#include "model/ask.h"
#include "model/case.h"
#include "model/report.h"
#include "model/subject.h"

namespace alimail {

struct TopicAsked {  // a how-to question that the person asks, with its answer
  std::string_view id;
  std::string_view from;
  std::string_view source;  // an address, or ""
  std::string_view faq;     // the entry of the FAQ that answers it, or ""
  Vector<Instruction> steps;
  Vector<String> matched;  // the person's words that tell it
};

struct Diagnosis {
  Action action = Action::NeedMore;
  Vector<ProblemVerdict> problems;
  Vector<Finding> findings;
  Args values;  // the values to fill into steps and verifications (advice/values.h)
  Vector<RecordToPublish> records;
  std::optional<Wait> wait;
  Vector<Hop> path;
  Vector<Comparison> comparisons;
  PolicyTree policy;  // without nodes if there is no domain
  Vector<Answer> ledger;
  Vector<Answer> pasted;   // the end of the ledger: of this machine's resolver
  Vector<Query> purposes;  // why each name was asked for, shown in the ledger
  Vector<std::string_view> faq;
  std::optional<TopicAsked> topic;
  Vector<Instruction> otherwise;     // what else to do, if no cause can be named and nothing is left to ask
  Vector<std::string_view> closest;  // if the words are not clear: problems and topics, the best first
};

struct FollowUp {  // the one question that separates the open causes
  std::string_view id;
  Vector<std::string_view> options;
  bool number = false;  // the person enters a number; the options are its bands, and "unknown"
};

struct Turn {
  Subject subject;
  Vector<Query> queries;
  Vector<Probe> probes;
  std::optional<FollowUp> question;
  std::size_t done = 0;
  std::size_t total = 0;
  Diagnosis diagnosis;
};

}  // namespace alimail
