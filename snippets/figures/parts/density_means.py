"""The mean of a law against its parameter."""

from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import (
    MUTED,
    PX,
    axes_labels,
    line,
    range_frame,
)
from snippets.words import fixed

LABELS = {  # where the name stands, beside the mean at AT
    "bernoulli": ("Bernoulli", (0.14, 0.04), "left"),
    "truncated-geometric": ("truncated geometric", (1, 0.4), "right"),
    "continuous-bernoulli": (
        "continuous Bernoulli",
        (0.03, 0.56),
        "left",
    ),
}
AT = 0.1


def means(found: dict, fig: Figure, narrow: bool) -> None:
    """Three curves through the middle; only one is the diagonal."""
    left = 0.11 if narrow else 0.07
    ax = fig.add_axes((left, 0.17, 0.97 - left, 0.70))
    curves = found["means"]
    m = [0.0, *curves["m"], 1.0]
    top = max(found["mean_at"].values())
    ax.plot([AT, AT], [0, *top], color=MUTED, linewidth=1 * PX)
    for name, (text, at, side) in LABELS.items():
        # Towards the ends the mean falls too slowly for any grid.
        mean = [0.0, *curves[name], 1.0]
        ax.plot(m, mean, clip_on=False, **line(name))
        colour = FAMILY[name][0]
        marked = found["mean_at"][name][0]
        ax.plot([AT], [marked], "o", color=colour)
        said = f"{text}: {fixed(marked, 2)}"
        ax.text(*at, said, ha=side, color=colour)
    ax.set(xlim=(0, 1), ylim=(0, 1))
    range_frame(ax)
    axes_labels(ax, "parameter m", "mean of the law")
