// The four panels of the sentence, under their phrases.

import { codes } from "./codes.js";
import { el } from "./dom.js";
import { sheet } from "./ink.js";
import { bytes } from "./laws.js";
import { fixed } from "./words.js";

const BERNOULLI = "“Bernoulli distribution induced by the decoder in " +
  "the data space”";
const CLOUD =
  "bars: q(z|x) of the encoder; dots: z, drawn from it; band: the prior";

function panel(phrase, note, node) {
  return el("div", { class: "live-panel" },
    el("p", { class: "live-phrase" }, phrase), node,
    el("p", { class: "live-note" }, ...note));
}

// A pixel that costs less than a nat is fainter than full ink.
function darkness(cost) {
  const top = cost.reduce((a, b) => Math.max(a, b), 1);
  return cost.map((each) => each / top);
}

const price = ({ total, rate }) => `= ${fixed(bytes(total), 1)} bytes; ` +
  `the rate, what the code costs, is ${fixed(rate, 1)} nats more`;

export function panels(paper, order, side, signal) {
  const cloud = codes(order);
  const coins = sheet(side, side,
    "For each pixel the probability of ink", signal);
  const costs = sheet(side, side, "For each pixel its nats", signal);
  const total = el("strong", { class: "live-total" });
  const more = el("span"), ink = el("span");
  const node = el("div", { class: "live-path" },
    panel("“the input”", ["x: draw here. ", ink, " pixels of ink"],
      paper.node),
    panel("“reconstructed”", [CLOUD], cloud.node),
    panel(BERNOULLI, ["m: probabilities of ink"], coins.node),
    panel("“negative log probability”", [total, " ", more], costs.node));
  const show = (x, found) => {
    paper.show();
    cloud.show(found);
    coins.paint(found.m);
    costs.paint(darkness(found.cost));
    total.textContent = `${fixed(found.total, 1)} nats`;
    more.textContent = price(found);
    ink.textContent = x.reduce((a, b) => a + b, 0);
  };
  return { node, show };
}
