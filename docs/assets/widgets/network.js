// A perceptron with softplus between its layers, as in vae/model.py.

import { softplus } from "./laws.js";

function layer({ weights, biases }, input) {
  const output = new Float32Array(biases.length);
  for (let row = 0, at = 0; row < biases.length; row++) {
    let total = biases[row];
    for (let i = 0; i < input.length; i++)
      total += weights[at++] * input[i];
    output[row] = total;
  }
  return output;
}

export function forward(layers, input) {
  let values = input;
  layers.forEach((each, place) => {
    values = layer(each, values);
    if (place < layers.length - 1) values = values.map(softplus);
  });
  return values;
}

// q(z|x): the encoder's second half is the log variance.
export function posterior(encoder, x) {
  const found = forward(encoder, x);
  const half = found.length / 2;
  const scale = found.subarray(half).map((v) => Math.exp(v / 2));
  return { loc: found.slice(0, half), scale };
}
