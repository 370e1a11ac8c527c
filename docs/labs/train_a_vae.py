# %% [markdown]
# # Train a VAE with the loss of the question
#
# From nothing to digits that nobody wrote, in under a minute of
# processor time. Every line is here; the package only loads the data.
#
# **Run it yourself.** On your own computer, with Python 3.11 or newer:
# `pip install . jupyterlab` in a copy of the project, then `jupyter lab
# train_a_vae.ipynb` in the folder of this notebook. In a hosted
# notebook, which runs in your browser on another computer: open this
# notebook there and run `%pip install git+ADDRESS` first, with the
# address of the project's repository for ADDRESS. Then run the cells
# from top to bottom, and change whatever you like.

# %% [markdown]
# ## The data
#
# Handwritten digits of 28 × 28 pixels. A pixel is a grey value: 0 is
# paper, 1 is ink. An image is one row of 784 numbers. We train on one
# part of the images and judge on another, which the network never sees.

# %%
import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.vae.dataset import load

data = load("mnist_5k")
train_x = data.images("train", "grey")
test_x = data.images("test", "grey")
print("train:", *train_x.shape, " test:", *test_x.shape)


# %%
def show(*rows):
    """Rows of images, ink on paper."""
    squares = [row.view(-1, 28, 28)[:, 2:-2, 2:-2] for row in rows]
    lines = [torch.cat(list(square), dim=1) for square in squares]
    _, ax = plt.subplots(figsize=(6, 0.6 * len(rows)))
    ax.imshow(torch.cat(lines), cmap="Greys", vmin=0, vmax=1)
    ax.axis("off")


show(test_x[:10])

# %% [markdown] tags=["figure"]
# Ten of the images that the network will be judged on
#
# The darker, the more ink.
#
# <!-- Ten handwritten digits in a row, in ink on paper, some with grey
# edges. -->

# %% [markdown]
# ## Two networks
#
# The **encoder** reads an image and answers with a *cloud* of codes: a
# mean and a log variance for each of ten numbers. The **decoder** reads
# one code and answers with one number for each pixel, its *logit*. The
# function `sigmoid` turns a logit into a probability of ink. It is not
# in the network, because the loss takes logits.

# %%
PIXELS, HIDDEN, CODE, SEED = 28 * 28, 200, 10, 0

encoder = nn.Sequential(
    nn.Linear(PIXELS, HIDDEN),
    nn.Softplus(),
    nn.Linear(HIDDEN, 2 * CODE),
)
decoder = nn.Sequential(
    nn.Linear(CODE, HIDDEN),
    nn.Softplus(),
    nn.Linear(HIDDEN, PIXELS),
)

# %% [markdown]
# Training starts from random weights. They come from a generator with a
# seed, so that you get the same ones as this page.

# %%
generator = torch.Generator().manual_seed(SEED)
for network in (encoder, decoder):
    for layer in network:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight, generator=generator)
            nn.init.zeros_(layer.bias)


# %% [markdown]
# ## From a code to an image
#
# A VAE makes an image from nothing: draw a code from the *prior*, a
# standard Gaussian, and decode it. **Predict:** what will the untrained
# decoder make of ten codes?


# %%
def imagine(images, seed):
    """Draw codes from the prior; the probability of ink they mean."""
    own = torch.Generator().manual_seed(seed)
    z = torch.randn(images, CODE, generator=own)
    with torch.no_grad():
        return decoder(z).sigmoid()


before = imagine(10, seed=1)
show(before)

# %% [markdown] tags=["figure"]
# Before training, a code means noise
#
# Probabilities of ink for ten codes from the prior.
#
# <!-- Ten squares of even grey noise, no digit among them. -->

# %% [markdown]
# ## The loss
#
# This is the line that the whole site is about. It has two costs, both
# in nats per image. A *nat* is the unit of a natural logarithm: minus
# the log probability of something is how surprising it is, in nats.
#
# The *distortion* is how surprising the image is to the coins that the
# decoder makes of one code: a sum over pixels of $-x \log m - (1 - x)
# \log (1 - m)$, where $x$ is the pixel and $m$ the probability of ink.
# PyTorch calls it binary cross-entropy. For a pixel of pure ink or
# paper [it is minus a log
# probability](../why_bernoulli/cross_entropy_is_bernoulli.md); for a
# grey one it is [the mean over
# tosses](../why_bernoulli/grey_cross_entropy_is_an_average.md) that
# show ink as often as the pixel is dark.
#
# The *rate* is what the code costs: how far the cloud of this image is
# from the prior. For Gaussians it has [a
# formula](../vae/elbo.md#eq:elbo-rate).
#
# The code has to be drawn from the cloud in a way that can be
# differentiated: mean plus standard deviation times noise.


# %%
def costs(x, noise):
    """Distortion and rate of each image, in nats."""
    loc, log_variance = encoder(x).chunk(2, dim=-1)
    scale = (log_variance / 2).exp()
    z = loc + scale * noise
    logits = decoder(z)
    distortion = binary_cross_entropy_with_logits(
        logits, x.expand_as(logits), reduction="none"
    ).sum(-1)
    rate = (loc**2 + scale**2 - 1 - log_variance).sum(-1) / 2
    return distortion, rate


# %% [markdown]
# Note the two `sum(-1)`. A mean over the pixels in the first line and a
# sum in the second would be [another
# loss](../why_not_mse/mse_hides_a_variance.md). The mean over the
# *images* comes later and is harmless.
#
# ## Train
#
# An *epoch* shows every training image once, a hundred at a time, in a
# new order. Each step moves all weights a little, so that the loss of
# these hundred falls. *Adam* is the usual rule for how far.

# %%
EPOCHS, BATCH = 12, 100

weights = [*encoder.parameters(), *decoder.parameters()]
adam = torch.optim.Adam(weights, lr=1e-3)
generator = torch.Generator().manual_seed(SEED)

history = []
for _ in range(EPOCHS):
    total = 0.0
    order = torch.randperm(len(train_x), generator=generator)
    for chosen in order.split(BATCH):
        x = train_x[chosen]
        noise = torch.randn(len(x), CODE, generator=generator)
        distortion, rate = costs(x, noise)
        loss = (distortion + rate).mean()
        adam.zero_grad()
        loss.backward()
        adam.step()
        total += loss.item() * len(x)
    history.append(total / len(train_x))
    print(f"epoch {len(history):2}: {history[-1]:6.1f} nats per image")

# %% [markdown]
# ## Look at it
#
# First row: test images. Second row: their reconstructions, which are
# probabilities of ink, not images. Third row: the same ten codes as
# before training.

# %%
with torch.no_grad():
    loc, _ = encoder(test_x[:10]).chunk(2, dim=-1)
    again = decoder(loc).sigmoid()
show(test_x[:10], again, imagine(10, seed=1))

# %% [markdown] tags=["figure"]
# After training, a code means a digit, or something between two digits
#
# Top: images that the network has never seen. Middle: what it makes of
# the centre of their clouds. Bottom: what it makes of ten codes from
# the prior, which belong to no image.
#
# <!-- Three rows of ten pictures. The middle row repeats the digits of
# the first with softer strokes; the last row shows digit-like shapes,
# some of which cannot be read. -->

# %% [markdown]
# ## Is it any good?
#
# Judge it on the test images, with eight draws of the code for each.

# %%
generator = torch.Generator().manual_seed(0)
noise = torch.randn(8, len(test_x), CODE, generator=generator)
with torch.no_grad():
    distortion, rate = costs(test_x, noise)
mine = (distortion.mean(0) + rate).mean().item()
print(f"distortion {distortion.mean():6.1f} nats per image")
print(f"rate       {rate.mean():6.1f} nats per image")
print(f"together   {mine:6.1f} nats per image")

# %% [markdown]
# Nothing of the package was used so far but its data. Now let the
# package train [the same settings](../vae/training.md), from five
# seeds. Another seed means other weights at the start and other noise;
# how far the results lie apart is the *spread*.

# %%
from dataclasses import replace
from statistics import fmean, stdev

from snippets.vae.evaluation import evaluate
from snippets.vae.training import Run, train

run = Run(hidden=(HIDDEN,), latents=CODE, epochs=EPOCHS, batch=BATCH)
theirs = []
for seed in range(5):
    model = train(replace(run, seed=seed)).model
    theirs.append(-evaluate(model, test_x).elbo.mean().item())
spread = stdev(theirs)

print("package:", *(f"{value:.2f}" for value in theirs))
print(f"mean {fmean(theirs):.2f}, spread {spread:.2f}")
print(f"this notebook: {mine:.2f} nats per image")
assert abs(mine - fmean(theirs)) < 2 * spread
assert abs(mine - theirs[SEED]) < spread / 2

# %% [markdown]
# The first of the five has the seed of this notebook. If it draws its
# random numbers in the same order, it arrives at the same place, and
# that is the sharpest test of the lines above: a factor, a sign or a
# mean in the wrong place would not pass it.
#
# ## Change something
#
# Each of these is one edit. Say what you expect before you run it.
#
# **1.** Replace `sum(-1)` in the distortion by `mean(-1)`. What happens
# to the rate, and to the last row of pictures?

# %% [markdown] tags=["solution"]
# The rate falls to almost nothing, and all pictures become the same.
# Without a code, the best that a decoder can do is the mean image. What
# that costs is all that a code can ever save. As a mean over pixels it
# is less than one nat, and a code that is worth less than a nat cannot
# tell one digit from another.

# %% tags=["solution"]
blank = train_x.mean(0).clamp(1e-6, 1 - 1e-6)
cost = -(blank * blank.log() + (1 - blank) * (1 - blank).log())
print(f"a code can save {cost.sum():.0f} nats at most, with sums,")
print(f"and {cost.mean():.2f} with a mean over the pixels;")
print(f"this one has a rate of {rate.mean():.1f} nats")
assert cost.mean() < 1 < rate.mean() < cost.sum()

# %% [markdown]
# **2.** Set `CODE = 2`. Which of the two costs falls, and which rises?

# %% [markdown] tags=["solution"]
# A shorter code tells less: its rate falls, and the image becomes more
# surprising. The package trains it in one line.

# %% tags=["solution"]
short = evaluate(train(replace(run, latents=2)).model, test_x)
print(f"distortion {short.distortion.mean():6.1f} nats per image")
print(f"rate       {short.rate.mean():6.1f} nats per image")
assert short.rate.mean() < rate.mean()
assert short.distortion.mean() > distortion.mean()

# %% [markdown]
# Next: [change the likelihood](change_the_likelihood.md), one line of
# this loss.
