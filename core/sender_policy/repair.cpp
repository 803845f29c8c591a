#include "sender_policy/repair.h"

#include <string_view>

#include "base/full_width.h"
#include "names/domain_name.h"
#include "records/spf_slip.h"

namespace alimail {
namespace {

constexpr std::string_view kVersion = "v=spf1";

// Full-width ASCII; U+3000 is a wide space, U+3002 the full stop.
std::string narrow(std::string_view wide) {
  if (wide == "\xE3\x80\x80") return " ";
  const char half = half_width_at(wide);
  return {half != 0 ? half : '.'};
}

std::string plain(std::string_view look_alike) {
  if (look_alike == "\xE2\x80\x8B" || look_alike == "\xEF\xBB\xBF") return "";
  if (look_alike == "\xCB\x9C") return "~";
  return look_alike.size() == 3 ? "-" : " ";
}

// A colon after the version replaces a space; in the version and after the name of a modifier it replaces "=".
std::string colon(std::string_view before) {
  return lower(before).ends_with("spf1") ? " " : "=";
}

// The correct text for the part that the slip marks.
std::string mended(const SpfSlip& found, std::string_view text) {
  const std::string_view marked = text.substr(found.span.position, found.span.length);
  const std::string_view slip = found.slip;
  if (slip == "full-width") return narrow(marked);
  if (slip == "look-alike") return plain(marked);
  if (slip == "no-version") {
    return lower(text.substr(found.span.position, 4)) == "spf1" ? "v=" : std::string(kVersion) + ' ';
  }
  if (slip == "wrong-version") return "spf1";
  if (slip == "colon") return colon(text.substr(0, found.span.position));
  if (slip == "no-space" || slip == "separator") return " ";
  if (slip == "equals-sign") return ":";
  if (slip == "include-the-following") return std::string(marked.substr(0, marked.find(' '))) + ':';
  const bool version = slip == "stray-space" && marked.find('=') != std::string_view::npos;
  return version ? "=" : "";  // "v = spf1"; quotes, other spaces and a second version are removed
}

}  // namespace

std::string repaired_spf(std::string text) {
  if (text.size() > kMaxRepairBytes) return text;
  for (int i = 0; i < kMaxRepairs; ++i) {
    const std::optional<SpfSlip> slip = spf_slip(text);
    if (!slip) break;
    text.replace(slip->span.position, slip->span.length, mended(*slip, text));
  }
  return text;
}

}  // namespace alimail
