"""A Dask cluster trains the same weights, without a shared disk."""

import sys
from dataclasses import replace

import pytest
from distributed import LocalCluster

from snippets import store
from snippets.build import cluster
from snippets.build.pool import (
    OtherMachine,
    make,
    missing,
    receive,
    train_missing,
)
from snippets.vae.training import Run
from snippets.weights import weights_path

TINY = Run(data="digits", hidden=(4,), latents=2, epochs=1)
RUNS = [replace(TINY, seed=seed) for seed in range(3)]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("VAE_CACHE", str(tmp_path / "here"))
    return tmp_path


@pytest.fixture
def scheduler(cache, monkeypatch):
    """The address of a cluster of two, whose cache is elsewhere."""
    with monkeypatch.context() as patch:
        patch.setenv("VAE_CACHE", str(cache / "there"))
        patch.setenv("PYTHONPATH", str(store.ROOT))
        local = LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
        )
    with local:
        monkeypatch.setenv(cluster.VARIABLE, local.scheduler_address)
        yield local


def kept():
    return [weights_path(run).read_bytes() for run in RUNS]


def test_two_workers_train_the_bytes_that_this_machine_trains(
    scheduler, cache, monkeypatch
):
    assert train_missing(RUNS) == 3
    far = kept()
    assert missing(RUNS) == []
    assert not (cache / "there").exists()
    monkeypatch.setenv("VAE_CACHE", str(cache / "again"))
    for run in RUNS:
        make(run)
    assert kept() == far


def test_weights_of_another_version_are_refused(cache):
    with pytest.raises(OtherMachine, match="install the same there"):
        receive(TINY, ("other", b"weights"))
    assert not weights_path(TINY).exists()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere:x"])
def test_an_address_where_nobody_answers_is_told_in_one_line(
    cache, monkeypatch, address
):
    monkeypatch.setenv(cluster.VARIABLE, address)
    monkeypatch.setattr(cluster, "SECONDS", 1)
    with pytest.raises(cluster.NoCluster, match="unset") as caught:
        train_missing(RUNS)
    assert address in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_cluster_without_workers_is_told(cache, monkeypatch):
    with LocalCluster(
        n_workers=0, host="127.0.0.1", dashboard_address=None
    ) as local:
        address = local.scheduler_address
        monkeypatch.setenv(cluster.VARIABLE, address)
        with pytest.raises(cluster.NoCluster, match="no workers"):
            train_missing(RUNS)


def test_without_distributed_the_command_to_install_it_is_told(
    cache, monkeypatch
):
    monkeypatch.setenv(cluster.VARIABLE, "tcp://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(cluster.NoCluster, match="pip install dist"):
        train_missing(RUNS)
