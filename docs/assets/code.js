/* The theme puts a landmark beside every block of code, all of one
   name: a list of landmarks would say the same word again and again.
   Each is named after the place of its block on the page. */

const name = () => {
  const all = document.querySelectorAll("nav.md-code__nav");
  for (const [place, nav] of all.entries()) {
    const label = `Code ${place + 1}`;
    if (nav.getAttribute("aria-label") !== label) {
      nav.setAttribute("aria-label", label);
    }
  }
};

new MutationObserver(name).observe(document.body, {
  childList: true,
  subtree: true,
});
name();
