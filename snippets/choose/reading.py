"""A file becomes a table, or one line says why not."""

from pathlib import Path

import numpy as np
from jaxtyping import Float
from numpy.lib.format import open_memmap
from sklearn.datasets import load_digits, load_wine

from snippets.choose.table import (
    Refused,
    Table,
    checked,
    fits,
    memory,
    short,
)
from snippets.choose.text import from_csv

NUMBERS = "buif"  # numpy's letters: truth values, whole and real
PACKAGED = {
    "digits": lambda: load_digits().images,
    "wine": lambda: load_wine(as_frame=True).data,
}


def read(source: str, free: int | None = None) -> Table:
    """A packaged data set by name, an .npy or a .csv. Raises Refused.

    `free` is how many bytes of memory there are, if not all.
    """
    free = memory() if free is None else free
    if source in PACKAGED:
        return checked(packaged(source))
    path = Path(source)
    read_as = reader(path)
    try:
        return checked(read_as(path, free))
    except PermissionError:
        raise Refused(
            "it may not be read: look at its rights"
        ) from None
    except MemoryError:
        raise Refused("it does not fit in memory: fewer rows") from None


def reader(path: Path):
    """Which function reads it. Refused if there is none, or no file."""
    known = {".npy": from_npy, ".csv": from_csv}
    if path.suffix.lower() not in known:
        raise Refused(
            "its name must end in .npy or .csv, or be one of"
            f" {', '.join(PACKAGED)}: save it with numpy.save"
        )
    if not path.is_file():
        raise Refused("there is no such file: look at its name")
    if path.stat().st_size == 0:
        raise Refused("it is empty: give rows of data")
    return known[path.suffix.lower()]


def packaged(name: str) -> Table:
    """Real data inside scikit-learn, so nothing is downloaded."""
    found = PACKAGED[name]()
    names = tuple(getattr(found, "columns", ()))
    return as_table(np.asarray(found), name, names)


def from_npy(path: Path, free: int) -> Table:
    """Mapped first: what does not fit is refused unread."""
    try:
        mapped = open_memmap(path, mode="r")
    except PermissionError:
        raise
    # Broken headers end in errors of many kinds, none of them ours.
    except Exception as error:
        if "object" in str(error).lower():
            raise Refused(
                "it holds Python objects, which could run code when"
                " opened: save an array of numbers"
            ) from None
        raise Refused(
            f"it is no .npy file ({short(error)}): save it with"
            " numpy.save"
        ) from None
    return from_array(mapped, str(path), free)


def from_array(found: np.ndarray, source: str, free: int) -> Table:
    """Refused unless real numbers that fit; a number a row is fine."""
    kind = found.dtype.kind
    if kind == "c":
        raise Refused(
            "its numbers are complex: give real and imaginary part as"
            " columns"
        )
    if kind not in NUMBERS or found.dtype.itemsize > 8:
        raise Refused(
            f"its values are of type {short(found.dtype)}, not numbers:"
            " code each name as a column of 0 and 1"
        )
    if found.ndim == 0:
        raise Refused("it is a single number: give rows of data")
    fits(found.size, free)
    return as_table(np.array(found), source, ())


def as_table(
    found: Float[np.ndarray, "row *rest"] | np.ndarray,
    source: str,
    names: tuple[str, ...],
) -> Table:
    """Each image becomes a row; columns are numbered from 1."""
    shape = found.shape[1:]
    size = int(np.prod(shape))
    values = found.reshape(len(found), size).astype(np.float64)
    numbered = tuple(str(1 + place) for place in range(size))
    return Table(values, names or numbered, source, shape)
