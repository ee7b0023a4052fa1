#!/usr/bin/env bash
# Format and lint as CI has it.
#   tools/lint.sh            formatting of every file; clang-tidy on the files of engine, widgets and app that differ from the last commit on main
#   tools/lint.sh PATH...    the same for these files and all files of these folders alone, named from the root; tests too, and those with LibTorch (a minute or more for each of them)
#   tools/lint.sh --all      clang-tidy on all of engine, widgets and app, those with LibTorch too (an hour or more on two cores)
#   tools/lint.sh --core B   clang-tidy on engine/core and engine/rating alone, with the compile commands of the build folder B: what the tests do (some two minutes on two cores)
#   tools/lint.sh --fix      formats in place
# clang-tidy reads the compile commands of build/dev, or of the build folder that BUILD names.
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
if ! "$format" --version 2>/dev/null | grep "version 14\." >/dev/null; then
  echo "lint: formatting is settled by clang-format 14 (Debian 12's package, or: pip install clang-format==14.0.6); set CLANG_FORMAT to it" >&2
  exit 77
fi
places=(app engine tests widgets)
if [[ ${1:---} != --* ]]; then
  places=()
  for path in "$@"; do
    [ -e "$path" ] || { echo "lint: there is no $path" >&2; exit 2; }
    places+=("$(realpath -s --relative-to=. "$path")")
  done
fi
mapfile -t sources < <(find "${places[@]}" -name '*.cpp' -o -name '*.h' | sort -u)
[ ${#sources[@]} -gt 0 ] || { echo "lint: there is no C++ file in $*" >&2; exit 2; }
if [ "${1:-}" = --fix ]; then
  "$format" -i "${sources[@]}"
  exit
fi
"$format" --dry-run --Werror "${sources[@]}"
[ "${1:-}" = --format ] && exit

needs_tidy
build=${BUILD:-build/dev}
[ -f "$build/compile_commands.json" ] || [ -n "${BUILD:-}" ] || cmake --preset dev >/dev/null
if [ "${1:-}" = --all ]; then
  mapfile -t chosen < <(find engine widgets app -name '*.cpp')
elif [[ ${1:---} != --* ]]; then
  mapfile -t chosen < <(printf '%s\n' "${sources[@]}" | grep '\.cpp$')
else
  mapfile -t chosen < <(git diff --name-only --diff-filter=d main -- 'engine/*.cpp' 'widgets/*.cpp' 'app/*.cpp')
fi
run_tidy "$build" "${chosen[@]}"
