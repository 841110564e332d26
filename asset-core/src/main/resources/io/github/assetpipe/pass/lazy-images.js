(function (w, d) {
  "use strict";
  if (w.assetLazy) return;
  w.assetLazy = 1;
  function move(e, name) {
    var value = e.getAttribute("data-" + name);
    if (value !== null) {
      e.setAttribute(name, value);
      e.removeAttribute("data-" + name);
    }
  }
  function load(e) {
    var p = e.parentNode;
    if (p && p.nodeName == "PICTURE") p.querySelectorAll("source").forEach(all);
    all(e);
    e.classList.add("loaded");
  }
  function all(e) {
    ["sizes", "srcset", "src"].forEach(function (name) { move(e, name); });
  }
  var seen = w.IntersectionObserver && new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) {
        seen.unobserve(entry.target);
        load(entry.target);
      }
    });
  }, { rootMargin: "300px" });
  function find(print) {
    d.querySelectorAll(".lazy[data-src],.lazy[data-srcset]").forEach(function (e) {
      seen && print !== 1 ? seen.observe(e) : load(e);
    });
  }
  find();
  w.MutationObserver && new MutationObserver(find).observe(d.documentElement, { childList: true, subtree: true });
  w.addEventListener("beforeprint", function () { find(1); });
})(window, document);
