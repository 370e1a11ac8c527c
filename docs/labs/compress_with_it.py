# %% [markdown]
# # Compress with it
#
# A VAE packs images into a file, and the file is as long as the loss
# says. The trick is called *bits back* and takes about twenty lines.
#
# **Run it yourself.** On your own computer, with Python 3.11 or newer:
# `pip install . jupyterlab` in a copy of the project, then `jupyter lab
# compress_with_it.ipynb` in the folder of this notebook. In a hosted
# notebook, which runs in your browser on another computer: open this
# notebook there and run `%pip install git+ADDRESS` first, with the
# address of the project's repository for ADDRESS. Then run the cells
# from top to bottom.

# %% [markdown]
# ## A trained VAE
#
# Images of 28 × 28 pixels, ink or paper. [The first
# lab](train_a_vae.md) trains such a network line by line, so here the
# package does it. One image then has a cost in nats, minus the
# [bound](../vae/elbo.md) that training raises. Divided by $\log 2$ it
# is a number of bits.

# %%
import bz2
import gzip
import lzma
from math import log
from pathlib import Path

import constriction
import matplotlib.pyplot as plt
import numpy as np
import torch

from snippets.vae.dataset import load
from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run, train

run = Run(
    view="threshold",
    likelihood="bernoulli",
    hidden=(200,),
    latents=10,
    epochs=25,
)
model = train(run).model
test_x = load(run.data).images("test", run.view)
terms = evaluate(model, test_x)
promised = -terms.elbo.mean().item() / log(2)
print(f"distortion {terms.distortion.mean() / log(2):6.1f} bits")
print(f"rate       {terms.rate.mean() / log(2):6.1f} bits")
print(f"together   {promised:6.1f} bits per image")

# %% [markdown]
# ## A stack of bits
#
# An *entropy coder* turns symbols into bits. It is told how probable
# each symbol is, and a symbol of probability $p$ costs $-\log_2 p$
# bits, as precisely as you like over many symbols. Ours is a *stack*:
# what was pushed last is popped first. Its name is ANS, and the package
# `constriction` has it.
#
# **Predict:** the next cell pushes a thousand symbols, of which nine in
# ten are 0, and tells the coder so. How many bits will they take?

# %%
AnsCoder = constriction.stream.stack.AnsCoder
laws = constriction.stream.model

coder = AnsCoder()
symbols = np.array([0] * 900 + [1] * 100, dtype=np.int32)
coder.encode_reverse(symbols, laws.Bernoulli(0.1, perfect=False))
expected = -(900 * log(0.9) + 100 * log(0.1)) / log(2)
print(f"{coder.num_valid_bits()} bits, expected {expected:.1f}")

popped = coder.decode(laws.Bernoulli(0.1, perfect=False), 1000)
print("the same symbols:", bool((popped == symbols).all()))
assert (popped == symbols).all()

# %% [markdown]
# The few bits more are the coder's own start, and are paid once.
#
# Popping with a law is more than undoing. Pop from *random* bits, and
# you get a draw from that law: the coder cannot know that nobody pushed
# it. Push the draw back, and the random bits are there again. Remember
# this. It is the whole trick.
#
# ## Both sides speak of the same code
#
# A code of real numbers has no finite name, so we round it to a grid
# with steps of $1/64$. The coder needs three laws: the prior and the
# cloud for the code, a coin for each pixel.

# %%
STEP = 1 / 64
END = round(12 / STEP)  # the grid ends at -12 and 12

prior = laws.QuantizedGaussian(-END, END, 0.0, 1 / STEP)
cloud = laws.QuantizedGaussian(-END, END)
coin = laws.Bernoulli(perfect=False)


def posterior(image):
    """Mean and standard deviation of the code, in steps."""
    q = model.posterior(torch.tensor(image, dtype=torch.float32))
    return [v.double().numpy() / STEP for v in (q.loc, q.scale)]


def ink(code):
    """The probability of ink for each pixel."""
    z = torch.tensor(code * STEP, dtype=torch.float32)
    return model.decode(z).squeeze(-1).double().sigmoid().numpy()


# %% [markdown]
# ## The plain way
#
# Take the centre of the cloud as the code. Push the pixels under the
# coins of this code, then push the code under the prior. Whoever opens
# the file pops the code, decodes it to coins, and pops the pixels.

# %%
images = test_x.numpy().astype(np.int32)
image = images[0]

coder = AnsCoder()
loc, _ = posterior(image)
code = np.rint(loc).astype(np.int32)
coder.encode_reverse(image, coin, ink(code))
pixels = coder.num_valid_bits()
coder.encode_reverse(code, prior)
print(f"pixels {pixels} bits, code {coder.num_valid_bits() - pixels}")

# %% [markdown]
# The code is expensive: it is told to the last step of the grid, though
# the decoder hardly cares for the last steps. Any code from the cloud
# would have done nearly as well. That freedom is worth something.
#
# ## Bits back
#
# Let the *stack* choose the code. Some bits already lie there, random
# to us. Pop a code from them with the law of the cloud: it is a draw
# from the cloud, and the stack gets **shorter**. Then push pixels and
# code as before. Who opens the file gets image and code, knows the
# cloud of this image, and can push the code back: the borrowed bits are
# there again.

# %%
borrowed = np.random.default_rng(0).integers(
    2**32, size=100, dtype=np.uint32
)
coder = AnsCoder(borrowed, seal=True)
start = coder.num_valid_bits()

code = coder.decode(cloud, *posterior(image))
print(f"popped the code:   {coder.num_valid_bits() - start:+} bits")
coder.encode_reverse(image, coin, ink(code))
print(f"pushed the pixels: {coder.num_valid_bits() - start:+} bits")
coder.encode_reverse(code, prior)
net = coder.num_valid_bits() - start
print(f"pushed the code:   {net:+} bits")

# %% [markdown]
# The last number is what this image has added to the stack. In
# formulas: $-\log_2 p(x \mid z)$ and $-\log_2 p(z)$ were spent, and
# $-\log_2 q(z \mid x)$ came back. Spent less back, averaged over the
# cloud, is the loss in bits: distortion plus rate.
#
# ## The whole compressor


# %%
def push(coder, image):
    """Put an image on the stack."""
    code = coder.decode(cloud, *posterior(image))
    coder.encode_reverse(image, coin, ink(code))
    coder.encode_reverse(code, prior)


def pop(coder):
    """Take it off: the same three steps, backwards."""
    code = coder.decode(prior, run.latents)
    image = coder.decode(coin, ink(code))
    coder.encode_reverse(code, cloud, *posterior(image))
    return image


coder = AnsCoder(borrowed, seal=True)
for image in images:
    push(coder, image)
coder.get_compressed().tofile("digits.bits")

net = (coder.num_valid_bits() - start) / len(images)
print(f"promised by the loss: {promised:.2f} bits per image")
print(f"net in the file:      {net:.2f} bits per image")
assert abs(net / promised - 1) < 0.01

# %% [markdown]
# The loss was never a figure of speech. It is the length of a file.
#
# ## Open it again
#
# From the file alone, and the networks. The last image comes off first,
# and after the first image nothing is left but what we borrowed.

# %%
coder = AnsCoder(np.fromfile("digits.bits", dtype=np.uint32))
opened = [pop(coder) for _ in images][::-1]
left = coder.get_compressed(unseal=True)
print("every pixel is right:", bool((opened == images).all()))
print("the borrowed bits are back:", bool((left == borrowed).all()))
assert (opened == images).all()
assert (left == borrowed).all()


# %%
def show(rows):
    """Rows of ten images, ink on paper."""
    squares = np.reshape(rows, (-1, 10, 28, 28))[..., 2:-2, 2:-2]
    lines = [np.concatenate(list(row), axis=1) for row in squares]
    _, ax = plt.subplots(figsize=(6, 0.6 * len(lines)))
    ax.imshow(np.concatenate(lines), cmap="Greys", vmin=0, vmax=1)
    ax.axis("off")


show(opened[:20])

# %% [markdown] tags=["figure"]
# The images that came out of the file are those that went in
#
# The first twenty of them. Every pixel was compared.
#
# <!-- Two rows of ten handwritten digits in pure ink on paper, read
# back from the file. -->

# %% [markdown]
# ## Is it short?
#
# Beside it, three compressors that know nothing of digits, given the
# same images with eight pixels in a byte.

# %%
packed = np.packbits(images.astype(np.uint8)).tobytes()
sizes = {
    "pixels as bits": len(packed),
    "gzip": len(gzip.compress(packed, 9)),
    "xz": len(lzma.compress(packed)),
    "bz2": len(bz2.compress(packed)),
    "VAE, borrowed bits included": Path("digits.bits").stat().st_size,
    "VAE, net": round(net * len(images) / 8),
}
for name, size in sizes.items():
    print(f"{name:28} {size:6,} bytes")
numbers = sum(weight.numel() for weight in model.parameters())
print(f"{'the networks themselves':28} {4 * numbers:6,} bytes")
assert sizes["VAE, net"] < sizes["bz2"] < sizes["gzip"]
assert 4 * numbers > 50 * sizes["VAE, net"]

# %% [markdown]
# Mind the last line. Whoever opens the file needs the networks too, and
# for a few hundred images they are a hundred times the file. A
# compressor of this kind pays when both sides have them anyway. Mind
# the borrowed bits as well: they are free only if they are something
# that you wanted to send.
#
# ## Your turn
#
# **1.** With `STEP = 1` the code is told very coarsely. Will the file
# be shorter or longer?

# %% [markdown] tags=["solution"]
# Longer. A code is pushed and popped on the same grid, so a fine grid
# costs nothing: what it adds to the price of the code comes back. On a
# coarse grid the code that is drawn is not the one that the cloud
# meant.


# %% tags=["solution"]
def net_bits(step):
    """Bits per image on a grid with this step."""
    global STEP, END, prior, cloud
    STEP, END = step, round(12 / step)
    prior = laws.QuantizedGaussian(-END, END, 0.0, 1 / STEP)
    cloud = laws.QuantizedGaussian(-END, END)
    coder = AnsCoder(borrowed, seal=True)
    for image in images:
        push(coder, image)
    return (coder.num_valid_bits() - start) / len(images)


lengths = {step: net_bits(step) for step in (1, 1 / 4, 1 / 64)}
for step, length in lengths.items():
    print(f"step {step:8.6f}: {length:.2f} bits per image")
assert lengths[1] > lengths[1 / 4] > promised - 1

# %% [markdown]
# **2.** One bit of the file is damaged, somewhere in the middle. How
# many images are lost?

# %% [markdown] tags=["solution"]
# About half of them, though not one of them raises an error: every
# sequence of bits means some image. Images that come off the stack
# before the damaged place are right. After it, a wrong pixel is a wrong
# image, its cloud is a wrong cloud, and everything below goes astray. A
# file format needs a checksum.

# %% tags=["solution"]
words = np.fromfile("digits.bits", dtype=np.uint32)
words[len(words) // 2] ^= 1
coder = AnsCoder(words)
damaged = np.stack([pop(coder) for _ in images][::-1])
right = (damaged == images).all(axis=1)
print(f"{right.sum()} of {len(images)} images are right")
assert right[-100:].all()
assert right[:100].mean() < 0.1
assert 0.4 < right.mean() < 0.6

# %% [markdown]
# Why the length is the loss, and what is lost where the encoder is not
# perfect: [the bound](../vae/elbo.md), and [what a model is
# worth](../vae/evaluation.md).
