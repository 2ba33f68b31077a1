# Language level, warnings and sanitizers of every target that we compile.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON)

if(STOA_FUZZ AND NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "STOA_FUZZ needs clang: libFuzzer comes with it (preset \"fuzz\")")
endif()

set(stoa_sanitizers)
if(STOA_SANITIZE)
  list(APPEND stoa_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
endif()
if(STOA_FUZZ)
  # Coverage for all code, but main() only where a fuzz target asks for it.
  list(APPEND stoa_sanitizers -fsanitize=fuzzer-no-link)
endif()
if(stoa_sanitizers)
  add_compile_options(${stoa_sanitizers} -fno-omit-frame-pointer)
  add_link_options(${stoa_sanitizers})
endif()

# Optimisation across files is worth some 4 % of a review's time. Fat objects, so that an installed libstoa.a serves
# any compiler and linker; clang's archives would hold bitcode alone, so only gcc.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT stoa_sanitizers)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
  add_compile_options(-ffat-lto-objects)
endif()

# stoa_compile_options(TARGET): what every C target of ours is compiled with.
function(stoa_compile_options target)
  target_compile_definitions(${target} PRIVATE _GNU_SOURCE)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wstrict-prototypes -Wmissing-prototypes -Wvla)
  if(STOA_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
