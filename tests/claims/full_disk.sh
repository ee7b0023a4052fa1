#!/usr/bin/env bash
# A distillation on a disk (tmpfs) that fills up: it must pause, go on once there is room, and end as a run on a large disk does. Needs root, or user namespaces.
#   tests/claims/full_disk.sh path/to/potstill-cli [megabytes=48]
set -euo pipefail
cli=$(realpath "$1") size=${2:-48}
if [ -z "${POTSTILL_IN_NAMESPACE:-}" ]; then
  flags=-m
  [ "$(id -u)" = 0 ] || flags=-Urm
  POTSTILL_IN_NAMESPACE=1 exec unshare $flags bash "$0" "$cli" "$size"
fi
here=$(mktemp -d)
mkdir "$here/small"
trap 'umount "$here/small"; rm -rf "$here"' EXIT
mount -t tmpfs -o size="${size}m" tmpfs "$here/small"
settings=(--preset demo --set threads=1 --set training.batch=16 --set training.checkpoint_every=160 --set training.preview_every=160 --set training.min_free_disk_gb=0 --set training.keep_checkpoints=1
          --set imagine_flash.teacher_steps=1 --images 960)

"$cli" distill "${settings[@]}" --project "$here/large" >"$here/large.log" 2>&1
"$cli" distill "${settings[@]}" --project "$here/small/p" >"$here/small.log" 2>&1 &
worker=$!
until compgen -G "$here/small/p/runs/*/checkpoints/*/manifest.json" >/dev/null; do sleep 0.05; done
dd if=/dev/zero of="$here/small/ballast" bs=64k status=none 2>/dev/null || true   # until it is full
for _ in $(seq 600); do
  grep -q "paused, nothing is lost" "$here/small.log" && break
  kill -0 $worker || { cat "$here/small.log"; echo "the run ended instead of pausing"; exit 1; }
  sleep 0.1
done
grep -q "paused, nothing is lost" "$here/small.log" || { echo "the run did not notice"; exit 1; }
"$cli" describe "$here"/small/p/runs/* >/dev/null
rm "$here/small/ballast"
wait $worker || { cat "$here/small.log"; exit 1; }
for file in model ema optimizer; do
  cmp "$here"/large/runs/*/checkpoints/000000960/$file.safetensors "$here"/small/p/runs/*/checkpoints/000000960/$file.safetensors || { echo "the ends differ"; exit 1; }
done
echo "paused on the full disk of $size MB, went on after room was made, and ended as on a large disk, bit for bit"
