#!/usr/bin/env python3
"""Writes schedulers.json: what diffusers' schedulers make of a fixed analytic "network" from given noise, for many settings.

Usage: make_scheduler_cases.py FILE.json      (needs torch, scipy and diffusers)
"cases" are compared closely. "near" are schedulers without a counterpart in our program, which samples them with the nearest one that it has: with many steps all of them come to the same image.
All cases begin with the same noise times the scheduler's own init_noise_sigma, as the pipelines do, and draw the same fresh noise step by step. Every second case writes only the
settings that differ from the class's defaults, so that the defaults are compared as well.
"""
import json
import math
import sys

import torch
import diffusers.schedulers.scheduling_consistency_models as consistency_module
import diffusers.schedulers.scheduling_ddpm as ddpm_module
import diffusers.schedulers.scheduling_euler_ancestral_discrete as ancestral_module
from diffusers import (CMStochasticIterativeScheduler, DDIMScheduler, DDPMScheduler, DEISMultistepScheduler, DPMSolverMultistepScheduler, DPMSolverSinglestepScheduler,
                       EulerAncestralDiscreteScheduler, EulerDiscreteScheduler, HeunDiscreteScheduler, KDPM2DiscreteScheduler, LMSDiscreteScheduler, PNDMScheduler,
                       UniPCMultistepScheduler)

torch.manual_seed(0)
SHAPE = (1, 3, 4, 4)


def draw():
    # Nine digits are kept in the file; both sides compute with them.
    return torch.tensor([float(f"{v:.9g}") for v in torch.randn(48, dtype=torch.float64)], dtype=torch.float64).view(SHAPE)


NOISE = draw()
FRESH = [draw() for _ in range(20)]
drawn = 0
cases, near = [], []


def fresh(shape, **_):
    global drawn
    drawn += 1
    return FRESH[drawn - 1]


ddpm_module.randn_tensor = consistency_module.randn_tensor = ancestral_module.randn_tensor = fresh


def network(x, i, prediction, learns_variance):
    """Plausible x0 at integer or fractional timestep i, as the output that the scheduler expects."""
    if prediction == "consistency":
        return 0.4 * torch.tanh(x + 0.2) + 0.1 * math.cos(i / 200)
    a, s = math.cos(math.pi / 2 * (i + 1) / 1001), math.sin(math.pi / 2 * (i + 1) / 1001)
    x0 = a * a * x + 0.5 * s * torch.tanh(x + 0.1)
    eps = (x - a * x0) / s
    out = {"epsilon": eps, "sample": x0, "v_prediction": a * eps - s * x0}[prediction]
    return torch.cat([out, torch.tanh(3 * x)], 1) if learns_variance else out


def run(cls, steps, eta=None, into=cases, **config):
    global drawn
    drawn = 0
    scheduler = cls(**config)
    scheduler.set_timesteps(steps)
    x = NOISE * scheduler.init_noise_sigma
    prediction = "consistency" if cls is CMStochasticIterativeScheduler else scheduler.config.prediction_type
    calls = []
    for i in scheduler.timesteps:
        calls.append(float(i))
        out = network(scheduler.scale_model_input(x, i), float(i), prediction, config.get("variance_type", "").startswith("learned"))
        if eta is None:
            x = scheduler.step(out, i, x).prev_sample
        else:
            x = scheduler.step(out, i, x, eta=eta, variance_noise=fresh(SHAPE)).prev_sample
    written = {"_class_name": cls.__name__, **config}
    if into is cases and len(cases) % 2:
        written = {k: v for k, v in json.loads(scheduler.to_json_string()).items() if k != "lambda_min_clipped"}  # -inf is no JSON
    into.append({"config": written, "steps": steps, "eta": eta or 0, "calls": calls, "result": [float(f"{v:.9g}") for v in x.double().flatten()]})


plain = {"clip_sample": False}
for prediction in ("epsilon", "v_prediction", "sample"):
    for spacing in ("leading", "linspace", "trailing"):
        run(DDIMScheduler, 7, prediction_type=prediction, timestep_spacing=spacing, **plain)
        run(DPMSolverMultistepScheduler, 12, prediction_type=prediction, timestep_spacing=spacing)
        run(EulerDiscreteScheduler, 9, prediction_type=prediction, timestep_spacing=spacing)
        run(HeunDiscreteScheduler, 6, prediction_type=prediction, timestep_spacing=spacing)
        run(DDPMScheduler, 8, prediction_type=prediction, timestep_spacing=spacing, **plain)
# DDIM
run(DDIMScheduler, 10)
run(DDIMScheduler, 50, clip_sample_range=0.4)
run(DDIMScheduler, 10, clip_sample=False, thresholding=True, sample_max_value=1.5, dynamic_thresholding_ratio=0.9)
run(DDIMScheduler, 10, set_alpha_to_one=False, steps_offset=1, **plain)
run(DDIMScheduler, 9, prediction_type="v_prediction", rescale_betas_zero_snr=True, timestep_spacing="trailing", **plain)
run(DDIMScheduler, 8, beta_schedule="squaredcos_cap_v2", **plain)
run(DDIMScheduler, 8, beta_schedule="scaled_linear", beta_start=0.00085, beta_end=0.012, **plain)
run(DDIMScheduler, 16, num_train_timesteps=400, timestep_spacing="trailing", **plain)
run(DDIMScheduler, 10, eta=0.7, **plain)
run(DDIMScheduler, 10, eta=1.0, clip_sample_range=0.5, timestep_spacing="trailing")
# DDPM
run(DDPMScheduler, 20)
run(DDPMScheduler, 20, variance_type="fixed_large")
run(DDPMScheduler, 10, variance_type="fixed_small_log", **plain)
run(DDPMScheduler, 10, variance_type="learned_range", **plain)
run(DDPMScheduler, 10, thresholding=True, timestep_spacing="linspace")
run(DDPMScheduler, 10, beta_schedule="sigmoid")
run(DDPMScheduler, 10, beta_schedule="laplace")
run(DDPMScheduler, 9, prediction_type="v_prediction", rescale_betas_zero_snr=True, timestep_spacing="trailing", **plain)
# Euler and Heun
run(EulerDiscreteScheduler, 9, timestep_spacing="leading", steps_offset=1)
run(EulerDiscreteScheduler, 9, use_karras_sigmas=True)
run(EulerDiscreteScheduler, 9, prediction_type="v_prediction", rescale_betas_zero_snr=True, timestep_spacing="trailing")
run(HeunDiscreteScheduler, 9, use_karras_sigmas=True)
run(HeunDiscreteScheduler, 6, clip_sample=True, clip_sample_range=0.4, timestep_spacing="trailing")
run(HeunDiscreteScheduler, 6, beta_schedule="exp")
# DPM-Solver++
for order in (1, 2, 3):
    run(DPMSolverMultistepScheduler, 20, solver_order=order)
    run(DPMSolverMultistepScheduler, 12, solver_order=order, timestep_spacing="trailing")
run(DPMSolverMultistepScheduler, 9, solver_order=3, lower_order_final=False)
run(DPMSolverMultistepScheduler, 9, thresholding=True, sample_max_value=2.0, dynamic_thresholding_ratio=0.8)
run(DPMSolverMultistepScheduler, 9, prediction_type="v_prediction", rescale_betas_zero_snr=True, timestep_spacing="trailing")
run(DPMSolverMultistepScheduler, 9, timestep_spacing="leading", steps_offset=1, beta_schedule="squaredcos_cap_v2")
# Consistency models
for steps in (1, 2, 4):
    run(CMStochasticIterativeScheduler, steps)
run(CMStochasticIterativeScheduler, 5, num_train_timesteps=151, clip_denoised=False, sigma_max=40.0)

# Ancestral Euler: DDPM's step on sigmas
for prediction in ("epsilon", "v_prediction"):
    for spacing in ("leading", "linspace", "trailing"):
        run(EulerAncestralDiscreteScheduler, 10, prediction_type=prediction, timestep_spacing=spacing)
run(EulerAncestralDiscreteScheduler, 10)
run(EulerAncestralDiscreteScheduler, 9, prediction_type="v_prediction", rescale_betas_zero_snr=True, timestep_spacing="trailing")
# Those that are sampled with another one here
for prediction in ("epsilon", "v_prediction"):
    for cls in (UniPCMultistepScheduler, DEISMultistepScheduler, DPMSolverSinglestepScheduler, LMSDiscreteScheduler, KDPM2DiscreteScheduler):
        run(cls, 100, into=near, prediction_type=prediction)
    run(PNDMScheduler, 100, into=near, prediction_type=prediction, skip_prk_steps=True)
run(UniPCMultistepScheduler, 100, into=near, timestep_spacing="trailing", solver_order=3)

with open(sys.argv[1], "w") as file:
    json.dump({"noise": NOISE.flatten().tolist(), "fresh": [z.flatten().tolist() for z in FRESH], "cases": cases, "near": near}, file)
    file.write("\n")
print(f"{len(cases)} cases, {len(near)} near ones")
