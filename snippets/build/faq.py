"""One list of questions, with answers, becomes the page of them."""

import re
from collections.abc import Mapping
from pathlib import Path

import jinja2
import yaml

from snippets.build.prose import title

SITES = {
    "Cross Validated": "https://stats.stackexchange.com/q/",
    "Artificial Intelligence": "https://ai.stackexchange.com/q/",
    "Data Science": "https://datascience.stackexchange.com/q/",
}
CODE = re.compile(r"([\w.-]+/[\w.-]+)/(?:issues|pull)/(\d+)")


class UnknownThread(ValueError):
    """Neither a post of a known site nor an issue."""


def thread(name: str) -> str:
    """A link: `pytorch/examples/issues/460`. Raises UnknownThread."""
    site, _, number = name.rpartition(" ")
    if site in SITES and number.isdigit():
        return f"[{name}]({SITES[site]}{number})"
    if code := CODE.fullmatch(name):
        label = f"{code[1]} {code[2]}"
        return f"[{label}](https://github.com/{name})"
    raise UnknownThread(f"docs/questions.yml: asked in {name!r}?")


def fill(text: str, words: Mapping) -> str:
    """Put in the numbers. Raises jinja2.UndefinedError."""
    numbers = jinja2.Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",  # those that TeX does not own
        comment_start_string="[##",
        undefined=jinja2.StrictUndefined,
        autoescape=False,
    )
    return numbers.from_string(text).render(words)


def entry(question: Mapping, words: Mapping) -> str:
    """Heading, answer, and the line of links below it."""
    page = question["proved"].partition("#")[0]
    proof = f"[{title(page)}]({question['proved']})"
    asked = ", ".join(map(thread, question["asked"]))
    return (
        f"### {question['ask']}\n\n"
        f"{fill(question['answer'], words)}\n\n"
        f"Shown in: {proof}.<br>\nAsked: {asked}.\n"
        "{.below}\n"
    )


def pages(path: Path, words: Mapping) -> dict[str, bytes]:
    """`faq/list.md`, from the YAML at `path` and the numbers."""
    parts = []
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    for heading, questions in groups.items():
        parts.append(f"## {heading}\n")
        parts += [entry(q, words) for q in questions.values()]
    return {"faq/list.md": "\n".join(parts).encode()}
