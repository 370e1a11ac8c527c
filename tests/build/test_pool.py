from dataclasses import replace

import pytest

from snippets import store
from snippets.build.pool import Untrained, missing, train_missing
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
