#!/usr/bin/env bash
# Kills a distillation with SIGKILL at random moments (of training and of saving), resumes it each time, and compares its end with that of a run that was left alone.
#   tests/claims/kill.sh path/to/potstill-cli [kills=30] [seed=1]
set -euo pipefail
cli=$1 kills=${2:-30} RANDOM=${3:-1}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
# A checkpoint after each step: most of the time goes into saving, so most kills hit it.
settings=(--preset demo --set threads=1 --set training.batch=16 --set training.checkpoint_every=16 --set training.preview_every=800 --set training.stats_every=64
          --set imagine_flash.teacher_steps=1 --set training.keep_checkpoints=3)
images=$((kills * 48 + 320))

"$cli" distill "${settings[@]}" --images $images --project "$here/alone" >"$here/alone.log" 2>&1

(exec "$cli" distill "${settings[@]}" --images $images --project "$here/killed" >"$here/killed.log" 2>&1) &
killed=0 fallbacks=0
while true; do
  worker=$!
  until compgen -G "$here/killed/runs/*/checkpoints/*/manifest.json" >/dev/null; do
    kill -0 $worker || { cat "$here/killed.log"; exit 1; }
    sleep 0.05
  done
  [ $killed -lt "$kills" ] || break
  sleep "$(printf '0.%03d' $((RANDOM % 1000)))"
  sleep $((RANDOM % 3))
  kill -9 $worker 2>/dev/null || break   # done before its time
  wait $worker 2>/dev/null || true
  killed=$((killed + 1))
  run=$(echo "$here"/killed/runs/*)
  "$cli" describe "$run" --json >"$here/described.json" || { echo "after kill $killed the run cannot be read"; exit 1; }
  # Whatever has a manifest must agree with it: no half-written checkpoint counts.
  for checkpoint in "$run"/checkpoints/*/; do
    [ -f "$checkpoint/manifest.json" ] || continue
    "$cli" describe "$checkpoint" --json >/dev/null || { echo "after kill $killed: $checkpoint is damaged"; exit 1; }
  done
  (exec "$cli" train --resume "$run" >"$here/killed.log" 2>&1) &
done
wait $worker || { cat "$here/killed.log"; exit 1; }
last=$(printf 'checkpoints/%09d' $images)
for file in model ema optimizer; do
  cmp "$here"/alone/runs/*/"$last/$file.safetensors" "$here"/killed/runs/*/"$last/$file.safetensors" || { echo "the ends differ"; exit 1; }
done
echo "$killed kills; every checkpoint with a manifest was whole; the end equals that of the run that was left alone, bit for bit"
