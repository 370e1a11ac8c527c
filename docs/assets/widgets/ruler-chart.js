// Both costs over the forecast, and two arrows: the pulls on the logit.

import { draw, text } from "./dom.js";
import { aboveFloor, squaredCost } from "./laws.js";
import { dragged } from "./drag.js";
import { fixed } from "./words.js";

const TOP = 1.5; // nats
const HEIGHT = 336, LEFT = 40, RIGHT = 10, CEILING = 28, FLOOR = 208;
const PULLS = { coins: 282, bell: 308 };
const MUTED = "var(--ink-2)";
const LAWS = {
  coins: { name: "cross-entropy", color: "var(--bernoulli)" },
  bell: { name: "squared error", color: "var(--gaussian)", dash: "10 4" },
};
const NAME = "Costs of a forecast, and their pulls: drag the target, " +
  "the ring on the axis, or the forecast, the upright line";

const down = (cost) => FLOOR - (cost / TOP) * (FLOOR - CEILING);

function axes(X) {
  const ticks = [0, 0.5, 1];
  const path = `M${LEFT - 8} ${CEILING}V${FLOOR}` +
    ticks.map((c) => `M${LEFT - 8} ${down(3 * c / 2)}h-4`).join("") +
    `M${X(0)} ${FLOOR + 8}H${X(1)}` +
    ticks.map((m) => `M${X(m)} ${FLOOR + 8}v4`).join("");
  return [
    draw("path", { d: path, fill: "none", stroke: MUTED }),
    ...ticks.map((m) => text(X(m), FLOOR + 26, ["0", "½", "1"][2 * m],
      { "text-anchor": "middle" })),
    ...[0, 0.75, 1.5].map((c) => text(LEFT - 16, down(c) + 4,
      c ? String(c).slice(0, 3) : "0", { "text-anchor": "end" })),
    text(0, 11, "added cost, nats", { "font-size": 13 }),
    text(X(1), FLOOR + 44, "forecast m",
      { "font-size": 13, "text-anchor": "end" }),
    text(0, FLOOR + 44, "pull on the logit", { "font-size": 13 }),
  ];
}

function curve(X, law, cost) {
  const points = [];
  for (let i = 1; i < 300; i++) {
    const m = i / 300, c = cost(m);
    points.push(c <= TOP ? `${X(m).toFixed(1)},${down(c).toFixed(1)}` : "");
  }
  // Where a curve has left the panel it is lifted, not joined.
  const pieces = points.join(" ").split(/ {2,}/).filter(Boolean);
  return pieces.map((piece) => draw("polyline", {
    points: piece.trim(), fill: "none", stroke: LAWS[law].color,
    "stroke-width": 2, "stroke-dasharray": LAWS[law].dash,
  }));
}

function dot(X, m, law, cost) {
  const at = down(Math.min(cost, TOP));
  return draw("circle",
    { cx: X(m), cy: at, r: 5, fill: LAWS[law].color });
}

// Beside the dots; apart where the costs are nearly the same.
function names(X, m, costs) {
  const left = m > 0.55;
  const at = Object.fromEntries(Object.entries(costs).map(
    ([law, cost]) => [law, down(Math.min(cost, TOP)) - 6]));
  const [upper, lower] = at.coins < at.bell
    ? ["coins", "bell"] : ["bell", "coins"];
  at[upper] = Math.min(at[upper], at[lower] - 15);
  return Object.entries(at).map(([law, y]) =>
    text(X(m) + (left ? -10 : 10), y, LAWS[law].name, {
      "text-anchor": left ? "end" : "start", fill: LAWS[law].color,
      "font-size": 13, class: "live-halo",
    }));
}

// From the forecast towards the target, as long as the slope is steep.
function pull(X, m, law, slope) {
  const y = PULLS[law], { color, dash } = LAWS[law];
  const end = Math.min(1.01, Math.max(-0.01, m - slope));
  const side = Math.sign(-slope) || 1, tip = X(end);
  const line = { stroke: color, "stroke-width": 2, fill: "none" };
  return [
    draw("path", { ...line, d: `M${X(m)} ${y}H${tip}`,
      "stroke-dasharray": dash }),
    draw("path", { ...line,
      d: `M${tip - 6 * side} ${y - 5}l${6 * side} 5l${-6 * side} 5` }),
  ];
}

const anchor = (share) =>
  share > 0.92 ? "end" : share < 0.08 ? "start" : "middle";

function handles(X, { x, m }) {
  const bottom = PULLS.bell + 8;
  return [
    draw("path", { d: `M${X(x)} ${FLOOR + 8}V${bottom}`, stroke: MUTED,
      "stroke-dasharray": "1 3" }),
    draw("path", { d: `M${X(m)} ${CEILING - 4}V${bottom}`, stroke: MUTED }),
    text(X(m), PULLS.bell + 22, `m = ${fixed(m)}`,
      { "text-anchor": anchor(m), fill: "currentColor" }),
    draw("circle", { cx: X(x), cy: FLOOR, r: 7, fill: "var(--paper)",
      stroke: "currentColor", "stroke-width": 2, class: "live-handle" }),
    text(X(x), FLOOR - 14, `x = ${fixed(x)}`, { fill: "currentColor",
      "text-anchor": anchor(x) }),
  ];
}

export function chart(onDrag, signal) {
  const node = draw("svg",
    { class: "plot live-drag", role: "img", "aria-label": NAME });
  const wide = () => node.clientWidth - LEFT - RIGHT;
  const X = (m) => LEFT + m * wide();
  let state;
  // Whichever is nearer, the forecast's line or the target's ring.
  const pick = (x, y) => {
    const far = (at) => Math.abs(x - X(at));
    const low = y > FLOOR - 20 && y < FLOOR + 30;
    return far(state.x) < far(state.m) || (low && far(state.x) < 16)
      ? "x" : "m";
  };
  dragged(node, pick,
    (name, x) => onDrag(name, (x - LEFT) / wide()), signal);
  const show = (given, { coins, bell }) => {
    state = given;
    const { x, m, variance } = given;
    node.setAttribute("height", HEIGHT);
    node.replaceChildren(
      ...axes(X),
      ...curve(X, "bell", (at) => squaredCost(x, at, variance)),
      ...curve(X, "coins", (at) => aboveFloor(x, at)),
      ...handles(X, given),
      dot(X, m, "bell", bell.cost), dot(X, m, "coins", coins.cost),
      ...names(X, m, { coins: coins.cost, bell: bell.cost }),
      ...pull(X, m, "coins", coins.slope),
      ...pull(X, m, "bell", bell.slope),
    );
  };
  return { node, show };
}
