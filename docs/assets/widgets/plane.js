// The plane of codes: a point moves on it by pointer, finger or arrow
// keys, and an image is taken by its ellipse.

import { draw } from "./dom.js";
import { dragged } from "./drag.js";
import { FRAME, marks, ring, scaled } from "./plane-drawing.js";

const STEP = 0.1, STRIDE = 0.5; // by an arrow key; with shift
const CLOSE = 14; // pixels from a centre that count as a hit
const MOVES = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0],
  ArrowUp: [0, 1], ArrowDown: [0, -1],
};

const inside = (value) => Math.min(FRAME, Math.max(-FRAME, value));

const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

export const closest = (locs, z) => locs.reduce(
  (best, loc, i) => (apart(loc, z) < apart(locs[best], z) ? i : best), 0);

export function plane({ name, law, codes, digits }, { go, picked }, signal) {
  const node = draw("svg", {
    class: "plot live-plane", tabindex: 0, role: "application",
    "aria-label": `Plane of codes under ${name}: arrow keys move the ` +
      "point, Enter takes the nearest image",
  });
  const point = ring(law), to = () => scaled(node.clientWidth);
  let z = [0, 0], drawn = "";

  const move = (_, x, y) => {
    const { unit } = to();
    go(z = [inside(x / unit - FRAME), inside(FRAME - y / unit)]);
  };
  const tap = () => {
    const found = closest(codes.loc, z);
    if (apart(codes.loc[found], z) * to().unit < CLOSE) picked(found);
  };
  const press = (event) => {
    const by = MOVES[event.key];
    if (!by && event.key !== "Enter") return;
    event.preventDefault();
    if (!by) return picked(closest(codes.loc, z));
    const step = event.shiftKey ? STRIDE : STEP;
    go(z = z.map((value, i) => inside(value + step * by[i])));
  };
  dragged(node, () => "point", move, signal, tap);
  node.addEventListener("keydown", press, { signal });

  // Only the point moves; the rest is drawn anew where it changed.
  const show = (at, chosen) => {
    z = [...at];
    const size = node.clientWidth, { X, Y } = to();
    if (drawn !== `${size} ${chosen}`) {
      node.setAttribute("height", size);
      node.replaceChildren(...marks(size, codes, digits, chosen), point);
      drawn = `${size} ${chosen}`;
    }
    point.setAttribute("cx", X(z[0]));
    point.setAttribute("cy", Y(z[1]));
  };
  return { node, show };
}
