"use strict";

/* The card: what is known of the segment, line, place or own feature that was chosen. */

function chosenSegments() {
  const { kind, id } = view.chosen ?? {};
  if (kind === "segment") return [id];
  if (kind === "line") return segments.filter((segment) => segment.line === id).map((segment) => segment.id);
  if (kind === "journey") return journeyOf(id).segments.filter((name) => segmentById.has(name));
  if (kind === "node") return segmentsAt(id).map((segment) => segment.id);
  return [];
}

/* Kinds have identifiers of their own: Suez is a node and a journey. */
function isChosen(kind, id) {
  return view.chosen?.kind === kind && view.chosen.id === id;
}

function segmentsAt(node) {
  return segments.filter((segment) => segment.from_node === node || segment.to_node === node);
}

/* Whether there is such a thing on this page; an address may name what another page has. */
function exists({ kind, id }) {
  const known = { segment: segmentById, node: nodeById }[kind];
  if (known) return known.has(id);
  if (kind === "journey") return journeyOf(id) !== null;
  return kind === "line" ? Object.hasOwn(facts.lines, id) : Object.hasOwn(facts.overlay.features ?? {}, id);
}

function showCard() {
  const card = document.getElementById("card");
  card.hidden = !view.chosen;
  if (!view.chosen) return;
  const make = { segment: segmentCard, line: lineCard, node: nodeCard, own: ownCard, journey: journeyCard }[view.chosen.kind];
  document.getElementById("card-body").replaceChildren(...make(view.chosen.id));
  document.getElementById("card-body").scrollTop = 0;
}

function heading(name, kind, corridors = []) {
  const chips = corridors.filter((corridor) => facts.corridors[corridor]).map((corridor) => element("li", {}, swatch(`var(--corridor-${corridor})`), shortTitle(facts.corridors[corridor].title)));
  return [
    element("p", { class: "kind" }, kind),
    element("h2", { id: "card-title", tabindex: "-1" }, name),
    chips.length ? element("ul", { class: "serves" }, ...chips) : null,
  ].filter(Boolean);
}

/* Label and value; a value that is not known is left out. */
function figures(rows) {
  const shown = rows.filter(([, value]) => value);
  return element("dl", {}, ...shown.flatMap(([label, value]) => [element("dt", {}, say(label)), element("dd", {}, value)]));
}

function segmentCard(id) {
  const segment = segmentById.get(id);
  return [
    ...heading(segmentName(segment), `${lineName(segment.line)} · ${modeLabel(segment.mode)}`, segment.serves),
    figures([
      ["card.status", statusText(segment)],
      ["card.from_to", endsName(segment) === segmentName(segment) ? "" : endsName(segment)],
      ["card.country", countryNames(segment.country)],
      ["card.operator", segment.operator],
      ["card.capacity", capacityText(segment.capacity, segment.capacity_unit)],
      ["card.length", lengthText(segment.length_km, segment.published_length_km, segment.deviation_pct)],
      ["card.track", segment.network_km === null ? "" : kilometres(segment.network_km)],
      ["card.drawn", certainty(segment)],
    ]),
    noteText(segment.note),
    ...wholeLine(segment),
    sourceList(segment.sources.split(";"), segment.as_of, segment.confidence),
  ].filter(Boolean);
}

function statusText(segment) {
  const label = statusLabel(segment.status);
  if (segment.since === null) return label;
  const stands = segment.status === "operating" || segment.status === "suspended";
  return say(stands ? "status_since" : "status_promised", { status: label, year: segment.since });
}

function certainty({ accuracy_km: accuracy, alignment_method: method }) {
  if (accuracy >= facts.looks.sketch_from_km) return say("drawn.sketch", { km: kilometres(accuracy) });
  return say("drawn.within", { how: say(`drawn.${method}`), km: kilometres(accuracy) });
}

/* The line that a segment is a piece of, where it is more than that piece. */
function wholeLine(segment) {
  if (segments.filter(({ line }) => line === segment.line).length < 2) return [];
  const all = element("button", { type: "button", class: "quiet", onclick: () => choose("line", segment.line) }, say("card.show_line"));
  return [element("h3", {}, say("card.whole_line", { line: lineName(segment.line) })), ...lineBody(segment.line), element("p", {}, all)];
}

function lineBody(name) {
  const line = facts.lines[name];
  return [
    element("p", {}, lengthText(line.km, line.published_km, line.deviation_pct)),
    line.countries.length > 1 ? shareBar(line.countries.map(([code, km]) => [countryNames(code), km])) : null,
  ].filter(Boolean);
}

function lineCard(name) {
  const pieces = segments.filter((segment) => segment.line === name);
  const rows = pieces.map((segment) => piece(segment, segmentName(segment), [kilometres(segment.length_km), statusText(segment)]));
  const sources = new Set(pieces.flatMap((segment) => segment.sources.split(";")));
  const modes = [...new Set(pieces.map((segment) => modeLabel(segment.mode)))].join(", ");
  return [
    ...heading(lineName(name), modes, [...new Set(pieces.flatMap((segment) => segment.serves))]),
    ...lineBody(name),
    element("h3", {}, say("card.pieces")),
    element("ul", { class: "pieces" }, ...rows),
    sourceList([...sources], facts.page.as_of),
  ];
}

/* A row of a list that opens a segment's card. */
function piece(segment, name, details) {
  return element("li", {}, element("button", { type: "button", class: "piece", onclick: () => choose("segment", segment.id) },
    element("span", { class: "quiet" }, name), element("span", { class: "hint" }, details.filter(Boolean).join(", "))));
}

function nodeCard(id) {
  const node = nodeById.get(id);
  const lines = segmentsAt(id).map((segment) => piece(segment, segmentLabel(segment),
    [statusLabel(segment.status), capacityText(segment.capacity, segment.capacity_unit)]));
  const place = say("coordinates", { lat: figure(node.lat, 4), lon: figure(node.lon, 4) });
  return [
    ...heading(nodeLabel(node), inLanguage(facts.looks.node[node.kind].label), node.corridors.split(";").filter((name) => name in facts.corridors)),
    figures([
      ["card.country", countryNames(node.country)],
      ["card.role", node.role === "none" ? "" : say(`role.${node.role}`)],
      ["card.rank", facts.ranks?.[id] ? say("rank", facts.ranks[id]) : ""],
      ["card.place", place],
    ]),
    noteText(node.note),
    element("h3", {}, say("card.lines_here")),
    element("ul", { class: "pieces" }, ...lines),
    sourceList(node.sources.split(";"), node.as_of, node.confidence),
  ].filter(Boolean);
}

function ownCard(number) {
  const feature = facts.overlay.features[number];
  const rows = facts.overlay.columns.flatMap((name, i) => (feature.values[i] ? [element("dt", {}, name), element("dd", {}, feature.values[i])] : []));
  return [...heading(shortened(feature.name, 300), say("own_layer")), element("dl", {}, ...rows)];
}

/* Notes of the catalogue are in English; elsewhere they say so. */
function noteText(note) {
  if (!note) return null;
  const hint = view.language === "en" ? "" : element("span", { class: "hint", lang: document.documentElement.lang }, ` (${say("in_english")})`);
  return element("p", { class: "note", lang: "en" }, note, hint);
}

function sourceList(names, asOf, confidence) {
  const items = names.filter((name) => name in facts.sources).map((name) => {
    const [title, publisher, address, published] = facts.sources[name];
    const dated = published === "unknown" ? "" : `, ${published}`;
    return element("li", {}, link(address, title), `, ${publisher}${dated}`);
  });
  const sure = confidence ? ` · ${say(`confidence.${confidence}`)}` : "";
  return element("div", { class: "sources" }, element("h3", {}, say("card.sources")), element("ul", {}, ...items),
    element("p", { class: "as-of" }, say("as_of", { day: dateText(asOf) }) + sure));
}

/* A bar of shares with its figures below; pairs of label and kilometres. */
function shareBar(shares) {
  const sum = shares.reduce((total, [, km]) => total + km, 0);
  const parts = shares.map(([label, km], i) => {
    const part = element("span", { class: `part tone-${i % 4}`, title: `${label}: ${kilometres(km)}` });
    part.style.flexGrow = km / sum;
    return part;
  });
  const items = shares.map(([label, km], i) => element("li", {}, element("span", { class: `dot tone-${i % 4}` }), `${label} ${kilometres(km)}`));
  return element("div", { class: "by-country" }, element("div", { class: "bar", "aria-hidden": "true" }, ...parts), element("ul", {}, ...items));
}
