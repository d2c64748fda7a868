"use strict";

/* What every page has: language, light or dark, and an address that keeps what the reader sees. */

function theme() {
  return view.theme || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/* `spoken` is done after the language, `changed` after anything has changed. */
function bindChoices({ spoken, changed }) {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => { view.language = button.dataset.language; spoken(); changed(); markLanguage(); });
  }
  document.getElementById("theme").addEventListener("click", () => { view.theme = theme() === "dark" ? "light" : "dark"; changed(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  window.addEventListener("hashchange", () => location.reload());
  markLanguage();
}

function markLanguage() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === view.language));
  }
}

/* One of the words that are known; unknown words of an address are passed over. */
function among(parts, key, known, otherwise) {
  return known.includes(parts.get(key)) ? parts.get(key) : otherwise;
}

function readChoices(parts) {
  view.language = among(parts, "lang", LANGUAGES, "en");
  view.theme = among(parts, "theme", ["light", "dark"], "");
}

/* The fragment is replaced, so that the way back leaves the page and does not walk through every filter; links to
   other pages carry what they also have. Inside a notebook there is no address to keep. */
function keepAddress(parts) {
  if (location.protocol === "about:") return;
  const text = parts.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  if (text !== location.hash.slice(1)) history.replaceState(null, "", `${location.href.split("#")[0]}#${text}`);
  const carried = new URLSearchParams(["lang", "theme", "by"].filter((key) => parts.has(key)).map((key) => [key, parts.get(key)])).toString();
  for (const page of document.querySelectorAll("nav.pages a")) {
    const address = page.getAttribute("href").split("#")[0] + (carried && `#${carried}`);
    if (page.getAttribute("href") !== address) page.setAttribute("href", address);
  }
}
