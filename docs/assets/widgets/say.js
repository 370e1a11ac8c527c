// A summary in words, which screen readers announce when they pause.

import { el } from "./dom.js";

const PAUSE = 600; // ms: a drag is told by where it comes to rest

// `heard`: where the numbers stand in the figure already, the summary
// is for the ear alone.
export function summary(signal, heard) {
  const kind = heard ? "live-heard" : "live-summary";
  const node = el("p", { class: kind, role: "status" });
  let timer;
  signal.addEventListener("abort", () => clearTimeout(timer));
  const put = (tell) => {
    const said = tell();
    if (node.textContent !== said) node.textContent = said;
    node.removeAttribute("aria-busy");
  };
  // `tell` makes the sentence, and is asked only when it is read.
  const say = (tell) => {
    clearTimeout(timer);
    node.setAttribute("aria-busy", "true");
    timer = setTimeout(put, node.textContent ? PAUSE : 0, tell);
  };
  return { node, say };
}
