"use strict";
const sortable = table => {
  const heads = table.tHead.rows[0].cells, body = table.tBodies[0];
  [...heads].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") === "descending" || !head.classList.contains("n") && !head.hasAttribute("aria-sort");
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = row => { const cell = row.cells[column]; return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v); };
      const rows = [...body.rows].map(row => [key(row), row]);
      rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (up ? 1 : -1));
      body.append(...rows.map(entry => entry[1]));
    });
  });
};
document.querySelectorAll("table").forEach(sortable);
// A closed part is text until somebody looks into it.
const unfold = sheet => {
  const text = sheet.querySelector("noscript");
  if (!text) return;
  const template = document.createElement("template");
  template.innerHTML = text.textContent;
  text.replaceWith(template.content);
  sheet.querySelectorAll("table").forEach(sortable);
};
document.querySelectorAll("details.sheet").forEach(sheet => sheet.addEventListener("toggle", () => { if (sheet.open) unfold(sheet); }));
const filter = id => {
  const section = document.getElementById(id);
  section.querySelectorAll("details.sheet").forEach(unfold);
  const words = section.querySelector("[data-filter]").value.toLowerCase().split(/\s+/).filter(Boolean);
  const choice = section.querySelector("[data-outcome]");
  const outcome = choice ? choice.value : "";
  for (const row of section.querySelectorAll("tbody tr")) {
    const text = row.textContent.toLowerCase();
    row.hidden = outcome && row.dataset.o !== outcome || words.some(word => !text.includes(word));
  }
  if (words.length || outcome) for (const sheet of section.querySelectorAll("details.sheet")) sheet.open = sheet.querySelector("tbody tr:not([hidden])") !== null;
};
let timer;
document.querySelectorAll("[data-filter]").forEach(field => field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, 120, field.dataset.filter); }));
document.querySelectorAll("[data-outcome]").forEach(field => field.addEventListener("change", () => filter(field.dataset.outcome)));
