// The sentence on an image that the reader draws: every phrase of it.

import { button, choice } from "./control.js";
import { el } from "./dom.js";
import { binary, json } from "./fetched.js";
import { oncePerFrame } from "./frame.js";
import { bytes } from "./laws.js";
import { images, unpack } from "./packed.js";
import { pad } from "./pad.js";
import { generator } from "./random.js";
import { summary } from "./say.js";
import { sentence } from "./sentence.js";
import { panels } from "./sentence-panels.js";
import { onWidth } from "./watch.js";
import { fixed } from "./words.js";

const SIDE = 28;
const PENS = { ink: "ink", paper: "paper" };

export async function load(folder) {
  const [facts, buffer] = await Promise.all([
    json(folder, "sentence.json"), binary(folder, "sentence.bin"),
  ]);
  const { networks, rest } =
    unpack(buffer, [facts.encoder, facts.decoder]);
  const [encoder, decoder] = networks;
  const pixels = images(buffer, rest, SIDE * SIDE);
  return { facts, encoder, decoder, pixels };
}

// The pixel under the cursor, by all that is known of it.
function pixelSaid(at, x, { m, cost }) {
  const row = Math.floor(at / SIDE) + 1, column = (at % SIDE) + 1;
  return `Row ${row}, column ${column}: ${x[at] ? "ink" : "paper"}, ` +
    `m = ${fixed(m[at])}, ${fixed(cost[at])} nats.`;
}

const totalSaid = (found) =>
  `Minus log p(x|z) is ${fixed(found.total, 1)} nats, ` +
  `${fixed(bytes(found.total), 1)} bytes; ` +
  `the code costs ${fixed(found.rate, 1)} nats more.`;

// Test images, pens, and buttons; `state` holds the image and noise.
function controls({ facts, pixels }, state, redraw) {
  const { x } = state;
  const take = (digit) => {
    x.set(pixels[facts.digits.indexOf(Number(digit))]);
    redraw();
  };
  const clear = () => {
    x.fill(0);
    pick.set("");
    redraw();
  };
  const another = () => {
    const { normal } = generator(++state.seed);
    state.noise = Array.from(state.noise, normal);
    redraw();
  };
  const named = Object.fromEntries(facts.digits.map((d) => [d, d]));
  const first = String(facts.digits[facts.shown]);
  const pick = choice("Test image", named, first, take);
  const pen = choice("Pen", PENS, PENS.ink,
    (value) => state.paper.use(value === PENS.ink ? 1 : 0));
  const buttons = el("div", { class: "live-buttons" },
    button("clear", clear), button("draw another z", another));
  const node =
    el("div", { class: "live-row" }, pick.node, pen.node, buttons);
  return { node, none: () => pick.set("") };
}

export function build(live, given, signal) {
  const { facts, encoder, decoder, pixels } = given;
  const x = Float32Array.from(pixels[facts.shown]);
  const state = { x, noise: facts.noise, seed: 0 };
  const news = summary(signal, true);
  const here = el("p", { class: "live-note" });
  let found;
  const look = () => {
    here.textContent = pixelSaid(state.paper.pixel(), x, found);
    const seen = state.paper.focused() ? `${here.textContent} ` : "";
    news.say(() => seen + totalSaid(found));
  };
  const show = () => {
    found = sentence(encoder, decoder, x, state.noise);
    parts.show(x, found);
    look();
  };
  const redraw = oncePerFrame(show, signal);
  const drawn = () => {
    knobs.none();
    redraw();
  };
  state.paper = pad(x, SIDE, { drawn, looked: redraw }, signal);
  const parts = panels(state.paper, facts.order, SIDE, signal);
  const knobs = controls(given, state, redraw);
  live.append(knobs.node, parts.node, here, news.node);
  onWidth(live, show, signal);
  show();
}
