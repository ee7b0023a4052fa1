#!/usr/bin/env bash
# Format and lint as CI has it.
#   tools/lint.sh            formatting of every file; clang-tidy on the files of engine, widgets and app that differ from the last commit on main
#   tools/lint.sh --all      clang-tidy on all of them, those with LibTorch too (an hour or more on two cores)
#   tools/lint.sh --core B   clang-tidy on engine/core and engine/rating alone, with the compile commands of the build folder B: what the tests do (some two minutes on two cores)
#   tools/lint.sh --fix      formats in place
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tidy=${CLANG_TIDY:-$(command -v clang-tidy-14 || echo clang-tidy)}
needs_tidy() { command -v "$tidy" >/dev/null || { echo "lint: clang-tidy is missing (apt install clang-tidy)" >&2; exit 77; }; }
# clang-tidy on the files named, with the compile commands of the build folder $1 but for the precompiled headers, which are the compiler's own: clang reads none of GCC's.
run_tidy() {
  local commands=$1/tidy
  mkdir -p "$commands"
  sed -E 's/ -Winvalid-pch -include [^ "]+cmake_pch\.hxx//; s/ -fpch-preprocess//' "$1/compile_commands.json" >"$commands/compile_commands.json"
  shift
  for file in "$@"; do
    ! grep -q "\"file\": \".*/$file\"" "$commands/compile_commands.json" || printf '%s\0' "$file"   # not part of this build otherwise
  done | xargs -0 -r -n 1 -P "$(nproc)" nice "$tidy" -p "$commands" --quiet 2>/dev/null
}

if [ "${1:-}" = --core ]; then
  needs_tidy
  mapfile -t chosen < <(find engine/core engine/rating -name '*.cpp')
  run_tidy "$2" "${chosen[@]}"
  exit
fi

format=${CLANG_FORMAT:-$(command -v clang-format-14 || echo clang-format)}
if ! "$format" --version 2>/dev/null | grep -q "version 14\."; then
  echo "lint: formatting is settled by clang-format 14 (Debian 12's package, or: pip install clang-format==14.0.6); set CLANG_FORMAT to it" >&2
  exit 77
fi
mapfile -t sources < <(find app engine tests widgets -name '*.cpp' -o -name '*.h')
if [ "${1:-}" = --fix ]; then
  "$format" -i "${sources[@]}"
  exit
fi
"$format" --dry-run --Werror "${sources[@]}"
[ "${1:-}" = --format ] && exit

needs_tidy
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
if [ "${1:-}" = --all ]; then
  mapfile -t chosen < <(find engine widgets app -name '*.cpp')
else
  mapfile -t chosen < <(git diff --name-only --diff-filter=d main -- 'engine/*.cpp' 'widgets/*.cpp' 'app/*.cpp')
fi
run_tidy build/dev "${chosen[@]}"
