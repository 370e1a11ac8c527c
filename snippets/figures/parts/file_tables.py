"""Sizes of files, agreement and times, as Markdown."""

from statistics import fmean

from snippets.figures.parts.file_bars import LAWS, TITLES
from snippets.measures.file_sizes import NAMES, bits, column, mean_bytes
from snippets.words import fixed, spread


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Markdown; all but the first column to the right."""
    lines = [head, (":--", *["--:"] * (len(head) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def digits(values: list[float]) -> int:
    """Few enough for four columns on a phone."""
    return 1 if fmean(values) < 1000 else 0


def agreement(cases: dict[str, dict]) -> str:
    """Minus the ELBO beside the file, in bits per image."""
    rows = []
    for name, case in cases.items():
        law = LAWS[name]
        short, _, _ = TITLES[name].partition(",")
        title = f'<span class="f f-{law}">{short}</span>'
        numbers = [
            spread(column(case, key), digits(column(case, key)))
            for key in ("bound", "net")
        ]
        numbers.append(spread(column(case, "off"), 2))
        rows.append((title, *numbers))
    head = ("Images", "−ELBO", "File", "Off, %")
    return table(head, rows)


def sizes(case: dict) -> str:
    """Each packer: all images in one file, or one file an image."""
    raw = case["images"] * case["pixels"]
    rows = []
    for name in NAMES:
        pack = case["packs"][name]
        rows.append(
            (
                name,
                f"{pack['bytes']:,}",
                fixed(bits(case, pack["bytes"]), 2),
                pack["layout"],
                f"{pack['each']:,}",
            )
        )
    for name, text in (
        ("alone", "pixels alone"),
        ("primed", "xz, primed"),
    ):
        size = case["packs"][name]["bytes"]
        bpp = fixed(bits(case, size), 2)
        rows.append((text, f"{size:,}", bpp, "–", "–"))
    own = mean_bytes(case)
    bpp = fixed(bits(case, own), 2)
    rows.append(("this VAE", f"{own:,.0f}", bpp, "–", "–"))
    rows.sort(key=lambda row: int(row[1].replace(",", "")))
    rows.append(("a byte a pixel", f"{raw:,}", "8.00", "–", "–"))
    head = (
        "",
        "Bytes",
        "Bits per pixel",
        "Laid out as",
        "One file each",
    )
    return table(head, rows)


def seconds(cases: dict[str, dict]) -> str:
    """Milliseconds for an image, in and out."""
    rows = [
        (
            TITLES[name],
            fixed(fmean(column(case, "encode")), 1),
            fixed(fmean(column(case, "decode")), 1),
        )
        for name, case in cases.items()
    ]
    return table(("ms per image", "Pack", "Unpack"), rows)
