// Elements from names, attributes and children; never from markup.

const SVG = "http://www.w3.org/2000/svg";

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes))
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined)
      element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const el = (name, attributes = {}, ...children) =>
  filled(document.createElement(name), attributes, children);

export const draw = (name, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, name), attributes, children);

let last = 0;

// An id that no other element of the page has.
export const fresh = (name) => `live-${name}-${++last}`;

// Text in a chart, 12 px like the ticks or 13 px like the labels.
export const text = (x, y, said, attributes = {}) =>
  draw("text",
    { x, y, "font-size": 12, fill: "var(--ink-2)", ...attributes }, said);
