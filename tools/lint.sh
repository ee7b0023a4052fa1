#!/usr/bin/env bash
# Format and lint as CI has it.
#   tools/lint.sh            formatting of every file; clang-tidy on torch-free files that differ from the last commit on main
#   tools/lint.sh --all      clang-tidy on all torch-free files
#   tools/lint.sh --fix      formats in place
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
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

tidy=${CLANG_TIDY:-clang-tidy}
command -v "$tidy" >/dev/null || { echo "lint: clang-tidy is missing (apt install clang-tidy)" >&2; exit 77; }
[ -f build/asan/compile_commands.json ] || cmake --preset asan >/dev/null
if [ "${1:-}" = --all ]; then
  mapfile -t chosen < <(find engine widgets -name '*.cpp')
else
  mapfile -t chosen < <(git diff --name-only --diff-filter=d main -- 'engine/*.cpp' 'widgets/*.cpp')
fi
for file in "${chosen[@]}"; do
  grep -q "\"file\": \".*/$file\"" build/asan/compile_commands.json || continue   # a torch file
  "$tidy" -p build/asan --quiet "$file" 2>/dev/null
done
