"use strict";

/* The page: the map made by folium, what is drawn on it, and what happens when something is chosen or changed. */

let changed; // after a filter, the language, the theme or the selection has changed
let redraw; // after the map has moved or grown
let choose; // show the card of a segment, a line, a place, or a feature of the user's own
let zoomTo; // show some segments as a whole

function openPage(map) {
  const startsAt = readAddress();
  map.options.zoomAnimation = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  L.control.zoom({ position: isNarrow() ? "bottomright" : "topleft", zoomInTitle: "", zoomOutTitle: "" }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  const startZoom = showAll(map, facts.page.extent);
  waitingGround.forEach((draw) => draw());
  const drawn = { ...drawRoutes(map), places: drawPlaces(map), own: drawOverlay(map), tiles: tileLayer(map) };

  const dress = () => {
    dressRoutes(map, drawn);
    dressPlaces(map, drawn.places, Math.max(map.getZoom() - Math.min(startZoom, 6), 0));
  };
  redraw = () => {
    dress();
    placeNames(map, drawn.routes, drawn.places);
  };
  changed = () => {
    document.documentElement.dataset.theme = theme();
    sayStatus(map);
    renderFilters();
    renderTable();
    view.overlay ? drawn.own.addTo(map) : drawn.own.remove();
    view.tiles ? drawn.tiles.addTo(map) : drawn.tiles.remove();
    showCard();
    redraw();
    writeAddress(map);
  };
  zoomTo = (some) => {
    const bounds = L.latLngBounds(some.flatMap((segment) => segment.path));
    if (bounds.isValid()) map.fitBounds(bounds, { ...padding(), maxZoom: 9, animate: false });
  };
  choose = (kind, id, { go = false } = {}) => {
    view.chosen = kind ? { kind, id } : null;
    changed();
    if (!kind) return;
    closePanel();
    if (go) goTo(map, kind, id);
    keepInSight(map);
    document.getElementById("card-title").focus({ preventScroll: true });
  };
  bindControls(map);
  bindSearch();
  bindPrint(map);
  bindScenarios(map, drawn.routes);
  renderPanel();
  map.movedByReader = Boolean(startsAt);
  if (startsAt) map.setView([startsAt[1], startsAt[2]], startsAt[0], { animate: false });
  map.on("zoomstart", () => map.getPane("labels").classList.add("gone"));
  map.on("zoomend", dress); // names follow when the move has ended
  map.on("moveend resize", () => {
    map.getPane("labels").classList.remove("gone");
    placeNames(map, drawn.routes, drawn.places);
  });
  map.on("moveend", () => { map.movedByReader = true; writeAddress(map); sayStatus(map); });
  changed();
  if (view.chosen && !startsAt) {
    if (view.chosen.kind === "journey") goTo(map, "journey", view.chosen.id);
    keepInSight(map);
  }
  map.on("click", () => { if (view.chosen) choose(null); });
  return { map, ...drawn };
}

/* ---- what is seen first ---- */

function isNarrow() {
  return window.matchMedia("(max-width: 760px)").matches;
}

/* What is shown as a whole keeps off the card and, on a phone, off the handle of the panel. */
function padding(edge = isNarrow() ? 16 : 36) {
  const card = document.getElementById("card").getBoundingClientRect();
  const [right, below] = isNarrow() ? [0, Math.max(68, card.height)] : [card.width, 0];
  return { paddingTopLeft: [edge, edge], paddingBottomRight: [edge + right, edge + below] };
}

/* On a narrow screen all of Eurasia would be too small to read: then its west, where Serbia is, comes first. */
const FARTHEST = 3;

function showAll(map, [west, south, east, north]) {
  map.fitBounds([[south, west], [north, east]], { ...padding(), animate: false });
  if (map.getZoom() < FARTHEST) {
    map.setZoom(FARTHEST, { animate: false });
    map.panBy([map.latLngToContainerPoint([north, west]).x - 16, 0], { animate: false });
  }
  map.setMinZoom(Math.min(map.getZoom() - 1.25, 3.5));
  return map.getZoom();
}

function goTo(map, kind, id) {
  if (kind === "node") map.setView([nodeById.get(id).lat, nodeById.get(id).lon], Math.max(map.getZoom(), 8), { animate: false });
  else zoomTo(chosenSegments().map((name) => segmentById.get(name)));
}

/* Move the map so that what was chosen is not hidden below its card; where it still is, show it as a whole.
   What is larger than the screen stays where the reader found it. */
function keepInSight(map) {
  const node = view.chosen.kind === "node" ? nodeById.get(view.chosen.id) : null;
  const path = node ? [[node.lat, node.lon]] : chosenSegments().flatMap((id) => segmentById.get(id).path);
  if (!path.length) return;
  const bounds = L.latLngBounds(path);
  const { paddingTopLeft: before, paddingBottomRight: after } = padding(16);
  const free = L.bounds(before, map.getSize().subtract(after));
  const box = () => L.bounds(map.latLngToContainerPoint(bounds.getNorthWest()), map.latLngToContainerPoint(bounds.getSouthEast()));
  const [span, room] = [box().getSize(), free.getSize()];
  if (span.x > map.getSize().x || span.y > map.getSize().y || free.contains(box())) return;
  if (span.x <= room.x && span.y <= room.y) {
    map.panBy(box().getCenter().subtract(free.getCenter()), { animate: false });
    map.panInsideBounds(map.options.maxBounds, { animate: false }); // at once what Leaflet would do a moment later
  }
  if (!free.contains(box())) map.fitBounds(bounds, { ...padding(), maxZoom: Math.max(map.getZoom(), 5), animate: false });
}

/* Pictures of the ground from the web, only while the reader has switched them on. */
function tileLayer(map) {
  const layer = L.tileLayer(facts.page.tiles, { pane: "tiles", maxZoom: 11, referrerPolicy: "origin" });
  layer.on("tileerror", () => { view.tilesFailed = true; sayStatus(map); });
  layer.on("remove", () => { view.tilesFailed = false; });
  return layer;
}

/* ---- what the page says of itself ---- */

function sayStatus(map) {
  const nothing = reasonForNothing();
  const shown = segments.filter((segment) => passes(segment));
  const screen = map.getBounds();
  const outside = !nothing && !shown.some((segment) => screen.intersects(L.latLngBounds(segment.path)));
  const text = nothing || (outside ? say("nothing_here") : "") || (view.tilesFailed ? say("tiles_failed") : "");
  const remedy = nothing ? [say("show_everything"), resetFilters] : outside ? [say("show_shown"), () => zoomTo(shown)] : null;
  document.getElementById("status").replaceChildren(text ? element("span", {}, text) : "",
    remedy ? element("button", { type: "button", onclick: remedy[1] }, remedy[0]) : "");
}

/* ---- controls that are there from the start ---- */

function bindControls(map) {
  const on = (id, event, act) => document.getElementById(id).addEventListener(event, act);
  bindChoices({ spoken: () => { renderPanel(); nameControls(map); }, changed: () => changed() });
  for (const button of document.querySelectorAll("[data-colour]")) {
    button.addEventListener("click", () => { view.colour = button.dataset.colour; renderPanel(); changed(); });
  }
  on("country", "change", (event) => {
    view.country = event.target.value;
    changed();
    zoomTo(segments.filter((segment) => passes(segment)));
  });
  on("year", "input", (event) => setYear(Number(event.target.value)));
  on("reset", "click", resetFilters);
  on("places", "change", (event) => { view.places = event.target.checked; changed(); });
  on("tiles", "change", (event) => { view.tiles = event.target.checked; changed(); });
  on("all-lines", "toggle", renderTable);
  on("save-lines", "click", saveLines);
  on("save-places", "click", savePlaces);
  on("save-table", "click", saveTable);
  on("card-close", "click", () => choose(null));
  on("handle", "click", () => (document.getElementById("panel").dataset.open === "true" ? closePanel() : openPanel()));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && view.chosen) choose(null); });
  nameControls(map);
}

function nameControls(map) {
  const container = map.getContainer();
  container.querySelector(".leaflet-control-zoom-in").setAttribute("aria-label", say("zoom_in"));
  container.querySelector(".leaflet-control-zoom-out").setAttribute("aria-label", say("zoom_out"));
}

function openPanel() {
  choose(null);
  setPanel(true);
}

function closePanel() {
  setPanel(false);
}

function setPanel(open) {
  document.getElementById("panel").dataset.open = String(open);
  document.getElementById("handle").setAttribute("aria-expanded", String(open));
}
