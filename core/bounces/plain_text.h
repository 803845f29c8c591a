// What a mail says, without the dress in which mail travels: quoted-printable, HTML, quotation marks, CRLF.
//
// Law: any bytes in; each byte that comes out knows where it stood, so that words can be shown as they were written. One
// pass, linear. Base64 stays what it is. The text begins with a line end, so that "\nx" finds a line that begins with x.
#pragma once

#include <string_view>

#include "words/fold.h"

namespace alimail {

// Bytes as they came, not folded; the tables of where they come from are the same.
Folded plain_text(std::string_view original);

// The form in which replies are compared: that of words/fold.h for phrases of ASCII and Han, at a tenth of its cost, but
// only line ends end anything. Positions are those of `plain`.
Folded reply_form(std::string_view plain);

}  // namespace alimail
