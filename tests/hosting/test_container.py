"""The container holds what the tests of the server served."""

import re

from snippets.store import ROOT

TEXT = (ROOT / "Containerfile").read_text()
CONF = (ROOT / "hosting/nginx.conf").read_text()
LINES = [line for line in TEXT.splitlines() if line[:1].isupper()]


def said(word):
    """What stands behind every instruction of this kind."""
    return [
        x.removeprefix(word).strip()
        for x in LINES
        if x.startswith(word)
    ]


def test_it_serves_by_the_settings_that_are_tested():
    assert "hosting/nginx.conf ./" in said("COPY")
    assert "--from=build /build/policy.conf ./" in said("COPY")
    assert "python -m hosting.policy site > policy.conf" in TEXT
    assert "include policy.conf;" in CONF
    assert said("EXPOSE") == re.findall(r"listen (\d+);", CONF)


def test_it_does_not_serve_as_root():
    assert said("USER") == ["nginx"]


def test_an_image_has_a_tag_and_no_host():
    for image in said("FROM"):
        name = image.split()[0]
        assert re.fullmatch(r"[a-z]+:[\w.-]+", name)
        assert not name.endswith(":latest")


def test_what_is_copied_from_here_exists():
    ignored = (ROOT / ".dockerignore").read_text().split()
    for line in said("COPY"):
        if not line.startswith("--from"):
            *names, _ = line.split()
            for name in names:
                assert (ROOT / name).exists(), name
                assert name not in ignored


def test_the_environment_needs_nothing_that_comes_later():
    """It is a layer of its own, so that an edit does not renew it."""
    at = TEXT.index("RUN make .venv/.ready")
    before = TEXT[:at]
    rule = (ROOT / "Makefile").read_text()
    needs = re.search(r"^\$\(READY\): (.+)$", rule, flags=re.M)[1]
    for name in needs.split():
        assert name in before
    assert TEXT.index("COPY . .") > at
