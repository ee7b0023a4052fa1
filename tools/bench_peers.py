#!/usr/bin/env python3
"""Training and sampling speed of potstill-cli, PyTorch eager and torch.compile on three U-Nets, taken in turn so that a drifting machine touches all alike.

train = one Adam step on the mean square of the output, batch resident; sample = one call without gradients. The median of the rounds counts.
Usage: bench_peers.py --cli PROGRAM [--networks S,M,L] [--threads N] [--seconds S] [--rounds R] [--device cpu] [--no-compile] [--out FILE.json]
"""
import argparse
import json
import os
import statistics
import subprocess
import time

import torch
from diffusers import UNet2DModel

D, A, U, B = "DownBlock2D", "AttnDownBlock2D", "UpBlock2D", "AttnUpBlock2D"
NETWORKS = {  # name: (image size, batch, configuration); the same three as `potstill-cli bench`
    "S": (16, 64, dict(block_out_channels=(32, 64), norm_num_groups=8, num_class_embeds=9, add_attention=False, down_block_types=(D, D), up_block_types=(U, U))),
    "M": (32, 32, dict(block_out_channels=(64, 128, 128), attention_head_dim=64, down_block_types=(D, A, D), up_block_types=(U, B, U))),
    "L": (32, 8, dict(block_out_channels=(128, 256, 256, 256), downsample_padding=0, attention_head_dim=None, down_block_types=(D, A, D, D), up_block_types=(U, U, B, U))),
}


def rate(step, batch, seconds, wait):
    count, start = 0, time.time()
    while time.time() - start < seconds:
        step()
        wait()
        count += 1
    return count * batch / (time.time() - start)


class Peer:
    def __init__(self, name, device, compiled):
        size, self.batch, config = NETWORKS[name]
        self.net = UNet2DModel(sample_size=size, layers_per_block=2, **config).to(device)
        self.x = torch.randn(self.batch, 3, size, size, device=device)
        self.t = torch.randint(0, 1000, (self.batch,), device=device)
        self.y = torch.zeros(self.batch, dtype=torch.long, device=device) if config.get("num_class_embeds") else None
        self.adam = torch.optim.Adam(self.net.parameters(), 1e-4)
        self.call = torch.compile(self.net, dynamic=False) if compiled else self.net
        for step in (self.train, self.train, self.sample):  # warm-up, compilation
            step()

    def train(self):
        loss = self.call(self.x, self.t, class_labels=self.y).sample.square().mean()
        self.adam.zero_grad()
        loss.backward()
        self.adam.step()

    @torch.no_grad()
    def sample(self):
        self.call(self.x, self.t, class_labels=self.y)


def ours(a, name):
    out = subprocess.run([a.cli, "bench", "--json", "--networks", name, "--threads", str(a.threads), "--seconds", str(a.seconds), "--rounds", "1", "--device", a.device],
                         check=True, capture_output=True, text=True).stdout
    network = json.loads(out)["networks"][0]
    return network["train_images_per_s"], network["sample_images_per_s"]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--cli", required=True)
    p.add_argument("--networks", default="S,M,L")
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--seconds", type=float, default=4)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--device", default="cpu")
    p.add_argument("--no-compile", action="store_true")
    p.add_argument("--out")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    wait = torch.cuda.synchronize if a.device.startswith("cuda") else lambda: None
    table = []
    for name in a.networks.split(","):
        peers = {"eager": Peer(name, a.device, False)}
        if not a.no_compile:
            peers["compile"] = Peer(name, a.device, True)
        rates = {"potstill": ([], []), **{k: ([], []) for k in peers}}
        for _ in range(a.rounds):
            for kind, value in zip((0, 1), ours(a, name)):
                rates["potstill"][kind].append(value)
            for k, peer in peers.items():
                rates[k][0].append(rate(peer.train, peer.batch, a.seconds, wait))
                rates[k][1].append(rate(peer.sample, peer.batch, a.seconds, wait))
        row = {"network": name, "threads": a.threads, "device": a.device, "torch": torch.__version__}
        for k, (train, sample) in rates.items():
            row[k] = {"train": statistics.median(train), "sample": statistics.median(sample)}
        table.append(row)
        for kind in ("train", "sample"):
            print(f"{name} {kind:6}  potstill {row['potstill'][kind]:8.1f} images/s" + "".join(f"   {k} {row[k][kind]:8.1f} (ours is {row['potstill'][kind] / row[k][kind]:.2f}x)" for k in peers), flush=True)
    if a.out:
        json.dump(table, open(a.out, "w"), indent=1)


if __name__ == "__main__":
    main()
