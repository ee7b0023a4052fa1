# Compiler settings shared by every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # The time stamps of a precompiled header would defeat the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

# A hundred test programs are linked: mold takes a third of the time. Compilers before GCC 12 and Clang 12 do not know it.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=mold POTSTILL_HAS_MOLD)
if(POTSTILL_HAS_MOLD AND NOT POTSTILL_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()

# -ffp-contract=off: random variates and checkpoints must not depend on whether the compiler fuses a*b+c.
add_compile_options(-Wall -Wextra -Wpedantic -ffp-contract=off)
if(POTSTILL_WERROR)
  add_compile_options(-Werror)
endif()
if(POTSTILL_SANITIZE)
  add_compile_options(-fsanitize=${POTSTILL_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${POTSTILL_SANITIZE})
endif()
add_compile_definitions(QT_NO_KEYWORDS QT_NO_CAST_FROM_BYTEARRAY
                        "$<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>")

# Installed programs find LibTorch beside themselves; those of the build folder where it was linked.
set(CMAKE_INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}/potstill/torch/lib")
