// The pixels that a stroke from one place to another inks.

const RADIUS = 1.05; // in pixels: strokes as wide as MNIST's
const HALVES = 2; // steps in each pixel of the way

function round([a, b], side) {
  const found = [];
  for (let r = Math.floor(b - 2); r <= b + 2; r++)
    for (let c = Math.floor(a - 2); c <= a + 2; c++) {
      const inside = r >= 0 && c >= 0 && r < side && c < side;
      const far = Math.hypot(c + 0.5 - a, r + 0.5 - b);
      if (inside && far <= RADIUS) found.push(r * side + c);
    }
  return found;
}

// `from` and `to` are [column, row], in units of pixels.
export function stroke(from, to, side) {
  const away = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const steps = 1 + Math.ceil(HALVES * away);
  const found = new Set();
  for (let step = 0; step <= steps; step++) {
    const place =
      from.map((v, i) => v + (step / steps) * (to[i] - v));
    for (const pixel of round(place, side)) found.add(pixel);
  }
  return found;
}
