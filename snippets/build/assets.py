"""What every page may use, and no claim makes."""

from snippets.build import (
    bibliography,
    faq,
    font,
    glossary,
    licences,
    notation,
    prose,
    social,
)
from snippets.build.reference import page as reference


def files() -> dict[str, bytes]:
    """File names under docs/generated, and contents."""
    return {
        "math.woff2": font.math_font(),
        "card.png": social.card(),
        **glossary.pages(prose.DOCS / "glossary.yml"),
        **licences.pages(),
        **bibliography.pages(),
        **notation.pages(prose.DOCS / "notation.yml"),
        **reference.files(),
    }


def answers(words: dict[str, dict[str, str]]) -> dict[str, bytes]:
    """The list that takes numbers of claims."""
    return faq.pages(prose.DOCS / "questions.yml", words)
