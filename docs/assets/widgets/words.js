// Numbers as the prose says them.

// Made once: a format costs more to make than to use.
const FORMATS = [0, 1, 2, 3].map((digits) =>
  new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: digits, maximumFractionDigits: digits,
  }));

export function fixed(value, digits = 2) {
  const size = FORMATS[digits].format(Math.abs(value));
  const zero = !/[1-9]/.test(size);
  return value < 0 && !zero ? `−${size}` : size;
}

const NAMES = { 0.5: "½", 0.25: "¼", 0.125: "⅛" };

// 1/16 rather than 0.0625 where it is a power of two; else 3 digits.
export function plain(value) {
  if (NAMES[value]) return NAMES[value];
  if (value < 1 && Number.isInteger(Math.log2(value)))
    return `1/${1 / value}`;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(value)));
  const short = Number(value.toFixed(Math.min(digits, 8)));
  return short.toLocaleString("en-GB", { maximumFractionDigits: 8 });
}
