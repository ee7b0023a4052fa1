#!/usr/bin/env python3
"""Writes unet/<case>/{config.json, weights.safetensors, reference.safetensors}: small networks of diffusers' UNet2DModel that together use every block
and every option that the program's U-Net knows, with outputs and gradients computed in float64.

Needs torch, diffusers and safetensors (the numbers that are checked in are of torch 2.11.0, diffusers 0.42.1). Run it in this folder.
Weights are rounded to 16 bits so that the files stay small; both sides compute with the rounded values. Every 1-D parameter gets noise: default norms and
zero biases would hide mistakes. Of each gradient at most 24 values at even distances and the norm are kept, in this order in one tensor.
"""
import math, pathlib, random, shutil
import torch
from diffusers import UNet2DModel
from safetensors.torch import save_file

BASE = dict(sample_size=8, in_channels=3, out_channels=3, block_out_channels=(4, 8), layers_per_block=1, norm_num_groups=2, attention_head_dim=4,
            time_embedding_dim=16, down_block_types=("DownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "UpBlock2D"))
ATTN = dict(down_block_types=("DownBlock2D", "AttnDownBlock2D"), up_block_types=("AttnUpBlock2D", "UpBlock2D"))
SKIP = dict(down_block_types=("SkipDownBlock2D",) * 2, up_block_types=("SkipUpBlock2D",) * 2)

CASES = {
    "plain": dict(time_embedding_dim=None, layers_per_block=2),
    "ddpm": dict(ATTN, downsample_padding=0, flip_sin_to_cos=False, freq_shift=1, norm_eps=1e-6, attention_head_dim=None),
    "attention_everywhere": dict(down_block_types=("AttnDownBlock2D",) * 2, up_block_types=("AttnUpBlock2D",) * 2),
    "heads_that_do_not_divide": dict(ATTN, block_out_channels=(8, 12), attention_head_dim=8),
    "attention_resnet_sampling": dict(down_block_types=("AttnDownBlock2D",) * 2, up_block_types=("AttnUpBlock2D",) * 2, downsample_type="resnet", upsample_type="resnet"),
    "consistency": dict(down_block_types=("ResnetDownsampleBlock2D", "AttnDownBlock2D"), up_block_types=("AttnUpBlock2D", "ResnetUpsampleBlock2D"), downsample_type="resnet",
                        upsample_type="resnet", resnet_time_scale_shift="scale_shift", num_class_embeds=5, attn_norm_num_groups=4),
    "prefixed_names": dict(down_block_types=("UNetResDownBlock2D", "ResnetDownsampleBlock2D"), up_block_types=("ResnetUpsampleBlock2D", "UNetResUpBlock2D")),
    "scale_shift_without_attention_norm": dict(ATTN, resnet_time_scale_shift="scale_shift"),
    "scale_shift_with_attention_norm": dict(ATTN, resnet_time_scale_shift="scale_shift", attn_norm_num_groups=4),
    "attention_norm_of_its_own": dict(attn_norm_num_groups=8),
    "no_middle_attention": dict(add_attention=False, center_input_sample=True),
    "no_middle": dict(ATTN, mid_block_type=None),
    "middle_scale": dict(mid_block_scale_factor=math.sqrt(2), in_channels=4, out_channels=1),
    "class_table": dict(num_class_embeds=7, flip_sin_to_cos=False),
    "class_timestep": dict(class_embed_type="timestep"),
    "class_identity": dict(class_embed_type="identity"),
    "fourier": dict(time_embedding_type="fourier"),
    "fourier_class_timestep": dict(time_embedding_type="fourier", class_embed_type="timestep"),
    "learned": dict(time_embedding_type="learned", num_train_timesteps=20),
    "odd_channels": dict(block_out_channels=(9, 12), norm_num_groups=3, freq_shift=0.5),
    "three_levels": dict(ATTN, block_out_channels=(4, 8, 8), down_block_types=("DownBlock2D", "AttnDownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "AttnUpBlock2D", "UpBlock2D")),
    "one_level": dict(block_out_channels=(8,), down_block_types=("AttnDownBlock2D",), up_block_types=("UpBlock2D",)),
    "skip": dict(SKIP, time_embedding_type="fourier", center_input_sample=True, mid_block_scale_factor=math.sqrt(2), norm_eps=1e-6),
    "skip_scale_shift": dict(SKIP, block_out_channels=(8, 8), resnet_time_scale_shift="scale_shift"),
    "skip_last_only": dict(down_block_types=("SkipDownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "SkipUpBlock2D")),
    "skip_groups_of_their_own": dict(SKIP, norm_num_groups=None, block_out_channels=(4, 12)),
    "skip_attention": dict(down_block_types=("AttnSkipDownBlock2D",) * 2, up_block_types=("AttnSkipUpBlock2D",) * 2, block_out_channels=(32, 32), mid_block_type=None),
}
# Random mixtures of what goes with everything.
rng = random.Random(5)
for i in range(6):
    levels = rng.choice([2, 3])
    kinds = [rng.choice(["", "Attn", "Resnet"]) for _ in range(levels)]
    name = lambda kind, way: f"Resnet{way}sampleBlock2D" if kind == "Resnet" else f"{kind}{way}Block2D"
    CASES[f"random_{i}"] = dict(
        block_out_channels=tuple(rng.choice([4, 8]) for _ in range(levels)), down_block_types=tuple(name(k, "Down") for k in kinds),
        up_block_types=tuple(name(rng.choice(["", "Attn", "Resnet"]), "Up") for _ in kinds), layers_per_block=rng.choice([1, 2]),
        downsample_type=rng.choice(["conv", "resnet"]), upsample_type=rng.choice(["conv", "resnet"]), downsample_padding=rng.choice([0, 1]),
        resnet_time_scale_shift=rng.choice(["default", "scale_shift"]), attention_head_dim=rng.choice([2, 4, None]), attn_norm_num_groups=rng.choice([None, 2, 4]),
        add_attention=rng.choice([True, True, False]), mid_block_type=rng.choice(["UNetMidBlock2D", "UNetMidBlock2D", None]), num_class_embeds=rng.choice([None, 3]),
        time_embedding_type=rng.choice(["positional", "fourier"]), flip_sin_to_cos=rng.choice([True, False]), freq_shift=rng.choice([0, 1]),
        center_input_sample=rng.choice([True, False]), mid_block_scale_factor=rng.choice([1, 1.5]), norm_eps=rng.choice([1e-5, 1e-3]))


def make(folder, settings, seed):
    torch.manual_seed(seed)
    settings = dict(BASE, **settings)
    net = UNet2DModel(**settings)
    with torch.no_grad():
        for p in net.parameters():
            if p.dim() == 1:
                p += 0.3 * torch.randn_like(p)
            p.copy_(p.half().float())
    weights = {name: p.detach().half() for name, p in net.named_parameters()}
    net = net.double()
    batch = 2
    x = torch.randn(batch, settings["in_channels"], 8, 12).double().requires_grad_()  # not square: rows and columns must not be mixed up
    fourier, learned = settings.get("time_embedding_type") == "fourier", settings.get("time_embedding_type") == "learned"
    time = torch.tensor([0.4, 11.5]) if fourier else torch.tensor([19, 3]) if learned else torch.tensor([999.0, 17.25])
    kind, rows = settings.get("class_embed_type"), settings.get("num_class_embeds")
    classes = None
    if kind == "timestep":
        classes = torch.tensor([2.0, 5.0])
        net.class_embedding.register_forward_pre_hook(lambda module, inputs: (inputs[0].double(),))  # the library forgets to, as it does for the time
    elif kind == "identity":
        classes = torch.randn(batch, settings["time_embedding_dim"])
    elif rows:
        classes = torch.tensor([rows - 1, 0])
    out = net(x, time, class_labels=classes).sample
    w = torch.randn(out.shape)
    (out * w).mean().backward()
    reference = {"x": x.detach(), "time": time, "w": w, "out": out.detach(), "grad.x": x.grad}
    if classes is not None:
        reference["classes"] = classes
    for name, p in net.named_parameters():
        if p.grad is not None:
            flat = p.grad.flatten()
            reference["grad." + name] = torch.cat([flat[:: math.ceil(flat.numel() / 24)], flat.norm()[None]])
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(net.to_json_string())
    save_file({k: v.contiguous() for k, v in weights.items()}, folder / "weights.safetensors")
    save_file({k: (v if k == "classes" else v.float()).contiguous() for k, v in reference.items()}, folder / "reference.safetensors")


root = pathlib.Path(__file__).parent / "unet"
shutil.rmtree(root, ignore_errors=True)
for seed, (name, settings) in enumerate(CASES.items()):
    make(root / name, settings, seed)
for file in root.rglob("*.safetensors"):
    file.chmod(0o644)
print(len(CASES), "cases,", sum(f.stat().st_size for f in root.rglob("*") if f.is_file()) // 1024, "KiB")
