"""What is left to do once the files of a claim are there."""

from pathlib import Path

from snippets.store import ROOT

NEXT = """
In mkdocs.yml, under nav, put this line where the claim belongs in the
argument; for now, behind {last}:

      - {page}

Then, as CONTRIBUTING.md tells, with python for .venv/bin/python:

  python -m snippets.build --claim {name}
      measures and draws
  make serve
      shows the page
  python -m pytest tests/test_written.py
      lists what is unwritten
  python -m pytest {test}
      fails until you write it
"""


def last_of(question: str) -> str:
    """The last page of the question in mkdocs.yml."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [line.strip("- ") for line in text.splitlines()]
    pages = [line for line in lines if line.startswith(f"{question}/")]
    return pages[-1]


def next_steps(name: str, question: str, written: list[Path]) -> str:
    """The files, the line for mkdocs.yml, the commands."""
    names = [str(path.relative_to(ROOT)) for path in written]
    page, *_, test = names
    told = NEXT.format(
        name=name,
        last=last_of(question),
        page=page.removeprefix("docs/"),
        test=test,
    )
    return "\n".join([*(f"wrote {each}" for each in names), told])
