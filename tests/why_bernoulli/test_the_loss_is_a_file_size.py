import itertools

import numpy as np
import pytest
import torch
from torch.distributions import Categorical, kl_divergence

from snippets.compression.library import model, stack

P = np.array([0.5, 0.25, 0.15, 0.1])
SYMBOLS = 20_000


def prefix_free(words):
    pairs = itertools.permutations(words, 2)
    return not any(b.startswith(a) for a, b in pairs)


@pytest.mark.equation("eq:file-kraft")
def test_words_that_can_be_told_apart_share_one_whole():
    every = ["".join(w) for n in (1, 2, 3) for w in bits(n)]
    shares = [
        sum(2.0 ** -len(word) for word in words)
        for words in itertools.combinations(every, 4)
        if prefix_free(words)
    ]
    assert len(shares) > 50
    assert max(shares) == 1


def bits(count):
    return itertools.product("01", repeat=count)


def coded(symbols, probs):
    """Bits of a file that was made with `probs`."""
    coder = stack.AnsCoder()
    law = model.Categorical(probs, perfect=False)
    coder.encode_reverse(symbols.astype(np.int32), law)
    return coder.num_valid_bits()


@pytest.mark.equation("eq:file-length")
def test_a_symbol_adds_minus_log_p_to_the_file():
    rng = np.random.default_rng(0)
    symbols = rng.choice(len(P), SYMBOLS, p=P)
    surprise = -np.log2(P[symbols]).sum()
    assert coded(symbols, P) == pytest.approx(surprise, abs=40)


@pytest.mark.equation("eq:file-mean")
def test_a_wrong_law_makes_the_file_longer_by_the_divergence():
    rng = np.random.default_rng(1)
    r = P[::-1].copy()
    symbols = rng.choice(len(r), SYMBOLS, p=r)
    true, assumed = (Categorical(torch.tensor(p)) for p in (r, P))
    nats = true.entropy() + kl_divergence(true, assumed)
    expected = nats.item() / np.log(2)
    found = coded(symbols, P) / SYMBOLS
    assert found == pytest.approx(expected, rel=0.02)
    assert found > 1.1 * coded(symbols, r) / SYMBOLS
