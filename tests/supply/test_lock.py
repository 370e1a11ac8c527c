"""How the lock is written."""

import hashlib
import http.server
import threading
from functools import partial

import pytest

from supply import lock

SHA = "ab" * 32
TEXT = f"""# by make
torch==2.0 \\
    --hash=sha256:{SHA}
triton==3.0 ; sys_platform == 'linux' \\
    --hash=sha256:{"cd" * 32} \\
    --hash=sha256:{"ef" * 32}
"""


@pytest.fixture
def locks(monkeypatch, tmp_path):
    """A project of its own, in which uv would find TEXT."""
    for name in ("LOCK", "CPU", "CUDA"):
        monkeypatch.setattr(lock, name, tmp_path / f"{name}.txt")
    pins = lock.blocks(TEXT)
    monkeypatch.setattr(lock, "resolved", lambda options: dict(pins))
    return tmp_path


@pytest.fixture
def wheels(tmp_path):
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in ("2.0+cpu-cp311", "2.0-cp311", "2.1+cpu-cp311"):
        (folder / f"torch-{name}.whl").write_text(name)
    return folder


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_lock_falls_into_its_pins_and_back():
    pins = lock.blocks(TEXT)
    assert list(pins) == [
        "torch==2.0",
        "triton==3.0 ; sys_platform == 'linux'",
    ]
    assert lock.block("torch==2.0", {SHA}) == pins["torch==2.0"]


def test_only_builds_of_this_version_without_cuda_are_taken(wheels):
    assert lock.in_folder(wheels, "2.0") == {sha("2.0+cpu-cp311")}


def test_an_index_tells_them_too(tmp_path):
    page = tmp_path / "torch" / "index.html"
    page.parent.mkdir()
    link = '<a href="/a/torch-{}-cp311.whl#sha256={}">'
    named = ("2.0%2Bcpu", "2.0+cpu", "2.0", "2.1%2Bcpu", "2.0%2Bcu1")
    page.write_text(" ".join(link.format(n, sha(n)) for n in named))
    handler = partial(
        http.server.SimpleHTTPRequestHandler, directory=tmp_path
    )
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        place = f"http://127.0.0.1:{server.server_port}/"
        found = lock.on_page(place, "2.0")
        thread.join()
    assert found == {sha("2.0%2Bcpu"), sha("2.0+cpu")}


def test_three_locks_come_of_it(locks, wheels):
    lock.main(str(wheels))
    cpu = sha("2.0+cpu-cp311")
    both = lock.block("torch==2.0", {SHA, cpu})
    alone = lock.block(
        "torch==2.0+cpu ; sys_platform == 'linux'", {cpu}
    )
    assert (locks / "LOCK.txt").read_text() == lock.HEAD + both
    assert (locks / "CPU.txt").read_text() == lock.HEAD + alone
    assert "triton==3.0" in (locks / "CUDA.txt").read_text()


def test_where_no_build_is_at_hand_the_known_ones_stay(locks, wheels):
    lock.main(str(wheels))
    before = [path.read_text() for path in sorted(locks.glob("*.txt"))]
    lock.main("")
    after = [path.read_text() for path in sorted(locks.glob("*.txt"))]
    assert after == before


def test_a_build_of_another_version_is_forgotten(locks, wheels):
    (locks / "CPU.txt").write_text(lock.block("torch==1.9+cpu", {SHA}))
    lock.main("")
    assert (locks / "CPU.txt").read_text() == lock.HEAD
