"""What the labs leave under docs/generated: pages and notebooks."""

from nbformat import NotebookNode

from snippets.build.labs.kept import executed
from snippets.build.labs.notebook import portable
from snippets.build.labs.page import called, markdown
from snippets.build.labs.source import Lab
from snippets.build.record import data

JSON = "application/json"


def numbers(lab: Lab, notebook: NotebookNode) -> dict[str, str]:
    """What each figure shows, under the name of the figure."""
    return {
        f"labs/{called(lab, place)}.json": data(out.data[JSON])
        for place, cell in enumerate(notebook.cells)
        for out in cell.get("outputs", [])
        if JSON in out.get("data", {})
    }


def products(labs: dict[str, Lab]) -> dict[str, str]:
    """File names and contents; runs a lab only where that is due."""
    files = {}
    for name, lab in labs.items():
        notebook = executed(lab)
        files[f"labs/{name}.md"] = markdown(lab, notebook)
        files |= numbers(lab, notebook)
        files[f"labs/{name}.ipynb"] = portable(lab)
    return files
