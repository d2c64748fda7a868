"use strict";

/* The address holds what the reader sees: language, theme, colours, filters, selection, and the part of the map.
   Unknown words in it are passed over. Web tiles are left out, so that a link never fetches anything. */

function addressParts(map) {
  const parts = new URLSearchParams();
  const set = (key, value, silent) => { if (value !== silent) parts.set(key, value); };
  set("lang", view.language, "en");
  set("theme", view.theme, "");
  set("by", view.colour, "corridor");
  set("year", view.year === null ? "" : String(view.year), "");
  set("in", view.country, "");
  set("off", [...view.corridorsOff].join(","), "");
  set("status", [...view.statusesOff].join(","), "");
  set("mode", [...view.modesOff].join(","), "");
  set("scenario", view.scenario, "");
  set("pair", view.pair.join(","), Object.keys(facts.compared ?? {}).slice(0, 2).join(","));
  set("places", view.places ? "" : "off", "");
  set("at", view.chosen ? `${view.chosen.kind}:${view.chosen.id}` : "", "");
  if (map.movedByReader) {
    const { lat, lng } = map.getCenter();
    parts.set("map", [map.getZoom(), lat.toFixed(3), lng.toFixed(3)].join("/"));
  }
  return parts;
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const several = (key, known) => new Set((parts.get(key) ?? "").split(",").filter((name) => Object.hasOwn(known, name)));
  readChoices(parts);
  view.colour = among(parts, "by", ["corridor", "mode"], "corridor");
  view.year = /^\d{4}$/.test(parts.get("year")) ? Number(parts.get("year")) : null;
  view.country = among(parts, "in", segments.map((segment) => segment.country), "");
  view.corridorsOff = several("off", facts.corridors);
  view.statusesOff = several("status", facts.looks.status);
  view.modesOff = several("mode", facts.looks.mode);
  view.scenario = Object.hasOwn(facts.scenarios ?? {}, parts.get("scenario")) ? parts.get("scenario") : "";
  const pair = (parts.get("pair") ?? "").split(",").filter((name) => Object.hasOwn(facts.compared ?? {}, name));
  if (pair.length === 2) view.pair = pair;
  view.places = parts.get("places") !== "off";
  const [kind, ...id] = (parts.get("at") ?? "").split(":");
  const chosen = { kind, id: id.join(":") };
  view.chosen = ["segment", "line", "node", "own", "journey"].includes(kind) && exists(chosen) ? chosen : null;
  const place = (parts.get("map") ?? "").split("/").map(Number);
  return place.length === 3 && place.every(Number.isFinite) && Math.abs(place[1]) <= 85 ? place : null;
}

function writeAddress(map) {
  keepAddress(addressParts(map));
}
