# %% [markdown]
# # Bring your own data
#
# Point it at a file of images or of a table. It says what a value can
# be, tries the likelihoods that know this, and ranks them on rows that
# no training saw.
#
# **Run it yourself.** On your own computer: in a copy of the project,
# `pip install . jupyterlab`, then `jupyter lab
# bring_your_own_data.ipynb`. In a hosted notebook, which runs in your
# browser on another computer: open this notebook there and run `%pip
# install git+ADDRESS` first, with the address of the project's
# repository for ADDRESS. Then run it once as it is. After that, write
# the name of your own file into the second cell.

# %% [markdown]
# ## Your data
#
# An `.npy` with one image or one row after the other, or a `.csv` with
# or without a line of names. Nothing leaves your computer. As long as
# you have none at hand, take `digits`: real handwriting, packaged with
# scikit-learn.

# %%
import matplotlib.pyplot as plt
import torch

from snippets.choose.budget import Budget
from snippets.choose.colours import light
from snippets.choose.columns import table
from snippets.choose.figure import dots
from snippets.choose.looking import look
from snippets.choose.proposing import propose
from snippets.choose.ranking import rank
from snippets.choose.reading import as_table, read
from snippets.choose.table import Refused
from snippets.choose.telling import choice, opening, remarks
from snippets.choose.truths import TRUTHS, rows
from snippets.vae.dataset import seeded

torch.set_num_threads(1)

# %%
DATA = "digits"  # or "wine", or "my_file.csv", or "my_images.npy"

seen = look(read(DATA))
print(opening(seen))

# %% [markdown]
# It looks before it trains. A whole number up to 16 is a count that
# has an end: so many images reach 16 that a tail which just went on
# would show a 17 somewhere. Columns that never change are left out,
# because every law can learn them. What is in doubt is said, not
# mended.
#
# What it cannot handle, it refuses in one line. Take a file with a
# hole:

# %%
with open("hole.csv", "w") as file:
    file.write("height,weight\n1.80,71\n1.64,\n")
try:
    read("hole.csv")
except Refused as refusal:
    print("refused:", refusal)

# %% [markdown]
# ## Which laws may compete?
#
# [Start from what a value can
# be](../why_not_mse/the_sample_space_decides.md): a law that gives
# mass to impossible values wastes it.

# %%
part = seen.parts[0]
laws, left_out = propose(part)
print("a value is", part.space)
for law in laws:
    print(f"  {law.name:24} {law.why}")
for name, why in left_out.items():
    print(f"  without {name}: {why}")

# %% [markdown]
# ## The same network for each
#
# Now each law gets the same rows, the same network, the same number of
# steps and the same rule of stopping: the weights that were best on
# the validation rows. Each is trained twice, because where a
# training begins is chance too. What is compared is minus the log
# evidence of test rows, $-\log p(x)$, in nats. All the laws are
# probabilities of the same whole numbers, so [the nats can be
# compared](../why_not_mse/likelihoods_on_one_sample_space.md).
#
# **Predict:** cross-entropy on grey values is, as a law of counts, the
# truncated geometric. The binomial knows what a count out of 16 is.
# Which of the two comes first?

# %%
budget = Budget(trainings=2, steps=400)
ranking = rank(part, budget)
print(table(ranking))

# %%
_, ax = plt.subplots(figsize=(6, 2.6))
dots(ax, ranking, light)
_ = ax.set_xlabel("nats a row above the first law")

# %% [markdown] tags=["figure"]
# Laws with the right values differ by more than their errors
#
# Further left is better. Bars, where they can be seen: one standard
# error over test rows and trainings.
#
# <!-- A dot for each likelihood on an axis of nats a row above the
# first, which stands at zero on top; the worst is at the bottom right.
# -->

# %% [markdown]
# The difference of two laws is taken row by row, so what makes a row
# hard for all of them drops out. Its standard error has two parts:
# other rows would give another mean, and so would other trainings.
# Laws within one standard error of the first are *tied*, and of those
# the simplest is taken.

# %%
print(choice(ranking))
print(*remarks(ranking), sep="\n")

by_name = {each.law.name: each for each in ranking.laws}
if DATA == "digits":
    geometric = by_name["truncated geometric"]
    assert geometric.nats < by_name["binomial"].nats

# %% [markdown]
# The truncated geometric was cheaper than the binomial. The values of
# the two are the same; their *spread* differs. Sixteen sub-pixels of
# one pixel are not sixteen independent tosses: a stroke covers them
# together.

# %% [markdown]
# ## A table with different kinds of columns
#
# Chemists measured 13 things in 178 wines. Some are whole numbers,
# most are real and above 0. Each kind gets its own ranking, and for a
# whole record [the logarithms are added][sum].
#
# [sum]: ../why_not_mse/the_sample_space_decides.md

# %%
wine = look(read("wine"))
print(opening(wine))
for part in wine.parts:
    ranking = rank(part, budget)
    print()
    print(f"a value is {part.space}: {', '.join(part.names[:3])}, ...")
    print(table(ranking))
    print(choice(ranking))
    print(*(f"Doubt: {doubt}." for doubt in part.doubts), sep="\n")

# %% [markdown]
# A density of $\log x$ and one of $x$ have different units. The slope
# $1/x$ of the logarithm goes between them, and is counted here. Doubts
# matter: a measurement that was rounded repeats its values, and a
# density can be high at a value that comes again.
#
# Few columns cannot tell laws apart. With two whole numbers and four
# latents, a code can do what the spread of a law should do: look at the
# rate of the Poisson, and at what it costs without a code.

# %% [markdown]
# ## Would it find a law that we know?
#
# Simulate, and see. Two hidden factors move twelve columns of counts.

# %%
for name in ("Poisson", "negative binomial"):
    x = rows(TRUTHS[name], 800, 12, seeded(0)).double().numpy()
    (part,) = look(as_table(x, name, ())).parts
    ranking = rank(part, Budget(trainings=2, steps=400, latents=2))
    print(f"the truth is {name}; seen: {part.space}")
    print(table(ranking))
    print(choice(ranking))
    print()

# %% [markdown]
# ## Your turn
#
# **1.** Cut the digits in the middle, so that a pixel is ink or paper.
# What will it see, and which law will win?

# %% [markdown] tags=["solution"]
# It sees 0 or 1. A coin is then the only law of such values. Squared
# error may compete when its bell is cut into two boxes; but a coin
# already says all that two boxes can say, and says it with one number
# for each pixel that may come as near to certain as it likes.

# %% tags=["solution"]
cut = read("digits").values > 8
(part,) = look(as_table(cut.astype(float), "cut", ())).parts
ranking = rank(part, Budget(trainings=2, steps=300, latents=4))
print("a value is", part.space)
print(table(ranking))
assert str(part.space) == "0 or 1"
assert ranking.laws[0].law.name == "Bernoulli"

# %% [markdown]
# ## What this does not say
#
# It ranks laws *with this network and this budget*. What a short
# training misses looks like scatter, so a law that has room for
# scatter, say a negative binomial, can come before a Poisson on data
# that are Poisson. Train longer before you believe a small difference.
#
# It does not say that any of these laws is true. It has only seen a
# few.
#
# The common wrong version: *my loss is lower with this likelihood*. A
# loss without its constants, or in other units, or as a density where
# the other is a probability, cannot be compared.
#
# ## Without a notebook
#
# The same in a terminal, with a report that opens in a browser:
#
# ```
# python -m snippets.choose my_file.csv --report out.html
# ```
