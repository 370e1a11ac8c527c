"""What belongs to no claim: font for maths, glossary, reference."""

from snippets.build import font, glossary
from snippets.build.reference import page as reference
from snippets.store import ROOT


def files() -> dict[str, bytes]:
    """File names under docs/generated, and contents."""
    source = ROOT / "docs" / "glossary.yml"
    return {
        "math.woff2": font.math_font(),
        **glossary.pages(source),
        **reference.files(),
    }
