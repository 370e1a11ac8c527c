"""Nothing is trained twice: weights keep under a fingerprint."""

import ast
import hashlib
import io
import sys
from functools import cache
from pathlib import Path

import torch

from snippets import store, vae
from snippets.packaged import SOURCES
from snippets.vae.training import (
    Run,
    Trained,
    finished,
    train,
    untrained,
)

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def bare(source: str) -> str:
    """Code without comments, layout, docstrings, types: what runs."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)


@cache
def machine() -> str:
    """Hash of all that a training runs through, scores aside.

    A comment changes no weight, so it does not enter.
    """
    folder = Path(vae.__file__).parent
    read = hashlib.sha256(torch.__version__.encode())
    for path in sorted(folder.rglob("*.py")):
        if path.name != "evaluation.py":
            read.update(path.name.encode())
            read.update(bare(path.read_text()).encode())
    return read.hexdigest()


# --8<-- [start:name]
def weights_path(run: Run) -> Path:
    """Settings, code, data and torch name the file of the weights."""
    data = SOURCES[run.data].sha256
    settings = f"{run!r} {data} {machine()}"
    name = hashlib.sha256(settings.encode()).hexdigest()[:32]
    return store.cache() / "weights" / name


# --8<-- [end:name]
def packed(result: Trained) -> bytes:
    """A trained model as bytes."""
    buffer = io.BytesIO()
    state = result.model.state_dict()
    torch.save({"state": state, "history": result.history}, buffer)
    return buffer.getvalue()


def keep(run: Run, result: Trained) -> None:
    """Seal a trained model for `trained`."""
    store.seal(weights_path(run), packed(result))


def kept(run: Run) -> Trained:
    """Open a sealed model. Raises as `store.unseal` does."""
    content = io.BytesIO(store.unseal(weights_path(run)))
    saved = torch.load(content, weights_only=True)
    model = untrained(run)
    model.load_state_dict(saved["state"])
    return finished(model, saved["history"])


# --8<-- [start:trained]
def trained(run: Run) -> Trained:
    """`train(run)`, once; a damaged file is reported, then remade."""
    try:
        return kept(run)
    except FileNotFoundError:
        pass
    except store.CorruptCache as damage:
        print(f"{damage}. Training again.", file=sys.stderr)
    result = train(run)
    keep(run, result)
    return result


# --8<-- [end:trained]
