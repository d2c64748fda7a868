"use strict";

/* Search over places, lines, corridors and countries: in three languages, with and without accents. */

const MOST_FOUND = 8;

/* Everything that can be found: its names, folded, and what is done with it. */
function searchIndex() {
  const codes = new Set(segments.map((segment) => segment.country).filter(Boolean));
  return [
    ...Object.entries(facts.corridors).map(([id, corridor]) => ({ names: corridor.title, kind: "corridor", id })),
    ...[...codes].map((code) => ({ names: texts[`country.${code}`] ?? [code, code, code], kind: "country", id: code })),
    ...Object.entries(facts.lines).map(([name, { title }]) => ({ names: title, kind: "line", id: name })),
    ...nodes.map((node) => ({ names: [node.name, node.name_sr, node.name_az], kind: "node", id: node.id })),
  ].map((entry) => ({ ...entry, folded: [...new Set(entry.names.map(folded))] }));
}

/* Names that begin with what was typed come first, then those with a word that does, then those that contain it. */
function find(index, typed) {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const rank = ({ folded: names }) => Math.min(...names.map((name) => {
    if (name.startsWith(wanted)) return 0;
    return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : name.includes(wanted) ? 2 : 9;
  }));
  const found = index.map((entry) => ({ entry, rank: rank(entry) })).filter((one) => one.rank < 9);
  return found.sort((one, other) => one.rank - other.rank || one.entry.folded[0].length - other.entry.folded[0].length)
    .slice(0, MOST_FOUND).map((one) => one.entry);
}

function entryName({ names, kind, id }) {
  return kind === "node" ? nodeLabel(nodeById.get(id)) : inLanguage(names);
}

function entryKind({ kind, id }) {
  return kind === "node" ? inLanguage(facts.looks.node[nodeById.get(id).kind].label) : say(`found.${kind}`);
}

function openEntry({ kind, id }) {
  if (kind === "corridor") zoomTo(segments.filter((segment) => segment.serves.includes(id)));
  if (kind === "country") zoomTo(segments.filter((segment) => segment.country === id));
  if (kind === "line" || kind === "node") choose(kind, id, { go: true });
}

function bindSearch() {
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const index = searchIndex();
  let [found, at] = [[], -1];

  const mark = (position) => {
    at = position;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) input.setAttribute("aria-activedescendant", `found-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (entry) => {
    input.value = entryName(entry);
    close();
    openEntry(entry);
  };
  const show = () => {
    found = find(index, input.value);
    const items = found.map((entry, i) => element("li", { role: "option", id: `found-${i}`, "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); open(entry); } },
      element("span", {}, shortened(entryName(entry), 80)), element("span", { class: "hint" }, entryKind(entry))));
    const nothing = element("li", { role: "option", "aria-disabled": "true" }, say("found.nothing"));
    list.replaceChildren(...(items.length ? items : [nothing]));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps && found.length) {
      event.preventDefault();
      mark((at + steps + found.length) % found.length);
    } else if (event.key === "Enter" && found.length && !list.hidden) {
      open(found[Math.max(at, 0)]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
}
