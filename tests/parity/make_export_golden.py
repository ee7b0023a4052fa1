#!/usr/bin/env python3
"""Writes export.safetensors: what diffusers makes of folders that we export, so that the comparison needs no Python (export_test.cpp).

Usage: make_export_golden.py POTSTILL_CLI FILE.safetensors      (needs torch, diffusers, safetensors)
Bundled teachers, and students with their weights, are exported by the program; the Python program that each README.md contains is run from given noise. Beside the images stand
the texts that they depend on: when an export writes others, this file is to be made anew.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import torch
from safetensors.torch import save_file

CASES = {
    "teacher, v, cosine": ("sprites-v", [], False),
    "teacher, eps, linear": ("sprites-eps", [], False),
    "student, v, cosine": ("sprites-v", [1, 0.7, 0.4], False),
    "student, eps, linear, noise correction": ("sprites-eps", [1, 0.7, 0.4], True),
}

cli, target = sys.argv[1], pathlib.Path(sys.argv[2])
models = pathlib.Path(__file__).resolve().parents[2] / "resources/models"
noise = torch.randn(4, 3, 16, 16, generator=torch.Generator().manual_seed(7))
tensors, texts = {"noise": noise}, {}
torch.randn = lambda *shape: noise.reshape(shape)
for name, (bundled, grid, corrects) in CASES.items():
    with tempfile.TemporaryDirectory() as folder:
        model, out = pathlib.Path(folder) / "model", pathlib.Path(folder) / "out"
        model.mkdir()
        shutil.copy(models / bundled / "model.safetensors", model)
        description = json.loads((models / bundled / "model.json").read_text())
        description["model"]["student_grid"] = grid
        description["model"]["sampler"]["noise_correction"] = corrects
        (model / "model.json").write_text(json.dumps(description))
        subprocess.run([cli, "export", "--model", model, "--to", "diffusers", "--out", out], check=True)
        program = re.search(r"```python\n(.*?)```", (out / "README.md").read_text(), re.S).group(1)
        names = {"FOLDER": str(out)}
        exec(compile(program, "README.md", "exec"), names)
        tensors[name] = names["images"].contiguous()
        texts[name] = json.dumps([program, *((out / f).read_text() for f in ("unet/config.json", "scheduler/scheduler_config.json"))])
save_file(tensors, target, texts)
print({name: tuple(t.shape) for name, t in tensors.items()})
