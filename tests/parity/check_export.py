#!/usr/bin/env python3
"""Runs the Python program that an exported folder's README.md contains, with given noise, and compares its images with ours.

Usage: check_export.py FOLDER EXPECTED.safetensors TOLERANCE      (needs torch, diffusers, safetensors)
EXPECTED holds "noise" [4, C, H, W] and "images" [4, C, H, W] in [0, 1].
"""
import pathlib
import re
import sys

import torch
from safetensors.torch import load_file

folder, expected, tolerance = pathlib.Path(sys.argv[1]), load_file(sys.argv[2]), float(sys.argv[3])
program = re.search(r"```python\n(.*?)```", (folder / "README.md").read_text(), re.S).group(1)
torch.randn = lambda *shape: expected["noise"].reshape(shape)
names = {"FOLDER": str(folder)}
exec(compile(program, "README.md", "exec"), names)
error = (names["images"] - expected["images"]).abs().max().item()
print(f"largest difference {error:.3g}, allowed {tolerance:g}")
sys.exit(not error <= tolerance)
