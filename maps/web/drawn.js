"use strict";

/* What is drawn on a map, and what the reader has chosen of it. */

/* The address of the page holds all of it except tiles: a link fetches nothing. */
Object.assign(view, {
  colour: "corridor", year: null, country: "", places: true, overlay: true, tiles: false,
  scenario: "", pair: Object.keys(facts.compared ?? {}).slice(0, 2),
  corridorsOff: new Set(), statusesOff: new Set(), modesOff: new Set(), chosen: null,
});

const NOW = Number(facts.page.as_of.slice(0, 4));

function asObjects({ columns, rows }) {
  return rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value])));
}

const segments = asObjects(facts.segments);
segments.forEach((segment, i) => {
  segment.path = unpacked([facts.segments.paths[i]], facts.segments.decimals)[0];
  segment.slots = facts.segments.slots[i];
  segment.way = facts.segments.ways[i];
  segment.today = segment.status;
  segment.width = facts.segments.widths[i];
  segment.serves = Object.keys(segment.slots);
});
const segmentById = new Map(segments.map((segment) => [segment.id, segment]));
const nodes = asObjects(facts.nodes);
const nodeById = new Map(nodes.map((node) => [node.id, node]));

function nodeName(node) {
  return inLanguage([node.name, node.name_sr, node.name_az]);
}

/* Two places of one name are told apart by what they are, or by what meets there. */
function nodeLabel(node) {
  const name = nodeName(node);
  const same = nodes.filter((other) => nodeName(other) === name);
  if (same.length === 1) return name;
  const kinds = new Set(same.map(({ kind }) => kind));
  const met = segmentsAt(node.id)[0];
  const what = kinds.size === same.length || !met ? inLanguage(facts.looks.node[node.kind].label) : modeLabel(met.mode);
  return `${name} (${what})`;
}

function lineName(line) {
  return inLanguage(facts.lines[line].title);
}

function endsName(segment) {
  return [segment.from_node, segment.to_node].map((id) => nodeName(nodeById.get(id))).join(" – ");
}

/* The catalogue names segments in English; other languages name them by their ends. */
function segmentName(segment) {
  return view.language === "en" ? segment.name : endsName(segment);
}

function segmentLabel(segment) {
  const [name, line] = [segmentName(segment), lineName(segment.line)];
  return name === line ? name : `${line}: ${name}`;
}

function statusLabel(status) {
  return inLanguage(facts.looks.status[status].label);
}

function modeLabel(mode) {
  return inLanguage(facts.looks.mode[mode].label);
}

/* ---- search: letters without their marks ---- */

const PLAIN = { đ: "d", ə: "e", ı: "i", ł: "l", ø: "o", ß: "ss", æ: "ae", "’": "'", "–": "-" };
const CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
const LATIN = "a b v g d d e z z i j k l lj m n nj o p r s t c u f h c c dz s".split(" ");

function folded(text) {
  return [...text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")]
    .map((letter) => PLAIN[letter] ?? LATIN[CYRILLIC.indexOf(letter)] ?? letter)
    .join("");
}
