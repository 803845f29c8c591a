// Names that a person may have meant when the name that was typed does not exist.
//
// Rule: text in, names out. Nothing is looked up for them, so a name that is offered need not exist either.
//
//   exmaple.com, with zhang@example.com in the complaint    example.com
//   abc.con, abc.con.cn, abccom.cn                          abc.com, abc.com.cn, abc.com.cn
//   wwwabc.com, mailabc.com                                 abc.com
//   examp1e.com, exammple.com, exarnple.com                 example.com
//   abc.com                                                 abc.com.cn, abc.cn
#pragma once

#include <cstddef>
#include <string_view>

#include "base/containers.h"

namespace alimail {

inline constexpr std::size_t kMaxNearNames = 3;
inline constexpr std::size_t kMaxSearchedBytes = 65536;  // of the complaint; the rest is not read

// `domain` is lower case without a final dot. Returns at most kMaxNearNames names, the most likely first: names of the
// complaint, then what a typing mistake may have stood for, then the same name under com.cn, com and cn. Each would be
// accepted as the domain of a mail address. None is the domain itself or a name below it, because nothing exists below
// a name that does not exist (RFC 8020).
Vector<String> near_names(std::string_view domain, std::string_view complaint);

}  // namespace alimail
