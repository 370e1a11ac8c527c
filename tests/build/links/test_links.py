"""A link that leads nowhere is found before a reader finds it."""

from urllib.error import HTTPError, URLError

import pytest

from snippets.build.links import found, outside
from snippets.build.links.__main__ import main
from snippets.build.links.found import Link


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """A tree of two texts, in which README.md is what a test says."""
    monkeypatch.setattr(found, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text("# A page\n")

    def write(text):
        path = tmp_path / "README.md"
        path.write_text(f"# Two commands\n\n{text}\n")
        return [found.wrong(link) for link in found.links(path)]

    return write


@pytest.mark.parametrize(
    "text",
    [
        "[there](docs/page.md)",
        "[there](#two-commands)",
        "[there](README.md#two-commands)",
        "[wiki](https://en.wikipedia.org/wiki/Nat_(unit))",
        "see https://example.org/a.",
    ],
)
def test_a_sound_link_passes(texts, text):
    assert texts(text) == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[there](docs/none.md)", "leads nowhere"),
        ("[there](#three-commands)", "leads to no heading"),
        ("[there](README.md#three)", "leads to no heading"),
        ("[there](https://)", "is no address"),
        ("[there](https:///example.org)", "is no address"),
        ("[there](https://example)", "is no address"),
        ("[there](htps://example.org)", "is no address"),
    ],
)
def test_a_broken_link_is_told(texts, text, said):
    assert texts(text) == [said]


def test_code_is_no_link(texts):
    assert texts("`[a](b)`\n\n```\n[a](b.md)\n```\n\n[[ a.b ]]") == []


def test_each_wrong_link_has_its_line(texts, tmp_path, capsys):
    texts("[a](one.md) and [b](two.md)")
    assert main([]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "README.md: one.md leads nowhere",
        "README.md: two.md leads nowhere",
    ]


def test_every_link_of_ours_is_sound(capsys):
    assert len(found.sources()) > 40
    assert main([]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (None, None),
        (HTTPError("", 404, "", {}, None), "is gone (404)"),
        (HTTPError("", 403, "", {}, None), None),
        (URLError("no name"), "does not answer"),
    ],
)
def test_only_what_is_gone_or_silent_is_told(
    monkeypatch, tmp_path, error, said
):
    class Page:
        __enter__ = __exit__ = lambda *given: None

    def opened(request, timeout):
        if error:
            raise error
        return Page()

    monkeypatch.setattr(outside, "urlopen", opened)
    monkeypatch.setattr(found, "ROOT", tmp_path)
    near = Link(tmp_path / "a.md", "b.md#eq:c")
    far = Link(tmp_path / "a.md", "https://example.org/b")
    told = outside.asked([near, far, far])
    assert len(told) == bool(said)
    assert all(str(far) in line and said in line for line in told)
