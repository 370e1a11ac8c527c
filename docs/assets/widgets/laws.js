// The formulas of the pages, in nats, for arrays of pixels or latents.

export const sigmoid = (logit) => 1 / (1 + Math.exp(-logit));

export const softplus = (value) =>
  Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));

// Minus log p(x|z) of one coin, from its logit.
export const coinCost = (x, logit) => softplus(logit) - x * logit;

export const sum = (values) => values.reduce((a, b) => a + b, 0);

export const squares = (x, loc) =>
  sum(x.map((each, i) => (each - loc[i]) ** 2));

// KL of a Gaussian posterior from the standard Gaussian, in one latent.
export const rate = (loc, scale) =>
  (loc ** 2 + scale ** 2 - 1) / 2 - Math.log(scale);

export const rates = (loc, scale) => loc.map((m, j) => rate(m, scale[j]));

// One nat is 1 / log 2 bits, and eight bits are a byte.
export const bytes = (nats) => nats / Math.log(2) / 8;

const part = (x, m) => (x === 0 ? 0 : x * Math.log(x / m));

// What a forecast m costs beyond the best one, m = x.
export const aboveFloor = (x, m) => part(x, m) + part(1 - x, 1 - m);

export const squaredCost = (x, m, variance) =>
  (x - m) ** 2 / (2 * variance);

// Slopes in the logit of m.
export const crossEntropySlope = (x, m) => m - x;

export const squaredSlope = (x, m, variance) =>
  ((m - x) * m * (1 - m)) / variance;
