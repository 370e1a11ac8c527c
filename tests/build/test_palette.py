"""Colours are told apart, and the page knows them all."""

import re
from pathlib import Path

from snippets.build import palette

STYLES = Path(__file__).parents[2] / "docs/assets/style"


def test_no_two_laws_share_colour_or_dash():
    laws = [
        palette.FAMILY[n]
        for n in palette.FAMILY.keys() - palette.ALIASES
    ]
    assert len({c for c, _ in laws}) == len({d for _, d in laws}) == 8


def test_every_colour_of_a_figure_is_defined_by_the_page():
    css = (STYLES / "colour.css").read_text()
    wanted = set(palette.VARIABLES.values()) - {"currentColor"}
    defined = re.findall(r"(--[\w-]+): light-dark\(", css)
    assert wanted <= {f"var({name})" for name in defined}
