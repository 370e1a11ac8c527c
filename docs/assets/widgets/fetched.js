// The files of the build, as the elements need them.

async function found(folder, name) {
  const answer = await fetch(new URL(name, folder));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

export const json = async (folder, name) =>
  (await found(folder, name)).json();

export const binary = async (folder, name) =>
  (await found(folder, name)).arrayBuffer();

// How dark each pixel of a PNG is: the opacity of its ink, 0 to 1.
export async function opacity(folder, name) {
  const blob = await (await found(folder, name)).blob();
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const values = Float32Array.from({ length: data.length / 4 },
    (_, i) => data[4 * i + 3] / 255);
  return { values, across: bitmap.width, down: bitmap.height };
}
