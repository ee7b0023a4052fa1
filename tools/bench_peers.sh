#!/usr/bin/env bash
# Speed of potstill-cli beside PyTorch eager and torch.compile on the same networks, in turn in one run; prints ratios.
# The peer lives in a throwaway environment in the cache; POTSTILL_PEER_PYTHON names another one that has torch 2.11 and diffusers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
peer=${POTSTILL_PEER_PYTHON:-}
if [ -z "$peer" ]; then
  home=${XDG_CACHE_HOME:-$HOME/.cache}/potstill/peer-2.11.0
  peer=$home/bin/python
  if ! "$peer" -c 'import torch, diffusers' 2>/dev/null; then
    echo "== making the peer's environment (PyTorch 2.11.0, diffusers; some gigabytes)"
    rm -rf "$home"
    python3 -m venv "$home" || { echo "bench: python3-venv is missing; remedy: apt-get install python3-venv" >&2; exit 1; }
    "$peer" -m pip install -q torch==2.11.0 diffusers
  fi
fi
exec "$peer" tools/bench_peers.py --cli "${POTSTILL_CLI:-build/release/app/cli/potstill-cli}" "$@"
