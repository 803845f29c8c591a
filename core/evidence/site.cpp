#include "evidence/site.h"

#include "evidence/lookup.h"
#include "names/domain_name.h"
#include "records/spf.h"

namespace alimail {
namespace {

constexpr std::string_view kQuestion = "edition";  // of problems/shared.json; its options are the ids of the families

// What one kind of records says: the first family, as long as all are of its site.
struct Voice {
  const Family* family = nullptr;
  bool several_sites = false;
  bool several_sets = false;

  void hear(const Family* each) {
    if (each == nullptr || each == family) return;
    if (family == nullptr) {
      family = each;
    } else if (same_site(*family, *each)) {
      several_sets = true;
    } else {
      several_sites = true;
    }
  }

  [[nodiscard]] const Family* said() const {
    return several_sites ? nullptr : family;
  }
};

Voice of_exchanges(const std::vector<MailExchange>& list, const Provider& provider) {
  Voice voice;
  for (const MailExchange& each : list) voice.hear(family_of_mx(provider, each.exchange));
  return voice;
}

Voice by_mx(const Exchanges& exchanges, const Provider& provider) {
  Voice voice = of_exchanges(exchanges.list, provider);
  const Family* rival = of_exchanges(exchanges.rival, provider).said();
  if (voice.family != nullptr && rival != nullptr && !same_site(*voice.family, *rival)) voice.several_sites = true;
  return voice;
}

Voice by_clients(const Evidence& evidence, const Provider& provider) {
  Voice voice;
  for (const std::string_view label : kClientHosts) {
    const std::string host = std::string(label) + "." + evidence.subject.domain;
    const Lookup lookup = look_up(evidence, host, RecordType::A);
    for (const RecordSet& set : lookup.sets) {
      for (const std::string& target : alias_chain(set.records, host).targets) {
        voice.hear(family_of_client_target(provider, target));
      }
    }
  }
  return voice;
}

void hear_record(Voice& voice, std::string_view text, const Provider& provider) {
  const SpfRecord record = parse_spf(text);
  for (const Mechanism& mechanism : record.mechanisms) {
    if (mechanism.kind != MechanismKind::Include) continue;
    voice.hear(family_of_spf_include(provider, lower(mechanism.domain_spec)));
  }
  if (const Modifier* redirect = modifier(record, "redirect"); redirect != nullptr) {
    voice.hear(family_of_spf_include(provider, lower(redirect->value)));
  }
}

// The record of the first resolver that has one with a name of ours; old and new together would be two sites.
Voice by_spf(const Evidence& evidence, const Provider& provider) {
  const Lookup lookup = look_up(evidence, evidence.subject.domain, RecordType::Txt);
  Voice voice;
  for (const RecordSet& set : lookup.sets) {
    for (const std::string& text : values_of(set.records, RecordType::Txt)) {
      if (is_spf(text)) hear_record(voice, text, provider);
    }
    if (voice.family != nullptr) return voice;
  }
  return voice;
}

const Family* by_reply(const Evidence& evidence, const Provider& provider) {
  const Family* family = nullptr;
  for (const Reply& reply : evidence.replies) {
    if (reply.question == kQuestion) family = family_by_id(provider, reply.value);
  }
  return family;
}

void choose(Edition& edition, const Family* family, std::string_view by) {
  if (edition.chosen != nullptr || family == nullptr) return;
  edition.chosen = family;
  edition.chosen_by = by;
}

}  // namespace

Edition edition_of(const Evidence& evidence, const Exchanges& exchanges, const LoginRoute& login,
                   const Provider& provider) {
  Edition edition;
  if (evidence.subject.domain.empty()) return edition;
  const Voice mx = by_mx(exchanges, provider);
  const Voice client = by_clients(evidence, provider);
  edition.mx = mx.said();
  edition.spf = by_spf(evidence, provider).said();
  edition.login = login.family;
  edition.client = client.said();
  edition.both_china_sets = mx.several_sets || client.several_sets;

  choose(edition, edition.mx, "mx");
  choose(edition, by_reply(evidence, provider), "reply");
  if (mx.several_sites) return edition;  // which of them is right, a login host does not settle
  choose(edition, edition.login, "login");
  choose(edition, edition.spf, "spf");
  return edition;
}

}  // namespace alimail
