// The page is whole without this. It adds the filter above a cross-table, whose choices name columns; and where the
// reader's program knows no pop-ups, the terms of the glossary lead to its annex.
"use strict";

for (const form of document.querySelectorAll("form.filter")) {
  const table = form.parentElement.querySelector("table");
  const status = form.querySelector("[role=status]");
  const count = table.rows[0].cells.length - 2; // all but the row's name and its total
  const marks = (cells) => cells.flatMap((cell) => [...cell.querySelectorAll("[aria-hidden]")]);

  function shownColumns() {
    const chosen = [...form.querySelectorAll("select")].filter((one) => one.value !== "");
    const kept = chosen.map((one) => one.value.split(" ").map(Number));
    return [...Array(count).keys()].filter((column) => kept.every((columns) => columns.includes(column)));
  }

  function showRow(row, shown) {
    const [, ...cells] = row.cells;
    const total = cells.pop();
    cells.forEach((cell, column) => (cell.hidden = !shown.includes(column)));
    return [total, cells.filter((cell) => !cell.hidden)];
  }

  function apply() {
    const shown = shownColumns();
    const everywhere = new Set();
    for (const row of table.rows) {
      if (row.cells.length === 1) {
        row.cells[0].colSpan = shown.length + 2; // the name of a group
        continue;
      }
      const [total, cells] = showRow(row, shown);
      // A document counts once, however many columns it stands in; a mark that leads nowhere is one of its own.
      const documents = new Set(marks(cells).map((mark) => mark.parentElement.hash ?? mark));
      if (row.parentElement.tagName === "TBODY") {
        documents.forEach((one) => everywhere.add(one));
        total.textContent = documents.size;
      } else if (row.parentElement.tagName === "TFOOT") {
        total.textContent = everywhere.size;
      }
    }
    status.textContent = status.dataset.line.replace("{shown}", shown.length).replace("{all}", count);
  }

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply)); // once the choices are undone
  form.hidden = false;
}

if (!("popover" in HTMLElement.prototype)) {
  for (const term of document.querySelectorAll("button.acronym")) {
    const id = term.getAttribute("popovertarget").replace("term--", "glossary--");
    term.addEventListener("click", () => (location.hash = id));
  }
}
