// One likelihood: its plane of codes, and what it makes of a point.

import { el } from "./dom.js";
import { sheet } from "./ink.js";
import { coinCost, rates, sigmoid, squares, sum } from "./laws.js";
import { forward } from "./network.js";
import { plane } from "./plane.js";
import { generator } from "./random.js";
import { fixed, plain } from "./words.js";

const SIDE = 28;
const NAMES = {
  bernoulli: () => "Bernoulli",
  gaussian: (variance) => `squared error, σ² = ${plain(variance)}`,
};

// How the distribution of the pixels is shown. The draws depend on the
// seed alone, so that they change smoothly while the point moves.
export function viewed(mean, view, law, variance, seed) {
  if (view === "mean") return mean;
  if (view === "threshold") return mean.map((m) => (m > 0.5 ? 1 : 0));
  const { uniform, normal } = generator(seed);
  const sd = Math.sqrt(variance);
  return law === "bernoulli"
    ? mean.map((m) => (uniform() < m ? 1 : 0))
    : mean.map((m) => m + sd * normal());
}

// Nats of an image at this point of the plane.
export function cost(law, x, logits, variance) {
  if (law === "bernoulli")
    return sum(x.map((each, i) => coinCost(each, logits[i])));
  return squares(x, logits.map(sigmoid)) / (2 * variance);
}

const TERMS = { bernoulli: "−log p(x|z)", gaussian: "SSE / 2σ²" };

function readout(label) {
  const value = el("span");
  return { node: el("div", {}, el("dt", {}, label),
    el("dd", {}, value, " nats")), value };
}

export function twin(given, { moved, picked }, signal) {
  const { law, network, codes, pixels, digits, variance } = given;
  const name = NAMES[law](variance);
  const z = [0, 0];
  let shown;
  const go = (next) => {
    [z[0], z[1]] = next;
    moved();
  };
  const field = plane({ name, law, codes, digits }, { go, picked }, signal);
  const output = sheet(SIDE, SIDE,
    `What the decoder makes of the point, under ${name}`, signal);
  const input = sheet(SIDE, SIDE, "The test image x", signal);
  const distortion = readout(TERMS[law]), price = readout("rate");

  const towards = (from, image, share) => {
    const to = codes.loc[image];
    z[0] = from[0] + share * (to[0] - from[0]);
    z[1] = from[1] + share * (to[1] - from[1]);
  };
  const show = ({ image, view, seed }) => {
    const logits = forward(network, z);
    const mean = logits.map(sigmoid);
    output.paint(viewed(mean, view, law, variance, seed));
    if (shown !== image) input.paint(pixels[(shown = image)]);
    field.show(z, image);
    const nats = fixed(cost(law, pixels[image], logits, variance), 1);
    const rate =
      fixed(sum(rates(codes.loc[image], codes.scale[image])), 1);
    distortion.value.textContent = nats;
    price.value.textContent = rate;
    return () => `Under ${name}, ${TERMS[law]} is ${nats} nats at the point ` +
      `(${fixed(z[0], 1)}, ${fixed(z[1], 1)}), the rate ${rate}.`;
  };
  const head = el("p", { class: "live-head" },
    el("span", { class: `f key f-${law}` }, name));
  const images = el("div", { class: "live-pair" },
    el("div", {}, el("p", {}, "decoded"), output.node),
    el("div", {}, el("p", {}, "image x"), input.node));
  const terms =
    el("dl", { class: "live-terms" }, distortion.node, price.node);
  const node = el("div", { class: "live-twin" }, head, field.node,
    images, terms);
  return { node, z, show, towards };
}
