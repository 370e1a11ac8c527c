"""Grids of images as ink on whatever paper the page has."""

import base64
import html as markup
import io

import numpy as np
from PIL import Image

INK = 29  # of 255: the ink of the light page, inverted in the dark
SMALL = 5000  # bytes; a lazy image is missing when a page is printed


def _alpha(ink: np.ndarray) -> np.ndarray:
    """Ink from 0 to 1 as whole numbers from 0 to 255."""
    low, high = np.min(ink), np.max(ink)
    # NaN fails this comparison too.
    if not -1e-6 <= low <= high <= 1 + 1e-6:
        raise ValueError(f"ink from {low:g} to {high:g}, not 0 to 1")
    return np.rint(np.clip(ink, 0, 1) * 255).astype(np.uint8)


def rgba(image: np.ndarray) -> np.ndarray:
    """[row, column] -> [row, column, 4], for `Axes.imshow`.

    Draw it with interpolation="none": the page keeps pixels sharp.
    """
    alpha = _alpha(np.asarray(image))
    colour = np.full((*alpha.shape, 3), INK, np.uint8)
    return np.concatenate([colour, alpha[..., None]], axis=-1)


def row(images: np.ndarray, gap: int = 2) -> bytes:
    """[image, side, side], ink from 0 to 1 -> PNG of one row.

    `gap` empty columns stand between two images. The grey is
    constant, and the ink is the opacity, so the paper shows through.
    """
    padded = np.pad(np.asarray(images), [(0, 0), (0, 0), (0, gap)])
    alpha = _alpha(np.concatenate(list(padded), axis=1))
    alpha = alpha[:, : alpha.shape[1] - gap]
    grey = np.full_like(alpha, INK)
    file = io.BytesIO()
    picture = Image.fromarray(np.stack([grey, alpha], axis=-1))
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def uri(png: bytes) -> str:
    """The picture itself in place of its address."""
    text = base64.b64encode(png).decode()
    return f"data:image/png;base64,{text}"


def html(
    path: str,
    width: int,
    height: int,
    alt: str,
    data: bytes = b"",
    depth: int = 2,
) -> str:
    """An <img> of `width` x `height` CSS pixels.

    `path` counts from docs/; `depth` is how many folders deep the
    page lies (2 for docs/vae/model.md). Given the picture's `data`, a
    large one waits until it is near the screen.
    """
    address = path if ":" in path else "../" * depth + path
    lazy = ' loading="lazy"' if len(data) > SMALL else ""
    return (
        f'<img class="ink" src="{markup.escape(address)}"'
        f' width="{width}" height="{height}"'
        f' alt="{markup.escape(alt)}"{lazy}>'
    )
