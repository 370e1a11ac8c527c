// Which variance a loss assumes, from its sums, means and weights: the
// same as implied_variance in snippets/measures/reductions.py.

const SHARES = {
  sum: (parts, images) => 1 / images,
  mean: (parts, images) => 1 / (parts * images),
  "batch sum": () => 1,
};

export const share = (reduction, parts, images) =>
  SHARES[reduction](parts, images);

// The weights of one image's error and of its rate.
export function weights(loss) {
  const { error, rate, pixels, latents, batch } = loss;
  return {
    a: loss.errorWeight * share(error, pixels, batch),
    b: loss.rateWeight * share(rate, latents, batch),
  };
}

export function impliedVariance(loss) {
  const { a, b } = weights(loss);
  return b / (2 * a);
}

// Beside a cross-entropy the same weights are a beta.
export function impliedBeta(loss) {
  const { a, b } = weights(loss);
  return b / a;
}

// The trained model whose setting is nearest, on a scale of ratios.
export const nearest = (models, kind, value) =>
  models.filter((model) => kind in model).reduce((best, model) => {
    const far = (m) => Math.abs(Math.log(m[kind] / value));
    return far(model) < far(best) ? model : best;
  });
