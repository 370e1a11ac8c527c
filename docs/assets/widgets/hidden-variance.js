// The hidden variance: from sums, means and weights to what it costs.

import { el } from "./dom.js";
import { json, opacity } from "./fetched.js";
import { oncePerFrame } from "./frame.js";
import { digits } from "./recorded.js";
import { summary } from "./say.js";
import { spectrum } from "./spectrum.js";
import { form, written } from "./variance-form.js";
import { impliedBeta, impliedVariance, nearest } from "./variance.js";
import { onWidth } from "./watch.js";
import { fixed, plain } from "./words.js";

export async function load(folder) {
  const [facts, sheet] = await Promise.all([
    json(folder, "variance.json"), opacity(folder, "variance.png"),
  ]);
  return { facts, sheet };
}

// What a loss assumes, and the trained model that comes nearest.
export function implied(loss, { models, eigenvalues }) {
  if (loss.law === "bernoulli") {
    const value = impliedBeta(loss);
    return { symbol: "β", value, model: nearest(models, "beta", value) };
  }
  const value = impliedVariance(loss);
  const used = eigenvalues.filter((each) => each > value).length;
  const model = nearest(models, "variance", value);
  return { symbol: "σ²", value, used, model };
}

const tosses = (beta) => beta > 1
  ? `1/${plain(beta)} of a toss` : `${plain(1 / beta)} tosses`;

function consequence({ used, value }, count) {
  if (used === undefined)
    return `A coin has no σ². The loss has β = ${plain(value)}: each ` +
      `pixel counts as ${value === 1 ? "one toss" : tosses(value)}.`;
  const assumed = `The loss assumes σ² = ${plain(value)}. `;
  if (!used)
    return `${assumed}No direction varies more than that: all ${count} ` +
      "are switched off.";
  return `${assumed}${used} of ${count} directions vary more than ` +
    "that; the others are switched off.";
}

function nearestSaid({ symbol, model }) {
  const value = plain(model.variance ?? model.beta);
  return `Nearest trained model: ${symbol} = ${value}, ` +
    `${fixed(model.rate, 1)} nats of rate.`;
}

export function build(live, { facts, sheet }, signal) {
  const { pixels, latents, batch } = facts;
  const loss = {
    law: "gaussian", error: "sum", rate: "sum",
    errorWeight: 1, rateWeight: 1, pixels, latents, batch,
  };
  const news = summary(signal), picture = spectrum(facts.eigenvalues);
  const rows = digits(sheet, signal);
  const formula = el("p", { class: "live-formula" });
  const beside = el("p", { class: "live-note" });
  const show = () => {
    const found = implied(loss, facts);
    formula.textContent = `${written(loss)}   ⟹   ` +
      `${found.symbol} = ${plain(found.value)}`;
    picture.show(found);
    rows.show(found.model.row);
    beside.textContent = nearestSaid(found);
    news.say(() => consequence(found, pixels));
  };
  const controls = form(loss, oncePerFrame(show, signal));
  live.append(controls, formula, picture.node, news.node, beside,
    rows.node);
  onWidth(picture.node, show, signal);
  show();
}
