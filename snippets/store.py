"""Files that are either whole and true, or not there."""

import hashlib
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
MARK = b"sha256 "
HEAD = len(MARK) + 64 + 1


class CorruptCache(ValueError):
    """A cache file does not hold what was written to it."""


def cache() -> Path:
    """The folder of everything that can be made again."""
    return Path(os.environ.get("VAE_CACHE", ROOT / ".cache"))


def replace(path: Path, content: bytes) -> None:
    """Write under a temporary name, then rename: never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
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
