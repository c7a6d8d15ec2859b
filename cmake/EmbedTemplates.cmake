# Writes one C++ file that holds every template, the icons and the assets as text.
#   cmake -DROOT=<templates folder> -DOUTPUT=<file> -P EmbedTemplates.cmake
# Names are relative to ROOT, so that no path of the building machine ends up in the binary.
file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/*.mustache" "${ROOT}/*.css" "${ROOT}/*.js"
     "${ROOT}/*.svg")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" text)
  string(APPEND rows "    {\"${file}\", R\"~muster~(${text})~muster~\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "// Made from templates/ by cmake/EmbedTemplates.cmake.
#include \"render/embedded.h\"

namespace muster {
namespace {

constexpr EmbeddedFile kFiles[] = {
${rows}};

}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace muster
")
execute_process(COMMAND "${CMAKE_COMMAND}" -E copy_if_different "${OUTPUT}.new" "${OUTPUT}")
file(REMOVE "${OUTPUT}.new")
