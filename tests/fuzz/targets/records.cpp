// The records of tags: DKIM, DMARC, MTA-STS, TLS-RPT and BIMI, their URIs, and how a finding shows them.
#include "base/utf8.h"
#include "fuzz/target.h"
#include "records/bimi.h"
#include "records/dkim.h"
#include "records/dmarc.h"
#include "records/excerpt.h"
#include "records/mta_sts.h"
#include "records/tag_list.h"
#include "records/tls_rpt.h"
#include "records/uri.h"

namespace alimail::fuzz {
namespace {

void check_span(TextSpan span, std::string_view text) {
  expect(span.position <= text.size() && span.length <= text.size() - span.position, "a span outside of the record");
}

void check_excerpt(std::string_view text, TextSpan mark) {
  const Excerpt shown = excerpt(text, mark);
  check_span(shown.mark, shown.text);
  expect(shown.text.size() <= kMaxExcerptBytes + 6, "an excerpt that is too long");
  for (std::size_t i = 0; i < shown.text.size();) {
    const std::size_t length = utf8_length(shown.text, i);
    expect(length > 0, "an excerpt that is not UTF-8");
    i += std::max<std::size_t>(length, 1);
  }
}

void check_errors(const std::vector<RecordError>& errors, std::string_view text) {
  for (const RecordError& error : errors) {
    check_span(error.span, text);
    check_excerpt(text, error.span);
  }
}

void check_piece(const Piece& piece, std::string_view text) {
  check_span(piece.span(), text);
  expect(text.substr(piece.position, piece.text.size()) == piece.text, "a piece that is elsewhere in the record");
}

void check_tags(std::string_view text) {
  const TagList list = parse_tag_list(text);
  expect(list.tags.size() <= kMaxTags, "too many tags");
  check_errors(list.errors, text);
  for (const Tag& tag : list.tags) {
    check_piece(tag.name, text);
    check_piece(tag.value, text);
    expect(find_tag(list, tag.name.text) != nullptr, "a tag that cannot be found");
    for (const Piece& part : split(tag.value, ':')) check_piece(part, text);
    if (const auto uri = parse_uri(tag.value.text)) expect(!uri->scheme.empty(), "a URI without a scheme");
  }
}

}  // namespace

void records(std::string_view bytes) {
  const std::string text = grown(bytes, 65536);
  check_tags(text);
  check_excerpt(text, {});
  check_errors(parse_dkim(text).errors, text);
  check_errors(parse_mta_sts(text).errors, text);
  check_errors(parse_tls_rpt(text).errors, text);
  check_errors(parse_bimi(text).errors, text);
  const DmarcRecord dmarc = parse_dmarc(text);
  check_errors(dmarc.errors, text);
  if (dmarc.standing == DmarcStanding::Applies) expect(is_meant_as_dmarc(text), "a policy that nobody meant");
  expect(parse_mta_sts(text).id.size() <= kMaxMtaStsId, "an id that is too long");
}

}  // namespace alimail::fuzz
