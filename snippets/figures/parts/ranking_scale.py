"""How high the chart of the ranking is, and how far it reaches."""

from statistics import fmean

from matplotlib.axes import Axes

ROW = (25, 37)  # pixels from one law to the next: wide, narrow
TOP, FOOT = 44, 58  # for the lines' names, and for the axis


def heights(found: dict) -> tuple[int, int]:
    """What a chart of these laws needs, wide and narrow."""
    wide, narrow = (TOP + FOOT + len(found["laws"]) * r for r in ROW)
    return wide, narrow


def gap(law: dict) -> float:
    """Bits between the two bounds."""
    return fmean(law["bits"]) - fmean(law["sharp"])


WIDE = 6  # times the least: beyond, an axis counts in factors
TICKS = (1.5, 2, 3, 5, 10, 20, 30)


def ends(found: dict) -> tuple[float, float]:
    """The least and the largest mark of an axis."""
    marks = [*found["lines"].values()]
    for law in found["laws"].values():
        marks += [fmean(law["bits"]), fmean(law["sharp"])]
    return min(marks), max(marks)


def scale(ax: Axes, low: float, high: float) -> str:
    """Sets the axis, with room for every mark; gives its name."""
    if high < WIDE * low:
        room = 0.03 * (high - low)
        ax.set_xlim(low - room, high + room)
        return "bits per pixel, fewer is better"
    ax.set_xscale("log")
    room = (high / low) ** 0.03
    ax.set_xlim(low / room, high * room)
    ax.set_xticks(TICKS, [f"{tick:g}" for tick in TICKS])
    ax.minorticks_off()
    return "bits per pixel, each step a factor"
