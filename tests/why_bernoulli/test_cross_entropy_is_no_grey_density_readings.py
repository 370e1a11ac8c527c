import pytest
import torch

from snippets.measures import reading_pictures, readings
from snippets.measures.readings import noise, slope_with_mean
from snippets.measures.tilts import LAWS
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import rate
from snippets.vae.evaluation import draws, evaluate
from snippets.vae.families import TruncatedGeometric
from snippets.vae.training import Run, train

TINY = {"data": "digits", "hidden": (32,), "latents": 2, "epochs": 5}
CROSSED = Run(likelihood="expected-bernoulli", view="grey", **TINY)
COUNTED = Run(likelihood="truncated-geometric", view="counts", **TINY)
GEOMETRIC = TruncatedGeometric(16)


@pytest.fixture(scope="module")
def tiny():
    """Both scores, by one code an image and networks kept nowhere."""
    models = {run: train(run) for run in (CROSSED, COUNTED)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readings, "SAMPLES", 1)
        for module in (readings, reading_pictures):
            patch.setattr(module, "trained", models.__getitem__)
        yield {
            "models": models,
            "crossed": readings.two_readings(CROSSED),
            "counted": readings.trained_for_counts(COUNTED),
        }


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
def test_the_parameter_found_has_the_mean_asked_for(law):
    logits = torch.tensor([[-6.0, -1.0, 0.0, 0.3, 5.0]]).double()
    slope = slope_with_mean(law, logits).unsqueeze(-1)
    mean = law.mean(slope) / law.levels
    torch.testing.assert_close(mean, logits.sigmoid())


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
def test_many_parameters_are_as_right_as_few(law):
    some = 12 * torch.rand(1, 1000, generator=seeded(0)).double() - 6
    many = some.repeat(5, 1)
    assert many.numel() > readings.POINTS
    by_curve = slope_with_mean(law, many)[3:4]
    by_halving = slope_with_mean(law, some)
    torch.testing.assert_close(by_curve, by_halving, atol=1e-7, rtol=0)


def test_the_far_ends_of_the_counts_are_found_too():
    logits = torch.tensor([[-100.0, 100.0]])
    low, high = slope_with_mean(GEOMETRIC, logits)[0].tolist()
    decoded = torch.tensor([[low]], dtype=torch.float64)
    share = GEOMETRIC.mean(decoded) / 16
    assert share.log().item() == pytest.approx(-100, abs=1e-6)
    assert low == -high


def by_softmax(model, x):
    """Negative ELBO with the logits for slopes: no law of ours."""
    posterior = model.posterior(x)
    z = draws(posterior, 1, seeded(0))
    table = (model.decode(z) * torch.arange(17) / 16).log_softmax(-1)
    place = (x * 16).long()[None, ..., None]
    distortion = -table.gather(-1, place).sum((0, 2, 3))
    return (rate(posterior, model.prior()) + distortion).mean().item()


def test_read_as_a_parameter_it_costs_what_a_softmax_says(tiny):
    x = load("digits").images("test", "grey")
    known = by_softmax(tiny["models"][CROSSED].model, x)
    assert tiny["crossed"]["parameter"] == pytest.approx(known)


def test_read_as_a_mean_a_network_costs_less_than_as_a_parameter(tiny):
    found = tiny["crossed"]
    assert found["mean"] < found["parameter"] - 10


def test_cross_entropy_assumes_more_noise_than_it_meets(tiny):
    crossed, counted = tiny["crossed"], tiny["counted"]
    assert crossed["assumed"] > 1.5 * crossed["error"]
    assert crossed["assumed"] == crossed["coin"]
    assert counted["assumed"] < counted["error"] < counted["coin"]


def test_a_network_trained_for_counts_is_scored_as_others_are(tiny):
    x = load("digits").images("test", "counts")
    both = evaluate(tiny["models"][COUNTED].model, x, samples=1)
    found = tiny["counted"]
    assert found["nats"] == pytest.approx(-both.elbo.mean().item())
    assert found["rate"] == pytest.approx(both.rate.mean().item())


def test_the_variance_of_a_coin_is_met_by_its_tosses():
    m = torch.tensor([[0.2, 0.7]]).expand(50_000, 2)
    tosses = torch.bernoulli(m, generator=seeded(1))
    met = noise(tosses, m, m * (1 - m))
    assert met["error"] == pytest.approx(met["assumed"], abs=4e-3)


def test_the_four_pictures_are_two_means_and_two_parameters(tiny):
    four = reading_pictures.four(COUNTED, CROSSED)
    for run, (mean, parameter) in (
        (COUNTED, (four[0], four[1])),
        (CROSSED, (four[3], four[2])),
    ):
        model = tiny["models"][run].model
        x = load("digits").images("test", run.view)
        shown = model.likelihood.mean(
            model.decode(model.posterior(x).loc)
        )
        own = mean if run is COUNTED else parameter
        unit = model.likelihood.levels
        torch.testing.assert_close(own, shown / unit)
        by_law = GEOMETRIC.mean(parameter.logit().unsqueeze(-1)) / 16
        torch.testing.assert_close(by_law, mean, rtol=0, atol=1e-4)


def test_rows_start_with_the_images_and_errors_are_against_them(tiny):
    rows = reading_pictures.rows(COUNTED, CROSSED)
    assert rows.shape == (5, 5, 8, 8)
    found = reading_pictures.errors([COUNTED], [CROSSED])
    mean, _, m, fog = (one for (one,) in found)
    assert 0 < mean < fog
    assert 0 < m < fog
