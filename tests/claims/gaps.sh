#!/usr/bin/env bash
# Gaps of the studio's event loop: idle, then while training, sampling each second and saving each five. Needs Xvfb and xdotool.
#   tests/claims/gaps.sh path/to/potstill [seconds=60]
set -euo pipefail
studio=$(realpath "$1") seconds=${2:-60}
here=$(mktemp -d)
export POTSTILL_SETTINGS=$here/settings.ini XDG_DATA_HOME=$here QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY
exec 3>"$here/display"
Xvfb -displayfd 3 -screen 0 1920x1080x24 >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait 2>/dev/null; rm -rf "$here"' EXIT
until [ -s "$here/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$here/display")
export DISPLAY

# measure NAME: opens the studio on a new project, lets `drive` act, closes it
measure() {
  "$studio" --project "$here/$1" --measure-gaps "$here/$1.json" &
  local program=$!
  until window=$(xdotool search --onlyvisible --pid $program --name Potstill 2>/dev/null | head -1) && [ -n "$window" ]; do sleep 0.2; done
  sleep 2
  xdotool windowfocus "$window"
  "drive_$1"
  xdotool key ctrl+q
  wait $program
  printf '%-9s %s\n' "$1" "$(tr -d '\n ' <"$here/$1.json")"
}

drive_idle() { sleep "$seconds"; }
drive_training() {
  xdotool key ctrl+Return
  for second in $(seq "$seconds"); do
    xdotool key F5
    [ $((second % 5)) != 0 ] || xdotool key ctrl+s
    sleep 1
  done
  ls "$here"/training/runs/*/checkpoints >/dev/null || { echo "no run was started"; exit 1; }
  xdotool key shift+F5
  until grep -Eq '"(stopped|finished)"' "$here"/training/runs/*/state.json; do sleep 0.2; done
  sleep 1
}

measure idle
measure training
