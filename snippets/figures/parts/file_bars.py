"""Sizes of files as bars, the smallest on top; a panel a case."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY
from snippets.build.style import INK, MUTED, PX, RULE
from snippets.figures.parts.panels import place, size
from snippets.measures.file_sizes import NAMES, bits, mean_bytes
from snippets.words import fixed

TITLES = {
    "binary": "Ink or paper, 28 × 28",
    "digits": "0 to 16, 8 × 8",
    "grey": "0 to 255, 28 × 28",
}
LAWS = {
    "binary": "bernoulli",
    "digits": "beta-binomial",
    "grey": "beta-binomial",
}
OWN = "this VAE"
ALONE = "pixels alone"
EVERY = 27  # pixels from bar to bar
HEIGHTS = (276, 780)


def lengths(case: dict) -> dict[str, float]:
    """Bits per pixel of each file, from the smallest up."""
    packs = case["packs"]
    found = {name: packs[name]["bytes"] for name in NAMES}
    found |= {OWN: mean_bytes(case), ALONE: packs["alone"]["bytes"]}
    order = sorted(found, key=found.__getitem__)
    return {name: bits(case, found[name]) for name in order}


def panel(ax: Axes, case: dict, name: str) -> None:
    """One bar for each file, its name before and its bits after."""
    found = lengths(case)
    law = FAMILY[LAWS[name]][0]
    for row, (who, value) in enumerate(found.items()):
        own = who == OWN
        colour = law if own else RULE
        ax.barh(row * EVERY, value, 17, color=colour, lw=0)
        style = {"va": "center", "weight": "bold" if own else "normal"}
        style["color"] = law if own else INK
        for text, x, shift, side in (
            (who, 0, -8, "right"),
            (fixed(value, 2), value, 6, "left"),
        ):
            ax.annotate(
                text,
                (x, row * EVERY),
                xytext=(shift * PX, 0),
                textcoords="offset points",
                ha=side,
                annotation_clip=False,
                **style,
            )
    ax.set(xlim=(0, max(found.values())), xticks=[], yticks=[])
    ax.set_ylim(len(found) * EVERY - EVERY / 2, -EVERY / 2)
    ax.spines["bottom"].set_visible(False)
    ax.set_title(
        TITLES[name], loc="left", size=13 * PX, color=MUTED, pad=8 * PX
    )


def panels(found: dict, fig: Figure, narrow: bool) -> None:
    """Three cases, side by side or one below the other."""
    across, _ = size(fig)
    tall = EVERY * (len(NAMES) + 2)
    for at, (name, case) in enumerate(found["cases"].items()):
        if narrow:
            box = (90, 28 + at * (tall + 42), across - 134, tall)
        else:
            wide = across / len(found["cases"])
            box = (at * wide + 90, 30, wide - 146, tall)
        panel(place(fig, box), case, name)
