"""One image's bits, the sizes of files, what single pixels cost."""

from snippets.build.style import chart
from snippets.figures.parts import file_bars, file_steps
from snippets.figures.parts.file_rows import pictures, strip
from snippets.figures.parts.file_tables import agreement, seconds, sizes
from snippets.measures.file_words import SHOWN
from snippets.words import fixed


def stepped(found: dict) -> str:
    """What the steps show, in words."""
    pixels, code, back = found["binary_parts"][SHOWN]
    return (
        f"A {SHOWN} costs {fixed(pixels, 1)} bits for its pixels given"
        f" the code and {fixed(code, 1)} for the code;"
        f" {fixed(back, 1)} come back, so the file grows by"
        f" {fixed(pixels + code - back, 1)} bits."
    )


def sized(found: dict) -> str:
    """What the bars show, in words."""
    said = []
    for name, case in found["cases"].items():
        each = file_bars.lengths(case).items()
        row = ", ".join(f"{who} {fixed(v, 2)}" for who, v in each)
        said.append(f"{file_bars.TITLES[name]}: {row}.")
    return f"Bits per pixel of each file. {' '.join(said)}"


def draw(found: dict) -> dict[str, str | bytes]:
    """Two charts, rows of pictures, tables."""
    cases = found["cases"]
    return {
        "steps.html": chart(
            lambda fig, narrow: file_steps.steps(
                found, SHOWN, fig, narrow
            ),
            "steps",
            "column",
            file_steps.HEIGHTS,
            stepped(found),
        ),
        "bars.html": chart(
            lambda fig, narrow: file_bars.panels(found, fig, narrow),
            "bars",
            "full",
            file_bars.HEIGHTS,
            sized(found),
        ),
        "pixels.html": strip(),
        **pictures(found),
        "agreement.md": agreement(cases),
        "seconds.md": seconds(cases),
        **{f"{n}.md": sizes(case) for n, case in cases.items()},
    }
