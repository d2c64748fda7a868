"use strict";

/* What could be otherwise: scenarios that redraw lines and figures, journeys, and two ways side by side.
   All figures were computed when the page was made. */

let setScenario; // show the map and the figures of a scenario; the empty one is today

function bindScenarios(map, routes) {
  setScenario = (name) => {
    view.scenario = name;
    const { statuses } = facts.scenarios[name];
    for (const route of routes.values()) {
      const { segment } = route;
      const status = statuses[segment.id] ?? segment.today;
      if (status === segment.status) continue;
      segment.status = status;
      redrawStrands(map, route);
    }
    renderPanel();
    changed();
  };
  document.getElementById("scenario")?.addEventListener("change", (event) => setScenario(event.target.value));
  if (view.scenario) setScenario(view.scenario);
}

function renderScenario() {
  const select = document.getElementById("scenario");
  if (!select) return;
  const entries = Object.entries(facts.scenarios);
  const options = (kind) => entries.filter(([, scenario]) => scenario.kind === kind)
    .map(([name, { title }]) => element("option", { value: name, selected: name === view.scenario }, inLanguage(title)));
  select.replaceChildren(...options(""),
    element("optgroup", { label: say("scenario.proposals") }, ...options("proposal")),
    element("optgroup", { label: say("scenario.outages") }, ...options("outage")));
  const { note, statuses, journey, sources } = facts.scenarios[view.scenario];
  const count = Object.keys(statuses).length;
  const show = journey && element("button", { type: "button", onclick: () => choose("journey", view.scenario, { go: true }) }, say("journey.show"));
  document.getElementById("scenario-says").replaceChildren(
    note ? noteText(note) : "",
    count ? element("p", {}, say("scenario.changes", { n: figure(count) })) : "",
    element("p", {}, say("journey.best", { what: journey ? journeyText(journey) : say("journey.none") })),
    show ? element("p", {}, show) : "",
    ...(sources.length ? [sourceList(sources, facts.page.as_of)] : []));
}

function journeyText({ km, days }) {
  return days === null ? kilometres(km) : say("journey.km_days", { km: kilometres(km), days: figure(days) });
}

/* ---- journeys ---- */

function journeyOf(id) {
  return facts.scenarios?.[id]?.journey ?? facts.compared?.[id] ?? null;
}

function journeyCard(id) {
  const journey = journeyOf(id);
  const ends = journey.ends.map((node) => nodeName(nodeById.get(node))).join(" – ");
  const legs = journey.segments.map((name) => segmentById.get(name)).filter(Boolean)
    .map((segment) => piece(segment, segmentLabel(segment), [kilometres(segment.length_km), statusLabel(segment.status)]));
  const title = facts.compared?.[id]?.title ?? facts.scenarios[id].title;
  return [...heading(ends || inLanguage(title), inLanguage(title)),
    figures(MEASURES.map(([label, text]) => [label, text(journey)])),
    shareBar(Object.entries(journey.by_mode).map(([mode, km]) => [modeWord(mode), km])),
    element("h3", {}, say("card.pieces")), element("ol", { class: "pieces" }, ...legs)];
}

function modeWord(mode) {
  return inLanguage((facts.mode_names ?? {})[mode] ?? facts.looks.mode[mode].label);
}

const MEASURES = [
  ["card.length", ({ km }) => kilometres(km)],
  ["compare.days", ({ days }) => (days === null ? "" : say("days_estimate", { n: figure(days) }))],
  ["compare.borders", ({ borders }) => figure(borders)],
  ["compare.mode_changes", ({ mode_changes: changes }) => figure(changes)],
  ["compare.stands", ({ stands_pct: share }) => percent(share)],
  ["compare.operates", ({ operates_pct: share }) => percent(share)],
];

/* ---- two ways side by side ---- */

function renderCompare() {
  const table = document.getElementById("compare-table");
  if (!table) return;
  const names = Object.keys(facts.compared);
  const select = (i) => element("select", { "aria-label": say("compare.way", { n: i + 1 }), onchange: (event) => {
    view.pair[i] = event.target.value;
    renderCompare();
    changed();
  } }, ...[["journeys", false], ["compare.main", true]].map(([label, main]) => element("optgroup", { label: say(label) },
    ...names.filter((name) => name.startsWith("main:") === main).map((name) => element("option", { value: name, selected: view.pair[i] === name }, shortTitle(facts.compared[name].title))))));
  const two = view.pair.map((name) => facts.compared[name]);
  const row = (label, cells) => element("tr", {}, element("th", { scope: "row" }, label), ...cells.map((cell) => element("td", { class: "n" }, cell || "–")));
  const modes = [...new Set(two.flatMap(({ by_mode: km }) => Object.keys(km)))];
  table.replaceChildren(
    element("thead", {}, element("tr", {}, element("td", {}), element("th", { scope: "col" }, select(0)), element("th", { scope: "col" }, select(1)))),
    element("tbody", {}, ...MEASURES.map(([label, text]) => row(say(label), two.map(text))),
      ...modes.map((mode) => row(modeWord(mode), two.map(({ by_mode: km }) => (km[mode] ? kilometres(km[mode]) : ""))))));
}
