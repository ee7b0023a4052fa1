#!/usr/bin/env python3
"""Writes resources/selftest: a tiny UNet2DModel with random weights, an input, and what diffusers computes for it in float64.

Usage: make_selftest.py FOLDER      (needs torch, diffusers and safetensors)
"""
import json, os, sys
import torch
from diffusers import UNet2DModel
from safetensors.torch import save_file

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
torch.manual_seed(1)
net = UNet2DModel(sample_size=8, block_out_channels=(8, 16), layers_per_block=1, norm_num_groups=4, num_class_embeds=3, attention_head_dim=8,
                  down_block_types=("DownBlock2D", "AttnDownBlock2D"), up_block_types=("AttnUpBlock2D", "UpBlock2D"))
with torch.no_grad():
    for p in net.parameters():
        if p.dim() == 1:
            p.add_(0.1 * torch.randn_like(p))  # default norms and zero biases would hide mistakes
weights = {k: v.clone().contiguous() for k, v in net.state_dict().items()}
save_file(weights, os.path.join(folder, "network.safetensors"))
json.dump({k: v for k, v in net.config.items() if not k.startswith("_")} | {"_class_name": "UNet2DModel"}, open(os.path.join(folder, "config.json"), "w"), indent=1)
net = net.double()
x = torch.randn(2, 3, 8, 8, dtype=torch.float64, requires_grad=True)
t, y = torch.tensor([10.0, 700.0], dtype=torch.float64), torch.tensor([0, 2])
out = net(x, t, class_labels=y).sample
w = torch.randn_like(out)
(out * w).mean().backward()
grads = {"gradient." + k: p.grad.float().contiguous() for k, p in net.named_parameters() if k in ("conv_in.weight", "time_embedding.linear_1.weight", "down_blocks.1.attentions.0.to_q.weight", "class_embedding.weight", "conv_out.bias")}
save_file({"x": x.detach().float(), "time": t.float(), "classes": y, "weight": w.float(), "output": out.detach().float(), "gradient_x": x.grad.float(), **grads}, os.path.join(folder, "golden.safetensors"))
