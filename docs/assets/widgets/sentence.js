// The sentence as a function: an image and noise in, one number out.

import { coinCost, rates, sigmoid, sum } from "./laws.js";
import { forward, posterior } from "./network.js";

export function sentence(encoder, decoder, x, noise) {
  const { loc, scale } = posterior(encoder, x);
  const z = loc.map((mean, j) => mean + scale[j] * noise[j]);
  const logits = forward(decoder, z);
  const cost = logits.map((logit, i) => coinCost(x[i], logit));
  return {
    loc, scale, z, m: logits.map(sigmoid), cost,
    total: sum(cost), rate: sum(rates(loc, scale)),
  };
}
