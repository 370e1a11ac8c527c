// The loss as a form: what is summed, averaged and weighted.

import { choice, number, select } from "./control.js";
import { el } from "./dom.js";
import { plain } from "./words.js";

const REDUCTIONS = { sum: "sum", mean: "mean", "batch sum": "batch sum" };
const LAWS = { gaussian: "squared error", bernoulli: "cross-entropy" };

// Losses that people write, as in snippets/measures/reductions.py.
const WRITTEN = {
  "SSE + KL": {},
  "SSE / 2 + KL": { errorWeight: 0.5 },
  "MSE + KL": { error: "mean" },
  "MSE + mean KL": { error: "mean", rate: "mean" },
  "SSE added over the batch, KL averaged": { error: "batch sum" },
  "MSE, KL added over the batch": { error: "mean", rate: "batch sum" },
  "MSE + 0.00025 KL": { error: "mean", rateWeight: 0.00025 },
};
const PLAIN =
  { error: "sum", rate: "sum", errorWeight: 1, rateWeight: 1 };

const times = (weight) => (weight === 1 ? "" : `${plain(weight)} · `);
// A loss in the short names that people give to its terms.
const SHORT = {
  gaussian: { sum: "SSE", mean: "MSE", "batch sum": "SSE of the batch" },
  bernoulli: {
    sum: "cross-entropy", mean: "mean cross-entropy",
    "batch sum": "cross-entropy of the batch",
  },
  rate: { sum: "KL", mean: "mean KL", "batch sum": "KL of the batch" },
};

export const written = (loss) =>
  `${times(loss.errorWeight)}${SHORT[loss.law][loss.error]} + ` +
  `${times(loss.rateWeight)}${SHORT.rate[loss.rate]}`;

export function form(loss, changed) {
  const put = (name) => (value) => {
    loss[name] = value;
    common.set("");
    changed();
  };
  const fields = {
    error: choice("Error, over its pixels", REDUCTIONS, loss.error,
      put("error")),
    rate: choice("KL, over its latents", REDUCTIONS, loss.rate,
      put("rate")),
    errorWeight: number("weight of the error", loss.errorWeight, put("errorWeight"),
      "any"),
    rateWeight: number("weight of the KL", loss.rateWeight,
      put("rateWeight"), "any"),
  };
  const common = select("As people write it",
    { "": "own choice", ...Object.fromEntries(
      Object.keys(WRITTEN).map((name) => [name, name])) },
    "SSE + KL", (name) => {
      if (!name) return;
      Object.assign(loss, PLAIN, WRITTEN[name]);
      for (const [key, field] of Object.entries(fields))
        field.set(loss[key]);
      changed();
    });
  const law = choice("Loss of a pixel", LAWS, loss.law, (value) => {
    loss.law = value;
    changed();
  });
  const size = (label, name) => number(label, loss[name], (value) => {
    loss[name] = value;
    changed();
  }).node;
  const row = (...nodes) => el("div", { class: "live-row" }, ...nodes);
  return el("div", { class: "live-form" },
    row(common.node, law.node),
    row(fields.error.node, fields.errorWeight.node),
    row(fields.rate.node, fields.rateWeight.node),
    row(size("pixels D", "pixels"), size("latents J", "latents"),
      size("batch size B", "batch")));
}
