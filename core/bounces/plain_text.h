// The plain text of a mail, without transport formats: quoted-printable, HTML, quotation marks, CRLF.
//
// Rule: accepts any bytes. Each output byte keeps its position in the original, because the page shows words as they
// were written. One linear pass. Base64 is not decoded. The text begins with a line end; searching for "\nx" therefore
// also finds the first line.
#pragma once

#include <string_view>

#include "words/fold.h"

namespace alimail {

// Does not fold the bytes. Fills the same tables of original positions as fold().
Folded plain_text(std::string_view original);

// The form in which replies are compared. For phrases of ASCII and Han it equals the form of words/fold.h, at a tenth
// of the cost, but it recognizes only line ends and no ends of clauses or sentences. Positions refer to `plain`.
Folded reply_form(std::string_view plain);

}  // namespace alimail
