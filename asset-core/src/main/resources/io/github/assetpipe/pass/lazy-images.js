(function (w, d) {
 if (w.assetLazy) return;
 w.assetLazy = 1;
 function all(e) {
  ["sizes", "srcset", "poster", "src"].forEach(function (n) {
   var v = e.getAttribute("data-" + n);
   if (v) {
    e.setAttribute(n, v);
    e.removeAttribute("data-" + n);
   }
  });
 }
 function load(e) {
  var p = e.parentNode;
  if (p.nodeName == "PICTURE") p.querySelectorAll("source").forEach(all);
  all(e);
  e.classList.add("loaded");
 }
 var seen = w.IntersectionObserver && new IntersectionObserver(function (list) {
  list.forEach(function (i) {
   if (i.isIntersecting) {
    seen.unobserve(i.target);
    load(i.target);
   }
  });
 }, { rootMargin: "300px" });
 function find(now) {
  d.querySelectorAll(".lazy[data-src],.lazy[data-srcset],.lazy[data-poster]").forEach(function (e) {
   seen && now !== 1 ? seen.observe(e) : load(e);
  });
 }
 find();
 new MutationObserver(find).observe(d, { childList: true, subtree: true });
 w.addEventListener("beforeprint", function () {
  find(1);
 });
})(window, document);
