/**
 * What changes on the way down: a shadow under the header, the button back up, and tiles that come in.
 */
Shop.ready(() => {
  "use strict";

  const header = document.querySelector(".site-header");
  const up = document.querySelector(".to-top");
  let waiting = false;

  const look = () => {
    waiting = false;
    header.classList.toggle("is-scrolled", window.scrollY > 8);
    up.classList.toggle("is-shown", window.scrollY > window.innerHeight);
  };
  window.addEventListener("scroll", () => {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(look);
    }
  }, { passive: true });
  look();
  up.addEventListener("click", () => window.scrollTo({ top: 0, behavior: "smooth" }));

  const watcher = new IntersectionObserver((entries) => {
    entries
      .filter(({ isIntersecting }) => isIntersecting)
      .forEach(({ target }) => {
        target.classList.add("is-visible");
        watcher.unobserve(target);
      });
  }, { rootMargin: "0px 0px -10% 0px" });
  document.querySelectorAll(".reveal").forEach((tile) => watcher.observe(tile));
});
