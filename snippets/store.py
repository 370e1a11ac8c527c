"""Files that are either whole and true, or not there."""

import errno
import hashlib
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
MARK = b"sha256 "
HEAD = len(MARK) + 64 + 1
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class CorruptCache(ValueError):
    """A cache file does not hold what was written to it."""


class Unwritable(OSError):
    """A file cannot be written, and nothing of it is left behind."""


def cache() -> Path:
    """The folder of everything that can be made again."""
    return Path(os.environ.get("VAE_CACHE", ROOT / ".cache"))


def replace(path: Path, content: bytes) -> None:
    """Never half a file. Raises `Unwritable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        renamed(path, content)
    except OSError as error:
        raise Unwritable(unwritable(path, error)) from error


def renamed(path: Path, content: bytes) -> None:
    """Write under a temporary name, then rename."""
    handle, name = tempfile.mkstemp(
        prefix=f".{path.name}.", suffix=".part", dir=path.parent
    )
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def unwritable(path: Path, error: OSError) -> str:
    """What went wrong, and what to do about it, in one line."""
    remedy = (
        "make room on that disk, and run it again"
        if error.errno in FULL
        else "give the right to write there, or, for a cache, name"
        " another folder in VAE_CACHE"
    )
    reason = error.strerror or error
    return f"{path} cannot be written ({reason}): {remedy}"


def write(path: Path, content: bytes) -> bool:
    """Replace `path` only where its bytes change; tells if they did."""
    if path.is_file() and path.read_bytes() == content:
        return False
    replace(path, content)
    return True


def seal(path: Path, content: bytes) -> None:
    """Keep `content` together with its checksum."""
    digest = hashlib.sha256(content).hexdigest().encode()
    replace(path, MARK + digest + b"\n" + content)


def unseal(path: Path) -> bytes:
    """What was sealed. Raises `CorruptCache`, `FileNotFoundError`."""
    whole = path.read_bytes()
    content = whole[HEAD:]
    digest = hashlib.sha256(content).hexdigest().encode()
    if whole[:HEAD] != MARK + digest + b"\n":
        raise CorruptCache(
            f"{path} is damaged (its checksum differs): delete it,"
            " or let `make site` make it again"
        )
    return content
