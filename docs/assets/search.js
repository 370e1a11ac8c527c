/* The theme fetches all that search knows, more bytes than a page has,
   with every page. It waits here until somebody searches, or comes from
   what was found. Nothing else on these pages asks this way. */

(() => {
  const { send } = XMLHttpRequest.prototype;
  const toggle = document.getElementById("__search");
  const asked = new URLSearchParams(location.search);
  if (asked.has("q") || asked.has("h")) return;
  XMLHttpRequest.prototype.send = function (...body) {
    toggle.addEventListener("change", () => send.apply(this, body), {
      once: true,
    });
  };
})();
