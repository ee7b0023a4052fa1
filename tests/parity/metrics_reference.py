#!/usr/bin/env python3
"""Writes tests/metrics/reference.json: distances computed with numpy alone, by other formulas than the engine's.

    python3 tests/parity/metrics_reference.py

Fréchet distance: tr (C1 C2)^(1/2) as the sum of the square roots of the eigenvalues of the non-symmetric product C1 C2. Kernel distance: the double sum over
pairs. Precision and recall: sorted distances by brute force.
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(7)


def gaussian(d, rank):
    a = rng.normal(size=(d, rank))
    return rng.normal(size=d), a @ a.T / rank


def frechet(m1, c1, m2, c2):
    eigenvalues = np.linalg.eigvals(c1 @ c2)
    return float(np.sum((m1 - m2) ** 2) + np.trace(c1) + np.trace(c2) - 2 * np.sum(np.sqrt(np.maximum(eigenvalues.real, 0))))


def kernel(x, y):
    k = lambda u, v: (float(u @ v) / len(u) + 1) ** 3
    n, m = len(x), len(y)
    xx = sum(k(x[i], x[j]) for i in range(n) for j in range(n) if i != j) / (n * (n - 1))
    yy = sum(k(y[i], y[j]) for i in range(m) for j in range(m) if i != j) / (m * (m - 1))
    return xx + yy - 2 * sum(k(a, b) for a in x for b in y) / (n * m)


def share_inside(points, centres, k):
    radii = [sorted(np.linalg.norm(centres - c, axis=1))[k] for c in centres]
    return float(np.mean([any(np.linalg.norm(p - c) <= r for c, r in zip(centres, radii)) for p in points]))


def main():
    out = {"frechet": [], "kernel": [], "precision_recall": []}
    for d, rank in ((1, 1), (3, 5), (6, 9), (8, 3)):
        (m1, c1), (m2, c2) = gaussian(d, rank), gaussian(d, d + 2)
        out["frechet"].append({"mean1": m1.tolist(), "cov1": c1.tolist(), "mean2": m2.tolist(), "cov2": c2.tolist(), "distance": frechet(m1, c1, m2, c2)})
    for n, d, shift in ((8, 3, 0.0), (10, 4, 1.0)):
        x, y = rng.normal(size=(n, d)), rng.normal(size=(n, d)) + shift
        out["kernel"].append({"x": x.tolist(), "y": y.tolist(), "distance": kernel(x, y)})
        out["precision_recall"].append({"real": x.tolist(), "generated": y.tolist(), "k": 3, "precision": share_inside(y, x, 3), "recall": share_inside(x, y, 3)})
    path = pathlib.Path(__file__).resolve().parent.parent / "metrics" / "reference.json"
    path.write_text(json.dumps(out, indent=1) + "\n")


main()
