"""The picture that stands beside a link to these pages elsewhere."""

import io
import re

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.rc import PX, RC
from snippets.store import ROOT

SIZE = (1200, 630)  # pixels, as readers of og:image expect them
COLOURS = ROOT / "docs" / "assets" / "style" / "colour.css"
QUESTION = "Why Bernoulli?"
ANSWER = (
    "What the loss of a variational autoencoder\n"
    "says about its pixels: derived, measured, tested"
)
FINDING = (
    "What a pixel of ink costs,\n"
    "by the probability that the model gave it"
)
LAWS = {  # each with the place of its name
    "bernoulli": ("cross-entropy", lambda p: -np.log(p), (0.15, 2.1)),
    "gaussian": ("squared error", lambda p: (1 - p) ** 2, (0.02, 0.15)),
}


def colours() -> dict[str, str]:
    """The colours of the light page by the names of CSS."""
    text = COLOURS.read_text(encoding="utf-8")
    return dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", text))


def curves(ax: Axes, hue: dict[str, str]) -> None:
    """What each loss charges where the pixel is ink."""
    probs = np.linspace(0.02, 1, 200)
    for law, (name, cost, at) in LAWS.items():
        style = {"color": hue[law], "linestyle": FAMILY[law][1]}
        ax.plot(probs, cost(probs), linewidth=5 * PX, **style)
        ax.text(*at, name, color=hue[law], size=28 * PX, weight="bold")
    ax.text(0.48, 2.5, FINDING, color=hue["ink-2"], size=26 * PX)
    ax.set(xlim=(0, 1), ylim=(0, 4), xticks=[0, 1], yticks=[])
    ax.tick_params(labelsize=22 * PX, colors=hue["ink-2"], length=0)


def card() -> bytes:
    """A PNG; the same bytes from the same versions."""
    hue = colours()
    small = {"size": 30 * PX, "color": hue["ink-2"]}
    with matplotlib.rc_context({**RC, "font.family": "DejaVu Sans"}):
        fig = Figure(figsize=[pixels * PX / 72 for pixels in SIZE])
        fig.set_facecolor(hue["paper"])
        title = {"size": 92 * PX, "family": "DejaVu Serif"}
        fig.text(0.06, 0.75, QUESTION, color=hue["ink"], **title)
        fig.text(0.062, 0.56, ANSWER, linespacing=1.5, **small)
        curves(fig.add_axes((0.062, 0.1, 0.876, 0.38)), hue)
        file = io.BytesIO()
        # Without the name of the program: its version is no change.
        bare = {"Software": None}
        fig.savefig(file, format="png", dpi=72 / PX, metadata=bare)
    return file.getvalue()
