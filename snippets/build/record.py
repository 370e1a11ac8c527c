"""What a figure is made of, to take along: its numbers, its code."""

import json
from collections.abc import Mapping

import numpy as np

from snippets.build import stamps
from snippets.build.claims import Claim

DIGITS = 6  # of a number; a picture needs fewer
SHADES = 4
FIGURES = "snippets.figures"


def rounded(value: float, digits: int) -> float | None:
    """Few digits; in an array there may be gaps, in JSON no NaN."""
    return float(f"{value:.{digits}g}") if np.isfinite(value) else None


def plain(value: object) -> object:
    """Numbers for JSON: arrays and tensors become lists."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        short = [rounded(each, SHADES) for each in value.ravel()]
        return np.array(short, object).reshape(value.shape).tolist()
    if hasattr(value, "tolist"):
        return plain(np.asarray(value).tolist())
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, float) and np.isfinite(value):
        return rounded(value, DIGITS)
    return value


def is_file(value: object) -> bool:
    """Bytes that `draw` publishes as they are."""
    return isinstance(value, np.ndarray) and value.dtype == np.uint8


def entry(name: str, value: object) -> str:
    """A name and its numbers. Raises ValueError where one is none."""
    try:
        text = json.dumps(
            plain(value), separators=(",", ":"), allow_nan=False
        )
    except ValueError:
        raise ValueError(
            f"{name!r} holds nan or infinity: look at what it is"
            " measured on"
        ) from None
    return f"{json.dumps(name)}: {text}"


def data(numbers: Mapping[str, object]) -> str:
    """JSON of what `draw` is given, each name on a line of its own."""
    given = [
        entry(str(name), value)
        for name, value in numbers.items()
        if not is_file(value)
    ]
    return "{\n" + ",\n".join(given) + "\n}"


def code(claim: Claim) -> str:
    """The files that measured and drew it, one below the other."""
    measured = stamps.module_of(claim.path)
    drawn = f"{FIGURES}.{claim.name}"
    parts = stamps.graph().find_descendants(f"{FIGURES}.parts")
    parts &= stamps.upstream(drawn)
    paths = [
        stamps.file_of(m) for m in (measured, drawn, *sorted(parts))
    ]
    return "\n\n".join(
        f"# --- {path.relative_to(stamps.ROOT)}\n\n{path.read_text()}"
        for path in paths
    )
