// What this browser can reach.
#include <gtest/gtest.h>

#include "checks/world.h"

namespace alimail::testing {
namespace {

TEST(ProbeCheck, OpensTheOwnAndTheSharedPageOnceTheNameResolves) {
  EXPECT_TRUE(kProbeCheck.run(views_of(World().evidence(), catalogue().provider)).probes.empty());
  EXPECT_TRUE(kProbeCheck.run(views_of(missing_everywhere().evidence(), catalogue().provider)).probes.empty());
  const CheckResult result = kProbeCheck.run(views_of(alias_everywhere().evidence(), catalogue().provider));
  EXPECT_EQ(result.probes, (std::vector<Probe>{{"https://mail.abc.example/"}, {"https://qiye.aliyun.com/"}}));
}

TEST(ProbeCheck, OpensNoAddressOfAPrivateNetwork) {
  for (const char* private_address :
       {"10.0.0.1", "127.0.0.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "::1", "fd00::1"}) {
    World direct = World().lacks("r", kHost, RecordType::Cname);
    direct.has("r", kHost, RecordType::A, {address(kHost, "192.0.2.1"), address(kHost, private_address)});
    EXPECT_TRUE(kProbeCheck.run(views_of(direct.evidence(), catalogue().provider)).probes.empty()) << private_address;
  }
  World alias = World().has("r", kHost, RecordType::A,
                            {cname(kHost, "qiye.aliyun.com"), address("qiye.aliyun.com", "127.0.0.1")});
  EXPECT_EQ(kProbeCheck.run(views_of(alias.evidence(), catalogue().provider)).probes,
            (std::vector<Probe>{{"https://qiye.aliyun.com/"}}));
}

TEST(ProbeCheck, OpensNoPageForAnotherComplaint) {
  EXPECT_TRUE(
      kProbeCheck.run(views_of(alias_everywhere().complained().evidence(), catalogue().provider)).probes.empty());
}

TEST(ProbeCheck, ReportsOnlyWhatThisBrowserReached) {
  const std::string own = "https://mail.abc.example/";
  const std::string shared = "https://qiye.aliyun.com/";
  EXPECT_EQ(
      says(kProbeCheck, alias_everywhere().probe(own, ProbeOutcome::Reached).probe(shared, ProbeOutcome::Reached)),
      (Keys{"probe.reached", "probe.shared-reached"}));
  EXPECT_EQ(says(kProbeCheck, alias_everywhere().probe(own, ProbeOutcome::Failed).probe(shared, ProbeOutcome::Timeout)),
            (Keys{"probe.failed", "probe.shared-timeout"}));
  EXPECT_EQ(says(kProbeCheck, alias_everywhere().probe(own, ProbeOutcome::Failed).probe(own, ProbeOutcome::Reached)),
            Keys{"probe.reached"})
      << "the later probe counts";
}

}  // namespace
}  // namespace alimail::testing
