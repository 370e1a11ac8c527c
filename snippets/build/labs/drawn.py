"""The numbers that a figure shows, read from the figure itself."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle


def _bars(ax: Axes) -> list[list[float]]:
    """[left, bottom, width, height] of each bar."""
    bars = [p for p in ax.patches if isinstance(p, Rectangle)]
    return [[*b.get_xy(), b.get_width(), b.get_height()] for b in bars]


def _shown(ax: Axes) -> dict:
    """What stands in one pair of axes, by kind; nothing is left out."""
    kinds = {
        "lines": [line.get_xydata() for line in ax.lines],
        "points": [c.get_offsets() for c in ax.collections],
        "bars": _bars(ax),
        "pictures": [image.get_array() for image in ax.images],
        "words": [text.get_text() for text in ax.texts],
    }
    said = {"x": ax.get_xlabel(), "y": ax.get_title(loc="left")}
    return {**said, **{k: v for k, v in kinds.items() if v}}


def numbers(fig: Figure) -> dict:
    """For JSON: the axes of the figure in their order."""
    return {"axes": [_lists(_shown(ax)) for ax in fig.axes]}


def _lists(value: object) -> object:
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, dict):
        return {key: _lists(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_lists(each) for each in value]
    return value
