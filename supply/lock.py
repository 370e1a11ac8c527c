"""`make lock`: every version exact, every file of it by its hash.

uv resolves for all systems at once. Three files come of it:
requirements.txt has everything; requirements-cpu.txt has torch's
build without CUDA, which Linux takes first where it is to be had;
requirements-cuda.txt has what torch's other build there needs.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
CPU = ROOT / "requirements-cpu.txt"
CUDA = ROOT / "requirements-cuda.txt"
HEAD = "# Written by `make lock`; pip checks each hash.\n"
CARDS = ("cuda-", "nvidia-", "triton==")
UV = (
    *("uv", "pip", "compile", "pyproject.toml", "--extra", "dev"),
    *("--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-annotate"),
)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")


def blocks(text: str) -> dict[str, str]:
    """Each pin, `name==version` and marker, with its hashes."""
    parts = re.split(r"^(?=[A-Za-z])", text, flags=re.M)
    return {
        part.splitlines()[0].rstrip(" \\"): part
        for part in parts
        if "==" in part
    }


def block(pin: str, hashes: set[str]) -> str:
    """The same text of one pin."""
    lines = [f"    --hash=sha256:{each}" for each in sorted(hashes)]
    return " \\\n".join([pin, *lines]) + "\n"


def resolved(options: list[str]) -> dict[str, str]:
    """What uv makes of pyproject.toml; locked versions stay."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "lock.txt"
        known = [path for path in (LOCK, CUDA) if path.is_file()]
        out.write_text("".join(path.read_text() for path in known))
        command = [*UV, *options, "--quiet", "--output-file", str(out)]
        subprocess.run(command, check=True, cwd=ROOT)
        return blocks(out.read_text())


def in_folder(folder: Path, version: str) -> set[str]:
    """The hashes of torch's builds without CUDA among files."""
    files = folder.glob(f"torch-{version}+cpu-*.whl")
    return {hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def on_page(address: str, version: str) -> set[str]:
    """The same from an index, whose links end in #sha256=..."""
    with urlopen(f"{address.rstrip('/')}/torch/") as page:
        text = page.read().decode()
    name = re.escape(f"torch-{version}") + r"(?:\+|%2B)cpu-"
    links = rf"{name}[^\"#]*#sha256=([0-9a-f]{{64}})"
    return set(re.findall(links, text))


def cpu_builds(place: str, version: str) -> set[str]:
    """`place` is a folder of wheels, an index, or empty.

    What the lock knew of the same version stays.
    """
    before = blocks(CPU.read_text()) if CPU.is_file() else {}
    same = [pin for pin in before if f"=={version}+cpu" in pin]
    found = {h for pin in same for h in _HASH.findall(before[pin])}
    if place.startswith(("http:", "https:")):
        return found | on_page(place, version)
    return found | (in_folder(Path(place), version) if place else set())


def write(path: Path, parts: list[str]) -> None:
    """One lock."""
    path.write_text(HEAD + "".join(parts))


def main(place: str, *options: str) -> None:
    """Write all three files."""
    pins = resolved(list(options))
    torch = next(name for name in pins if name.startswith("torch=="))
    builds = cpu_builds(place, torch.removeprefix("torch=="))
    every = builds | {*_HASH.findall(pins[torch])}
    pins[torch] = block(torch, every)
    cards = {p: text for p, text in pins.items() if p.startswith(CARDS)}
    cpu = f"{torch}+cpu ; sys_platform == 'linux'"
    write(LOCK, [pins[pin] for pin in pins if pin not in cards])
    write(CPU, [block(cpu, builds)] if builds else [])
    write(CUDA, list(cards.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
