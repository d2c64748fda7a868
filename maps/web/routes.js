"use strict";

/* Routes: for each segment a strand a corridor (seam, line, sign), and one wide unseen path that is clicked.
   What is shown and how follows from `view`; colours are variables of the style sheet. */

const SOFT = 0.75; // a line drawn from a sketch is drawn softer
const DOUBLE = 0.36; // the blank inside a double line, as a share of it
const TIES = "1.4 10"; // short bars across a railway; none where it is only an idea
const WIDER = { plain: 1, ties: 1, double: 1.5 }; // a double line needs room for its blank

function drawRoutes(map) {
  const routes = new Map();
  for (const segment of segments) {
    const strands = segment.serves.map((corridor) => drawStrand(map, segment, corridor));
    const middle = middleSlot(segment);
    const like = strands.find(({ seam }) => seam.options.slot === middle)?.seam;
    const hit = new Strand(segment.path, { pane: "hits", weight: 16, opacity: 0, slot: middle, like, className: "hit" }).addTo(map);
    hit.bindTooltip(() => element("span", {}, shortened(segmentLabel(segment), 90)), { sticky: true, direction: "top" });
    hit.on("click", (event) => { L.DomEvent.stop(event); choose("segment", segment.id); });
    makeReachable(hit, segment.id, () => choose("segment", segment.id));
    routes.set(segment.id, { segment, strands, hit });
  }
  const arrows = L.layerGroup().addTo(map);
  return { routes, arrows };
}

/* A segment whose status has changed is drawn anew. */
function redrawStrands(map, route) {
  route.strands.forEach(({ parts }) => parts.forEach((part) => part.remove()));
  route.strands = route.segment.serves.map((corridor) => drawStrand(map, route.segment, corridor));
  const { options } = route.hit;
  if (options.like) options.like = route.strands.find(({ seam }) => seam.options.slot === options.slot).seam;
}

function middleSlot(segment) {
  const slots = Object.values(segment.slots);
  return slots.reduce((sum, slot) => sum + slot, 0) / slots.length;
}

function drawStrand(map, segment, corridor) {
  const status = facts.looks.status[segment.status];
  const soft = segment.accuracy_km >= facts.looks.sketch_from_km ? SOFT : 1;
  const shape = { slot: segment.slots[corridor], dashArray: status.dash, lineCap: status.cap, interactive: false };
  const seam = new Strand(segment.path, { ...shape, pane: "casing", className: "seam" }).addTo(map);
  const line = new Strand(segment.path, { ...shape, like: seam, pane: "routes", opacity: status.opacity * soft, className: "line" }).addTo(map);
  const parts = [seam, line];
  const sign = facts.looks.mode[segment.mode].sign;
  if (sign === "ties" && segment.status !== "proposed") parts.push(signAbove(map, segment, seam, { grows: 2.1, dashArray: TIES, opacity: status.opacity * soft, className: "ties" }));
  if (sign === "double") parts.push(signAbove(map, segment, seam, { ...shape, grows: DOUBLE, className: "inside" }));
  if (status.bars) parts.push(signAbove(map, segment, seam, { grows: 3.4, dashArray: "2.5 14", className: "bars" }));
  return { corridor, seam, line, parts };
}

function signAbove(map, segment, like, look) {
  const always = { pane: "signs", like, lineCap: "butt", interactive: false };
  return new Strand(segment.path, { ...always, ...look }).addTo(map);
}

/* ---- what is shown ---- */

function stoodIn(segment, year) {
  const stands = segment.status === "operating" || segment.status === "suspended";
  if (year <= NOW) return stands && (segment.since === null || segment.since <= year);
  return stands || (segment.since !== null && segment.since <= year);
}

/* Whether a segment passes every filter except one; without one, all of them. */
function passes(segment, except = "") {
  return (except === "status" || !view.statusesOff.has(segment.status))
    && (except === "mode" || !view.modesOff.has(segment.mode))
    && (except === "country" || !view.country || segment.country === view.country)
    && (except === "year" || view.year === null || stoodIn(segment, view.year))
    && (except === "corridor" || segment.serves.some((corridor) => !view.corridorsOff.has(corridor)));
}

function strandIsShown(segment, corridor) {
  if (!passes(segment) || view.corridorsOff.has(corridor)) return false;
  return view.colour === "corridor" || corridor === segment.serves.find((name) => !view.corridorsOff.has(name));
}

function strandColour(segment, corridor) {
  return view.colour === "mode" ? `var(--mode-${segment.mode})` : `var(--corridor-${corridor})`;
}

/* Leaflet would write every attribute anew; a zoom changes one. */
function restyle(part, color, weight) {
  const { options } = part;
  if (options.color !== color) part.getElement().setAttribute("stroke", color);
  if (options.weight !== weight) part.getElement().setAttribute("stroke-width", weight);
  Object.assign(options, { color, weight });
}

function dressRoutes(map, { routes, arrows }) {
  const chosen = new Set(chosenSegments());
  const grown = growth(map.getZoom());
  for (const { segment, strands, hit } of routes.values()) {
    for (const { corridor, seam, line, parts } of strands) {
      const shown = strandIsShown(segment, corridor);
      const color = strandColour(segment, corridor);
      const weight = segment.width * WIDER[facts.looks.mode[segment.mode].sign] * grown * (chosen.has(segment.id) ? 1.35 : 1);
      for (const part of parts) {
        part.getElement().classList.toggle("gone", !shown);
        part.getElement().classList.toggle("dimmed", chosen.size > 0 && !chosen.has(segment.id));
        if (shown) restyle(part, color, part === seam ? weight + 3 : weight * (part.options.grows ?? 1));
      }
    }
    const path = hit.getElement();
    path.classList.toggle("gone", !passes(segment));
    path.setAttribute("aria-label", `${segmentLabel(segment)}, ${statusLabel(segment.status)}`);
    path.setAttribute("aria-pressed", String(isChosen("segment", segment.id)));
  }
  drawArrows(map, routes, arrows, chosen);
}

/* Main routes carry arrows in the direction of travel, at the same distances on the screen at every zoom. */
function drawArrows(map, routes, arrows, chosen) {
  arrows.clearLayers();
  const grown = growth(map.getZoom());
  for (const { segment, strands } of routes.values()) {
    if (!segment.way || (chosen.size && !chosen.has(segment.id))) continue;
    for (const { corridor, line } of strands) {
      if (!strandIsShown(segment, corridor)) continue;
      const heads = line._rings.flatMap((path) => arrowHeads(path, segment.way, { every: 170, size: 4.6 * grown }));
      const paths = heads.map((head) => head.map((point) => map.layerPointToLatLng(point)));
      const look = { pane: "signs", fillColor: strandColour(segment, corridor), fillOpacity: 1, weight: 1, interactive: false, className: "arrow" };
      if (paths.length) L.polygon(paths.map((path) => [path]), { ...look, smoothFactor: 0 }).addTo(arrows);
    }
  }
}

/* ---- places ---- */

function drawPlaces(map) {
  const places = [];
  for (const node of nodes) {
    const look = facts.looks.node[node.kind];
    const dot = L.circleMarker([node.lat, node.lon], {
      pane: "nodes", radius: look.radius, fillColor: look.fill, color: look.outline, fillOpacity: 1, weight: 1.5, className: "dot",
    }).addTo(map);
    dot.bindTooltip(() => element("span", {}, shortened(nodeLabel(node), 90)), { direction: "top" });
    dot.on("click", (event) => { L.DomEvent.stop(event); choose("node", node.id); });
    makeReachable(dot, node.id, () => choose("node", node.id));
    const level = facts.nodes.ends.includes(node.id) ? 1 : look.level;
    places.push({ node, dot, level, meets: segmentsAt(node.id).length });
  }
  return places.sort((one, other) => one.level - other.level || other.meets - one.meets);
}

/* A place shows with any of its lines, from its level of detail on, unless a more important one stands there;
   a great junction shows a level earlier where there is much room, but not on a map of continents; and what is
   chosen shows always. */
const [DOT_PX, ROOM_PX, REGION] = [10, 100, 4];

function dressPlaces(map, places, closer) {
  const used = new Set(segments.filter((segment) => passes(segment)).flatMap((segment) => [segment.from_node, segment.to_node]));
  const taken = [];
  for (const place of places) {
    const { node, dot, level, meets } = place;
    const chosen = isChosen("node", node.id);
    const at = map.latLngToLayerPoint(dot.getLatLng());
    const early = level - closer > 1.6;
    const great = meets > 2 && node.kind !== "border_point" && map.getZoom() >= REGION;
    const allowed = !early || (great && level - closer <= 2.6);
    const room = early ? ROOM_PX : DOT_PX;
    place.shown = chosen || (view.places && used.has(node.id) && allowed && taken.every((other) => other.distanceTo(at) >= room));
    if (place.shown) taken.push(at);
    dot.getElement().classList.toggle("gone", !place.shown);
    dot.getElement().classList.toggle("chosen", chosen);
    if (place.said !== view.language) dot.getElement().setAttribute("aria-label", `${nodeLabel(node)}, ${inLanguage(facts.looks.node[node.kind].label)}`);
    place.said = view.language;
  }
}

/* ---- for both ---- */

/* Paths are buttons for those who do not use a mouse. */
function makeReachable(layer, id, open) {
  const path = layer.getElement();
  path.setAttribute("tabindex", "0");
  path.setAttribute("role", "button");
  path.dataset.id = id;
  path.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  });
}

function shortened(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}

/* ---- a layer of the user's own ---- */

function drawOverlay(map) {
  const group = L.layerGroup().addTo(map);
  (facts.overlay.features ?? []).forEach((feature, number) => {
    const parts = unpacked(feature.parts, facts.overlay.decimals);
    const look = { pane: "overlay", className: `own ${feature.kind}`, weight: 3 };
    const drawn = feature.kind === "point" ? parts.map(([at]) => L.circleMarker(at, { ...look, radius: 5 }))
      : [feature.kind === "area" ? L.polygon(parts, look) : L.polyline(parts, look)];
    for (const layer of drawn) {
      layer.addTo(group);
      layer.bindTooltip(() => element("span", {}, shortened(feature.name, 90)), { sticky: true, direction: "top" });
      layer.on("click", (event) => { L.DomEvent.stop(event); choose("own", String(number)); });
      makeReachable(layer, `own-${number}`, () => choose("own", String(number)));
      layer.getElement().setAttribute("aria-label", shortened(feature.name, 200));
    }
  });
  return group;
}
