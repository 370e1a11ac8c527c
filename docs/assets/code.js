/* The theme puts a landmark beside every block of code, all of one
   name: a list of landmarks would say the same word again and again.
   Each is named after the place of its block on the page. */

const KIND = "md-code__nav";

const name = () => {
  const all = document.querySelectorAll(`nav.${KIND}`);
  for (const [place, nav] of all.entries()) {
    const label = `Code ${place + 1}`;
    if (nav.getAttribute("aria-label") !== label) {
      nav.setAttribute("aria-label", label);
    }
  }
};

// Explorable figures change the page in every frame: a search through
// all of it would slow them.
const isNew = ({ addedNodes }) =>
  [...addedNodes].some(({ className }) => className === KIND);

new MutationObserver((changes) => {
  if (changes.some(isNew)) name();
}).observe(document.body, { childList: true, subtree: true });
name();
