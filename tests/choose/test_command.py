"""The command from a file to a table and a page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from snippets.choose.__main__ import main
from snippets.choose.colours import COLOURS

STYLE = Path(__file__).parents[2] / "docs/assets/style/colour.css"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small table, and the report about it."""
    folder = tmp_path_factory.mktemp("made")
    drawn = np.random.default_rng(0)
    z = drawn.normal(size=(120, 1))
    x = np.hstack(
        [
            drawn.poisson(np.exp(z + 1)),
            z < drawn.normal(size=z.shape),
            z + 1,
        ]
    )
    x = np.hstack([x, x[:, :1] + drawn.poisson(2, (120, 1))])
    path = folder / "<b>.csv"
    head = "reads,peak,<i>level,more"
    np.savetxt(path, x, delimiter=",", header=head, comments="")
    report = folder / "out.html"
    given = [str(path), "--report", str(report), "--steps", "20"]
    return given, report


def test_it_prints_a_table_for_each_kind_of_column(made, capsys):
    given, report = made
    assert main(given) == 0
    out, err = capsys.readouterr()
    assert "120 rows of 4 values" in out
    assert out.count("Take ") == 3
    assert "negative binomial" in out
    assert "100 %" in err
    assert f"Report: {report}" in out
    text = report.read_text()
    assert not re.search(r"(src|href)=\"(?!data:|#)", text)
    assert "http" not in text
    assert "<b>" not in text
    assert "&lt;b&gt;" in text
    assert text.count("<svg") == 6
    assert text.count("<title") == 7
    assert "prefers-color-scheme: dark" in text
    Strict().feed(text)


class Strict(HTMLParser):
    """Every element is closed, in the order of opening."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, given):
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, given):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_colours_are_those_of_the_site():
    known = re.findall(
        r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", STYLE.read_text()
    )
    site = {name: (light, dark) for name, light, dark in known}
    assert {name: site[name] for name in COLOURS} == COLOURS
