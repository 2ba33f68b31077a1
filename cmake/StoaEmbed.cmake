# stoa_embed(OUTPUT  SET name root [file...]  [SET name root [file...]]...)
# Writes OUTPUT, the C source that defines src/base/embed.h's tables, from the given files at build time.

add_executable(stoa_embed ${PROJECT_SOURCE_DIR}/tools/embed.c)
stoa_compile_options(stoa_embed)

function(stoa_embed output)
  cmake_path(GET output PARENT_PATH folder)
  file(MAKE_DIRECTORY ${folder})
  set(arguments)
  set(inputs)
  set(rest ${ARGN})
  while(rest)
    list(POP_FRONT rest keyword name root)
    if(NOT keyword STREQUAL "SET" OR NOT root)
      message(FATAL_ERROR "stoa_embed: expected SET name root, found '${keyword} ${name} ${root}'")
    endif()
    set(files)
    while(rest)
      list(GET rest 0 next)
      if(next STREQUAL "SET")
        break()
      endif()
      list(POP_FRONT rest next)
      list(APPEND files ${next})
    endwhile()
    # The list is a file, since a command line has its limits, and a dependency: a file that was deleted leaves
    # no newer file behind.
    list(JOIN files "\n" text)
    set(list_file ${folder}/${name}.list)
    file(CONFIGURE OUTPUT ${list_file} CONTENT "${text}\n" @ONLY)
    list(APPEND arguments ${name} ${root} ${list_file})
    list(APPEND inputs ${files} ${list_file})
  endwhile()
  add_custom_command(
    OUTPUT ${output}
    COMMAND stoa_embed ${output} ${arguments}
    DEPENDS stoa_embed ${inputs}
    COMMENT "Embedding contracts and taxonomy"
    VERBATIM)
endfunction()
