"""What every law scores, as Markdown; and images that laws draw."""

from statistics import fmean

import numpy as np

from snippets.build import picture
from snippets.figures.parts.ranking_names import key
from snippets.words import fixed, spread

FOLDER = "generated/likelihoods_on_one_sample_space"
ZOOM = 3  # screen pixels for one of the image
READINGS = ("bins", "fitted", "mean")
WRITTEN = {
    "average": ("gaussian", "MSE + KL, σ² = 32"),
    "sum": ("gaussian", "SSE + KL, σ² = ½"),
    "learned": ("gaussian", "one learned σ"),
    "mean": ("bernoulli", "cross-entropy + KL"),
}


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Markdown; all but the first column to the right."""
    lines = [head, (":--", *["--:"] * (len(head) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ordered(laws: dict) -> list[str]:
    """From the cheapest law down."""
    return sorted(laws, key=lambda name: fmean(laws[name]["nats"]))


def costs(laws: dict) -> str:
    """Both bounds and the rate, in nats per image."""
    digits = (
        1 if max(fmean(x["nats"]) for x in laws.values()) < 1e3 else 0
    )
    rows = [
        (
            key(name),
            spread(laws[name]["nats"], digits),
            spread(laws[name]["evidence"], digits),
            fixed(fmean(laws[name]["rate"]), 1),
        )
        for name in ordered(laws)
    ]
    head = ("Law", "−ELBO", "Weighted", "Rate")
    return table(head, rows)


def sizes(laws: dict) -> str:
    """Bits per pixel, latents in use, and seconds in ratio."""
    unit = fmean(laws["mean"]["seconds"])
    rows = [
        (
            key(name),
            f"{spread(laws[name]['bits'], 3)}"
            f" / {fixed(fmean(laws[name]['sharp']), 3)}",
            spread(laws[name]["active"], 1),
            fixed(fmean(laws[name]["seconds"]) / unit, 1),
        )
        for name in ordered(laws)
    ]
    head = (
        "Law",
        "Bits per pixel, weighted",
        "Latents in use",
        "Time",
    )
    return table(head, rows)


def readings(found: dict) -> str:
    """One row for each training, one column for each reading."""
    rows = []
    for name, (law, text) in WRITTEN.items():
        scores = found["reread"][name]
        cells = [
            spread(scores[each], 1) if each in scores else "–"
            for each in READINGS
        ]
        label = f'<span class="f key f-{law}">{text}</span>'
        rows.append((label, *cells))
    head = ("Trained with", "its own σ", "a fitted σ", "its mean")
    return table(head, rows)


def strip(found: dict) -> dict[str, str | bytes]:
    """Test images, then ten draws from each law."""
    files, rows = {}, []
    for name, images in found["drawn"].items():
        large = images.repeat(ZOOM, 1).repeat(ZOOM, 2)
        files[f"{name}.png"] = picture.row(np.asarray(large))
        title, alt = "test images", "Ten small digits."
        nats = "nats"
        if name in found["laws"]:
            title, alt = key(name), ALTS[name]
            nats = fixed(fmean(found["laws"][name]["nats"]), 1)
        image = picture.html(f"{FOLDER}/{name}.png", 258, 24, alt)
        rows.append(
            f'<tr><th scope="row">{title}</th><td>{image}</td>'
            f"<td>{nats}</td></tr>"
        )
    body = "\n".join(['<table class="strip">', *rows, "</table>"])
    return {**files, "draws.html": body}


ALTS = {
    "beta_binomial": "Strokes of ink on paper, most like digits.",
    "geometric": "Strokes like digits, with grey grain in them.",
    "mean": "Strokes like digits, with more grain.",
    "learned": "Soft strokes, and a grey grain on all of the paper.",
    "sum": "Noise: no digit can be made out.",
}
