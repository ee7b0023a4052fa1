# potstill_library(NAME [TORCH] SOURCES ... DEPENDS ...)
# One static library per folder; its name is potstill_<folder>. TORCH: compiled with the shared precompiled header.
function(potstill_library name)
  cmake_parse_arguments(ARG "TORCH" "" "SOURCES;DEPENDS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_DEPENDS})
  if(ARG_TORCH)
    potstill_use_torch(${name})
  endif()
endfunction()

# potstill_use_torch(TARGET): links LibTorch and takes the precompiled header of the tensor folder.
function(potstill_use_torch target)
  target_link_libraries(${target} PUBLIC potstill::torch)
  if(target STREQUAL "potstill_tensor")
    target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/engine/tensor/pch.h")
  else()
    target_precompile_headers(${target} REUSE_FROM potstill_tensor)
  endif()
endfunction()

# potstill_as_executable(TARGET): same code model as the libraries, so that the precompiled header fits, and no symbol of ours exported.
function(potstill_as_executable target)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${target} PRIVATE -fPIC)
endfunction()
