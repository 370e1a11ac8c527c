"""Each equation, in every type of number."""

import math

import pytest
import torch

from snippets.experiments.saturation import question
from snippets.measures.guards import BITS, KINDS, edges, nats_and_slopes
from snippets.why_bernoulli.epsilon_guards_one_logarithm import swapped

EPSILON = 1e-10
PAIRS = [(x, logit) for x in (0.0, 0.4, 1.0) for logit in (-25, -3, 8)]
kinds = pytest.mark.parametrize("kind", KINDS)


def one(kind):
    return torch.ones((), dtype=KINDS[kind])


@pytest.mark.equation("eq:eps-guarded")
@pytest.mark.parametrize(("x", "logit"), PAIRS)
def test_the_code_adds_epsilon_inside_both_logarithms(x, logit):
    x, logits = torch.tensor([[x], [logit]]).double()
    m = 1 / (1 + math.exp(-logit))
    ink = x.item() * math.log(EPSILON + m)
    paper = (1 - x.item()) * math.log(EPSILON + 1 - m)
    torch.testing.assert_close(
        question(x, logits).item(), -ink - paper, rtol=1e-9, atol=0
    )


@pytest.mark.equation("eq:eps-neighbours")
@kinds
def test_one_lies_closer_to_the_number_below_than_above(kind):
    bits, whole = BITS[kind], one(kind)
    above, below = 2.0 ** (1 - bits), 2.0**-bits
    assert torch.finfo(KINDS[kind]).eps == above
    assert whole + above > whole > whole - below
    assert whole + above * 0.49 == whole == whole - below * 0.49


@pytest.mark.equation("eq:eps-absorbed")
@kinds
def test_a_guard_of_at_most_half_the_gap_is_lost_on_one(kind):
    half = 2.0 ** -BITS[kind]
    assert half + one(kind) == 1
    assert half * 1.01 + one(kind) > 1
    assert (EPSILON + one(kind) > 1) == (half < EPSILON)


@pytest.mark.equation("eq:eps-certain")
@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_the_sigmoid_is_one_from_p_log_two_on(kind):
    edge = torch.tensor(edges()[kind]["certain"], dtype=KINDS[kind])
    before = torch.nextafter(edge, torch.zeros_like(edge))
    limit = BITS[kind] * math.log(2)
    assert edge.sigmoid() == 1 > before.sigmoid()
    assert before.item() <= limit * (1 + 1e-15)
    assert limit <= edge.item() * (1 + 1e-15)


@pytest.mark.equation("eq:eps-narrow")
@pytest.mark.parametrize("kind", ["float16", "bfloat16"])
def test_sixteen_bits_round_the_result_alone(kind):
    limit = math.log(2 ** (BITS[kind] + 1) - 1)
    edge = edges()[kind]["certain"]
    gap = torch.finfo(KINDS[kind]).eps * 2 ** math.floor(
        math.log2(edge)
    )
    assert edge - gap < limit <= edge


@pytest.mark.equation("eq:eps-nan")
def test_perfect_ink_costs_nan_and_certain_error_infinity():
    sure = torch.tensor([20.0])
    for x, nats in ((1.0, math.nan), (0.0, math.inf)):
        found, slope = nats_and_slopes(question, x, sure)
        torch.testing.assert_close(
            found.item(), nats, equal_nan=True, rtol=0, atol=0
        )
        assert slope.isnan()
    assert (0 * torch.tensor(-math.inf)).isnan()


@pytest.mark.equation("eq:eps-swapped")
@kinds
def test_subtracting_first_keeps_what_the_type_keeps_of_epsilon(kind):
    m = one(kind)
    kept = torch.tensor(EPSILON, dtype=KINDS[kind])
    assert (1 - m) + EPSILON == kept
    assert (kept == 0) == (kind == "float16")
    nats = swapped(torch.zeros_like(m), torch.full_like(m, 60.0))
    torch.testing.assert_close(nats, -kept.log())
