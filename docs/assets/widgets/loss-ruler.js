// The ruler: what a miss costs, and how hard it pulls on the logit.

import { slider } from "./control.js";
import { el } from "./dom.js";
import { oncePerFrame } from "./frame.js";
import {
  aboveFloor, crossEntropySlope, squaredCost, squaredSlope,
} from "./laws.js";
import { chart } from "./ruler-chart.js";
import { table } from "./ruler-table.js";
import { summary } from "./say.js";
import { onWidth } from "./watch.js";
import { fixed, plain } from "./words.js";

const START = { x: 0.9, m: 0.2, variance: 0.5 };
const EDGE = 0.01; // a forecast of 0 or 1 may cost without bound

export const measured = ({ x, m, variance }) => ({
  coins: { cost: aboveFloor(x, m), slope: crossEntropySlope(x, m) },
  bell: {
    cost: squaredCost(x, m, variance),
    slope: squaredSlope(x, m, variance),
  },
});

function said({ x, m, variance }, { coins, bell }) {
  return `Target ${fixed(x)}, forecast ${fixed(m)}. Cross-entropy is ` +
    `${fixed(coins.cost, 3)} nats above its floor, squared error with ` +
    `σ² = ${plain(variance)} costs ${fixed(bell.cost, 3)}. Slopes in ` +
    `the logit: ${fixed(coins.slope)} and ${fixed(bell.slope)}.`;
}

function controls(state, change) {
  const unit = { min: 0, max: 1, step: 0.01, said: (v) => fixed(v) };
  const x = slider("target x", { ...unit, value: state.x },
    (value) => change({ x: value }));
  const m = slider("forecast m",
    { ...unit, min: EDGE, max: 1 - EDGE, value: state.m },
    (value) => change({ m: value }));
  const halvings = {
    min: 0, max: 5, step: 0.5, law: "gaussian",
    value: -Math.log2(state.variance), said: (v) => plain(2 ** -v),
  };
  const variance = slider("variance σ²", halvings,
    (value) => change({ variance: 2 ** -value }));
  return { x, m, variance };
}

export function build(live, _, signal) {
  const state = { ...START };
  const news = summary(signal, true), numbers = table();
  const change = (given) => {
    Object.assign(state, given);
    redraw();
  };
  const parts = controls(state, change);
  // Rounded as the sliders are, so that both always agree.
  const drag = (name, at) => {
    const whole = Math.round(100 * at) / 100;
    const low = name === "m" ? EDGE : 0;
    change({ [name]: Math.min(1 - low, Math.max(low, whole)) });
    parts[name].set(state[name]);
  };
  const picture = chart(drag, signal);
  const show = () => {
    const found = measured(state);
    picture.show(state, found);
    numbers.show(state, found);
    news.say(() => said(state, found));
  };
  const redraw = oncePerFrame(show, signal);
  const knobs = Object.values(parts).map((part) => part.node);
  live.append(picture.node, el("div", { class: "live-knobs" }, ...knobs),
    numbers.node, news.node);
  onWidth(picture.node, show, signal);
  show();
}
