"""The likelihood p(x|z): the law of one image, given its latent."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar

import torch
from jaxtyping import Float
from torch import Generator, Tensor

INSIDE: dict[str, Callable[[Tensor, int], Tensor]] = {
    "binary": lambda x, _: (x == 0) | (x == 1),
    "grey": lambda x, _: (x >= 0) & (x <= 1),
    "counts": lambda x, n: (x >= 0) & (x <= n) & (x == x.round()),
    "real": lambda x, _: x.isfinite(),
}
ADVICE = {
    "binary": "is not 0 or 1: binarise the images, or use "
    "'expected-bernoulli' for grey values",
    "grey": "is not in [0, 1]: divide the counts by their largest",
    "counts": "is not a whole number from 0 to {levels}: use counts, "
    "not grey values, and set `levels` to the largest",
    "real": "is not finite: look for a division by zero",
}


class OutOfSupport(ValueError):
    """The data hold a value to which the likelihood gives no mass."""


# --8<-- [start:Likelihood]
class Likelihood(torch.nn.Module, ABC):
    """Pixels independent given z; the link lives in here."""

    support: ClassVar[str]
    parameters_per_pixel: int = 1
    levels: int = 1  # the largest count; only "counts" reads it

    @abstractmethod
    def pixel_log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch pixel"]:
        """Nats per pixel; `decoded` may be any real number."""

    @abstractmethod
    def mean(
        self, decoded: Float[Tensor, "*batch pixel parameter"]
    ) -> Float[Tensor, "*batch pixel"]:
        """E[x|z], in the units of x."""

    @abstractmethod
    def sample(
        self,
        decoded: Float[Tensor, "*batch pixel parameter"],
        generator: Generator,
    ) -> Float[Tensor, "*batch pixel"]:
        """One draw of x from p(x|z)."""

    def log_prob(
        self,
        x: Float[Tensor, "*#batch pixel"],
        decoded: Float[Tensor, "*#batch pixel parameter"],
    ) -> Float[Tensor, "*batch"]:
        """Nats per image; OutOfSupport where x has no mass."""
        self.check(x)  # ①
        return self.pixel_log_prob(x, decoded).sum(-1)  # ②

    def sound(self, x: Float[Tensor, "*batch pixel"]) -> bool:
        """Whether x is surely inside, by one or two quick passes."""
        low, high = x.aminmax()  # one NaN makes both NaN
        if self.support == "real":
            return bool((high - low).isfinite())
        inside = low >= 0 and high <= self.levels
        return bool(inside) and (
            self.support == "grey" or x.equal(x.round())
        )

    def check(self, x: Float[Tensor, "*batch pixel"]) -> None:
        """Raise OutOfSupport, in one line; NaN is in no support."""
        if self.sound(x):
            return
        inside: Bool[Tensor, "*batch pixel"]
        inside = INSIDE[self.support](x, self.levels)
        if inside.all():
            return
        found = x[~inside][0].item()  # ③
        advice = ADVICE[self.support].format(levels=self.levels)
        raise OutOfSupport(f"pixel value {found:.9g} {advice}")


# --8<-- [end:Likelihood]
