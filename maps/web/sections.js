"use strict";

/* Sections of a page beside its map: tables and bars, from the plain data of maps/sections.py. */

function renderSections() {
  const here = facts.scenarios ? facts.scenarios[view.scenario].sections : [];
  document.getElementById("sections").replaceChildren(...[...here, ...(facts.sections ?? [])].map(sectionElement));
}

function sectionElement({ title, hint, table, bars }, number) {
  const id = `section-${number}`;
  return element("section", { "aria-labelledby": id },
    element("h2", { id }, inLanguage(title)),
    bars ? barChart(bars, id) : "",
    table ? element("div", { class: "wide", tabindex: "0", role: "group", "aria-labelledby": id }, sectionTable(table)) : "",
    hint ? element("p", { class: "hint" }, inLanguage(hint)) : "");
}

/* A cell is a text, three texts, a number with a unit, a choice that opens its card, or several of these. */
function cellText(cell) {
  if (cell === null || cell.n === null) return "–";
  if (Array.isArray(cell)) return cell.map(cellText).join(", ");
  if (cell.three) return inLanguage(cell.three);
  if (cell.kind) return choiceName(cell);
  if (typeof cell !== "object") return String(cell);
  const number = figure(cell.n, cell.decimals);
  return cell.unit ? say(`unit.${cell.unit}`, { n: number }) : number;
}

function choiceName({ kind, id }) {
  if (kind === "node") return nodeById.has(id) ? nodeName(nodeById.get(id)) : id;
  return inLanguage(facts.scenarios[id].title);
}

function cellContent(cell) {
  if (!cell?.kind || (cell.kind === "node" && !nodeById.has(cell.id))) return cellText(cell);
  const open = () => (cell.kind === "scenario" ? setScenario(cell.id) : choose(cell.kind, cell.id, { go: true }));
  const pressed = cell.kind === "scenario" ? String(cell.id === view.scenario) : null;
  return element("button", { type: "button", class: "quiet", "aria-pressed": pressed, onclick: open }, choiceName(cell));
}

function sectionTable({ head, rows }) {
  const side = (column) => (rows.some((row) => row[column]?.n !== undefined) ? "n" : null);
  const headings = head.map((three, i) => element("th", { scope: "col", class: side(i) }, inLanguage(three)));
  const body = rows.map((row) => element("tr", { class: row.some((cell) => cell?.kind === "scenario" && cell.id === view.scenario) ? "now" : null },
    ...row.map((cell, i) => element(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: side(i) }, cellContent(cell)))));
  return element("table", {}, element("thead", {}, element("tr", {}, ...headings)), element("tbody", {}, ...body));
}

/* Bars from one zero, each with its figure; series and unit are named above, and `mark` is a line across all. */
function barChart({ series, rows, unit, mark }, id) {
  const [width, thick, gap] = [300, 14, 9];
  const most = Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)), mark ?? 0, 1e-9);
  const at = (value) => (value / most) * (width - 46);
  const written = (value) => (unit === "percent" ? percent(value) : figure(value, 1));
  const parts = [];
  let y = 0;
  for (const { label, values } of rows) {
    parts.push(element("text", { x: 0, y: y + 12, class: "label" }, cellText(label)));
    y += 17;
    values.forEach((value, i) => {
      if (value === null) return;
      const short = mark !== null && value < mark ? " short" : "";
      parts.push(element("rect", { x: 0, y, width: at(value), height: thick - 3, class: `tone-${i}${short}` }),
        element("text", { x: at(value) + 5, y: y + 9.5, class: `value${short}` }, written(value)));
      y += thick;
    });
    y += gap;
  }
  if (mark !== null) parts.push(element("line", { x1: at(mark), x2: at(mark), y1: 14, y2: y - gap, class: "mark" }));
  const said = rows.map(({ label, values }) => `${cellText(label)}: ${values.map((value, i) => `${inLanguage(series[i])} ${value === null ? "–" : written(value)}`).join(", ")}`).join("; ");
  const names = series.map((three, i) => element("li", {}, element("span", { class: `dot tone-${i}` }), inLanguage(three)));
  if (unit !== "percent") names.push(element("li", { class: "hint" }, say(`unit.${unit}`, { n: "" }).trim()));
  return element("div", { class: "by-country" }, element("ul", {}, ...names),
    element("svg", { class: "chart", viewBox: `0 0 ${width} ${y}`, role: "img", "aria-label": said, "data-chart": id }, ...parts));
}
