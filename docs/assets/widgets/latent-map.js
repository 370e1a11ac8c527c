// The latent map: two decoders, each on its own plane of codes.

import { button, choice } from "./control.js";
import { el } from "./dom.js";
import { binary, json } from "./fetched.js";
import { glide, oncePerFrame } from "./frame.js";
import { images, unpack } from "./packed.js";
import { summary } from "./say.js";
import { twin } from "./twin.js";
import { onWidth } from "./watch.js";

const VIEWS =
  { mean: "mean", sample: "sample", threshold: "threshold" };
const LAWS = ["bernoulli", "gaussian"];
const FIRST = 3; // the digit that it starts with

export async function load(folder) {
  const [facts, buffer] = await Promise.all([
    json(folder, "map.json"), binary(folder, "map.bin"),
  ]);
  const { sizes } = facts;
  const { networks, rest } = unpack(buffer, [sizes, sizes]);
  const pixels = images(buffer, rest, sizes.at(-1));
  return { facts, networks, pixels };
}

// The image before or after, the first following the last.
function turning(state, count, pick) {
  const step = (by) => () => pick((state.image + by) % count);
  return el("div", { class: "live-buttons" },
    button("previous image", step(count - 1)),
    button("next image", step(1)));
}

export function build(live, { facts, networks, pixels }, signal) {
  const count = pixels.length;
  const state = {
    image: facts.digits.indexOf(FIRST), view: "mean", seed: 1,
  };
  const news = summary(signal, true);
  const twins = LAWS.map((law, i) => twin({
    law, network: networks[i], codes: facts[law], pixels,
    digits: facts.digits, variance: facts.variance,
  }, { moved: () => redraw(), picked: (image) => pick(image) }, signal));

  const show = () => {
    const told = twins.map((each) => each.show(state));
    news.say(() => `Test image ${state.image + 1} of ${count}, a ` +
      `${facts.digits[state.image]}. ${told.map((t) => t()).join(" ")}`);
  };
  const redraw = oncePerFrame(show, signal);
  const pick = (image) => {
    state.image = image;
    const from = twins.map((each) => [...each.z]);
    glide((share) => {
      if (state.image !== image) return; // another one was picked
      twins.forEach((each, i) => each.towards(from[i], image, share));
      redraw();
    }, signal);
  };
  const change = (given) => {
    Object.assign(state, given);
    redraw();
  };
  const again = button("draw again", () => {
    view.set("sample");
    change({ seed: state.seed + 1, view: "sample" });
  });
  const view = choice("Show the", VIEWS, state.view,
    (value) => change({ view: value }));
  live.append(
    el("div", { class: "live-row" },
      view.node, again, turning(state, count, pick)),
    el("div", { class: "live-twins" }, ...twins.map((t) => t.node)),
    news.node);
  for (const each of twins) each.towards(each.z, state.image, 1);
  onWidth(live, show, signal);
  show();
}
