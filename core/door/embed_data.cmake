# Writes the C++ file for core/door/embedded_data.h. The build runs it: cmake -Droot= -Dout= -Dfiles=a|b -P embed_data.cmake
# It is a CMake script, because the native build should need neither node nor python.
string(REPLACE "|" ";" files "${files}")
list(SORT files)

set(entries "")
foreach(file IN LISTS files)
  file(RELATIVE_PATH path ${root} ${file})
  file(READ ${file} text)
  string(JSON type ERROR_VARIABLE broken TYPE "${text}")
  if(broken)
    message(FATAL_ERROR "core/${path} is no valid JSON: ${broken}")
  endif()
  # Removes white space outside strings: reads the text string by string and word by word, each with the text after it.
  string(STRIP "${text}" text)
  string(REGEX REPLACE "(\"([^\"\\\\]|\\\\.)*\"|[^\" \t\r\n]+)[ \t\r\n]*" "\\1" text "${text}")
  string(APPEND entries "    {\"${path}\", R\"~~~~(${text})~~~~\"},\n")
endforeach()

list(LENGTH files count)
if(count EQUAL 0)
  set(body "  return {};\n")
else()
  set(body "  static constexpr EmbeddedFile kFiles[] = {\n${entries}  };\n  return kFiles;\n")
endif()
file(WRITE ${out} "#include \"door/embedded_data.h\"

namespace alimail {

std::span<const EmbeddedFile> embedded_files() {
${body}}

}  // namespace alimail
")
