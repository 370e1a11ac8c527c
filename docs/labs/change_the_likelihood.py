# %% [markdown]
# # Change the likelihood
#
# One line of the loss says what a pixel is. Change it, and the same
# network collapses, recovers, or describes the images in fewer nats.
#
# **Run it yourself.** On your own computer, with Python 3.11 or newer:
# `pip install . jupyterlab` in a copy of the project, then `jupyter lab
# change_the_likelihood.ipynb` in the folder of this notebook. In a
# hosted notebook, which runs in your browser on another computer: open
# this notebook there and run `%pip install git+ADDRESS` first, with the
# address of the project's repository for ADDRESS. Then go from top to
# bottom: make your prediction, run the cell, compare.

# %% [markdown]
# ## The part that does not change
#
# Small handwritten digits of 8 × 8 pixels. A pixel is a count: how many
# of its 16 sub-pixels were ink.

# %%
from statistics import fmean, stdev

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.distributions import Binomial, Categorical, Normal
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    pad,
    softplus,
)

from snippets.vae.dataset import load

PIXELS, LEVELS, HIDDEN, CODE = 64, 16, 64, 8

data = load("digits")
train_k = data.images("train", "counts")
test_k = data.images("test", "counts")
print("train:", *train_k.shape, " counts 0 to", int(train_k.max()))

# %% [markdown]
# [The first lab](train_a_vae.md) builds encoder, decoder and training
# line by line. Here they are again in one piece, with one difference:
# `law` is left open. It gets the counts `k` and what the decoder says
# about each pixel, and answers with the log-likelihood of each image,
# in nats.


# %%
def network(inputs, outputs, generator):
    """One hidden layer, random weights."""
    first, last = nn.Linear(inputs, HIDDEN), nn.Linear(HIDDEN, outputs)
    for layer in (first, last):
        nn.init.xavier_uniform_(layer.weight, generator=generator)
        nn.init.zeros_(layer.bias)
    return nn.Sequential(first, nn.Softplus(), last)


def costs(model, law, k, noise):
    """Distortion and rate of each image, in nats."""
    encoder, decoder = model
    loc, log_variance = encoder(k / LEVELS).chunk(2, dim=-1)
    z = loc + (log_variance / 2).exp() * noise
    decoded = decoder(z).unflatten(-1, (PIXELS, -1))
    distortion = -law(k.expand(decoded.shape[:-1]), decoded)
    square = loc**2 + log_variance.exp()
    return distortion, (square - 1 - log_variance).sum(-1) / 2


def fit(law, columns=1, seed=0, epochs=30):
    """Train on `law`; the decoder says `columns` numbers a pixel."""
    generator = torch.Generator().manual_seed(seed)
    encoder = network(PIXELS, 2 * CODE, generator)
    decoder = network(CODE, PIXELS * columns, generator)
    weights = [*encoder.parameters(), *decoder.parameters()]
    adam = torch.optim.Adam(weights, lr=8e-3, fused=True)
    for _ in range(epochs):
        order = torch.randperm(len(train_k), generator=generator)
        for chosen in order.split(100):
            noise = torch.randn(len(chosen), CODE, generator=generator)
            both = costs(
                (encoder, decoder), law, train_k[chosen], noise
            )
            adam.zero_grad()
            sum(both).mean().backward()
            adam.step()
    return encoder, decoder


@torch.no_grad()
def score(model, law):
    """Distortion and rate on the test images, means in nats."""
    generator = torch.Generator().manual_seed(0)
    noise = torch.randn(8, len(test_k), CODE, generator=generator)
    distortion, rate = costs(model, law, test_k, noise)
    return distortion.mean().item(), rate.mean().item()


# %% [markdown]
# ## Start with the loss of the question
#
# Cross-entropy on grey values: each pixel is a coin that is ink with
# probability $m$, and the grey value is the share of ink.


# %%
def coin(k, decoded):
    """Minus the cross-entropy; the logits are decoded[..., 0]."""
    losses = binary_cross_entropy_with_logits(
        decoded[..., 0], k / LEVELS, reduction="none"
    )
    return -losses.sum(-1)


with_coins = fit(coin)
distortion, rate_of_coins = score(with_coins, coin)
print(f"distortion {distortion:.1f}, rate {rate_of_coins:.2f} nats")

# %% [markdown]
# ## Change the line
#
# Now the loss that many people write first: the mean squared error plus
# the KL term. **Predict:** will the digits be sharper, blurrier, or
# something else? What will the rate be?


# %%
def mean_squared(k, decoded):
    """Minus the squared error, as a mean over the pixels."""
    m = decoded[..., 0].sigmoid()
    return -((k / LEVELS - m) ** 2).mean(-1)


with_mean = fit(mean_squared)
_, rate_of_mean = score(with_mean, mean_squared)
print(f"rate {rate_of_mean:.4f} nats")
assert rate_of_mean < 0.1 < rate_of_coins


# %%
def show(*rows):
    """Rows of images, ink on paper."""
    squares = [pad(row.view(-1, 8, 8), (1, 1, 1, 1)) for row in rows]
    lines = [torch.cat(list(square), dim=1) for square in squares]
    _, ax = plt.subplots(figsize=(6, 0.6 * len(rows)))
    ax.imshow(torch.cat(lines), cmap="Greys", vmin=0, vmax=1)
    ax.axis("off")


@torch.no_grad()
def again(model):
    """Ten test images through the centre of their clouds and back."""
    encoder, decoder = model
    loc, _ = encoder(test_k[:10] / LEVELS).chunk(2, dim=-1)
    return decoder(loc).unflatten(-1, (PIXELS, -1))[..., 0].sigmoid()


show(test_k[:10] / LEVELS, again(with_coins), again(with_mean))

# %% [markdown] tags=["figure"]
# One line changed, and every digit comes back as the same blur
#
# Top: ten test images. Middle: reconstructed by the network that was
# trained with cross-entropy. Bottom: with the mean squared error.
#
# <!-- Three rows of ten small digits. In the middle row the digits are
# softer but mostly right; the last row shows ten times the same grey
# blur. -->

# %% [markdown]
# This is *posterior collapse*. No bug, no bad luck: the network does
# what it was asked.
#
# ## Why, and the way back
#
# A squared error is the log-likelihood of a Gaussian, up to a constant.
# The Gaussian has a variance, and the weight of the error decides
# which: divide the *sum* of squares by $2 \sigma^2$ and you have it. A
# mean over 64 pixels divides the sum by 64, so it assumes $\sigma^2 =
# 32$, for pixels that lie between 0 and 1. With so much noise in every
# pixel, no detail is worth a code.
#
# From which $\sigma^2$ on is a code worth its price? For a linear
# network the answer is
# [known](../why_not_mse/collapse_is_predictable.md): below the variance
# of the images along their strongest direction. That is one line,
# before any training.

# %%
strongest = torch.linalg.eigvalsh(torch.cov(train_k.T / LEVELS))[-1]
print(f"the largest eigenvalue is {strongest:.2f}")

# %% [markdown]
# **Predict:** for which of these variances does the code survive?


# %%
def bell(variance):
    """The law of a Gaussian pixel, its constant left out."""

    def law(k, decoded):
        error = k / LEVELS - decoded[..., 0].sigmoid()
        return -(error**2).sum(-1) / (2 * variance)

    return law


variances = [32, 2, 1 / 4, 1 / 8, 1 / 32, 1 / 128]
models, rates = {}, []
for variance in variances:
    models[variance] = fit(bell(variance))
    rates.append(score(models[variance], bell(variance))[1])
    print(f"variance {variance:8.4f}: rate {rates[-1]:6.2f} nats")
assert rates[2:] == sorted(rates[2:])
assert all(
    (rate > 0.1) == (variance < strongest)
    for rate, variance in zip(rates, variances, strict=True)
)

# %%
GAUSSIAN, BERNOULLI = "#c8400e", "#1f55c4"
_, ax = plt.subplots(figsize=(6, 2.6))
ax.semilogx(variances, rates, "o--", color=GAUSSIAN)
ax.axhline(rate_of_coins, color=BERNOULLI)
ax.axvline(strongest, color="black", linewidth=1)
right = {"ha": "right", "transform": ax.get_yaxis_transform()}
ax.text(1, rate_of_coins + 0.6, "coins", color=BERNOULLI, **right)
ax.text(0.07, 9, "bells", color=GAUSSIAN)
ax.text(strongest * 1.2, 12, "largest\neigenvalue")
ax.set_xlim(1 / 200, 50)
ax.set_title("rate, nats per image")
ax.set_xlabel("variance σ² of the Gaussian")
plt.show()

# %% [markdown] tags=["figure"]
# Above the largest eigenvalue the code is silent; below it, it says the
# more, the smaller the variance
#
# Each dot is a training with another variance, from one seed. The level
# line is the network that was trained with cross-entropy.
#
# <!-- Rate against variance on a logarithmic axis: zero for the
# variances 32 and 2, above zero from one quarter on, and rising to its
# largest value at 1/128. -->

# %% [markdown]
# ## Which likelihood is better?
#
# Compare the losses, somebody says, and take the smallest.

# %%
coins = sum(score(with_coins, coin))
bells = sum(score(models[1 / 32], bell(1 / 32)))
print(f"coins: {coins:.1f}   bells: {bells:.1f}")

# %% [markdown]
# These numbers cannot be compared. One is the expected cost of tosses,
# the other a squared distance with a constant left out. Neither says
# how probable the *counts* are that we have seen. To compare, each law
# has to give a probability to every count from 0 to 16, and these have
# to sum to one: one [sample
# space](../why_not_mse/the_sample_space_decides.md) for all.
#
# A Gaussian becomes such a law if each count gets the probability of
# the box around it, half a count to either side; the boxes at both ends
# get what lies beyond. Sixteen coins of one pixel become a *binomial*.
# And a *categorical* law has a free probability for each count.


# %%
def boxes(variance):
    """A Gaussian, cut into a box for each count."""

    def law(k, decoded):
        m = decoded[..., 0].double().sigmoid()
        gaussian = Normal(LEVELS * m, LEVELS * variance**0.5)
        upper = torch.where(k < LEVELS, gaussian.cdf(k + 0.5), 1.0)
        lower = torch.where(k > 0, gaussian.cdf(k - 0.5), 0.0)
        return (upper - lower).clamp(min=1e-12).log().sum(-1).float()

    return law


def binomial(k, decoded):
    """Sixteen tosses of one coin."""
    return Binomial(LEVELS, logits=decoded[..., 0]).log_prob(k).sum(-1)


def categorical(k, decoded):
    """A probability for each of the counts."""
    return Categorical(logits=decoded).log_prob(k).sum(-1)


# %% [markdown]
# Do they sum to one? Ask, for a random decoder, for the probability of
# every count of the first pixel.

# %%
counts = torch.arange(LEVELS + 1.0).view(-1, 1, 1)
said = torch.randn(1, 1, 17, generator=torch.Generator().manual_seed(0))
for law in (boxes(1 / 2), boxes(1 / 32), binomial, categorical):
    decoded = said.expand(LEVELS + 1, 1, 17)
    total = law(counts.squeeze(-1), decoded).exp().sum().item()
    print(f"{total:.4f}")
    assert abs(total - 1) < 1e-3

# %% [markdown]
# **Predict the order.** Four laws, one network. The box with $\sigma^2
# = 1/2$ is “sum of squares + KL”. Each is trained from five seeds and
# judged on the test images by distortion plus rate: nats for an image
# of counts, and [at least minus its log
# probability](../vae/elbo.md), on average. A law that holds all counts
# equally likely needs $64 \log 17$.

# %%
laws = {
    "Gaussian, σ² = 1/2": (boxes(1 / 2), 1, GAUSSIAN),
    "binomial": (binomial, 1, "#04402a"),
    "Gaussian, σ² = 1/32": (boxes(1 / 32), 1, GAUSSIAN),
    "categorical": (categorical, LEVELS + 1, "#8f2062"),
}


def judged(law, columns):
    """Nats per test image, for each of five seeds."""
    fits = [fit(law, columns, seed) for seed in range(5)]
    return [sum(score(model, law)) for model in fits]


ranking = {}
print(f"{'all counts alike':20} {PIXELS * torch.tensor(17).log():6.1f}")
for name, (law, columns, _) in laws.items():
    ranking[name] = judged(law, columns)
    found = ranking[name]
    print(f"{name:20} {fmean(found):6.1f} ± {stdev(found):.1f}")

means = [fmean(found) for found in ranking.values()]
assert means == sorted(means, reverse=True)

# %%
_, ax = plt.subplots(figsize=(6, 2.2))
for place, (name, found) in enumerate(ranking.items()):
    colour = laws[name][2]
    bar = {"xerr": stdev(found), "color": colour}
    ax.errorbar(fmean(found), place, **bar, fmt="o")
    ax.text(fmean(found) + 1.5, place, name, color=colour, va="center")
ax.set_yticks([])
ax.spines["left"].set_visible(False)
ax.set_xlim(90, 145)
ax.set_ylim(-0.5, 3.5)
ax.set_xlabel("nats per test image")
plt.show()

# %% [markdown] tags=["figure"]
# A bell that fits beats sixteen coins, one that does not is last, and
# the law that is free to have any shape comes first
#
# Further left is better. Bars, where they can be seen: one standard
# deviation over five seeds.
#
# <!-- Four dots on an axis of nats per image. From the best to the
# worst: categorical, Gaussian with variance 1/32, binomial, Gaussian
# with variance one half. -->

# %% [markdown]
# Neither “cross-entropy wins” nor “squared error wins”. A Gaussian
# whose width fits beats sixteen coins, and one whose width does not fit
# is last. Longer training and larger networks change the distances, and
# sometimes the order: [the ranking with
# care](../why_not_mse/likelihoods_on_one_sample_space.md).
#
# ## Your turn
#
# **1.** Which variance makes a squared error pay the rate of
# cross-entropy? Guess from the figure, then search.

# %% [markdown] tags=["solution"]
# The rate falls while the variance grows, so halve an interval: in the
# middle the rate is too high or too low, and one half remains.

# %% tags=["solution"]
low, high = 1 / 8, strongest.item()
for _ in range(5):
    middle = (low * high) ** 0.5
    rate = score(fit(bell(middle)), bell(middle))[1]
    low, high = (
        (middle, high) if rate > rate_of_coins else (low, middle)
    )
print(f"between {low:.2f} and {high:.2f}")
assert 1 / 8 <= low < high < 1 / 4

# %% [markdown]
# **2.** A binomial tosses one coin sixteen times. Let the coin itself
# be uncertain: drawn from a beta law, anew for each pixel. That is the
# *beta-binomial*, with two numbers a pixel. Write it. Where will it
# stand?

# %% [markdown] tags=["solution"]
# Before the binomial, which it can imitate, and before all others here:
# it can crowd at 0 and 16 at the same time, as the counts do, with two
# numbers for a pixel where the categorical needs seventeen.


# %% tags=["solution"]
def log_beta(a, b):
    """The logarithm of the beta function."""
    return torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b)


def beta_binomial(k, decoded):
    """Its parameters are the softplus of what the decoder says."""
    columns = softplus(decoded) + 1e-3
    a, b = columns[..., 0], columns[..., 1]
    left = LEVELS - k
    # 1 / C(n, k) = (n + 1) B(k + 1, n - k + 1)
    ways = -log_beta(k + 1, left + 1) - torch.tensor(17).log()
    return (ways + log_beta(k + a, left + b) - log_beta(a, b)).sum(-1)


total = beta_binomial(counts.squeeze(-1), decoded).exp().sum().item()
found = judged(beta_binomial, columns=2)
print(f"sums to {total:.4f}")
print(f"{'beta-binomial':20} {fmean(found):6.1f} ± {stdev(found):.1f}")
assert abs(total - 1) < 1e-3
assert fmean(found) + stdev(found) < min(means)

# %% [markdown]
# **3.** Somebody uses the *density* of the Gaussian instead of boxes,
# for pixels from 0 to 1. Somebody else does the same for counts from 0
# to 16, with the standard deviation 16 times as large. By how many nats
# do they differ, for the same network and the same image?

# %% [markdown] tags=["solution"]
# By $64 \log 16$, more than the whole ranking: the bell is 16 times as
# wide and so 16 times as low, in each pixel. The network is no better
# and no worse. A density has a unit, a probability has none.

# %% tags=["solution"]
m, sd = torch.full((PIXELS,), 0.3), 0.2
image = test_k[0]
small = Normal(m, sd).log_prob(image / LEVELS).sum()
large = Normal(LEVELS * m, LEVELS * sd).log_prob(image).sum()
expected = PIXELS * torch.tensor(float(LEVELS)).log()
print(f"{small - large:.2f} nats, and 64 log 16 is {expected:.2f}")
assert torch.isclose(small - large, expected, atol=1e-3)

# %% [markdown]
# Next: [compress with it](compress_with_it.md). A nat is not a figure
# of speech.
