# Writes the C++ file for core/door/embedded_data.h. The build runs it:
#   cmake -Droot= -Dout= -Dfiles=a|b -Dlexicon=c|d [-Dlexicon_out=] -P embed_data.cmake
# With lexicon_out, the lexicon becomes that file, and the C++ file does not have it.
# It is a CMake script, because the native build should need neither node nor python.

# Reads a file as JSON without white space outside strings, into `text`; its path in core/ into `path`.
macro(read_compact file)
  file(RELATIVE_PATH path ${root} ${file})
  file(READ ${file} text)
  string(JSON type ERROR_VARIABLE broken TYPE "${text}")
  if(broken)
    message(FATAL_ERROR "core/${path} is no valid JSON: ${broken}")
  endif()
  # Reads the text string by string and word by word, each with the white space after it.
  string(STRIP "${text}" text)
  string(REGEX REPLACE "(\"([^\"\\\\]|\\\\.)*\"|[^\" \t\r\n]+)[ \t\r\n]*" "\\1" text "${text}")
endmacro()

string(REPLACE "|" ";" files "${files}")
string(REPLACE "|" ";" lexicon "${lexicon}")
list(SORT files)
list(SORT lexicon)

set(entries "")
foreach(file IN LISTS files)
  read_compact(${file})
  string(APPEND entries "    {\"${path}\", R\"~~~~(${text})~~~~\"},\n")
endforeach()

set(members "")
foreach(file IN LISTS lexicon)
  read_compact(${file})
  string(APPEND members "\"${path}\":${text},")
endforeach()
string(REGEX REPLACE ",$" "" members "${members}")

list(LENGTH files count)
if(count EQUAL 0)
  set(body "  return {};\n")
else()
  set(body "  static constexpr EmbeddedFile kFiles[] = {\n${entries}  };\n  return kFiles;\n")
endif()
if(lexicon_out)
  file(WRITE ${lexicon_out} "{${members}}")
  set(lexicon_function "")
else()
  set(lexicon_function "std::string_view lexicon_text() {\n  return R\"~~~~({${members}})~~~~\";\n}\n\n")
endif()
file(WRITE ${out} "#include \"door/embedded_data.h\"

namespace alimail {

std::span<const EmbeddedFile> embedded_files() {
${body}}

${lexicon_function}}  // namespace alimail
")
