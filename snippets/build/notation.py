"""One list of symbols becomes the page of them."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from snippets.build.prose import title

HEAD = "| Symbol | Stands for | Unit or range | First used |"
RULE = "|:--|:--|:--|:--|"


def row(tex: str, symbol: Mapping) -> str:
    """A symbol with all of its meanings, as a row of a table."""
    also = symbol.get("also", {})
    other = [f"[{said}]({place})" for said, place in also.items()]
    means = symbol["is"]
    if other:
        means += f"; also {', '.join(other)}"
    page = symbol["first"].partition("#")[0]
    first = f"[{title(page)}]({symbol['first']})"
    return f"| ${tex}$ | {means} | {symbol['range']} | {first} |"


def pages(path: Path) -> dict[str, bytes]:
    """`notation/list.md`, from the YAML at `path`."""
    parts = []
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    for heading, symbols in groups.items():
        parts += [f"## {heading}\n", HEAD, RULE]
        parts += [row(tex, each) for tex, each in symbols.items()]
        parts.append("")
    return {"notation/list.md": "\n".join(parts).encode()}
