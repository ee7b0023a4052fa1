# Every library that is not ours, found once. Versions are the oldest that Debian 12 has.
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
# One fmt in the whole program, compiled once: LibTorch brings headers of another version, whose code every file would compile anew.
get_target_property(_fmt_include fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/include")
file(CREATE_LINK "${_fmt_include}/fmt" "${CMAKE_BINARY_DIR}/include/fmt" SYMBOLIC)
include_directories(BEFORE SYSTEM "${CMAKE_BINARY_DIR}/include")
find_package(CLI11 2.1 REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)  # preference models
find_package(PkgConfig REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)  # SHA-256

if(POTSTILL_IMAGING)
  add_compile_definitions(POTSTILL_HAS_IMAGING)
  find_package(OpenCVParts REQUIRED)
  find_package(PNG REQUIRED)
  pkg_check_modules(libwebp REQUIRED IMPORTED_TARGET libwebp)
  find_package(GIF REQUIRED)
endif()
if(POTSTILL_TORCH)
  include(LibTorch)
endif()
if(POTSTILL_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Charts Svg Sql DBus LinguistTools Test)
endif()
