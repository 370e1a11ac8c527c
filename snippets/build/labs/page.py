"""A lab that has run becomes Markdown, like any page of the site.

So its maths, links, code and glossary are those of the site. A cell
that draws is followed by a Markdown cell tagged "figure": the finding,
how to read it, and in an HTML comment what the figure shows. Cells
tagged "solution" are folded.
"""

import html
import re
from itertools import groupby

from nbformat import NotebookNode

from snippets.build.labs.execute import LabFailed, named
from snippets.build.labs.figures import figure, one_line
from snippets.build.labs.source import Lab

SVG = "image/svg+xml"
PHONE = 36  # characters of output that fit the smallest screen
_COLUMNS = re.compile(r"\S {2,}\S")
_ALIGNED = (
    '<span class="aligned" tabindex="0" role="group"'
    ' aria-label="table">{}</span>'
)
_FOLDED = """<details class="solution" markdown>
<summary>Solution</summary>

{inside}

</details>"""


def tags(cell: NotebookNode) -> list[str]:
    """What the cell is marked with."""
    return cell.metadata.get("tags", [])


def printed(text: str) -> str:
    """What a cell said, as it said it; its wide tables can scroll."""
    parts = []
    for table, group in groupby(
        text.rstrip("\n").split("\n"),
        key=lambda line: bool(_COLUMNS.search(line)),
    ):
        lines = list(group)
        said = html.escape("\n".join(lines), quote=False)
        wide = max(map(len, lines)) > PHONE and len(lines) > 1
        scrolls = table and wide
        parts.append(_ALIGNED.format(said) if scrolls else said)
    said = "\n".join(parts)
    return f'<pre class="output" data-search-exclude>\n{said}\n</pre>'


def called(lab: Lab, place: int) -> str:
    """The name of what the cell at this place draws."""
    return f"{lab.name.replace('_', '-')}-{place + 1}"


def output(out: NotebookNode, name: str, caption: str, lab: str) -> str:
    """One output as HTML. ValueError where the page has no form."""
    if out.output_type == "stream" and out.name == "stdout":
        return printed(out.text)
    data = out.get("data", {})
    if SVG in data:
        return figure(data[SVG], name, caption, lab)
    if set(data) == {"text/plain"}:
        return printed(data["text/plain"])
    kind = ", ".join(data) or f"stderr: {one_line(out.text)}"
    raise ValueError(f"a page cannot show {kind}")


def shown(
    cell: NotebookNode, name: str, caption: str, lab: str
) -> list[str]:
    """The outputs of a cell, in their order. Raises ValueError."""
    drawn = [out for out in cell.outputs if SVG in out.get("data", {})]
    if caption and not drawn:
        raise ValueError("a caption follows, and there is no figure")
    return [output(out, name, caption, lab) for out in cell.outputs]


def block(lab: Lab, cells: list[NotebookNode], place: int) -> str:
    """One cell as Markdown, with its outputs. Raises `LabFailed`."""
    cell, *after = cells[place : place + 2]
    if cell.cell_type == "markdown":
        return "" if "figure" in tags(cell) else cell.source
    captions = [c.source for c in after if "figure" in tags(c)]
    name = called(lab, place)
    code = f"```python\n{cell.source}\n```"
    try:
        outputs = shown(cell, name, "".join(captions), lab.name)
    except ValueError as error:
        where = named(lab, place + 1, cell)
        raise LabFailed(f"{where}: {error}") from None
    return "\n\n".join([code, *outputs])


def headed(lab: Lab, first: str) -> str:
    """The first cell: title, lead, where to take the lab along."""
    title, lead, *rest = first.split("\n\n")
    taken = (
        f"[Notebook](../generated/labs/{lab.name}.ipynb)"
        f" · [Python]({lab.name}.py)\n{{.take}}"
    )
    return "\n\n".join([title, f"{lead}\n{{.lead}}", taken, *rest])


def markdown(lab: Lab, notebook: NotebookNode) -> str:
    """The page of a lab, without its front matter."""
    cells = notebook.cells
    blocks = [block(lab, cells, place) for place in range(len(cells))]
    blocks[0] = headed(lab, blocks[0])
    pairs = zip(cells, blocks, strict=True)
    parts = []
    for folded, group in groupby(
        pairs, key=lambda pair: "solution" in tags(pair[0])
    ):
        inside = "\n\n".join(text for _, text in group if text)
        parts.append(
            _FOLDED.format(inside=inside) if folded else inside
        )
    return "\n\n".join(parts) + "\n"
