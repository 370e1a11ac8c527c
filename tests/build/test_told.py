"""An edit of prose builds nothing; a new include or test does."""

import pytest

from snippets.build import told

PAGE = (
    '# A title\n\nProse.\n\n--8<-- "snippets/a.py"\n\n\\label{eq:a}\n'
)


@pytest.fixture
def tree(tmp_path):
    for folder in ("docs/generated", "tests"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs" / "page.md").write_text(PAGE)
    (tmp_path / "docs" / "generated" / "made.md").write_text("# Made\n")
    (tmp_path / "tests" / "test_a.py").write_text("def test_b(): 1\n")
    return tmp_path


def test_titles_includes_and_labels_are_read(tree):
    wanted = ["# A title", '--8<-- "snippets/a.py"', "\\label{eq:a}"]
    assert told.in_pages(tree) == wanted
    assert told.tests(tree) == ["def test_b"]


@pytest.mark.parametrize(
    ("path", "old", "new", "changes"),
    [
        ("docs/page.md", "Prose.", "Other prose.", False),
        ("docs/generated/made.md", "Made", "Remade", False),
        ("tests/test_a.py", "): 1", "): 2", False),
        ("docs/page.md", "A title", "Another", True),
        ("docs/page.md", "a.py", "b.py", True),
        ("docs/page.md", "eq:a", "eq:b", True),
        ("tests/test_a.py", "): 1", "): 1\ndef test_c(): 1", True),
    ],
)
def test_only_what_the_build_reads_changes_the_digest(
    tree, path, old, new, changes
):
    before = told.digest(tree)
    text = (tree / path).read_text()
    (tree / path).write_text(text.replace(old, new))
    assert (told.digest(tree) != before) == changes
