"""The path from an image to its number, under its own words."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.style import INK, MUTED, PAPER, PX, RULE
from snippets.figures.parts.panels import image, place, size
from snippets.words import fixed

BORDER = 0  # a stroke may reach into the border
LIMIT = 3.2  # of the axis of z, in prior standard deviations
HEIGHTS = (276, 744)
WORDS = {
    "x": "“the input”",
    "z": "“reconstructed”",
    "m": "“Bernoulli distribution\nin the data space”",
    "cost": "“negative log\nprobability”",
}
ENCODER, DECODER = "encoder", "“induced by the decoder”"
# Per part, in pixels: the panel (left, top, width, height), then left
# and top of its words and of the note.
WIDE = {
    "x": ((0, 52, 146, 146), (0, 24), (0, 210)),
    "z": ((234, 52, 208, 146), (212, 24), (212, 210)),
    "m": ((546, 52, 146, 146), (546, 6), (546, 210)),
    "cost": ((714, 52, 146, 146), (714, 6), (714, 210)),
}
NARROW = {
    "x": ((0, 4, 124, 124), (140, 4), (140, 28)),
    "z": ((26, 204, 302, 130), (0, 174), (0, 346)),
    "m": ((0, 458, 124, 124), (140, 458), (140, 502)),
    "cost": ((0, 614, 124, 124), (140, 614), (140, 658)),
}
ARROWS = (
    ((178, 92), ENCODER),
    ((178, 106), "⟶"),
    ((496, 76), DECODER.replace(" the", "\nthe")),
    ((496, 108), "⟶"),
)
NARROW_ARROWS = (
    ((0, 142), f"↓ {ENCODER}"),
    ((0, 426), f"↓ {DECODER}"),
)


def write(
    fig: Figure, at: tuple[float, float], text: str, **style
) -> None:
    """Text at `at`, in pixels from the top left."""
    across, down = size(fig)
    x, y = at[0] / across, 1 - at[1] / down
    fig.text(x, y, text, **{"va": "top", "linespacing": 1.3, **style})


def latents(ax: Axes, found: dict) -> None:
    """The cloud as bars, the draw as dots; the prior lies behind."""
    count, loc = len(found["loc"]), found["loc"]
    ax.axhspan(-1, 1, color=RULE, linewidth=0)
    cloud = {"fmt": "none", "ecolor": MUTED, "elinewidth": 5 * PX}
    ax.errorbar(range(count), loc, found["scale"], **cloud)
    mean = {"marker": "_", "ls": "none", "color": PAPER}
    ax.plot(loc, markersize=5 * PX, **mean)
    drawn = {"marker": "o", "ls": "none", "color": INK, "mec": PAPER}
    ax.plot(found["z"], markersize=6 * PX, mew=0.75 * PX, **drawn)
    ax.set_xlim(-0.8, count - 0.2)
    ax.set_ylim(-LIMIT, LIMIT)
    ax.set_xticks([])
    ax.set_yticks([-2, 0, 2], ["−2", "0", "2"])
    ax.spines["bottom"].set_visible(False)


def notes(found: dict) -> dict[str, str]:
    """What each panel shows."""
    pixels = found["x"].size
    ink = fixed(found["x"].sum(), 0)
    return {
        "x": f"x: {pixels} pixels,\n{ink} of them ink",
        "z": "bars: the cloud q(z|x), one a latent"
        "\ndots: z, the code drawn from it\nband: the prior",
        "m": "m: for each pixel the\nprobability of ink",
        "cost": f"{pixels} costs add up to",
    }


def sentence_path(found: dict, fig: Figure, narrow: bool) -> None:
    """Image, code, coins, costs; and the sum of the costs."""
    said = notes(found)
    for name, (box, *_) in (NARROW if narrow else WIDE).items():
        ax = place(fig, box)
        if name == "z":
            latents(ax, found)
        else:
            top = max(1, found["cost"].max()) if name == "cost" else 1
            image(ax, found[name] / top, BORDER)
    for name, (_, above, below) in (NARROW if narrow else WIDE).items():
        write(fig, above, WORDS[name], weight="bold")
        write(fig, below, said[name], color=MUTED)
    last = (NARROW if narrow else WIDE)["cost"][2]
    number = f"{fixed(found['draws'][0], 1)} nats"
    at = (last[0], last[1] + 20)
    write(fig, at, number, weight="bold", size=24 * PX)
    for at, text in NARROW_ARROWS if narrow else ARROWS:
        centre = {} if narrow else {"ha": "center"}
        write(fig, at, text, **centre)
