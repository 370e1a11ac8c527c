"""What `make new-claim` asks for is written.

Needs no built site, as test_tree.py needs none.
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
PROMPT = "new" + " claim:"


def prompts():
    """Each place where a new claim still asks for its text."""
    for folder in ("docs", "snippets", "tests"):
        for path in sorted((ROOT / folder).rglob("*.*")):
            if path.suffix not in {".md", ".py"}:
                continue
            if {"form", "generated"} & set(path.parts):
                continue
            lines = path.read_text().splitlines()
            for place, line in enumerate(lines, start=1):
                if PROMPT in line:
                    yield f"{path.relative_to(ROOT)}:{place}: {line}"


def test_every_prompt_of_a_new_claim_is_answered():
    left = list(prompts())
    assert not left, "write these:\n" + "\n".join(left)
