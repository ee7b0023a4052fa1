#!/usr/bin/env bash
# Memory over 10,000 training steps: the resident set in stats.jsonl after the first tenth beside that at the end.
#   tests/claims/memory.sh path/to/potstill-cli [steps=10000]
set -euo pipefail
cli=$1 steps=${2:-10000}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
"$cli" train --preset sprites-v --project "$here/p" --images $((steps * 4)) --set threads=1 --set training.batch=4 --set training.checkpoint_every=$((steps * 4 / 5)) \
  --set training.preview_every=$((steps * 4 / 5)) --set training.stats_every=400 >"$here/log" 2>&1 || { tail -3 "$here/log"; exit 1; }
python3 - "$here"/p/runs/*/stats.jsonl <<'P'
import json, sys
memory = [m for m in (json.loads(line).get("memory_bytes") for line in open(sys.argv[1])) if m]
early, late = memory[len(memory) // 10:len(memory) // 5], memory[-len(memory) // 10:]
mean = lambda v: sum(v) / len(v) / 1e6
print(f"resident set: {mean(early):.1f} MB in the second tenth of the steps, {mean(late):.1f} MB in the last, highest {max(memory) / 1e6:.1f} MB")
sys.exit(mean(late) > mean(early) * 1.02 + 4)
P
