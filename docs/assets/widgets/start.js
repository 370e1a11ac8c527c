// Defines the four elements. Each holds a still figure, and fetches
// what makes it move only when it comes near the screen. Where modules
// cannot be loaded (from file://, say), the still figure stays.
(() => {
  const here = document.currentScript.src;
  const data = new URL("../../generated/playground/", here);
  const names =
    ["loss-ruler", "hidden-variance", "latent-map", "one-sentence"];
  const whenIdle =
    window.requestIdleCallback ?? ((work) => setTimeout(work, 100));

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      whenIdle(() => target.start());
    }
  }, { rootMargin: "300px" });

  class Explorable extends HTMLElement {
    connectedCallback() {
      const still = location.protocol === "file:";
      this.classList.toggle("is-still", still);
      if (!still) near.observe(this);
    }

    // Undone, so that it can be put into a page again.
    disconnectedCallback() {
      near.unobserve(this);
      this.still();
      this.stop = undefined;
    }

    still() {
      this.stop?.abort();
      this.querySelector(".live")?.remove();
      this.classList.remove("is-live");
    }

    async start() {
      if (!this.isConnected || this.stop) return;
      const { signal } = (this.stop = new AbortController());
      try {
        const part = await import(new URL(`${this.localName}.js`, here));
        const given = await part.load?.(data);
        if (!signal.aborted) this.show(part, given, signal);
      } catch (error) {
        this.still();
        this.classList.add("is-still");
        console.error(`${this.localName} stays still:`, error);
      }
    }

    show(part, given, signal) {
      const live = document.createElement("div");
      live.className = "live";
      this.append(live);
      this.classList.add("is-live");
      part.build(live, given, signal);
    }
  }

  for (const name of names)
    if (!customElements.get(name))
      customElements.define(name, class extends Explorable {});
})();
