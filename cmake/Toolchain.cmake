# Compiler flags that every target of the project shares, as one interface target.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(skillfit_flags INTERFACE)
target_compile_options(skillfit_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror>
  # The same bits on every machine: no contraction of a*b+c, no value-changing float options.
  $<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms of this compiler on std::string and on tables of structs (GCC bugs 105651, 105562).
  target_compile_options(skillfit_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(skillfit_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-march=x86-64-v2>)
endif()
if(SKILLFIT_SANITIZE)
  target_compile_options(skillfit_flags INTERFACE -fsanitize=${SKILLFIT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(skillfit_flags INTERFACE -fsanitize=${SKILLFIT_SANITIZE})
  if(NOT SKILLFIT_SANITIZE STREQUAL "thread")
    target_compile_options(skillfit_flags INTERFACE -fno-sanitize-recover=all)
  endif()
endif()
