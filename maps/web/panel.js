"use strict";

/* The panel: corridors as legend and switch, filters, what the figures say, the table behind the map. */

function renderPanel() {
  sayEverywhere();
  renderCorridors();
  renderChips("statuses", facts.looks.status, view.statusesOff, "status", statusSwatch);
  renderChips("modes", facts.looks.mode, view.modesOff, "mode", modeSwatch);
  renderCountries();
  renderYear();
  renderTable();
  renderCredits();
  renderScenario();
  renderCompare();
  renderSections();
  renderFilters();
}

/* ---- signs ---- */

function swatch(colour, { width = 3.6, dash = "", cap = "round", bars = false, sign = "plain" } = {}) {
  const at = { x1: 3, x2: 37, y1: 6, y2: 6 };
  const parts = [element("line", { ...at, stroke: colour, "stroke-width": width, "stroke-dasharray": dash, "stroke-linecap": cap })];
  if (sign === "ties") parts.push(element("line", { ...at, stroke: colour, "stroke-width": width * 2.1, "stroke-dasharray": TIES }));
  if (sign === "double") parts.push(element("line", { ...at, stroke: "var(--paper)", "stroke-width": width * DOUBLE, "stroke-dasharray": dash }));
  if (bars) parts.push(element("line", { ...at, stroke: colour, "stroke-width": 11, "stroke-dasharray": "2.5 9" }));
  return element("svg", { class: "swatch", width: 40, height: 12, "aria-hidden": "true" }, ...parts);
}

function statusSwatch(status) {
  return swatch("var(--ink)", facts.looks.status[status]);
}

function modeSwatch(mode) {
  const colour = view.colour === "mode" ? `var(--mode-${mode})` : "var(--soft)";
  return swatch(colour, facts.looks.mode[mode]);
}

/* ---- corridors ---- */

function renderCorridors() {
  const own = ([, one], [, other]) => other.own - one.own;
  const items = Object.entries(facts.corridors).sort(own).map(([id, corridor]) => corridorItem(id, corridor));
  document.getElementById("corridor-list").replaceChildren(...items, ...ownLayerItem());
  for (const button of document.querySelectorAll("[data-colour]")) {
    button.setAttribute("aria-pressed", String(button.dataset.colour === view.colour));
  }
}

function corridorItem(id, corridor) {
  const title = inLanguage(corridor.title);
  const colour = view.colour === "corridor" ? `var(--corridor-${id})` : "var(--soft)";
  const box = element("input", { type: "checkbox", checked: !view.corridorsOff.has(id), "data-corridor": id, onchange: (event) => {
    toggle(view.corridorsOff, id, !event.target.checked);
    changed();
  } });
  const length = corridor.own ? element("span", { class: "length", title: say("main_route") }, kilometres(corridor.main_km)) : "";
  const inFocus = say(`km_in.${facts.page.focus}`, { km: kilometres(corridor.focus_km) });
  const zoom = element("button", { type: "button", class: "zoom", "aria-label": say("zoom_to", { what: title }), title: say("zoom_to", { what: title }),
    onclick: () => zoomTo(segments.filter((segment) => segment.serves.includes(id))) }, crosshair());
  const item = element("li", {}, element("label", {}, box, swatch(colour), element("b", { title }, shortTitle(corridor.title)), length), zoom,
    element("div", { class: "below" }, corridor.own ? statusBar(corridor) : element("span", { class: "shares" }, say("shares_lines")), element("span", { class: "hint" }, inFocus)));
  item.style.setProperty("--accent", colour);
  return item;
}

function crosshair() {
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 1.6 };
  return element("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" },
    element("circle", { cx: 8, cy: 8, r: 4, ...stroke }), element("path", { d: "M8 0V5M8 11V16M0 8H5M11 8H16", ...stroke }));
}

/* The main route by status: what stands is full, what is proposed nearly empty. */
function statusBar({ shares, main_km: whole }) {
  const pairs = Object.entries(shares);
  const parts = pairs.map(([status, km]) => {
    const part = element("span", { class: `share ${status}` });
    part.style.flexGrow = km / whole;
    return part;
  });
  const said = pairs.map(([status, km]) => `${percent((100 * km) / whole)} ${statusLabel(status)}`).join(", ");
  return element("div", { class: "bar", role: "img", "aria-label": said, title: said }, ...parts);
}

function ownLayerItem() {
  if (!facts.overlay.features) return [];
  const box = element("input", { type: "checkbox", checked: view.overlay, onchange: (event) => { view.overlay = event.target.checked; changed(); } });
  return [element("li", {}, element("label", {}, box, swatch("var(--own)"), element("b", {}, say("own_layer")),
    element("span", { class: "length" }, say("own_features", { n: figure(facts.overlay.features.length) }))))];
}

/* ---- filters ---- */

function renderChips(list, looks, off, property, sign) {
  const present = Object.entries(looks).filter(([value]) => segments.some((segment) => segment[property] === value));
  const chips = present.map(([value, look]) => {
    const km = segments.filter((segment) => segment[property] === value).reduce((sum, segment) => sum + segment.length_km, 0);
    const box = element("input", { type: "checkbox", checked: !off.has(value), [`data-${property}`]: value, onchange: (event) => {
      toggle(off, value, !event.target.checked);
      changed();
    } });
    const meaning = look.meaning ? inLanguage(look.meaning) : null;
    return element("li", {}, element("label", { title: meaning }, box, sign(value), element("span", { class: "word" }, inLanguage(look.label)),
      element("span", { class: "length" }, kilometres(km))));
  });
  document.getElementById(list).replaceChildren(...chips);
}

function renderCountries() {
  const codes = [...new Set(segments.map((segment) => segment.country).filter(Boolean))];
  const options = codes.map((code) => [code, countryName(code)]).sort(([, one], [, other]) => folded(one) < folded(other) ? -1 : 1);
  const all = [["", say("all_countries")], ...options];
  document.getElementById("country").replaceChildren(...all.map(([code, name]) => element("option", { value: code, selected: code === view.country }, name)));
}

const YEARS = [2006, 2018, 2021, 2024, 2030];

function renderYear() {
  const promised = segments.map((segment) => segment.since ?? 0);
  const slider = document.getElementById("year");
  slider.min = YEARS[0];
  slider.max = Math.max(YEARS.at(-1), ...promised);
  slider.value = view.year ?? NOW;
  const marks = YEARS.map((year) => element("button", { type: "button", "aria-pressed": String(view.year === year), onclick: () => setYear(year) }, String(year)));
  const all = element("button", { type: "button", "aria-pressed": String(view.year === null), onclick: () => setYear(null) }, say("every_year"));
  document.getElementById("years").replaceChildren(all, ...marks);
}

function setYear(year) {
  view.year = year;
  renderYear();
  changed();
}

function yearText() {
  if (view.year === null) return say("year.all");
  return say(view.year <= NOW ? "year.stood" : "year.promised", { year: view.year });
}

/* What the filters leave; why nothing is left, where nothing is. */
function renderFilters() {
  const shown = segments.filter((segment) => passes(segment));
  const km = shown.reduce((sum, segment) => sum + segment.length_km, 0);
  document.getElementById("year-text").textContent = yearText();
  document.getElementById("year").setAttribute("aria-valuetext", yearText());
  document.getElementById("count").textContent = say("shown_of", { n: figure(shown.length), all: figure(segments.length), km: kilometres(km) });
  document.getElementById("reset").hidden = !isFiltered();
  document.getElementById("places").checked = view.places;
}

function isFiltered() {
  return view.corridorsOff.size + view.statusesOff.size + view.modesOff.size > 0 || view.country !== "" || view.year !== null || !view.places;
}

function resetFilters() {
  for (const off of [view.corridorsOff, view.statusesOff, view.modesOff]) off.clear();
  Object.assign(view, { country: "", year: null, places: true });
  renderPanel();
  changed();
}

/* Say which filters together leave nothing; a single one that would bring lines back is named alone. */
function reasonForNothing() {
  if (segments.some((segment) => passes(segment))) return "";
  const active = [
    ["corridor", view.corridorsOff.size, () => say("corridors")],
    ["status", view.statusesOff.size, () => say("status")],
    ["mode", view.modesOff.size, () => say("mode")],
    ["country", view.country, () => countryName(view.country)],
    ["year", view.year, () => String(view.year)],
  ].filter(([, on]) => on);
  const alone = active.filter(([filter]) => segments.some((segment) => passes(segment, filter)));
  return say("nothing_left", { why: (alone.length ? alone : active).map(([, , name]) => name()).join(" + ") });
}

function toggle(set, value, inside) {
  if (inside) set.add(value);
  else set.delete(value);
}

/* ---- the table behind the map ---- */

function renderTable() {
  const head = ["table.line", "table.segment", "table.mode", "table.status", "table.since", "table.country", "table.length"];
  const row = (segment) => element("tr", {},
    element("td", {}, lineName(segment.line)),
    element("th", { scope: "row" }, element("button", { type: "button", class: "quiet", onclick: () => choose("segment", segment.id) }, segmentName(segment))),
    ...[modeLabel(segment.mode), statusLabel(segment.status), segment.since ?? "", countryNames(segment.country), kilometres(segment.length_km)]
      .map((text) => element("td", {}, String(text))));
  const shown = document.getElementById("all-lines").open ? segments.filter((segment) => passes(segment)) : [];
  document.querySelector("#routes-table thead").replaceChildren(element("tr", {}, ...head.map((key) => element("th", { scope: "col" }, say(key)))));
  document.querySelector("#routes-table tbody").replaceChildren(...shown.map(row));
}

function renderCredits() {
  const items = [...facts.credits, say("credit.borders", { name: facts.boundaries }), say("credit.leaflet"), say("kosovo")];
  document.getElementById("credits").replaceChildren(...items.map((text) => element("li", {}, text)));
  document.getElementById("credit").textContent = say("credit.short", {
    who: facts.credits.map((credit) => credit.replace(/ \([^()]*\)$/, "")).join(", "), day: dateText(facts.page.as_of),
  });
}
