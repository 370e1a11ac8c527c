"""How another engine is started on our sources."""

import sys

import markdown
import pytest

from engines import zensical

MARKDOWN = markdown.__file__
# Stands in for Zensical: it tells what it was given.
FAKE = """
import sys
from pathlib import Path

def cli():
    import markdown
    Path("told").write_text(f"{sys.argv[1:]} {markdown.__file__}")
    sys.exit(3 if Path("broken").exists() else 0)
"""


@pytest.fixture
def project(tmp_path):
    """Sources with what a build leaves beside them."""
    for name in zensical.SOURCES[:-1]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.md").write_text(name)
    (tmp_path / "snippets" / "__pycache__").mkdir()
    (tmp_path / ".cache").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x")
    return tmp_path


@pytest.fixture
def fake(tmp_path):
    """An engine that stands in the folder where it is started."""
    (tmp_path / "zensical").mkdir()
    (tmp_path / "zensical" / "main.py").write_text(FAKE)
    return tmp_path


def test_the_engine_gets_the_sources_and_not_our_cache(project):
    zensical.copy(project, project / "copy")
    found = {p.name for p in (project / "copy").iterdir()}
    assert found == set(zensical.SOURCES)
    assert not (project / "copy/snippets/__pycache__").exists()


def test_a_copy_forgets_the_one_before(project):
    old = project / "copy" / "docs" / "gone.md"
    old.parent.mkdir(parents=True)
    old.touch()
    zensical.copy(project, project / "copy")
    assert not old.exists()


def test_the_engine_may_import_what_we_have(fake):
    assert zensical.build(sys.executable, fake) == 0
    assert (fake / "told").read_text() == f"['build'] {MARKDOWN}"


def test_what_the_engine_brings_goes_first(fake):
    (fake / "markdown.py").touch()
    zensical.build(sys.executable, fake)
    assert MARKDOWN not in (fake / "told").read_text()


def test_an_engine_that_fails_is_heard(fake):
    (fake / "broken").touch()
    assert zensical.build(sys.executable, fake) == 3
