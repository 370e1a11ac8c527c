// Images as ink with opacity, on whatever paper the page has.

import { el } from "./dom.js";
import { onTheme } from "./watch.js";

const rgb = (node) =>
  getComputedStyle(node).color.match(/[\d.]+/g).slice(0, 3).map(Number);

// A canvas of `across` x `down` pixels, and how to ink it: `paint`
// takes a value from 0 to 1 for each pixel, row by row.
export function sheet(across, down, label, signal) {
  const node = el("canvas", {
    class: "live-sheet", width: across, height: down,
    role: "img", "aria-label": label,
  });
  const context = node.getContext("2d");
  const image = context.createImageData(across, down);
  let colour, values;
  const put = () => {
    colour ??= rgb(node);
    for (let i = 0; i < values.length; i++) {
      image.data.set(colour, 4 * i);
      image.data[4 * i + 3] = 255 * values[i]; // clamped to 0..255
    }
    context.putImageData(image, 0, 0);
  };
  const paint = (given) => {
    values = given;
    put();
  };
  const repaint = () => {
    colour = undefined;
    if (values) put();
  };
  onTheme(repaint, signal);
  return { node, paint };
}
