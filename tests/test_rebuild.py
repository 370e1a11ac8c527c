"""Built twice, interrupted, damaged: the same bytes in the end."""

import os
import signal
import time

CLAIM = "model"  # needs five models, and draws untrained ones too


def generated(copy):
    """Every file under docs/generated, with its bytes and its time."""
    folder = copy.root / "docs" / "generated"
    return {
        path.relative_to(folder): (
            path.read_bytes(),
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


def short(copy):
    """Short runs and no weights yet, so that all is trained."""
    (copy.cache / "weights").unlink()
    copy.edit("snippets/sweeps.py", "epochs=20", "epochs=2")


def weights(copy):
    folder = copy.cache / "weights"
    return {p.name: p.read_bytes() for p in folder.glob("[!.]*")}


def test_a_second_build_trains_nothing_and_changes_no_byte(copy):
    before = generated(copy)
    assert len(before) > 20
    status, said = copy.run("snippets.build", "--no-train")
    assert (status, said) == (0, "")
    assert generated(copy) == before


def test_without_stamps_all_is_made_again_to_the_same_bytes(copy):
    before = generated(copy)
    for stamp in (copy.cache / "stamps").iterdir():
        stamp.unlink()
    status, said = copy.run("snippets.build", "--no-train")
    assert status == 0, said
    assert "Training" not in said
    # The times stay too: bytes that do not change are not written.
    assert generated(copy) == before


def test_a_figure_that_was_lost_is_drawn_again(copy):
    before = generated(copy)
    lost = copy.root / "docs/generated/index/ladder.html"
    lost.unlink()
    status, said = copy.run("snippets.build", "--no-train")
    assert status == 0, said
    name = lost.relative_to(copy.root / "docs/generated")
    assert lost.read_bytes() == before[name][0]


def test_what_no_claim_makes_any_more_is_swept(copy):
    left = copy.root / "docs/generated/old_claim/figure.html"
    left.parent.mkdir()
    left.write_text("old")
    (copy.cache / "stamps" / "everything.json").unlink()
    status, said = copy.run("snippets.build", "--no-train")
    assert status == 0, said
    assert not left.parent.exists()


def test_damaged_weights_are_reported_and_made_again(copy):
    short(copy)
    status, _ = copy.run("snippets.build", "--claim", CLAIM)
    assert status == 0
    before = weights(copy)
    one = sorted((copy.cache / "weights").glob("[!.]*"))[0]
    flipped = bytearray(before[one.name])
    flipped[len(flipped) // 2] ^= 1
    one.write_bytes(bytes(flipped))
    status, said = copy.run("snippets.build", "--claim", CLAIM)
    assert status == 0
    assert f"{one.name} is damaged" in said
    assert weights(copy) == before


def test_an_interrupted_build_goes_on_from_its_finished_models(copy):
    short(copy)
    copy.edit("snippets/sweeps.py", "epochs=2)", "epochs=4)")
    process = copy.start("snippets.build", "--claim", CLAIM)
    until = time.monotonic() + 120
    while not (copy.cache / "weights").is_dir() or not weights(copy):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("stopped; finished models")
    finished = weights(copy)
    assert 1 <= len(finished) < 5
    assert not list((copy.cache / "weights").glob(".*"))
    status, said = copy.run("snippets.build", "--claim", CLAIM)
    assert status == 0, said
    assert len(weights(copy)) == 5
    assert finished.items() <= weights(copy).items()
