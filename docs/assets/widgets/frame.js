// Work once a frame, however often it is asked for.

export function oncePerFrame(work, signal) {
  let asked = 0;
  signal.addEventListener("abort", () => cancelAnimationFrame(asked));
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      work();
    });
  };
}

const still = matchMedia("(prefers-reduced-motion: reduce)");
const GLIDE = 250; // ms

// Calls step(0..1) until it is there; at once where motion is unwanted.
export function glide(step, signal) {
  if (still.matches) return step(1);
  const from = performance.now();
  const next = (now) => {
    if (signal.aborted) return;
    const share = Math.min(1, Math.max(0, (now - from) / GLIDE));
    step(share * (2 - share));
    if (share < 1) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
