"use strict";
(() => {
  if (window.assetLive) return;
  window.assetLive = true;
  const base = new URL(document.currentScript.src);
  const events = new EventSource(new URL("events", base));
  const clear = () => { const old = document.getElementById("asset-errors"); if (old) old.remove(); };
  const swap = (link, href) => {
    const next = link.cloneNode();
    next.href = href;
    next.removeAttribute("integrity");
    next.onload = () => link.remove();
    next.onerror = () => location.reload();
    link.after(next);
  };
  events.addEventListener("styles", event => {
    clear();
    const names = JSON.parse(event.data), stamp = "?live=" + Date.now();
    let found = false;
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const url = new URL(link.href, location.href), path = decodeURIComponent(url.pathname);
      for (const [from, to] of names) {
        if (path.endsWith("/" + from)) {
          found = true;
          swap(link, url.origin + url.pathname.slice(0, url.pathname.length - encodeURI(from).length) + encodeURI(to) + (from === to ? stamp : ""));
          break;
        }
      }
    }
    if (!found && document.querySelector("style")) location.reload();
  });
  events.addEventListener("reload", () => location.reload());
  events.addEventListener("built", clear);
  events.addEventListener("errors", event => {
    clear();
    const host = document.createElement("div");
    host.id = "asset-errors";
    const root = host.attachShadow({mode: "open"});
    const style = document.createElement("style");
    style.textContent = ":host{position:fixed;inset:0;z-index:2147483647;background:rgba(20,22,24,.92);overflow:auto;padding:2rem}main{max-width:60rem;margin:0 auto;color:#e7e8e6;font:15px/1.5 system-ui,sans-serif}h1{font-size:1.2rem;color:#ff9d92;margin:0 0 1rem}pre{background:#24282a;border-left:4px solid #ff9d92;border-radius:.4rem;padding:1rem;overflow-x:auto;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;tab-size:4}button{font:inherit;color:inherit;background:none;border:1px solid #8a9094;border-radius:.4rem;padding:.3rem .9rem;cursor:pointer}";
    const main = document.createElement("main"), head = document.createElement("h1"), text = document.createElement("pre"), close = document.createElement("button");
    head.textContent = "The assets could not be built";
    text.textContent = event.data;
    close.textContent = "Close";
    close.onclick = clear;
    main.setAttribute("role", "alert");
    main.append(head, text, close);
    root.append(style, main);
    document.body.append(host);
    close.focus();
  });
})();
