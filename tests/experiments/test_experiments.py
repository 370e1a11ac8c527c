"""What an experiment records is kept under a name that says all."""

from dataclasses import dataclass

import pytest
import torch

from snippets import experiments, store
from snippets.build.pool import file_of, make, missing
from snippets.experiments import Experiment, record_path, recorded
from snippets.vae.training import Run
from snippets.weights import weights_path


@dataclass(frozen=True)
class Draw(Experiment):
    """Records one random number."""

    seed: int = 0
    data: str = "digits"

    @property
    def work(self):
        """Hardly any."""
        return 1

    def run(self):
        """Another number at every call, so a second call shows."""
        return {"value": torch.rand(3)}


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path))


def test_a_record_is_made_once():
    first, second = recorded(Draw()), recorded(Draw())
    assert torch.equal(first["value"], second["value"])


def test_a_damaged_record_is_reported_and_made_again(capsys):
    first = recorded(Draw())["value"]
    path = record_path(Draw())
    path.write_bytes(path.read_bytes()[:-1])
    second = recorded(Draw())["value"]
    assert not torch.equal(first, second)
    assert capsys.readouterr().err.count("\n") == 1
    assert store.unseal(path)


def test_settings_and_machine_name_the_file(monkeypatch):
    before = record_path(Draw())
    assert record_path(Draw(seed=1)) != before
    monkeypatch.setattr(experiments, "machine", lambda: "other")
    assert record_path(Draw()) != before


def test_the_code_of_its_module_names_the_file(monkeypatch):
    before = record_path(Draw())
    monkeypatch.setattr(experiments, "bare", lambda text: "other")
    assert record_path(Draw()) != before


def test_a_pool_runs_models_and_experiments_alike():
    model = Run(data="digits", hidden=(4,), latents=2, epochs=1)
    assert missing([Draw(), model]) == [model, Draw()]
    assert file_of(model) == weights_path(model)
    assert file_of(Draw()) == record_path(Draw())


def test_what_the_pool_records_is_found_again():
    make(Draw())
    assert missing([Draw()]) == []
    assert file_of(Draw()).is_file()
