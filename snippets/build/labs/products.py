"""What the labs leave under docs/generated: pages and notebooks."""

from snippets.build.labs.kept import executed
from snippets.build.labs.notebook import portable
from snippets.build.labs.page import markdown
from snippets.build.labs.source import Lab


def products(labs: dict[str, Lab]) -> dict[str, str]:
    """File names and contents; runs a lab only where that is due."""
    files = {}
    for name, lab in labs.items():
        files[f"labs/{name}.md"] = markdown(lab, executed(lab))
        files[f"labs/{name}.ipynb"] = portable(lab)
    return files
