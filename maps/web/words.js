"use strict";

/* What the page knows, and how it says it: words, names, numbers and units in the reader's language.
   Texts of data reach the page only as text nodes; nothing here or elsewhere is read as HTML. */

const facts = JSON.parse(document.getElementById("facts").textContent);
const texts = JSON.parse(document.getElementById("texts").textContent);
const LANGUAGES = ["en", "sr", "az"];
const NOW = Number(facts.page.as_of.slice(0, 4));

/* What the reader has chosen. The address of the page holds all of it except tiles: a link fetches nothing. */
const view = {
  language: "en", theme: "", colour: "corridor", year: null, country: "", places: true, overlay: true, tiles: false,
  scenario: "", pair: Object.keys(facts.compared ?? {}).slice(0, 2),
  corridorsOff: new Set(), statusesOff: new Set(), modesOff: new Set(), chosen: null,
};

function say(key, values = {}) {
  const text = texts[key][LANGUAGES.indexOf(view.language)];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/* One of three texts: English, Serbian, Azerbaijani. */
function inLanguage(three) {
  return three[LANGUAGES.indexOf(view.language)];
}

/* What stands before a colon is a title's short form. */
function shortTitle(three) {
  return inLanguage(three).split(": ")[0];
}

function countryName(code) {
  return texts[`country.${code}`] ? say(`country.${code}`) : code;
}

function countryNames(codes) {
  return codes ? codes.split(";").map(countryName).join(" / ") : say("at_sea");
}

/* At most so many decimals. Signs stand in the table of words: browsers do not know all our languages. */
function figure(value, decimals = 0) {
  const [whole, part] = String(Number(Math.abs(value).toFixed(decimals))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, say("sign.thousands"));
  const minus = value < 0 && Number(value.toFixed(decimals)) !== 0 ? "\u2212" : "";
  return minus + grouped + (part ? say("sign.decimal") + part : "");
}

function kilometres(value) {
  return say("unit.km", { n: figure(value, Math.abs(value) < 99.95 ? 1 : 0) });
}

function percent(value, decimals = 0) {
  return say("unit.percent", { n: figure(value, decimals) });
}

function signedPercent(value) {
  const sign = Number(value.toFixed(1)) > 0 ? "+" : "";
  return say("unit.percent", { n: sign + figure(value, 1) });
}

function capacityText(value, unit) {
  return value === null ? "" : say(`unit.${unit}`, { n: figure(value, 2) });
}

/* Measured, and beside it published with the deviation where there is one. */
function lengthText(measured, published, deviation) {
  if (published === null) return say("measured", { km: kilometres(measured) });
  return say("measured_published", { km: kilometres(measured), published: kilometres(published), deviation: signedPercent(deviation) });
}

function dateText(day) {
  const [year, month, date] = day.split("-");
  return say("date", { year, month, date });
}

/* ---- names of what is drawn ---- */

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

/* ---- elements ---- */

function element(name, attributes = {}, ...children) {
  const svg = ["svg", "line", "circle", "path", "rect", "text"].includes(name);
  const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/* A link that opens beside the page; an address that is not of the web gives the text alone. */
function link(address, text) {
  if (!/^https?:\/\//.test(address)) return element("span", {}, text);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/* Put the words of the present language wherever the page's template asks for them. */
function sayEverywhere() {
  document.documentElement.lang = view.language === "sr" ? "sr-Latn" : view.language;
  const title = inLanguage(facts.page.title);
  const [short, ...rest] = title.split(": ");
  document.getElementById("title").replaceChildren(short, ...rest.map((text) => element("span", {}, `: ${text}`)));
  document.title = facts.page.name === "index" ? say("page_title_all") : say("page_title", { title });
  for (const marked of document.querySelectorAll("[data-say]")) marked.textContent = say(marked.dataset.say);
  for (const marked of document.querySelectorAll("[data-say-label]")) marked.setAttribute("aria-label", say(marked.dataset.sayLabel));
  for (const marked of document.querySelectorAll("[data-say-placeholder]")) marked.placeholder = say(marked.dataset.sayPlaceholder);
  for (const marked of document.querySelectorAll("[data-three]")) marked.textContent = inLanguage(JSON.parse(marked.dataset.three));
  for (const marked of document.querySelectorAll("[data-short]")) marked.textContent = shortTitle(JSON.parse(marked.dataset.short));
}
