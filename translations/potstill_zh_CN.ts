<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Findings</name>
    <message>
        <source>{0} is preferred to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not worse than {1} by more than {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is worse than {1} by more than {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of wins of {0} against {1} is known to ± {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not decided yet whether {0} or {1} is preferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not decided yet whether {0} is worse than {1} by more than {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of wins of {0} against {1} is not yet known to ± {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, decided after {2} with at most {3} risk of a false alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploratory: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {0} pairs is decided after {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {0} confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with at most {0} risk of any false alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pairs is decided after {2}, {3}: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pairs are decided after {2}, {3}: {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no votes that count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of {0} vote prefers one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of {0} votes prefers one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} untied vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} untied votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} won {1} of {2} ({3} confidence sequence {4} to {5})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} percentage point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} percentage points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything about one run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A teacher is trained on data; a student is distilled from a teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the network is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagine Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run, a checkpoint, a diffusers folder, or a bundled model (&quot;bundled:sprites-v&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, settings and number of threads give the same numbers on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, cpu or cuda:N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute threads on the CPU. 0 = one per core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where training images come from and how they are prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;sprites&apos; for the pictures that the program draws itself, or a folder of images (one folder per class, or all in one), a packed set (.safetensors), or a ZIP with dataset.json. JPEG, PNG, WebP, BMP and TIFF are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are cropped to a square about their centre and resized to this many pixels a side. Sprites are drawn at 16, 32 or 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 for colour, 1 for grey. Colour images become grey by their brightness; grey ones are spread over three channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class folders, or the labels of a packed set or ZIP, tell the network what to draw. Off = all images are of one kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirrors every other image left to right while training. Not for text or anything that has a handedness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images that is never trained on; its loss is shown beside the training loss. A gap that grows means that the network learns the images by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour behind transparent pixels, as #rrggbb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses only so many images, evenly spread over the set. 0 = all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The U-Net of a new teacher. A student takes its teacher&apos;s network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the first level. Cost grows with its square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of each level in units of the channels, from full resolution down; each level halves the resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers per level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual layers in each level on the way down; one more on the way up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolutions at which self-attention is used, for example 16. Empty = none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of one attention head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the group norms; must divide the width of every level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of activations set to zero while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher&apos;s network predicts and how much noise it sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network&apos;s output means. Velocity is stable at every noise level and suits one-step students.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Velocity v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectified flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How signal and noise are mixed over time. Rectified flow and EDM have schedules of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear beta, zero terminal SNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the labels that are replaced by &quot;no class&quot; while training, so that guidance can be used later. 0 = no guidance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss weighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How noise levels are weighted against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-SNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-SNR cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal-to-noise ratio at which the weight is capped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward distillation with a shifted reconstruction loss and an adversarial term: a student of 1 to 3 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of the student on its full time grid. Fewer steps are read off after fewer calls, so one student serves 1 to N steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of the student&apos;s calls, beginning with 1 and decreasing. Empty = evenly spaced. It is stored with the student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward distillation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the student on its own path from pure noise, as it will be used. Off: on noised data images (forward distillation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifted reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher starts from the student&apos;s own prediction, noised again at a shifted time. Off: it starts from the student&apos;s input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise for the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which noise is put on the student&apos;s prediction. Own noise keeps every mode on small budgets; fresh noise needs the adversarial term.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s own noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh noise (as published)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift at t = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise level of the shift at the end of sampling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift at t = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise level of the shift at the start of sampling: high keeps only the layout of the student&apos;s image and lets the teacher redo the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bends the curve between both ends: 1 is a straight line. The published curve is not public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift (γ = t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the noise back at the time it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver steps of the teacher from the shifted time to its clean image. Too few give noisy targets, each costs time. Not public; 8 works on small images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher solver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the teacher gets to its clean image. The second-order solver reaches in half the steps what DDIM reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DPM-Solver++ (2M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifier-free guidance of the teacher, which the student learns to give in a single call. 0 = off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small heads on the frozen teacher&apos;s own features tell real images from the student&apos;s and sharpen them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adversarial weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the adversarial term beside the reconstruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise of the heads, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least noise level at which the heads see images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise of the heads, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest noise level at which the heads see images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In units of the run&apos;s learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels inside each head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When sampling: use the true noise at the first step. Changes nothing for velocity prediction with a schedule that ends in pure noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length, optimiser, averaging, checkpoints and previews.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the run, counted in images that the network has seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of one optimiser step on the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches whose gradients are added up before a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW separates weight decay from the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size of the optimiser after warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the gradient&apos;s mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the gradient&apos;s square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull of the weights towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate rises from zero over this many images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate goes on after warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the learning rate that the cosine ends with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients are scaled down to this norm. 0 = off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA half-life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-life of the averaged weights, which are what is sampled and exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA ramp-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early on the half-life is at most this share of the images seen. 0 = no ramp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed precision is faster on devices that have it; weights and moments stay 32 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit (bfloat16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-finite steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps with a NaN or infinite loss are skipped; after this many in a row the run stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often everything is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older checkpoints are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints at multiples of this stay for good. 0 = none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the best by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint with the best value of this figure stays for good. The held-out loss needs a held-out part of the data, the distance a student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a grid of fixed noise is sampled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noises in the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NFE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network calls of the teacher in the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a line of statistics is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least free disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below this the run pauses and asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil the bundled shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first student: 1 to 3 steps from the bundled shapes teacher, on a laptop&apos;s CPU in minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagine Flash as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward distillation, shifted reconstruction with fresh noise, and the adversarial term.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes teacher, velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled teacher: shapes at 16 pixels, 0.9 M parameters, velocity with the cosine schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes teacher, noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second bundled teacher: shapes at 16 pixels, noise prediction with the linear schedule; noise correction shows its effect on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small teacher for photographs at 32 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class-conditional, 1.6 M parameters with attention at 16 pixels; trains on a CPU in hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher of DDPM&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>35.7 M parameters at 32 pixels, as the DDPM paper has it; needs a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingReport</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left picks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence over votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha %1 (%2 to %3) over %4 pairs that two raters judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vote was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition, fixed before the first vote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Studio for distilling diffusion models and sampling them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or make the project in FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the gaps of the event loop after the first paint to FILE at the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ChartPanel</name>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over images seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by noise level over the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen (images)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed over images seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of gradients and updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing; the raw trace stays pale behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of outliers that may leave the picture at each end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without %1 % outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which curves are measured on the right scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for data (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm of the discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update to weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discriminator is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ColumnPanel</name>
    <message>
        <source>Settings of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point of the run&apos;s training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged weights are what is exported; raw weights are those of the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DPM-Solver++ 3M, full order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency, multistep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the student&apos;s own times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off the student&apos;s grid: expect weaker images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this column alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns stay as they are and can be set one by one from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; twice the network calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model was trained without dropped labels, so it cannot be guided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the true noise in the first step (Imagine Flash, section 3.3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::CompareBar</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student or teacher whose samples are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noises before these  (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the noise of the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next noises  (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of noises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One class for every row, or all of them in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the teacher in the last column; 0 leaves it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen pixels of an image pixel  (+, -, 0 fits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampler, guidance, noise correction, times of the current column  (C, or click its heading)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose, save, runs as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models in the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of steps, a column each, for example 1, 2, 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of every column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ComparePage</name>
    <message>
        <source>Exchange rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trajectory of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the image to the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was ready stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all images of this noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all images of this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil a student first, or choose a bundled model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a bundled model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of a shorter column begin those of a longer one: its images are read off on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sampling; what is there stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison: rows are noises, columns are models and steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run of this project has a checkpoint yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no checkpoints to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns of the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click two images to lay them side by side, wipe, flip or see their difference; click a heading for its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 network calls saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is in the gallery now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images are in the gallery now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ComparePlan</name>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::CompareView</name>
    <message>
        <source>The images differ in size.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ComparisonForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What raters are asked of every pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is not worse by a margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate the share of wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far below one half the share of wins may lie, or how wide the interval may be to each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is judged once for every pair of systems; they are reserved and appear on no other page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many pairs a session ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs among them that check the rater: the same image twice, a pair again, a pair mirrored, an image that was spoilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds that every rater is shown, from which agreement is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmatory: balanced pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploratory: the pairs that tell most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest probability of a false finding, over all pairs and all moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a of the beta mixture of the sequential test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster answers are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed checks allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session with more is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raters who count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, separated by commas; others are shown what was judged already, for agreement alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of system %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of system %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of a student, network calls of a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of system %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampler of system %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise correction of system %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction as stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave system %1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the first truly wins %1 % of the untied votes, the claim takes about %L2 of them (four times of five no more than %L3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If both are equally good, this takes about %L1 untied votes (four times of five no more than %L2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many for each of the %1 pairs of systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 noise seeds give at most %L1 votes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ConfigurePage</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distil a student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that the student learns from; it stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift γ(t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start this run (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels, levels %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imagine Flash, %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images, batch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) must be mended first: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A run is on; finish or discard it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal a(t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise s(t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ(t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endless, drawn by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1. %n class(es): %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 parameters · about %2 memory · %3 on disk · %4 at this machine&apos;s speed on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the beginning instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A branch of %1: it goes on from %L2 images with the settings below. Network and method must stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::DeviceLabel</name>
    <message>
        <source>Share of the time in which the device works, and its memory in use by all programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU %1 % · %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::DiskDialog</name>
    <message>
        <source>Disk use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What takes room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed data sets (made again when needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project takes %1, of which %2 lie in the trash; %3 are free. Of a checked run all checkpoints but the newest and the best go; of packed data all goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really remove %1 for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ExportPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder for the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack into a ZIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the images in this format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the page to a temporary folder and open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the export; nothing is left of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of PNGs with index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure for a paper (SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure for a paper (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animation (GIF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animation (WebP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video (MP4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 is written by the program ffmpeg, which is not installed here. GIF and WebP need nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were written, the first of them %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are gone and were left out, the first of them: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::FieldRow</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file or folder for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number; separate numbers with commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::GalleryDocument</name>
    <message numerus="yes">
        <source>Add %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::GalleryPage</name>
    <message>
        <source>Images of the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press G on any image of Compare or Train to keep it here, with all that is needed to make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another gallery in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the gallery another title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the gallery to the trash of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last edit (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search captions, tags, recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the selected images, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected images one place to the front (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected images one place to the end (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected images out of the gallery (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added; the others were here already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is in the trash of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One caption for all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; Ctrl+Z brings them back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::Handbook</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the forms show them, with the path under which files and the command line know them: --set path=value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::HeatMap</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ImageCompare</name>
    <message>
        <source>%1 beside %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of two images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3, or hold Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   difference: mean %1, largest %2 of 255</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ImageGrid</name>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::IssueList</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::LegendEntry</name>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::LineChart</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::MainWindow</name>
    <message>
        <source>Configure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe of the selected image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or make a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a problem report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved %1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A run is on; finish or discard it before opening another project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Potstill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is on; finish or discard it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops at once. The run goes to the trash of the project, from where it can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is being trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session ended by a defect of the program (%1). Runs go on from their last checkpoint; Help &gt; Write a problem report collects what is needed to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a problem report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1. It holds logs and settings, no images and no weights; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall become of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish this step, save and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room by itself on a full disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the trash and old checkpoints of the project instead of waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running without the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ModelChoice</name>
    <message>
        <source>Open a diffusers folder, run or checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::OptionForm</name>
    <message>
        <source>change of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset of all settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::PairBars</name>
    <message>
        <source>%1 beside %2: %3 wins, %4 ties, %5 losses, %6 both bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the untied votes, between %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ProgressLine</name>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::QueuePanel</name>
    <message>
        <source>Go on with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 of %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 images each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work off the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was removed (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s), held</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hold the queue after this run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::QueueRunner</name>
    <message>
        <source>The queue waits because a run failed. Start it again when the cause is mended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::RatePage</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first is not worse by %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate to %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images will take about %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making %1 images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images are ready. Locking fixes the definition before the first vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project cannot be written to: its ratings can be looked at, but nothing can be rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rater 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs and %2 hidden checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed, SHA-256 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results stay closed until your session ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the first images, to see how long all will take…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: question, systems, claim and rules are fixed from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are being made already; stop that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings are off in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the student…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a distilled student can be rated against its teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student, 1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher, 1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student, %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher, %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the images of %1 pairs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no student in this project yet: distil one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to rate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison shows pairs of images blind and asks which is better.
It says when the votes are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 20 pairs of the newest student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratings of this project cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the file aside and begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rates; type a new name for a new rater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next rater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the seat over: asks for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes of a pack, a file of votes (CSV or JSON), or pairs of texts to rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 20 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest student at 3 steps against its teacher&apos;s own 3 steps: a difference that 20 votes can decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft; nothing is fixed until it is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the removed draft back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the images of every system from the reserved seeds; says first how long it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixes the definition before the first vote; it gets a hash and cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the rest of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made is kept; preparing goes on from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the draft; it can be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the pairs on the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a pack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder or ZIP with pairs of its own, to be rated in a browser without installing anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export votes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or JSON in the columns of Pick-a-Pic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new draft like this one, with seeds of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison takes no more votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of this session vanished or were changed in %1: %2 (%3 in all). Put them back; votes on other images cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vote could not be stored, so the session was left: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is over. Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session can be gone on with whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the pack (a name ending in .zip, or a folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP archive (*.zip);;Folder (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack of %1 pairs is in %2. Whoever rates it sends one file back: import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes of a pack, a file of votes, or pairs of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes and pairs (*.json *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes of %1 merged: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes imported as a comparison of their own: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of texts that can be rated now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was imported before; nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes in %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::RecipeDifference</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NFE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the student&apos;s grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance distilled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parametrisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … (%2 values)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings in which the two images differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ResultsPage</name>
    <message>
        <source>File for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page or PDF with the definition and its hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins, ties and losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untied votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence (e-value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths with 95 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left picks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins · ties · both bad · losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence over votes, with the line at which the comparison is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths in points of Elo, with 95 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results appear as soon as a comparison has votes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results stay closed until your session ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” %2 votes, %3 checks, %4 left out. Definition %5…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rater prefers one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::RunDesk</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program without a window did not start; the run is saved and waits in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that trains this run cannot be asked from here to stop; stop it where it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other program still trains this run; try again when it has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::RunSummaryDialog</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted; it can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped; it can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance to the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (best %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window; %1 failed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Runs that went on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::RunTable</name>
    <message>
        <source>Distance to the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, the settings in which they differ and their figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the figures are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures at the end of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures after equally many images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures after equal time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the table  (R)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::RunsDock</name>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%L2 of %L3 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone and edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred runs only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show starred runs only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk use…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Compare the settings of %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Branch from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that is being trained cannot go to the trash; finish or discard it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::SamplePanel</name>
    <message>
        <source>Samples of fixed noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of the pinned moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the raw weights instead of the averaged ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this moment on the left and compare others with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pinned moment away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 images, raw weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 images, averaged weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: %L1 images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::SampleTableView</name>
    <message>
        <source>%1 NFE · %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · off the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::Scrubber</name>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event %1 of %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier  (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later  (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step; type a number to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images seen; type a number such as 12k to go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::SectionCard</name>
    <message>
        <source>Fold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::ShortcutsDialog</name>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a double click changes the keys of a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;; give that command other keys first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::StrengthPlot</name>
    <message>
        <source>%1: %2 points, between %3 and %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::SweepBar</name>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep, for example seed=0,1,2 imagine_flash.srl=true,false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and their values: every combination becomes a run. Values are parted by commas, those of lists by |.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts when the runs before it are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects, settings, help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause; the weights stay loaded and can be sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this step and save (Shift+F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a checkpoint now (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample the fixed noise now (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at once and move the run to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::TrainPage</name>
    <message>
        <source>Nothing is being trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configure a student or a teacher and start it, or open a run on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student learns. Compare what it makes in one, two and three steps with its teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other program saves and stops; the run then goes on in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains this run; it is shown here as it is written. %L2 of %L3 images were saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::TrajectoryView</name>
    <message>
        <source>Trajectory of one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image beside the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the noisy state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the finished sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2 · t = %3 · %4 NFE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted clean image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state, t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF animation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP animation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 video (needs the program ffmpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of PNGs…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>potstill::VotingView</name>
    <message>
        <source>Rating – Potstill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pairs are answered. Enter ends the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last pair. Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter ends the session · Backspace takes the last answer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>←  1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓  Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑  0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→  2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
