#!/usr/bin/env python3
"""Writes schedulers.json: what diffusers' schedulers make of a fixed analytic "network" from given noise, for many settings.

Usage: make_scheduler_cases.py FILE.json      (needs torch and diffusers)
The network is out = 0.6 tanh(x) (1 - i/1200) + 0.05 at integer timestep i.
"""
import json
import sys

import torch
from diffusers import DDIMScheduler, DDPMScheduler, DPMSolverMultistepScheduler

torch.manual_seed(0)
cases = []


def network(x, i):
    return 0.6 * torch.tanh(x) * (1 - float(i) / 1200) + 0.05


def run(cls, steps, **config):
    scheduler = cls(**config)
    scheduler.set_timesteps(steps)
    x = torch.randn(1, 3, 4, 4, dtype=torch.float64)
    config = {k: v for k, v in json.loads(scheduler.to_json_string()).items() if k != "lambda_min_clipped"}  # -inf is no JSON
    case = {"steps": steps, "config": config, "noise": x.flatten().tolist(), "fresh": []}
    if cls is DDPMScheduler:  # its randomness is ours: the noise of each step is written down
        import diffusers.schedulers.scheduling_ddpm as module

        def fresh(shape, **_):
            z = torch.randn(shape, dtype=torch.float64)
            case["fresh"].append(z.flatten().tolist())
            return z

        module.randn_tensor = fresh
    for i in scheduler.timesteps:
        x = scheduler.step(network(x, i), i, x).prev_sample
    case["timesteps"] = [int(i) for i in scheduler.timesteps]
    case["result"] = x.flatten().tolist()
    cases.append(case)


for prediction in ("epsilon", "v_prediction", "sample"):
    for spacing in ("leading", "linspace", "trailing"):
        run(DDIMScheduler, 7, prediction_type=prediction, timestep_spacing=spacing, clip_sample=False)
run(DDIMScheduler, 10, clip_sample=True)
run(DDIMScheduler, 10, clip_sample=False, thresholding=True, sample_max_value=1.5)
run(DDIMScheduler, 10, clip_sample=False, set_alpha_to_one=False, steps_offset=1)
run(DDIMScheduler, 9, clip_sample=False, prediction_type="v_prediction", rescale_betas_zero_snr=True, timestep_spacing="trailing")
run(DDIMScheduler, 8, clip_sample=False, beta_schedule="squaredcos_cap_v2")
run(DDIMScheduler, 8, clip_sample=False, beta_schedule="scaled_linear", beta_start=0.00085, beta_end=0.012)
run(DDPMScheduler, 8, clip_sample=False)
run(DDPMScheduler, 8, clip_sample=False, variance_type="fixed_large", timestep_spacing="trailing")
run(DPMSolverMultistepScheduler, 12, solver_order=2, timestep_spacing="trailing", final_sigmas_type="zero")
run(DPMSolverMultistepScheduler, 20, solver_order=3, timestep_spacing="trailing", final_sigmas_type="zero")
json.dump(cases, open(sys.argv[1], "w"))
