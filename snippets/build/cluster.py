"""Trainings go to a Dask cluster where VAE_DASK names its scheduler.

Its workers need share no disk with us: what they train, they return.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from joblib import parallel_config

if TYPE_CHECKING:
    from distributed import Client

VARIABLE = "VAE_DASK"
SECONDS = 10  # until a scheduler must have answered


class NoCluster(RuntimeError):
    """There is nobody to train at the address that was given."""


def named() -> str:
    """The address of the scheduler; empty without a cluster."""
    return os.environ.get(VARIABLE, "")


@contextmanager
def joined() -> Iterator[None]:
    """joblib's tasks go there. Raises `NoCluster`."""
    address = named()
    with connected(address) as client:
        if not client.nthreads():
            raise NoCluster(
                f"the cluster at {address} has no workers: start one in"
                f" this folder, `dask worker {address} --nthreads 1`"
            )
        with parallel_config(backend="dask", client=client):
            yield


def connected(address: str) -> "Client":
    """A client of that scheduler. Raises `NoCluster`."""
    # Not everybody has it, and it takes a second to import.
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster(
            f"{VARIABLE} is set, and distributed is not installed:"
            " pip install distributed"
        ) from None
    try:
        return Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(
            f"no Dask scheduler answers at {VARIABLE}={address}"
            f" ({error}): start one, or unset {VARIABLE}"
        ) from error
