// What a picture must follow: its width, and the colours of the page.

export function onWidth(node, work, signal) {
  let seen = 0;
  const watch = new ResizeObserver(() => {
    if (node.clientWidth === seen) return;
    seen = node.clientWidth;
    work();
  });
  watch.observe(node);
  signal.addEventListener("abort", () => watch.disconnect());
}

export function onTheme(work, signal) {
  const watch = new MutationObserver(work);
  watch.observe(document.body, {
    attributeFilter: ["data-md-color-scheme"],
  });
  signal.addEventListener("abort", () => watch.disconnect());
  for (const query of ["(prefers-color-scheme: dark)", "print"])
    matchMedia(query).addEventListener("change", work, { signal });
}
