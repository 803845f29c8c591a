#include "evidence/site.h"

#include "evidence/lookup.h"
#include "names/domain_name.h"
#include "records/spf.h"

namespace alimail {
namespace {

constexpr std::string_view kQuestion = "edition";  // in problems/shared.json; its options are the ids of the sites

// What records of one kind say: the first site, if all sites belong to its region.
struct Voice {
  const Site* site = nullptr;
  bool several_regions = false;
  bool several_sites = false;

  void hear(const Site* each) {
    if (each == nullptr || each == site) return;
    if (site == nullptr) {
      site = each;
    } else if (same_region(*site, *each)) {
      several_sites = true;
    } else {
      several_regions = true;
    }
  }

  [[nodiscard]] const Site* said() const {
    return several_regions ? nullptr : site;
  }
};

Voice of_exchanges(const Vector<MailExchange>& list, const Provider& provider) {
  Voice voice;
  for (const MailExchange& each : list) voice.hear(site_of_mx(provider, each.exchange));
  return voice;
}

Voice by_mx(const Exchanges& exchanges, const Provider& provider) {
  Voice voice = of_exchanges(exchanges.list, provider);
  const Site* rival = of_exchanges(exchanges.rival, provider).said();
  if (voice.site != nullptr && rival != nullptr && !same_region(*voice.site, *rival)) voice.several_regions = true;
  return voice;
}

Voice by_clients(const Evidence& evidence, const Provider& provider) {
  Voice voice;
  for (const std::string_view label : kClientHosts) {
    const String host = String(label) + "." + evidence.subject.domain;
    const Lookup lookup = look_up(evidence, host, RecordType::A);
    for (const RecordSet& set : lookup.sets) {
      for (const String& target : alias_chain(set.records, host).targets) {
        voice.hear(site_of_client_target(provider, target));
      }
    }
  }
  return voice;
}

void hear_record(Voice& voice, std::string_view text, const Provider& provider) {
  const SpfRecord record = parse_spf(text);
  for (const Mechanism& mechanism : record.mechanisms) {
    if (mechanism.kind != MechanismKind::Include) continue;
    voice.hear(site_of_spf_include(provider, lower(mechanism.domain_spec)));
  }
  if (const Modifier* redirect = modifier(record, "redirect"); redirect != nullptr) {
    voice.hear(site_of_spf_include(provider, lower(redirect->value)));
  }
}

// Uses the first resolver whose record has a name of ours. Old and new records together would look like two sites.
Voice by_spf(const Evidence& evidence, const Provider& provider) {
  const Lookup lookup = look_up(evidence, evidence.subject.domain, RecordType::Txt);
  Voice voice;
  for (const RecordSet& set : lookup.sets) {
    for (const String& text : values_of(set.records, RecordType::Txt)) {
      if (is_spf(text)) hear_record(voice, text, provider);
    }
    if (voice.site != nullptr) return voice;
  }
  return voice;
}

const Site* by_reply(const Evidence& evidence, const Provider& provider) {
  return site_by_id(provider, reply_to(evidence, kQuestion));
}

void choose(SiteInUse& in_use, const Site* site, std::string_view by) {
  if (in_use.chosen != nullptr || site == nullptr) return;
  in_use.chosen = site;
  in_use.chosen_by = by;
}

}  // namespace

SiteInUse site_in_use(const Evidence& evidence, const Exchanges& exchanges, const LoginRoute& login,
                      const Provider& provider) {
  SiteInUse in_use;
  if (evidence.subject.domain.empty()) return in_use;
  const Voice mx = by_mx(exchanges, provider);
  const Voice client = by_clients(evidence, provider);
  in_use.mx = mx.said();
  in_use.spf = by_spf(evidence, provider).said();
  in_use.login = login.site;
  in_use.client = client.said();
  in_use.both_china_sites = mx.several_sites || client.several_sites;

  choose(in_use, in_use.mx, "mx");
  choose(in_use, by_reply(evidence, provider), "reply");
  if (mx.several_regions) return in_use;  // the login host cannot decide which region is right
  choose(in_use, in_use.login, "login");
  choose(in_use, in_use.spf, "spf");
  return in_use;
}

}  // namespace alimail
