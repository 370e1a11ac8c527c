"""Builds that are killed, doubled, or refused by the disk."""

import pytest

from tests.small import Small


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return Small(tmp_path_factory.mktemp("small") / "project")


def last(said):
    """The last line, which is the only one about an error."""
    lines = said.strip().splitlines()
    assert "Traceback" not in said
    assert sum("error: " in line for line in lines) == 1
    return lines[-1]


def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(small):
    moments = small.forked("kills")
    assert len(moments) == 10
    killed = [status for status, *_ in moments]
    # The last of them may come when all is done.
    assert killed.count(-27) >= 7, killed
    for _, torn, again, same in moments:
        assert (torn, again, same) == ([], 0, True)


def test_two_builds_at_once_take_turns(small):
    alone, both, said = small.forked("twins")
    assert alone[0] == 0
    assert both == [0, 0, True]
    # Whatever the order, each model is trained by one of them.
    assert said.count("Training 3 models:") <= 1
    assert "another build is at work: waiting" in said


def test_a_full_disk_is_told_in_one_line_and_leaves_no_half_file(small):
    weights, figure = small.forked("limits")
    for status, said, _, true, again, same in (weights, figure):
        assert (status, true, again, same) == (1, True, 0, True)
        assert "cannot be written (File too large): make" in last(said)
    assert "cache/weights/" in last(weights[1])
    assert weights[2] == 0
    assert "generated/tiny/figure.html" in last(figure[1])
    assert figure[2] == 3


@pytest.mark.parametrize("reason", ["below a file", "forbidden"])
def test_a_cache_that_cannot_be_written_is_told_in_one_line(
    small, monkeypatch, tmp_path, reason
):
    # Root may write anywhere, so its rights prove nothing.
    place = tmp_path / "file"
    place.write_text("")
    if reason == "forbidden":
        place = "/proc/cache"
    monkeypatch.setattr(small, "cache", place)
    status, said = small.run("snippets.build", "--claim", "tiny")
    assert status == 1
    line = last(said)
    assert line.startswith(f"error: Unwritable: {place}")
    assert "name another folder in VAE_CACHE" in line
