// Costs and slopes as text, which follow every move.

import { el } from "./dom.js";
import { fixed, plain } from "./words.js";

const HEADS = ["", "added cost, nats", "slope in the logit"];

function row(law, label) {
  const name = el("th", { scope: "row" },
    el("span", { class: `f key f-${law}` }, label));
  const cost = el("td"), slope = el("td");
  return { node: el("tr", {}, name, cost, slope), name, cost, slope };
}

export function table() {
  const coins = row("bernoulli", "cross-entropy, above its floor");
  const bell = row("gaussian", "");
  const heads = HEADS.map((head, i) =>
    i ? el("th", { scope: "col" }, head) : el("td"));
  const node = el("table", { class: "live-table" },
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, coins.node, bell.node));
  const show = ({ variance }, found) => {
    bell.name.firstChild.textContent =
      `squared error, σ² = ${plain(variance)}`;
    for (const [line, { cost, slope }] of
      [[coins, found.coins], [bell, found.bell]]) {
      line.cost.textContent = fixed(cost, 3);
      line.slope.textContent = fixed(slope, 2);
    }
  };
  return { node, show };
}
