// One pointer, by mouse, pen or finger, from press to release.

// `pick(x, y)` names what is held; `move(name, x, y)` follows it. Both
// count pixels from the node's corner. `tap` tells a press without a
// move from a drag.
export function dragged(node, pick, move, signal, tap = () => {}) {
  let held, from, down = false;
  const place = (event) => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const on = (name, work) =>
    node.addEventListener(name, work, { signal });
  on("pointerdown", (event) => {
    if (event.button) return;
    node.setPointerCapture(event.pointerId);
    from = place(event);
    held = pick(...from);
    down = true;
    move(held, ...from);
  });
  on("pointermove", (event) => {
    if (down) move(held, ...place(event));
  });
  on("pointerup", (event) => {
    if (!down) return;
    down = false;
    const [x, y] = place(event);
    if (Math.hypot(x - from[0], y - from[1]) < 4) tap(x, y);
  });
  on("pointercancel", () => (down = false));
}
