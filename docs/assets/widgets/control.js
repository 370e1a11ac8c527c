// Native controls with their labels: keyboard and touch come with them.

import { el, fresh } from "./dom.js";

const named = (label, law) =>
  el("span", law ? { class: `f key f-${law}` } : {}, label);

export function slider(label, given, onInput) {
  const { min, max, step, value, said, law } = given;
  const id = fresh("slider");
  const input =
    el("input", { type: "range", id, min, max, step, value });
  const shown = el("span", { class: "live-value" });
  const tell = () => {
    shown.textContent = said(Number(input.value));
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  const set = (next) => {
    input.value = next;
    tell();
  };
  input.addEventListener("input", () => {
    tell();
    onInput(Number(input.value));
  });
  tell();
  const name = el("label", { for: id }, named(label, law));
  const node = el("div", { class: "live-slider" }, name, input, shown);
  return { node, set };
}

// A few options of which one holds.
export function choice(legend, options, chosen, onChange) {
  const name = fresh("choice");
  const inputs = Object.entries(options).map(([value, label]) => {
    const input = el("input",
      { type: "radio", name, value, checked: value === chosen });
    input.addEventListener("change", () => onChange(value));
    return [input, el("label", { class: "live-option" }, input,
      el("span", {}, label))];
  });
  const node = el("fieldset", { class: "live-choice" },
    el("legend", {}, legend), ...inputs.map(([, label]) => label));
  const set = (value) => {
    for (const [input] of inputs) input.checked = input.value === value;
  };
  return { node, set };
}

// A number above zero; anything else is said to be wrong, and ignored.
export function number(label, value, onInput, step = 1) {
  const id = fresh("number");
  const input = el("input", {
    type: "number", id, value, min: step === 1 ? 1 : undefined,
    step: step === 1 ? 1 : "any", inputmode: "decimal", required: true,
  });
  input.addEventListener("input", () => {
    const found = input.valueAsNumber;
    const good = found > 0 && Number.isFinite(found);
    input.setAttribute("aria-invalid", !good);
    if (good) onInput(found);
  });
  const set = (next) => {
    input.value = next;
    input.setAttribute("aria-invalid", false);
  };
  const name = el("label", { for: id }, label);
  return { node: el("div", { class: "live-number" }, name, input), set };
}

export function select(label, options, chosen, onChange) {
  const id = fresh("select");
  const input = el("select", { id }, ...Object.entries(options).map(
    ([value, said]) =>
      el("option", { value, selected: value === chosen }, said)));
  input.addEventListener("change", () => onChange(input.value));
  const set = (value) => (input.value = value);
  const name = el("label", { for: id }, label);
  return { node: el("div", { class: "live-select" }, name, input), set };
}

export function button(label, onClick) {
  const node = el("button", { type: "button", class: "live-button" },
    label);
  node.addEventListener("click", onClick);
  return node;
}
