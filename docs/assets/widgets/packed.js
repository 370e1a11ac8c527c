// Reads the file that snippets/measures/int8.py writes: all scales and
// biases in float32, then a byte a weight, then images, a bit a pixel.

const FLOAT = 4;

function pairs(sizes) {
  return sizes.slice(1).map((outputs, i) => [sizes[i], outputs]);
}

// `chains` are the sizes of each network, such as [2, 64, 64, 784].
export function unpack(buffer, chains) {
  const shapes = chains.map(pairs);
  const units = shapes.flat().reduce((n, [, outputs]) => n + outputs, 0);
  const view = new DataView(buffer);
  const whole = new Int8Array(buffer, 2 * units * FLOAT);
  let float = 0, byte = 0;
  const floats = (count) => Float32Array.from({ length: count },
    () => view.getFloat32(FLOAT * float++, true));
  const layer = ([inputs, outputs]) => {
    const scales = floats(outputs), biases = floats(outputs);
    const weights = new Float32Array(inputs * outputs);
    for (let i = 0; i < weights.length; i++)
      weights[i] = whole[byte++] * scales[Math.floor(i / inputs)];
    return { weights, biases };
  };
  const networks = shapes.map((chain) => chain.map(layer));
  return { networks, rest: 2 * units * FLOAT + byte };
}

// Black and white images behind the weights, the high bit first.
export function images(buffer, rest, pixels) {
  const bits = new Uint8Array(buffer, rest), each = pixels / 8;
  return Array.from({ length: bits.length / each }, (_, image) =>
    Float32Array.from({ length: pixels }, (_, i) =>
      (bits[image * each + (i >> 3)] >> (7 - (i & 7))) & 1));
}
