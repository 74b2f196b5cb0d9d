// Sorting by column, and details that open when a link leads into them. Without this script the
// table stays in rank order.
(() => {
  const table = document.querySelector("table.ranking");
  const collator = new Intl.Collator("en", { numeric: true });

  const sortBy = (header, column, kind) => {
    const first = kind === "number" ? "descending" : "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = header.getAttribute("aria-sort") === first ? other : first;
    for (const each of header.parentNode.cells) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, value: row.cells[column].dataset.value ?? row.cells[column].textContent, rank: Number(row.cells[0].dataset.value) }));
    const compare = kind === "text" ? collator.compare : (a, b) => a - b;
    rows.sort((a, b) => sign * compare(a.value, b.value) || a.rank - b.rank);
    body.append(...rows.map((each) => each.row));
  };

  table?.querySelectorAll("th[data-sort]").forEach((header) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    header.replaceChildren(button);
    button.addEventListener("click", () => sortBy(header, header.cellIndex, header.dataset.sort));
  });

  const reveal = (hash) => {
    const target = document.getElementById(hash.slice(1));
    const details = target?.closest("details");
    if (!details) return;
    details.open = true;
    details.scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link) setTimeout(() => reveal(link.hash));
  });
  reveal(location.hash);
})();
