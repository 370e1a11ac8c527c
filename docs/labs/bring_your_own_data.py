# %% [markdown]
# # Bring your own data
#
# Point it at a file of images or of a table. It says what a value can
# be, tries the likelihoods that know this, and ranks them on rows that
# no training saw.
#
# **Run it yourself.** On your own computer, with Python 3.11 or newer:
# `pip install . jupyterlab` in a copy of the project, then `jupyter lab
# bring_your_own_data.ipynb` in the folder of this notebook. In a hosted
# notebook, which runs in your browser on another computer: open this
# notebook there and run `%pip install git+ADDRESS` first, with the
# address of the project's repository for ADDRESS. Then run it once as
# it is. After that, write the name of your own file behind `DATA =`.

# %% [markdown]
# ## Your data
#
# An `.npy`, which `numpy.save` writes, with one image or one row after
# the other; or a `.csv` with or without a line of names. It needs 50
# rows at least. On your own computer the file stays there; to a hosted
# notebook you have to hand it, so mind whose data they are. As long as
# you have none at hand, take `digits`: real handwriting, packaged with
# scikit-learn.

# %%
from pathlib import Path

import matplotlib.pyplot as plt

from snippets.choose.budget import Budget
from snippets.choose.colours import light
from snippets.choose.columns import table
from snippets.choose.figure import dots
from snippets.choose.looking import look
from snippets.choose.proposing import propose
from snippets.choose.ranking import rank
from snippets.choose.reading import as_table, read
from snippets.choose.table import Refused
from snippets.choose.telling import choice, opening, remarks, report
from snippets.choose.truths import TRUTHS, rows
from snippets.vae.dataset import seeded

# %%
DATA = "digits"  # or "wine", or "my_file.csv", or "my_images.npy"

seen = look(read(DATA))
print(opening(seen))

# %% [markdown]
# It looks before it trains. A row is an image here, and a column is a
# pixel. Whole numbers up to 16 are taken for counts that have an end:
# so many pixels are 16 that a tail which just went on would show many
# beyond. Columns that never change are left out, because every law can
# learn them. What is in doubt is said, not mended.
#
# All this is guessed from the values. Where you know better, say so:
# `look(read(DATA), levels=20)` for counts up to 20, or `space="unit"`,
# `"positive"` or `"real"` for measurements.
#
# What it cannot handle, it refuses in one line. Take a file with a
# hole:

# %%
hole = Path("hole.csv")
hole.write_text("height,weight\n1.80,71\n1.64,\n")
try:
    read("hole.csv")
except Refused as refusal:
    print("refused:", refusal)
hole.unlink()

# %% [markdown]
# ## Which laws may compete?
#
# A *law* here is a likelihood: it says how probable each value is, once
# the decoder has read the code. [Start from what a value can
# be](../why_not_mse/the_sample_space_decides.md): what a law gives to
# impossible values is missing at the possible ones. A bell gives
# something to every number, so it is cut into *bins*, one for each
# count. If your file has several kinds of columns, this is the first.

# %%
part = seen.parts[0]
laws, left_out = propose(part)
print("a value is", part.space)
for law in laws:
    print(f"{law.name:20}  {law.why}")
for name, why in left_out.items():
    print(f"without {name}: {why}")

# %% [markdown]
# ## The same network for each
#
# Three fifths of the rows train; at most 5,000 are used. All laws get
# the same rows, the same number of steps, and the same network but for
# its last layer, which says as many numbers for a value as the law
# asks for. A fifth of the rows, the validation rows, decides which
# weights are kept. Each law is trained twice, because where a training
# begins is chance too.
#
# The last fifth, the test rows, compares. A row costs minus its log
# evidence, $-\log p(x)$, in nats. A hundred codes estimate it, [on
# average from above](../vae/evaluation.md). All the laws are
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

# %% [markdown]
# The columns of the table:
#
# - *nats*: what a test row costs, on average.
# - *above first*: how much more than under the first law, ± one
#   standard error.
# - *no code*: what it costs if the code says nothing, and each column
#   has one law for all rows. Where this is below *nats*, the network
#   has learned what does not hold for other rows.
# - *rate*: how much the code says, in nats.
# - *numbers*: how many the decoder and the law have to learn.

# %%
_, ax = plt.subplots(figsize=(6, 2.6))
dots(ax, ranking, light)
_ = ax.set_xlabel("nats a row above the first law")

# %% [markdown] tags=["figure"]
# All six laws know what a value can be, and tens of nats lie between
# them
#
# Further left is better. Bars, where they can be seen: one standard
# error over test rows and trainings.
#
# <!-- A dot for each law on an axis of nats a row above the first. The
# beta-binomial stands at zero on top, the binomial far to the right,
# the truncated geometric much nearer to the first than to the binomial.
# -->

# %% [markdown]
# The difference of two laws is taken row by row, so what makes a row
# hard for all of them drops out. Its standard error has two parts:
# other test rows would give another mean, and so would other trainings.
# Two trainings say little about how much trainings differ; take more
# where it matters. Laws within one standard error of the first are
# *tied*, and of those the simplest is taken. That is a rule for
# choosing, not a proof that they are equally good.

# %%
print(choice(ranking))
print(*remarks(ranking), sep="\n")

if DATA == "digits":
    above = {each.law.name: each.above for each in ranking.laws}
    assert above["beta-binomial"] == 0
    assert 20 + above["truncated geometric"] < above["binomial"]

# %% [markdown]
# The truncated geometric was far cheaper than the binomial. Both hold
# the same values, and ask the decoder for one number a pixel; they
# differ in how far counts *spread* around their mean. Sixteen
# sub-pixels of one pixel are not sixteen independent tosses: a stroke
# covers them together. The beta-binomial is the binomial with that
# mended, and one number more.

# %% [markdown]
# ## A table with different kinds of columns
#
# Chemists measured 13 things in 178 wines. Some are whole numbers,
# most are real and above 0. Each kind gets its own ranking. One VAE for
# a whole record takes a law for each kind and [adds their
# logarithms](../why_not_mse/the_sample_space_decides.md).

# %%
wine = look(read("wine"))
print(opening(wine))
for part in wine.parts:
    ranking = rank(part, budget)
    print()
    print(report(ranking))
    print(f"All this from {ranking.rows} test rows.")

# %% [markdown]
# A density of $\log x$ and one of $x$ have different units. The slope
# $1/x$ of the logarithm goes between them, and is counted here. Doubts
# matter: a measurement that was rounded repeats its values, and a
# density can be high at a value that comes again.
#
# The first doubt is no formality. With two columns and a code of four
# numbers, the code can do what the spread of a law should do: look at
# the rate of the Poisson, and at what it costs without a code.

# %% [markdown]
# ## Would it find a law that we know?
#
# Simulate, and see. Two hidden factors move twelve columns of counts,
# many more than a code of two numbers can follow one by one.

# %%
for name in ("Poisson", "negative binomial"):
    x = rows(TRUTHS[name], 800, 12, seeded(0)).double().numpy()
    (part,) = look(as_table(x, name, ())).parts
    ranking = rank(part, Budget(trainings=2, steps=400, latents=2))
    print(f"the truth is {name}; seen: {part.space}")
    print(table(ranking))
    print(choice(ranking))
    print()
    assert ranking.choice.law.name == name

# %% [markdown]
# Two draws prove little. The tests of the project do this for eleven
# laws, with five draws of each.

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
# **2.** Divide the digits by 16, as people do before they train. Will
# it see grey values between 0 and 1? And what if you insist on them?

# %% [markdown] tags=["solution"]
# It sees the counts again, because all values lie on one grid. If you
# insist, it tries densities, and leaves out two that have no value at 0
# or at 1 itself. It doubts the rest as well: a density may rise as high
# as it likes over a value that comes again and again, and then the nats
# tell how narrow it has become rather than how well it predicts.

# %% tags=["solution"]
grey = as_table(read("digits").values / 16, "grey", ())
print(opening(look(grey)))
(part,) = look(grey, space="unit").parts
kept, left_out = propose(part)
print("kept:", ", ".join(law.name for law in kept))
for name, why in left_out.items():
    print(f"without {name}: {why}")
print(*part.doubts, sep="\n")
assert str(look(grey).parts[0].space) == "a whole number from 0 to 16"
assert len(left_out) == 2

# %% [markdown]
# ## What this does not say
#
# It ranks laws *with this network and this budget*. What a short
# training misses looks like scatter, so a law that has room for
# scatter, say a negative binomial, can come before a Poisson on data
# that are Poisson. Train longer before you believe a small difference.
#
# Its standard errors know of other test rows and of other trainings,
# but not of other rows to train on. With few rows, give another `seed`
# to the budget, which draws another split, and see what stays.
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
