// The variances of the images along their principal directions, and the
// line below which a direction is not worth a latent.

import { draw, text } from "./dom.js";
import { plain } from "./words.js";

const SHOWN = 60, LOW = 0.01, HIGH = 1000;
const HEIGHT = 250, LEFT = 50, RIGHT = 8, CEILING = 30, FLOOR = 204;
const MUTED = "var(--ink-2)", ORANGE = "var(--gaussian)";
const DECADES = [0.01, 0.1, 1, 10, 100, 1000];
const NAME = "Variance of the training images along each of their " +
  "first sixty principal directions, and the assumed variance";

const clamped = (value) => Math.min(HIGH, Math.max(LOW, value));
const share = (value) =>
  Math.log(clamped(value) / LOW) / Math.log(HIGH / LOW);
const down = (value) => FLOOR - share(value) * (FLOOR - CEILING);

function axes(X) {
  const places = [1, 20, 40, 60];
  const path = `M${LEFT - 8} ${CEILING}V${FLOOR}` +
    DECADES.map((v) => `M${LEFT - 8} ${down(v)}h-4`).join("") +
    `M${X(1)} ${FLOOR + 8}H${X(SHOWN)}` +
    places.map((j) => `M${X(j)} ${FLOOR + 8}v4`).join("");
  return [
    draw("path", { d: path, fill: "none", stroke: MUTED }),
    ...DECADES.map((v) => text(LEFT - 16, down(v) + 4, plain(v),
      { "text-anchor": "end" })),
    ...places.map((j) => text(X(j), FLOOR + 26, j,
      { "text-anchor": "middle" })),
    text(0, 11, "variance along it", { "font-size": 13 }),
    text(X(SHOWN), FLOOR + 44, "direction, the strongest first",
      { "font-size": 13, "text-anchor": "end" }),
  ];
}

function dot(X, value, place, on) {
  const style = on
    ? { r: 3.2, fill: "currentColor" }
    : { r: 2.6, fill: "none", stroke: MUTED };
  return draw("circle", { cx: X(place + 1), cy: down(value), ...style });
}

function line(X, value) {
  const beyond = value > HIGH ? "↑ " : value < LOW ? "↓ " : "";
  const y = down(value), above = y > CEILING + 24;
  return [
    draw("path", { d: `M${LEFT - 8} ${y}H${X(SHOWN)}`, stroke: ORANGE,
      "stroke-width": 2, "stroke-dasharray": "10 4" }),
    text(X(SHOWN), y + (above ? -7 : 18), `${beyond}σ² = ${plain(value)}`,
      { "text-anchor": "end", fill: ORANGE, "font-size": 13,
        "font-weight": 600 }),
  ];
}

export function spectrum(eigenvalues) {
  const node = draw("svg", {
    class: "plot", role: "img", "aria-label": NAME, height: HEIGHT,
  });
  const X = (place) => LEFT + ((node.clientWidth - LEFT - RIGHT) *
    (place - 1)) / (SHOWN - 1);
  const show = ({ used, value }) => {
    const coin = used === undefined;
    node.replaceChildren(
      ...axes(X),
      ...eigenvalues.slice(0, SHOWN).map((each, place) =>
        dot(X, each, place, !coin && each > value)),
      ...(coin
        ? [text(X(SHOWN), CEILING + 6, "a coin has no σ²: no line to draw",
          { "text-anchor": "end", fill: "var(--bernoulli)",
            "font-size": 13 })]
        : line(X, value)));
  };
  return { node, show };
}
