"""Where the files of a claim stand, and what they begin as."""

import re
from pathlib import Path

from snippets import store
from snippets.store import ROOT

FORM = Path(__file__).parent / "form"
QUESTIONS = ("why_bernoulli", "why_not_mse")
LONGEST = 38  # its import still fits a line
NAME = re.compile(r"[a-z]+(_[a-z0-9]+){2,}")
# The file under form/, and where it goes.
PLACES = {
    "page.md": "docs/{question}/{name}.md",
    "claim.py": "snippets/{question}/{name}.py",
    "figure.py": "snippets/figures/{name}.py",
    "test.py": "tests/{question}/test_{name}.py",
}


class Refused(ValueError):
    """A claim cannot be begun under this name."""


def check(name: str, question: str) -> None:
    """Raises `Refused`, in one line that says what to do."""
    if not name:
        raise Refused("name it: make new-claim NAME=blur_has_a_cause")
    if question not in QUESTIONS:
        known = " or QUESTION=".join(QUESTIONS)
        raise Refused(
            f"no question {question!r}: take QUESTION={known}"
        )
    if not NAME.fullmatch(name) or name.startswith("test_"):
        raise Refused(
            f"{name!r} is no short sentence in small letters, with _"
            " between its words, such as blur_has_a_cause"
        )
    if len(name) > LONGEST:
        raise Refused(
            f"{name!r} is {len(name)} signs long: say it in {LONGEST}"
        )


def places(name: str, question: str) -> dict[str, Path]:
    """The new file for each of the form. Raises `Refused`."""
    check(name, question)
    made = {
        form: ROOT / place.format(name=name, question=question)
        for form, place in PLACES.items()
    }
    there = [p for p in made.values() if p.exists()]
    there += (ROOT / "snippets").glob(f"*/{name}.py")
    if there:
        path = there[0].relative_to(ROOT)
        raise Refused(f"{path} stands already: take another name")
    return made


def filled(text: str, name: str, question: str) -> str:
    """The form with the name of the claim put in."""
    title = name.replace("_", " ").capitalize()
    label = name.replace("_", "-")
    for blank, said in (
        ("NAME", name),
        ("QUESTION", question),
        ("TITLE", title),
        ("LABEL", label),
    ):
        text = text.replace(blank, said)
    return text


def start(name: str, question: str) -> list[Path]:
    """Write all files, or none. Raises `Refused` and `OSError`."""
    made = places(name, question)
    written = []
    try:
        for form, path in made.items():
            text = (FORM / form).read_text(encoding="utf-8")
            text = filled(text, name, question)
            store.write(path, text.encode())
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink()
        raise
    return written
