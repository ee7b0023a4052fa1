#!/usr/bin/env bash
# Walks through the whole studio in every language and both themes under a virtual X server, and leaves a picture of every stop:
#   tests/claims/walk.sh PROGRAM(app_walk_test) FOLDER [IMAGES OF THE RUN]
set -euo pipefail
program=$(readlink -f "$1") out=$(mkdir -p "$2" && readlink -f "$2") images=${3:-2000}
size=${POTSTILL_WALK_SIZE:-1920x1080}
for language in ${LANGUAGES:-en de zh_CN}; do
  for theme in ${THEMES:-light dark}; do
    echo "$language $theme"
    POTSTILL_WALK_OUT="$out/$language-$theme" POTSTILL_WALK_LANGUAGE=$language POTSTILL_WALK_THEME=$theme POTSTILL_WALK_IMAGES=$images POTSTILL_WALK_SIZE=$size \
      QTEST_FUNCTION_TIMEOUT=4000000 QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 ${size}x24" "$program" >"$out/$language-$theme.log" 2>&1 || { tail -20 "$out/$language-$theme.log"; exit 1; }
  done
done
ls "$out"/*/*.png
