# potstill::torch: LibTorch's CPU part. The CUDA part is loaded at run time (engine/tensor/device.cpp), so that one binary
# serves machines with and without a GPU. The wheel's own CMake config is not used: it demands a CUDA toolkit.
if(NOT POTSTILL_LIBTORCH)
  if(DEFINED ENV{POTSTILL_LIBTORCH})
    set(_torch_default "$ENV{POTSTILL_LIBTORCH}")
  else()
    set(_torch_cache "$ENV{XDG_CACHE_HOME}")
    if(NOT _torch_cache)
      set(_torch_cache "$ENV{HOME}/.cache")
    endif()
    set(_torch_default "${_torch_cache}/potstill/libtorch-2.11.0/torch")
  endif()
  set(POTSTILL_LIBTORCH "${_torch_default}" CACHE PATH "Folder of a LibTorch 2.x" FORCE)
endif()
if(NOT EXISTS "${POTSTILL_LIBTORCH}/include/torch/csrc/api/include/torch/torch.h")
  message(FATAL_ERROR "No LibTorch in '${POTSTILL_LIBTORCH}'. Run ./bootstrap.sh, or set POTSTILL_LIBTORCH to a folder that holds include/ and lib/.")
endif()
file(READ "${POTSTILL_LIBTORCH}/include/torch/headeronly/version.h" _torch_version_text)
string(REGEX MATCH "TORCH_VERSION_MAJOR ([0-9]+)[^0-9]+TORCH_VERSION_MINOR ([0-9]+)" _ "${_torch_version_text}")
set(POTSTILL_TORCH_VERSION "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}")

add_library(potstill::torch INTERFACE IMPORTED)
target_include_directories(potstill::torch SYSTEM INTERFACE
  "${POTSTILL_LIBTORCH}/include" "${POTSTILL_LIBTORCH}/include/torch/csrc/api/include")
target_link_libraries(potstill::torch INTERFACE
  "${POTSTILL_LIBTORCH}/lib/libtorch_cpu.so" "${POTSTILL_LIBTORCH}/lib/libc10.so" Threads::Threads ${CMAKE_DL_LIBS})
# libtorch.so depends on the CUDA part; libtorch_cpu.so needs what its own folder holds.
target_link_options(potstill::torch INTERFACE "-Wl,--allow-shlib-undefined")
message(STATUS "LibTorch ${POTSTILL_TORCH_VERSION} in ${POTSTILL_LIBTORCH}")
