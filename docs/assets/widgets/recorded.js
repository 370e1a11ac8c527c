// Ten test images, and how a trained model reconstructs them.

import { el } from "./dom.js";
import { sheet } from "./ink.js";

const ROW = 24; // pixels of a row of digits, without MNIST's border

export function digits({ values, across }, signal) {
  const row = (label) => sheet(across, ROW, label, signal);
  const input = row("Ten handwritten digits, 0 to 9");
  const output = row("The same ten, as the trained model gives them");
  const line = (name, picture) => el("div", { class: "live-strip" },
    el("span", {}, name), picture.node);
  const part = (place) =>
    values.subarray(place * ROW * across, (place + 1) * ROW * across);
  const node = el("div", {}, line("input", input),
    line("output", output));
  const show = (place) => {
    input.paint(part(0));
    output.paint(part(place));
  };
  return { node, show };
}
