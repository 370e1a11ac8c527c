"""A law that is proposed, and how it is made for some rows."""

from collections.abc import Callable
from dataclasses import dataclass

from jaxtyping import Float
from torch import Tensor, nn

from snippets.vae import families

Make = Callable[[Float[Tensor, "row column"], int], nn.Module]


@dataclass(frozen=True)
class Proposal:
    """A law by its name; `colour` is its name on the site, if any."""

    name: str
    make: Make
    why: str
    colour: str = ""


def own(law: type[nn.Module]) -> Make:
    """A law that looks at the training rows for its units."""
    return lambda x, levels: law(x)


def known(name: str) -> Make:
    """A law of the machine."""
    return lambda x, levels: families.likelihood(name, levels, None)


def plain(name: str, why: str) -> Proposal:
    """A law that the machine has under its name."""
    said = name.replace("-", " ").replace("beta ", "beta-")
    for person in ("bernoulli", "gaussian"):
        said = said.replace(person, person.title())
    return Proposal(said, known(name), why, name)


def gaussian(law: type[nn.Module], name: str, why: str) -> Proposal:
    """A bell of some kind."""
    return Proposal(name, own(law), why, "gaussian")
