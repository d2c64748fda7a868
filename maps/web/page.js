"use strict";

/* Behaviour of one corridor's page. The map and its layers are made by folium before this runs;
   each layer is found by the pane it is drawn in. Text that comes with a feature is already escaped. */

function corridorPage(map, settings) {
  const layers = layersByPane(map);
  const startZoom = showAll(map, settings.extent);

  L.control.zoom({ position: isNarrow() ? "bottomright" : "topright" }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  layers.land.setStyle({ stroke: false, fillColor: "#f7f5f0", fillOpacity: 1 });
  layers.edges.setStyle({ color: "#c9c3b6", weight: 0.9 });

  const routes = new Map();
  layers.routes.eachLayer((line) => routes.set(line, drawRoute(map, line)));
  layers.nodes.eachLayer((dot) => dot.setStyle({ ...dot.feature.properties.style, fill: true, fillOpacity: 1, weight: 1.5 }));
  for (const layer of [layers.routes, layers.nodes]) layer.eachLayer((item) => makeCard(map, item, routes));

  const names = settings.names.map((name) => textMarker(name.at, "names", `name ${name.kind}`, escapeText(name.text)));
  const focus = names.filter((_, i) => settings.names[i].text === settings.focus);
  const others = names.filter((name) => !focus.includes(name));
  const places = [];
  layers.nodes.eachLayer((dot) => {
    const { label, level } = dot.feature.properties;
    places.push({ marker: textMarker(dot.getLatLng(), "labels", "place", label), level, dot });
  });
  names.forEach((marker) => marker.addTo(map));

  const refresh = () => {
    const closer = map.getZoom() - startZoom;
    for (const [line, parts] of routes) widen(line, parts, closer);
    const crossed = routePixels(map, routes);
    const taken = [];
    showNames(map, focus, taken, crossed, 9);
    showPlaces(map, layers.nodes, places, closer, taken, crossed);
    showNames(map, others, taken, crossed, 2);
  };
  map.on("zoomend moveend resize", refresh);
  bindSwitches(map, layers, routes, refresh);
  bindPanel(map);
  refresh();
  return { map, layers, routes };
}

/* ---- layers ---- */

function layersByPane(map) {
  const found = {};
  map.eachLayer((layer) => {
    if (layer instanceof L.GeoJSON) found[layer.options.pane] = layer;
  });
  return found;
}

function showAll(map, [west, south, east, north]) {
  const padding = isNarrow() ? { paddingTopLeft: [16, 16], paddingBottomRight: [16, 76] } : { padding: [36, 36] };
  map.fitBounds([[south, west], [north, east]], { ...padding, animate: false });
  map.setMinZoom(Math.max(map.getZoom() - 1, 3));
  return map.getZoom();
}

function isNarrow() {
  return window.matchMedia("(max-width: 760px)").matches;
}

/* A route is the line, a seam below it in the ground's colour, and short bars across it where it is suspended. */
function drawRoute(map, line) {
  const { style, bars } = line.feature.properties;
  line.setStyle({ ...style, interactive: true });
  const path = line.getLatLngs();
  const { dashArray, lineCap } = style;
  const under = { pane: "casing", color: "#ffffff", opacity: 0.9, dashArray, lineCap, interactive: false };
  const seam = L.polyline(path, under).addTo(map);
  const parts = [seam];
  if (bars) {
    const across = { pane: "routes", color: style.color, dashArray: "2 10", lineCap: "butt", interactive: false };
    parts.push(L.polyline(path, across).addTo(map));
  }
  return parts;
}

function widen(line, [seam, bars], closer) {
  const factor = Math.min(Math.max(1 + closer * 0.18, 0.7), 2.2);
  const weight = line.feature.properties.style.weight * factor;
  line.setStyle({ weight });
  seam.setStyle({ weight: weight + 3 });
  if (bars) bars.setStyle({ weight: weight * 3 });
}

/* ---- cards ---- */

function makeCard(map, item, routes) {
  const { label, card } = item.feature.properties;
  const isRoute = routes.has(item);
  item.bindTooltip(label, { sticky: isRoute, direction: "top" });
  item.bindPopup(card, { maxWidth: Math.min(360, window.innerWidth - 60), autoPanPadding: [20, 20] });
  item.on("popupopen", () => {
    item.closeTooltip();
    if (isRoute) routes.forEach((parts, other) => setDimmed([other, ...parts], other !== item));
  });
  item.on("popupclose", () => routes.forEach((parts, other) => setDimmed([other, ...parts], false)));
  item.on("add", () => makeReachable(item, label));
  makeReachable(item, label);
}

function setDimmed(lines, dimmed) {
  for (const line of lines) line.getElement()?.classList.toggle("dimmed", dimmed);
}

function makeReachable(item, label) {
  const element = item.getElement();
  if (!element) return;
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", plainText(label));
  element.dataset.id = item.feature.properties.id;
  element.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    item.openPopup();
  };
}

/* ---- names ---- */

function textMarker(at, pane, style, html) {
  const icon = L.divIcon({ className: "label-icon", html: `<span class="${style}">${html}</span>` });
  return L.marker(at, { icon, pane, interactive: false, keyboard: false });
}

/* Where the visible routes run on the screen, every few pixels: names keep off these. */
function routePixels(map, routes) {
  const pixels = [];
  const screen = L.bounds([0, 0], map.getSize());
  for (const line of routes.keys()) {
    if (!map.hasLayer(line)) continue;
    const path = line.getLatLngs().map((at) => map.latLngToContainerPoint(at));
    for (let i = 1; i < path.length; i += 1) {
      const steps = Math.max(Math.ceil(path[i].distanceTo(path[i - 1]) / 6), 1);
      for (let step = 0; step < steps; step += 1) {
        const at = path[i - 1].add(path[i].subtract(path[i - 1]).multiplyBy(step / steps));
        if (screen.contains(at)) pixels.push(at);
      }
    }
  }
  return pixels;
}

function showPlaces(map, group, places, closer, taken, crossed) {
  for (const place of [...places].sort((one, other) => one.level - other.level)) {
    const near = place.level <= 1.6 + closer;
    place.dot.getElement()?.classList.toggle("far", !near);
    place.marker.remove();
    const at = map.latLngToContainerPoint(place.dot.getLatLng());
    if (near && map.hasLayer(group) && L.bounds([0, 0], map.getSize()).contains(at)) {
      place.marker.addTo(map);
      const sides = (w, h) => [[9, -h / 2], [-w - 9, -h / 2], [-w / 2, -h - 8], [-w / 2, 8], [7, 5], [7, -h - 5], [-w - 7, 5], [-w - 7, -h - 5]];
      if (!putWhereFree(map, place.marker, sides, taken, crossed, 9)) place.marker.remove();
    }
  }
}

/* Countries and seas stand in their middle, or a little beside it where a route runs through it. */
function showNames(map, names, taken, crossed, most) {
  for (const name of names) {
    name.getElement().hidden = false;
    const beside = [[0, 0], [0, -1.2], [0, 1.2], [-0.5, 0], [0.5, 0], [-0.5, 1.2], [0.5, -1.2]];
    const sides = (w, h) => beside.map(([across, down]) => [(across - 0.5) * w, (down - 0.5) * h]);
    if (!putWhereFree(map, name, sides, taken, crossed, most)) name.getElement().hidden = true;
  }
}

/* Put a text at the offset that covers no other text, fits the screen and covers least of the routes;
   where it would cover more than `most` points of them, leave it out. */
function putWhereFree(map, marker, sides, taken, crossed, most) {
  const at = map.latLngToContainerPoint(marker.getLatLng());
  const span = marker.getElement().firstElementChild;
  const [width, height] = [span.offsetWidth, span.offsetHeight];
  const screen = [0, 0, map.getSize().x, map.getSize().y];
  let best = null;
  for (const [left, top] of sides(width, height)) {
    const box = [at.x + left, at.y + top, at.x + left + width, at.y + top + height];
    const inside = box[0] >= screen[0] && box[1] >= screen[1] && box[2] <= screen[2] && box[3] <= screen[3];
    if (!inside || taken.some((other) => overlap(box, other))) continue;
    const covered = crossed.filter((p) => p.x > box[0] && p.x < box[2] && p.y > box[1] && p.y < box[3]).length;
    if (best === null || covered < best.covered) best = { box, left, top, covered };
    if (covered === 0) break;
  }
  if (best === null || best.covered > most) return false;
  span.style.left = `${best.left}px`;
  span.style.top = `${best.top}px`;
  taken.push(best.box);
  return true;
}

function overlap(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/* ---- panel ---- */

function bindSwitches(map, layers, routes, refresh) {
  for (const box of document.querySelectorAll("input[data-status]")) {
    box.addEventListener("change", () => {
      for (const [line, parts] of routes) {
        if (line.feature.properties.status !== box.dataset.status) continue;
        for (const part of [line, ...parts]) box.checked ? part.addTo(map) : part.remove();
      }
      sayWhatIsHidden();
      refresh();
    });
  }
  document.querySelector("input[data-layer=nodes]").addEventListener("change", (event) => {
    event.target.checked ? layers.nodes.addTo(map) : layers.nodes.remove();
    refresh();
  });
}

function sayWhatIsHidden() {
  const shown = document.querySelectorAll("input[data-status]:checked").length;
  document.getElementById("status").textContent = shown ? "" : "All lines are switched off in the legend.";
}

function bindPanel(map) {
  const panel = document.getElementById("panel");
  const handle = document.getElementById("handle");
  handle.addEventListener("click", () => {
    const open = panel.dataset.open !== "true";
    panel.dataset.open = String(open);
    handle.setAttribute("aria-expanded", String(open));
    if (open) map.closePopup();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
}

/* ---- text ---- */

function escapeText(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
}

function plainText(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent;
}
