"""`compress FILE` and `decompress FILE`, for the reader."""

import argparse
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from tqdm import tqdm

from snippets import store
from snippets.compression.cases import Case, Unfit, fit, named
from snippets.compression.container import BadFile, from_bytes
from snippets.compression.files import compress, decompress
from snippets.vae.model import VAE
from snippets.weights import trained, weights_path

ENDING = ".vae"
SEED = 0  # of the model that packs


class Refused(ValueError):
    """The command cannot do what it was asked."""


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """What to do, with which file."""
    parser = argparse.ArgumentParser(
        prog="python -m snippets.why_bernoulli.the_loss_is_a_file_size",
        description="Pack images with a VAE, without a loss.",
    )
    parser.add_argument("action", choices=("compress", "decompress"))
    parser.add_argument("file", type=Path, help="an .npy, or its pack")
    parser.add_argument(
        "-o", "--output", type=Path, help="write here instead"
    )
    parser.add_argument(
        "-f", "--force", action="store_true", help="write over a file"
    )
    return parser.parse_args(given)


def bar(rows: Iterable) -> Iterable:
    """A progress bar over images."""
    return tqdm(rows, unit=" images", mininterval=0.2)


def opened(case: Case) -> VAE:
    """The model of a case; the first time, it has to be trained."""
    run = case.runs[SEED]
    if not weights_path(run).exists():
        print(
            f"training the model for {case.name} images, once: up to"
            " a minute",
            file=sys.stderr,
        )
    return trained(run).model


def packed(content: bytes) -> tuple[bytes, str]:
    """The file of an .npy, and what is to be said of it."""
    try:
        images = np.load(io.BytesIO(content), allow_pickle=False)
    except (ValueError, EOFError, OSError):
        images = None
    if not isinstance(images, np.ndarray):
        raise Refused("is no .npy of numbers: write it with np.save")
    made = compress(images, opened(fit(images)), bar)
    bits = 8 * len(made) / images.size
    said = f"{len(images)} images, {len(made):,} bytes"
    return made, f"{said}, {bits:.3f} bits per pixel"


def unpacked(content: bytes) -> tuple[bytes, str]:
    """The .npy in a file, and what is to be said of it."""
    packed = from_bytes(content)
    images = decompress(packed, opened(named(packed.case)), bar)
    file = io.BytesIO()
    np.save(file, images)
    return file.getvalue(), f"{len(images)} images, as they were"


def target(options: argparse.Namespace) -> Path:
    """Where to write. Raises `Refused` rather than write over."""
    file, given = options.file, options.output
    if options.action == "compress":
        path = given or file.with_name(file.name + ENDING)
    elif given or file.suffix == ENDING:
        path = given or file.with_suffix("")
    else:
        raise Refused(f"does not end in {ENDING}: say -o NAME")
    if path.exists() and not options.force:
        raise Refused(f"is there, but so is {path}: say --force")
    return path


def main(given: list[str] | None = None) -> int:
    """The exit status; an error is one line that says what to do."""
    options = arguments(given)
    do = packed if options.action == "compress" else unpacked
    try:
        path = target(options)
        content, said = do(options.file.read_bytes())
        store.replace(path, content)
    except KeyboardInterrupt:
        print("stopped; nothing was written", file=sys.stderr)
        return 130
    except store.Unwritable as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        reason = f"{error.strerror or error}: check the name"
        print(f"error: {options.file}: {reason}", file=sys.stderr)
        return 1
    except (Refused, Unfit, BadFile) as error:
        print(f"error: {options.file} {error}", file=sys.stderr)
        return 1
    print(f"{path}: {said}")
    return 0
