"""The policy allows what the site has, and refuses the rest."""

import pytest

from hosting.policy import AgainstPolicy, inline, main, policy, source
from tests.hosting.server import SITE

PAGES = sorted(SITE.rglob("*.html"))


def rules(said):
    """Directive -> its sources."""
    return {
        name: sources
        for name, *sources in map(str.split, said.split(";"))
    }


@pytest.fixture(scope="module")
def said():
    return rules(policy(SITE))


def page(tmp_path, text):
    (tmp_path / "index.html").write_text(text)
    return tmp_path


def test_nothing_is_allowed_that_is_not_named(said):
    assert said["default-src"] == ["'none'"]
    for name in ("base-uri", "frame-ancestors"):
        assert said[name] == ["'none'"]


def test_nothing_unsafe_and_no_other_host_is_allowed(said):
    for sources in said.values():
        for each in sources:
            assert each in {"'self'", "'none'", "data:"} or (
                each.startswith("'sha256-")
            )


def test_styles_stand_in_files_alone(said):
    assert said["style-src"] == ["'self'"]


def test_every_script_in_a_page_is_named_by_its_hash(said):
    found = {source(text) for p in PAGES for text in inline(p)}
    assert found
    assert set(said["script-src"]) == {"'self'", *found}


# Its text stands in the standard's own example.
def test_a_hash_is_what_a_browser_computes():
    name = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert source("alert('Hello, world.');") == name


def test_data_that_nobody_runs_needs_no_hash(tmp_path):
    text = '<script type="application/json">{}</script>'
    assert inline(page(tmp_path, text) / "index.html") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('<p>\n<p style="color: red">', "line 2: <p> has the attrib"),
        ("<style>p {}</style>", "rules of its own"),
        ('<p onclick="go()">', "the attribute onclick"),
        ('<a href="javascript:go()">', "a script as its address"),
    ],
    ids=["style", "rules", "handler", "address"],
)
def test_what_the_policy_would_take_away_is_named(
    tmp_path, text, named
):
    with pytest.raises(AgainstPolicy, match=named):
        policy(page(tmp_path, text))


def test_the_command_ends_in_one_line(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert main([]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "make site first" in said.err.splitlines()[0]
