from dataclasses import replace
from types import SimpleNamespace

import pytest

from snippets import store
from snippets.build.pool import (
    Untrained,
    fingerprint,
    missing,
    train_missing,
)
from snippets.vae.training import Run, train
from snippets.weights import kept, weights_path

TINY = Run(data="digits", hidden=(4,), latents=2, epochs=1)
LONG = replace(TINY, epochs=3)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))


def test_a_run_that_two_claims_need_is_trained_once():
    assert train_missing([TINY, LONG, TINY]) == 2
    assert train_missing([TINY, LONG]) == 0


def test_the_longest_run_goes_first():
    assert missing([TINY, LONG]) == [LONG, TINY]


def test_workers_train_the_same_weights_as_this_process():
    train_missing([TINY])
    ours = train(TINY).model.state_dict()
    theirs = kept(TINY).model.state_dict()
    assert all(ours[name].equal(theirs[name]) for name in ours)


def test_damage_is_reported_and_the_run_is_missing(capsys):
    store.seal(weights_path(TINY), b"weights")
    path = weights_path(TINY)
    path.write_bytes(path.read_bytes() + b"more")
    assert missing([TINY]) == [TINY]
    assert "is damaged" in capsys.readouterr().err


def test_damage_is_an_error_where_nothing_may_be_trained():
    weights_path(TINY).parent.mkdir()
    weights_path(TINY).write_bytes(b"nothing")
    with pytest.raises(store.CorruptCache, match="make site"):
        train_missing([TINY], allowed=False)


def test_without_permission_a_missing_model_is_an_error():
    with pytest.raises(Untrained, match="1 models are not trained"):
        train_missing([TINY], allowed=False)


def test_the_fingerprint_is_that_of_the_set_of_runs():
    assert fingerprint([TINY, LONG, TINY]) == fingerprint([LONG, TINY])
    assert fingerprint([TINY]) != fingerprint([LONG])
    assert fingerprint([TINY]) != fingerprint([TINY, LONG])


def test_the_fingerprint_does_not_know_where_the_cache_lies(
    monkeypatch, tmp_path
):
    before = fingerprint([TINY])
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "elsewhere"))
    assert fingerprint([TINY]) == before


@pytest.mark.parametrize("what", ["machine", "SOURCES"])
def test_new_code_or_data_is_a_new_fingerprint(monkeypatch, what):
    before = fingerprint([TINY])
    other = SimpleNamespace(sha256="other")
    new = {"machine": lambda: "other", "SOURCES": {"digits": other}}
    monkeypatch.setattr(f"snippets.weights.{what}", new[what])
    assert fingerprint([TINY]) != before
