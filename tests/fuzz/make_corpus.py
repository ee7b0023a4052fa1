#!/usr/bin/env python3
"""Writes the seed inputs of safetensors_fuzz into a folder.

    python3 tests/fuzz/make_corpus.py CORPUS
    safetensors_fuzz -max_total_time=600 -dict=tests/fuzz/safetensors.dict CORPUS
"""
import json
import pathlib
import struct
import sys

SIZES = {"BOOL": 1, "U8": 1, "I8": 1, "F8_E5M2": 1, "F8_E4M3": 1, "F8_E8M0": 1, "F8_E4M3FNUZ": 1, "F8_E5M2FNUZ": 1, "I16": 2, "U16": 2, "F16": 2, "BF16": 2, "I32": 4, "U32": 4, "F32": 4, "C64": 8, "F64": 8, "I64": 8, "U64": 8}
MAKE_LENGTH = 1 << 63


def entry(dtype, shape, begin, end):
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    seeds = {}

    def add(name, text, data_bytes):
        text = text.encode() if isinstance(text, str) else text
        seeds[name] = struct.pack("<Q", data_bytes | MAKE_LENGTH) + text
        seeds[name + "-whole"] = struct.pack("<Q", data_bytes) + struct.pack("<Q", len(text)) + text

    for dtype, size in SIZES.items():
        add("dtype-" + dtype, json.dumps({"x": entry(dtype, [2, 3], 0, 6 * size)}), 6 * size)
    add("dtype-F4", json.dumps({"x": entry("F4", [2, 4], 0, 4)}), 4)
    add("half-byte", json.dumps({"x": entry("F4", [3], 0, 1)}), 1)
    add("empty", "{}", 0)
    add("padded", "{}      ", 0)
    add("metadata", json.dumps({"__metadata__": {"format": "pt", "\u00e9": "\u4e16"}, "a": entry("F32", [], 0, 4), "b": entry("U8", [0, 7], 4, 4)}), 4)
    add("three", json.dumps({"b": entry("F32", [2], 8, 16), "a": entry("I64", [1], 0, 8), "c": entry("BOOL", [3], 16, 19)}), 19)
    add("hole", json.dumps({"a": entry("F32", [1], 4, 8)}), 8)
    add("overlap", json.dumps({"a": entry("F32", [2], 0, 8), "b": entry("F32", [2], 4, 12)}), 12)
    add("overflow", json.dumps({"a": entry("F64", [1 << 32, 1 << 32, 2], 0, 8)}), 8)
    add("huge-offset", json.dumps({"a": entry("U8", [1], (1 << 64) - 2, (1 << 64) - 1)}), 1)
    add("twice", '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1)
    add("escapes", '{"\\u0061\\n\\"\\\\\\ud83d\\ude00":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1)
    add("bad-utf8", b'{"\xff\xfe":{}}', 0)
    add("numbers", '{"a":{"dtype":"U8","shape":[1.0,-0,1e3],"data_offsets":[0,1]}}', 1)
    add("nested", '{"a":' + "[" * 50 + "]" * 50 + "}", 0)
    seeds["long-length"] = struct.pack("<QQ", 0, (1 << 64) - 1) + b"{}"
    for name, content in seeds.items():
        (out / name).write_bytes(content)
    print(f"{len(seeds)} seeds in {out}")


main()
