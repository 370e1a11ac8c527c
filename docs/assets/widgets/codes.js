// The posterior of each latent as a bar, and the code drawn from it.

import { draw, text } from "./dom.js";

const LIMIT = 3.4; // of the axis, in standard deviations of the prior
const HEIGHT = 190, LEFT = 22;
const MUTED = "var(--ink-2)";
const NAME = "For each latent the posterior, mean and one standard " +
  "deviation, and the value that was drawn from it";

const Y = (value) => {
  const inside = Math.max(-LIMIT, Math.min(LIMIT, value));
  return (HEIGHT / 2) * (1 - inside / LIMIT);
};

// `order`: the latents from left to right.
export function codes(order) {
  const node = draw("svg", {
    class: "plot", role: "img", "aria-label": NAME, height: HEIGHT,
  });
  const show = ({ loc, scale, z }) => {
    const wide = node.clientWidth - LEFT;
    const X = (place) => LEFT + ((place + 0.5) * wide) / order.length;
    const tick = (v) => text(0, Y(v) + 4, String(v).replace("-", "−"));
    node.replaceChildren(
      draw("rect", { x: LEFT, y: Y(1), width: Math.max(0, wide),
        height: Y(-1) - Y(1), fill: "var(--rule)" }),
      ...[-2, 0, 2].map(tick),
      ...order.map((j, place) => draw("path", {
        d: `M${X(place)} ${Y(loc[j] - scale[j])}` +
          `V${Y(loc[j] + scale[j])}`, stroke: MUTED, "stroke-width": 5,
      })),
      ...order.map((j, place) => draw("path", {
        d: `M${X(place) - 2.5} ${Y(loc[j])}h5`,
        stroke: "var(--paper)", "stroke-width": 1.5,
      })),
      ...order.map((j, place) => draw("circle", {
        cx: X(place), cy: Y(z[j]), r: 3.6, fill: "currentColor",
        stroke: "var(--paper)",
      })));
  };
  return { node, show };
}
