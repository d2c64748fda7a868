"use strict";

/* What the reader takes along: the shown lines and places as files, and a sheet of paper. */

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/* The columns of the layers that a build writes; lines are those of the drawing, thinned. */
function geoJson(rows, columns, geometry) {
  const features = rows.map((row) => ({
    type: "Feature", id: row.id, properties: Object.fromEntries(columns.map((name) => [name, row[name]])), geometry: geometry(row),
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

function saveLines() {
  const lonLat = (segment) => ({ type: "LineString", coordinates: segment.path.map(([lat, lon]) => [lon, lat]) });
  save(`${facts.page.name}_lines.geojson`, "application/geo+json", geoJson(segments.filter((segment) => passes(segment)), facts.segments.columns, lonLat));
}

function savePlaces() {
  const used = new Set(segments.filter((segment) => passes(segment)).flatMap((segment) => [segment.from_node, segment.to_node]));
  const point = (node) => ({ type: "Point", coordinates: [node.lon, node.lat] });
  save(`${facts.page.name}_places.geojson`, "application/geo+json", geoJson(nodes.filter((node) => used.has(node.id)), facts.nodes.columns, point));
}

function saveTable() {
  const rows = segments.filter((segment) => passes(segment)).map((segment) => facts.segments.columns.map((name) => segment[name]));
  const lines = [facts.segments.columns, ...rows].map((row) => row.map(csvCell).join(","));
  save(`${facts.page.name}_lines.csv`, "text/csv", `\ufeff${lines.join("\r\n")}\r\n`);
}

/* A text that a spreadsheet would take for a formula is marked as text. */
function csvCell(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/* ---- the sheet of paper ---- */

/* Before printing the page lays itself out as a sheet in light colours, the map keeping what it shows. */
function bindPrint(map) {
  let [before, theme, moved] = [null, "", false];
  window.addEventListener("beforeprint", () => {
    if (before) return;
    before = map.getBounds();
    moved = map.movedByReader;
    theme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    document.body.classList.add("sheet");
    renderSheet();
    map.invalidateSize({ animate: false });
    if (moved) map.fitBounds(before, { animate: false });
    else showAll(map, facts.page.extent);
    redraw();
  });
  window.addEventListener("afterprint", () => {
    document.body.classList.remove("sheet", "a3");
    document.documentElement.dataset.theme = theme;
    sayEverywhere();
    map.invalidateSize({ animate: false });
    map.fitBounds(before, { animate: false });
    map.movedByReader = moved;
    before = null;
    changed();
  });
  for (const button of document.querySelectorAll("[data-paper]")) {
    button.addEventListener("click", () => {
      document.body.classList.toggle("a3", button.dataset.paper === "a3");
      window.print();
    });
  }
}

function renderSheet() {
  if (facts.page.name === "index") document.querySelector("h1").textContent = document.title;
  const shown = segments.filter((segment) => passes(segment));
  const corridors = Object.entries(facts.corridors).filter(([id]) => !view.corridorsOff.has(id) && shown.some((segment) => segment.serves.includes(id)));
  const signs = (values, sign, label) => values.map((value) => element("li", {}, sign(value), label(value)));
  const present = (property, looks) => Object.keys(looks).filter((value) => shown.some((segment) => segment[property] === value));
  const byCorridor = corridors.map(([id, corridor]) => element("li", {}, swatch(view.colour === "corridor" ? `var(--corridor-${id})` : "var(--soft)"),
    `${shortTitle(corridor.title)}${corridor.own ? `, ${kilometres(corridor.main_km)}` : ""}`));
  document.getElementById("sheet-legend").replaceChildren(
    ...byCorridor, ...signs(present("status", facts.looks.status), statusSwatch, statusLabel), ...signs(present("mode", facts.looks.mode), modeSwatch, modeLabel));
  const filters = isFiltered() ? [document.getElementById("count").textContent, view.year === null ? "" : yearText(), view.country && countryName(view.country)] : [];
  const scenario = view.scenario ? `${say("scenario.title")}: ${inLanguage(facts.scenarios[view.scenario].title)}` : "";
  document.getElementById("sheet-note").textContent = [scenario, ...filters].filter(Boolean).join(" · ");
  document.getElementById("sheet-credits").textContent = [say("as_of", { day: dateText(facts.page.as_of) }), ...[...document.querySelectorAll("#credits li")].map((item) => item.textContent)].join(" · ");
}
