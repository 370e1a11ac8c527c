"""One name in every tree, and a test for every equation.

Needs no built site, so it runs before one is built.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
QUESTIONS = ("why_bernoulli", "why_not_mse")
SECTIONS = ("vae", *QUESTIONS)
LABEL = re.compile(r"\\label\{([^}]+)\}")
MARK = re.compile(r"mark\.equation\(([^)]*)\)")


def names(folder, pattern):
    """The names in `folder`: test_x.py is x; a package is itself."""
    found = {
        path.stem.removeprefix("test_")
        for path in (ROOT / folder).glob(pattern)
    }
    return found - {"__init__", "index"}


def known(section):
    """The parts or claims of a section, by page, code or test.

    A long test may be cut: test_elbo_rate.py belongs to elbo.
    """
    found = names(f"docs/{section}", "*.md")
    found |= names(f"snippets/{section}", "*.py")
    for name in names(f"tests/{section}", "test_*.py"):
        if not any(name.startswith(f"{other}_") for other in found):
            found.add(name)
    return found


def missing_files():
    """Each part or claim stands under one name in every tree."""
    for section in SECTIONS:
        for name in known(section):
            yield f"docs/{section}/{name}.md"
            yield f"snippets/{section}/{name}.py"
            yield f"tests/{section}/test_{name}.py"
    measured = [("pages", name) for name in names("docs/vae", "*.md")]
    for question in QUESTIONS:
        for name in names(f"docs/{question}", "*.md"):
            measured.append((question, name))
    for folder, name in [("pages", "index"), *measured]:
        yield f"snippets/{folder}/{name}.py"
        yield f"snippets/figures/{name}.py"
        yield f"tests/{folder}/test_{name}.py"


def labelled():
    """Where each equation stands: label -> pages."""
    found = {}
    for page in DOCS.rglob("*.md"):
        for label in LABEL.findall(page.read_text()):
            found.setdefault(label, []).append(page.name)
    return found


def marked():
    """The labels that tests name, each with its test file."""
    found = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for given in MARK.findall(path.read_text()):
            for label in re.findall(r'"([^"]+)"', given):
                found.setdefault(label, []).append(path.name)
    return found


def test_every_name_stands_in_every_tree():
    absent = [p for p in missing_files() if not (ROOT / p).is_file()]
    assert not absent, f"missing: {', '.join(sorted(set(absent)))}"


def test_no_figure_or_measurement_is_left_without_its_page():
    pages = names("docs", "*.md")
    for section in SECTIONS:
        pages |= names(f"docs/{section}", "*.md")
    drawn = names("snippets/figures", "*.py")
    measured = names("snippets/pages", "*.py")
    assert drawn | measured <= pages


def test_every_equation_has_a_test():
    untested = sorted(set(labelled()) - set(marked()))
    assert not untested, f"no test is marked with: {untested}"


def test_every_marked_equation_stands_on_a_page():
    unknown = sorted(set(marked()) - set(labelled()))
    assert not unknown, f"no page has the equations: {unknown}"


def test_no_two_equations_share_a_label():
    twice = {k: v for k, v in labelled().items() if len(v) > 1}
    assert not twice


def test_every_displayed_equation_of_a_claim_is_labelled():
    for section in SECTIONS:
        for page in (DOCS / section).glob("*.md"):
            text = page.read_text()
            blocks = re.findall(r"\$\$(.*?)\$\$", text, flags=re.S)
            bare = [b for b in blocks if "\\label" not in b]
            assert not bare, f"{page.name}: {bare}"


def test_no_file_names_a_third_party_asset_host():
    hosts = re.compile(
        r"https?://[^ )\"]*(cdn|unpkg|jsdelivr|googleapis|gstatic)"
    )
    for folder in ("docs", "snippets", "overrides"):
        for path in (ROOT / folder).rglob("*.*"):
            if path.suffix in {".md", ".py", ".yml", ".css", ".html"}:
                assert not hosts.search(path.read_text()), path
