#!/usr/bin/env python3
"""Converts pickled weights (.bin, .ckpt, .pt, .pth) to safetensors, outside the studio, which never opens a pickle.

    python3 convert_pickle.py IN.bin OUT.safetensors

Needs torch and safetensors. Only tensors are read (weights_only): code in the file is not run. A checkpoint that nests its weights under "state_dict", "model" or
"ema" is unwrapped; shared tensors are written once for each name.
"""
import sys

import torch
from safetensors.torch import save_file


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = sys.argv[1:]
    weights = torch.load(source, map_location="cpu", weights_only=True)
    for key in ("state_dict", "model", "ema"):
        if isinstance(weights, dict) and isinstance(weights.get(key), dict):
            weights = weights[key]
    if not isinstance(weights, dict):
        sys.exit(f"{source}: no table of tensors, but {type(weights).__name__}")
    tensors = {name: value.detach().clone().contiguous() for name, value in weights.items() if isinstance(value, torch.Tensor)}
    if not tensors:
        sys.exit(f"{source}: holds no tensors")
    for name in sorted(set(weights) - set(tensors)):
        print(f"left out: {name} is not a tensor", file=sys.stderr)
    save_file(tensors, target, metadata={"format": "pt"})
    print(f"{target}: {len(tensors)} tensors")


main()
