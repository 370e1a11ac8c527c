"""What every page may use, and no claim makes."""

from snippets.build import font, glossary, licences, social
from snippets.build.reference import page as reference
from snippets.store import ROOT


def files() -> dict[str, bytes]:
    """File names under docs/generated, and contents."""
    source = ROOT / "docs" / "glossary.yml"
    return {
        "math.woff2": font.math_font(),
        "card.png": social.card(),
        **glossary.pages(source),
        **licences.pages(),
        **reference.files(),
    }
