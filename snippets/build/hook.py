"""The seam between MkDocs and our build, and it is all of it.

The build is a process of its own: `mkdocs serve` keeps the modules it
has imported, so it would go on running code that has since changed.
"""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import event_priority

COMMAND = (sys.executable, "-m", "snippets.build")
NUMBER = re.compile(r"\[\[ *([a-z_][\w.]*) *\]\]")
REFERENCE_STYLE = "assets/_mkdocstrings.css"
log = logging.getLogger("mkdocs.hooks.build")


class UnknownNumber(LookupError):
    """A page names a number that nothing measured."""


# Before mkdocs-macros, which reads the numbers that this writes.
@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Trains, measures and draws what has changed."""
    # The day of the build would be in the packed site map.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    # Compiled files would land in a watched folder: a second build.
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    root = Path(config.config_file_path).parent
    status = subprocess.run(COMMAND, cwd=root, env=env).returncode
    if status:
        raise Abort(f"Aborted: snippets.build ended with {status}")


def on_pre_build(config: MkDocsConfig) -> None:
    """Leaves out a style sheet of mkdocstrings, which all pages load.

    What the reference needs of it stands in ours.
    """
    config.extra_css.remove(REFERENCE_STYLE)


def check_numbers(markdown: str, known: Mapping) -> None:
    """Raises UnknownNumber unless each `[[ claim.name ]]` is known."""
    for name in NUMBER.findall(markdown):
        value = known
        for part in name.split("."):
            if not isinstance(value, Mapping) or part not in value:
                raise UnknownNumber(f"nothing measured [[ {name} ]]")
            value = value[part]


# Before mkdocs-macros again, whose error is a page of traceback and
# ends `mkdocs serve` too.
@event_priority(100)
def on_page_markdown(
    markdown: str, config: MkDocsConfig, **others: object
) -> None:
    """Names an unknown number in one line."""
    check_numbers(markdown, config.plugins["macros"].variables)


def on_build_error(error: Exception) -> None:
    """One line in place of a traceback, which `mkdocs -v` shows."""
    if isinstance(error, MkDocsException):
        return
    log.debug("the error in full", exc_info=error)
    text = " ".join(str(error).split())
    raise Abort(f"Aborted: {type(error).__name__}: {text}") from None
