"use strict";

/* What the page knows, and how it says it: words, names, numbers and units in the reader's language.
   Texts of data reach the page only as text nodes; nothing here or elsewhere is read as HTML. */

const facts = JSON.parse(document.getElementById("facts").textContent);
const texts = JSON.parse(document.getElementById("texts").textContent);
const LANGUAGES = ["en", "sr", "az"];

/* What the reader has chosen; each page adds what it has. */
const view = { language: "en", theme: "" };

/* A gap may be followed by two forms, `{n} dan|dana`. */
function say(key, values = {}) {
  const text = texts[key][LANGUAGES.indexOf(view.language)];
  return text.replace(/\{(\w+)\}(?: (\p{L}+)\|(\p{L}+))?/gu,
    (_, name, one, many) => (one ? `${values[name]} ${endsInOne(values[name]) ? one : many}` : values[name]));
}

/* In Serbian a whole number that ends in 1, but not in 11, takes the first form. */
function endsInOne(number) {
  return /^([\d.]*[02-9.])?1$/.test(number);
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
