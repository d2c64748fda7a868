"use strict";

/* The brief, checked: claims by verdict, and an address that leads to one of them. The page itself is there without
   this script, in English. */

const VERDICTS = [...document.querySelectorAll(".tile")].map((tile) => tile.dataset.verdict);
const claims = [...document.querySelectorAll(".claim")];
Object.assign(view, { verdict: "", at: "" });

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  readChoices(parts);
  view.verdict = among(parts, "verdict", VERDICTS, "");
  view.at = among(parts, "at", claims.map((claim) => claim.id.replace("claim-", "")), "");
}

function writeAddress() {
  const parts = new URLSearchParams();
  const set = (key, value, silent) => { if (value !== silent) parts.set(key, value); };
  set("lang", view.language, "en");
  set("theme", view.theme, "");
  set("verdict", view.verdict, "");
  set("at", view.at, "");
  keepAddress(parts);
}

function show() {
  document.documentElement.dataset.theme = theme();
  sayEverywhere();
  document.getElementById("as-of").textContent = say("as_of", { day: dateText(document.getElementById("as-of").dataset.day) });
  for (const claim of claims) {
    claim.hidden = Boolean(view.verdict) && claim.dataset.verdict !== view.verdict;
    claim.classList.toggle("chosen", claim.id === `claim-${view.at}`);
  }
  for (const theme of document.querySelectorAll(".theme")) theme.hidden = !theme.querySelector(".claim:not([hidden])");
  for (const tile of document.querySelectorAll(".tile")) tile.setAttribute("aria-pressed", String(tile.dataset.verdict === view.verdict));
  const shown = claims.filter((claim) => !claim.hidden).length;
  document.getElementById("count").textContent = say("brief.shown_of", { n: shown, all: claims.length });
  document.getElementById("everything").hidden = shown === claims.length;
  writeAddress();
}

/* A claim that the verdict hides is not what was asked for: then all are shown. */
function goTo(name) {
  const claim = document.getElementById(`claim-${name}`);
  view.at = name;
  if (view.verdict && claim.dataset.verdict !== view.verdict) view.verdict = "";
  show();
  claim.scrollIntoView({ block: "start" });
  claim.querySelector("h3").focus({ preventScroll: true });
}

function filter(verdict) {
  view.verdict = verdict;
  view.at = "";
  show();
}

function goToTheme(name) {
  filter("");
  const title = document.getElementById(`title-${name}`);
  title.scrollIntoView({ block: "start" });
  title.focus({ preventScroll: true });
}

readAddress();
bindChoices({ spoken: show, changed: show });
for (const tile of document.querySelectorAll(".tile")) {
  tile.addEventListener("click", () => filter(view.verdict === tile.dataset.verdict ? "" : tile.dataset.verdict));
}
for (const link of document.querySelectorAll("[data-at]")) link.addEventListener("click", () => goTo(link.dataset.at));
for (const link of document.querySelectorAll("[data-theme-link]")) link.addEventListener("click", () => goToTheme(link.dataset.themeLink));
document.getElementById("everything").addEventListener("click", () => filter(""));
document.getElementById("print").addEventListener("click", () => window.print());
/* Paper is white. */
window.addEventListener("beforeprint", () => { document.documentElement.dataset.theme = "light"; });
window.addEventListener("afterprint", show);
show();
if (view.at) goTo(view.at);
