"""Weights are trained once, kept under a name that says all."""

from dataclasses import fields, replace

import pytest
import torch

from snippets import store, weights
from snippets.vae.training import Run, train

TINY = Run(
    data="digits",
    likelihood="gaussian",
    variance=0.25,
    hidden=(8,),
    latents=2,
    epochs=1,
)
OTHER = {
    "data": "mnist_5k",
    "view": "once",
    "likelihood": "bernoulli",
    "variance": 0.5,
    "hidden": (8, 8),
    "latents": 3,
    "epochs": 2,
    "batch": 50,
    "learning_rate": 1e-2,
    "seed": 1,
}
CODE = 'def double(x):\n    """Twice."""\n    return 2 * x  # why\n'
SAME = "def double(x):\n\n    return (2 * x)  # else\n"


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))


@pytest.fixture
def counted(monkeypatch) -> list[Run]:
    """Every run that is trained while the test runs."""
    runs = []

    def counting(run: Run):
        runs.append(run)
        return train(run)

    monkeypatch.setattr(weights, "train", counting)
    return runs


def states_agree(one, two) -> bool:
    first, second = one.model.state_dict(), two.model.state_dict()
    return first.keys() == second.keys() and all(
        torch.equal(first[name], second[name]) for name in first
    )


def test_what_is_kept_is_what_was_trained(counted):
    first, second = weights.trained(TINY), weights.trained(TINY)
    assert counted == [TINY]
    assert states_agree(first, second)
    assert torch.equal(first.history, second.history)
    assert states_agree(first, train(TINY))


def test_a_kept_model_is_as_finished_as_a_new_one():
    weights.trained(TINY)
    model = weights.kept(TINY).model
    assert not model.training
    assert not any(p.requires_grad for p in model.parameters())


def test_a_damaged_file_is_reported_and_made_again(counted, capsys):
    first = weights.trained(TINY)
    path = weights.weights_path(TINY)
    path.write_bytes(path.read_bytes()[:-1])
    second = weights.trained(TINY)
    said = capsys.readouterr().err
    assert str(path) in said
    assert said.count("\n") == 1
    assert counted == [TINY, TINY]
    assert states_agree(first, second)
    assert store.unseal(path)


def test_every_setting_has_another_value_here():
    assert OTHER.keys() == {field.name for field in fields(Run)}


@pytest.mark.parametrize("name", OTHER)
def test_a_changed_setting_changes_the_name(name):
    other = replace(TINY, **{name: OTHER[name]})
    assert weights.weights_path(other) != weights.weights_path(TINY)


def test_changed_code_changes_the_name(monkeypatch):
    before = weights.weights_path(TINY)
    monkeypatch.setattr(weights, "machine", lambda: "other")
    assert weights.weights_path(TINY) != before


def test_comments_layout_and_docstrings_do_not_run():
    assert weights.bare(CODE) == weights.bare(SAME)


def test_a_changed_number_runs():
    assert weights.bare(CODE) != weights.bare(CODE.replace("2", "3"))


def test_the_name_tells_nothing_of_where_the_cache_lies(monkeypatch):
    here = weights.weights_path(TINY).name
    monkeypatch.delenv("VAE_CACHE")
    assert weights.weights_path(TINY).name == here


def test_another_torch_makes_another_machine(monkeypatch):
    monkeypatch.setattr(torch, "__version__", "0.0")
    assert weights.machine.__wrapped__() != weights.machine()
