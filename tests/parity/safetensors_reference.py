#!/usr/bin/env python3
"""Writes tests/io/reference.safetensors with the reference library: one small tensor of every dtype that the studio reads, with metadata.

    python3 tests/parity/safetensors_reference.py            writes the file
    python3 tests/parity/safetensors_reference.py --check F  reads F with the reference library and compares it with what would be written

Needs torch and safetensors.
"""
import pathlib
import sys

import torch
from safetensors import safe_open
from safetensors.torch import save_file

METADATA = {"format": "pt"}  # one key: the reference library does not order several


def tensors():
    count = torch.arange(6, dtype=torch.int64).reshape(2, 3)
    ordinary = {
        "f64": torch.float64, "f32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16, "i64": torch.int64, "i32": torch.int32, "i16": torch.int16,
        "i8": torch.int8, "u8": torch.uint8, "u16": torch.uint16, "u32": torch.uint32, "u64": torch.uint64, "f8_e4m3": torch.float8_e4m3fn, "f8_e5m2": torch.float8_e5m2,
    }
    result = {}
    for name, dtype in ordinary.items():
        values = count if name.startswith("u") else count - 2
        result[name] = (values.to(torch.float32) / 2).to(dtype) if dtype.is_floating_point else values.to(dtype)
    result["bool"] = count % 2 == 0
    result["c64"] = torch.complex(count.float(), 0.5 - count.float())
    result["scalar"] = torch.tensor(2.5)
    result["empty"] = torch.zeros(0, 4)
    result["näme \"quoted\""] = torch.tensor([1.0, -1.0])
    return result


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--check":
        wanted = tensors()
        with safe_open(sys.argv[2], "pt") as file:
            assert file.metadata() == METADATA, file.metadata()
            assert set(file.keys()) == set(wanted), set(file.keys()) ^ set(wanted)
            for name, tensor in wanted.items():
                read = file.get_tensor(name)
                assert read.dtype == tensor.dtype and read.shape == tensor.shape, name
                as_bytes = lambda t: t.contiguous().reshape(-1).view(torch.uint8).tolist()
                assert as_bytes(read) == as_bytes(tensor), name
        print("equal")
        return
    save_file(tensors(), str(pathlib.Path(__file__).resolve().parent.parent / "io" / "reference.safetensors"), metadata=METADATA)


main()
