// A pad of pixels to draw on: by pointer, by finger, or by arrow keys
// and the space bar.

import { stroke } from "./brush.js";
import { el } from "./dom.js";
import { dragged } from "./drag.js";
import { sheet } from "./ink.js";

const MOVES = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0],
  ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const NAME = "Drawing pad: arrow keys move the cursor, space turns the " +
  "pixel to ink or paper, shift and arrow keys draw";

const middle = (at) => at.map((v) => v + 0.5);

// `x` is changed in place; `drawn` and `looked` tell of ink and cursor.
export function pad(x, side, { drawn, looked }, signal) {
  const picture = sheet(side, side, "The input", signal);
  const cursor = el("span", { class: "live-cursor" });
  const node = el("div", { class: "live-pad", tabindex: 0,
    role: "application", "aria-label": NAME }, picture.node, cursor);
  let ink = 1, at = [side / 2, side / 2], last;

  const look = (place) => {
    at = place.map((v) =>
      Math.min(side - 1, Math.max(0, Math.floor(v))));
    cursor.style.left = `${(100 * at[0]) / side}%`;
    cursor.style.top = `${(100 * at[1]) / side}%`;
  };
  const along = (from, to) => {
    for (const pixel of stroke(from, to, side)) x[pixel] = ink;
    drawn();
  };
  const pixel = () => at[1] * side + at[0];
  const turn = () => {
    x[pixel()] = 1 - x[pixel()];
    drawn();
  };
  const step = (by, inking) => {
    const from = at;
    look(at.map((v, i) => v + by[i]));
    if (inking) along(middle(from), middle(at));
    looked();
  };
  const press = (event) => {
    const by = MOVES[event.key];
    if (!by && event.key !== " ") return;
    event.preventDefault();
    if (by) step(by, event.shiftKey);
    else turn();
  };
  const draw = (_, left, top) => {
    const unit = node.clientWidth / side;
    const place = [left / unit, top / unit];
    look(place);
    along(last ?? place, place);
    last = place;
  };
  dragged(node, () => (last = undefined), draw, signal);
  node.addEventListener("keydown", press, { signal });
  look(at);
  return {
    node, pixel, show: () => picture.paint(x),
    use: (value) => (ink = value),
    focused: () => document.activeElement === node,
  };
}
