"use strict";

/* Sections of a page below its map: tables and small charts, from plain rows. */

function renderSections() {
  document.getElementById("sections").replaceChildren(...(facts.sections ?? []).map(sectionElement));
}

function sectionElement({ title, hint, table, chart }, number) {
  const id = `section-${number}`;
  return element("section", { "aria-labelledby": id },
    element("h2", { id }, inLanguage(title)),
    chart ? barChart(chart) : "",
    table ? element("div", { class: "wide", tabindex: "0", role: "region", "aria-labelledby": id }, sectionTable(table)) : "",
    hint ? element("p", { class: "hint" }, inLanguage(hint)) : "");
}

/* A cell is a text, three texts (one a language), or a number with a unit; a missing one is a dash. */
function cellText(cell) {
  if (cell === null) return "–";
  if (Array.isArray(cell)) return inLanguage(cell);
  if (typeof cell === "object") return cell.unit ? say(`unit.${cell.unit}`, { n: figure(cell.n, cell.decimals ?? 1) }) : figure(cell.n, cell.decimals ?? 1);
  return String(cell);
}

function isNumber(cell) {
  return cell !== null && typeof cell === "object" && !Array.isArray(cell);
}

function sectionTable({ head, rows }) {
  const side = (column) => (rows.some((row) => isNumber(row[column])) ? "n" : null);
  const headings = head.map((three, i) => element("th", { scope: "col", class: side(i) }, inLanguage(three)));
  const body = rows.map((row) => element("tr", {}, ...row.map((cell, i) => (i === 0
    ? element("th", { scope: "row" }, cellText(cell))
    : element("td", { class: side(i) }, cellText(cell))))));
  return element("table", {}, element("thead", {}, element("tr", {}, ...headings)), element("tbody", {}, ...body));
}

/* Bars from one zero, one a series and row, each with its figure; the series are named above. */
function barChart({ series, rows, unit }) {
  const [width, height, gap] = [300, 15, 8];
  const most = Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)), 1e-9);
  const group = 17 + series.length * height + gap;
  const parts = rows.flatMap(({ label, values }, row) => [
    element("text", { x: 0, y: row * group + 12, class: "label" }, cellText(label)),
    ...values.flatMap((value, i) => {
      const y = row * group + 17 + i * height;
      const length = value === null ? 0 : (value / most) * (width - 92);
      const said = value === null ? "–" : say(`unit.${unit}`, { n: figure(value, 1) });
      return [element("rect", { x: 0, y, width: length, height: height - 3, class: `tone-${i}` }), element("text", { x: length + 5, y: y + 10, class: "value" }, said)];
    }),
  ]);
  const said = rows.map(({ label, values }) => `${cellText(label)}: ${values.map((value, i) => `${inLanguage(series[i])} ${value === null ? "–" : figure(value, 1)}`).join(", ")}`).join("; ");
  const names = series.map((three, i) => element("li", {}, element("span", { class: `dot tone-${i}` }), inLanguage(three)));
  return element("div", { class: "by-country" }, element("ul", {}, ...names),
    element("svg", { class: "chart", viewBox: `0 0 ${width} ${rows.length * group}`, role: "img", "aria-label": said }, ...parts));
}
