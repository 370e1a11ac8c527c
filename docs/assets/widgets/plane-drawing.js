// What the plane of codes shows: circles, ellipses, one ring.

import { draw, text } from "./dom.js";

export const FRAME = 3.6; // prior standard deviations to each side
const MUTED = "var(--ink-2)";

// From codes to pixels of a square that is `size` wide, and back.
export const scaled = (size) => ({
  unit: size / (2 * FRAME),
  X: (value) => ((value + FRAME) * size) / (2 * FRAME),
  Y: (value) => ((FRAME - value) * size) / (2 * FRAME),
});

function prior({ X, Y, unit }) {
  const circle = (radius) => draw("circle", {
    cx: X(0), cy: Y(0), r: radius * unit, fill: "none",
    stroke: "var(--rule)", "stroke-width": 1.5,
  });
  const name = (radius) => text(X(0), Y(-radius) + 4, `${radius} sd`,
    { "text-anchor": "middle", class: "live-halo" });
  return [circle(1), circle(2), name(1), name(2)];
}

function posterior({ X, Y, unit }, loc, scale, digit, chosen) {
  const colour = chosen ? "currentColor" : MUTED;
  return [
    draw("ellipse", {
      cx: X(loc[0]), cy: Y(loc[1]),
      rx: scale[0] * unit, ry: scale[1] * unit,
      fill: chosen ? "var(--paper)" : "none",
      stroke: colour, "stroke-width": chosen ? 2 : 0.7,
    }),
    text(X(loc[0]), Y(loc[1]) + 4, digit, {
      "text-anchor": "middle", fill: colour,
      "font-weight": chosen ? 700 : 400,
    }),
  ];
}

// The chosen image last, so that it lies above the others.
export function marks(size, { loc, scale }, digits, chosen) {
  const to = scaled(size);
  const one = (i) =>
    posterior(to, loc[i], scale[i], digits[i], i === chosen);
  const others = digits.map((_, i) => i).filter((i) => i !== chosen);
  return [...prior(to), ...[...others, chosen].flatMap(one)];
}

export const ring = (law) => draw("circle", {
  r: 9, fill: "none", stroke: `var(--${law})`, "stroke-width": 3,
});
