"use strict";

/* Behaviour of one corridor's page. The map and its layers are made by folium before this runs;
   each layer is found by the pane it is drawn in. Text that comes with a feature is already escaped. */

function corridorPage(map, settings) {
  const layers = layersByPane(map);
  const startZoom = showAll(map, settings.extent);

  L.control.zoom({ position: "topright" }).addTo(map);
  layers.ground.setStyle({ color: "#c9c3b6", weight: 0.8, fillColor: "#f7f5f0", fillOpacity: 1 });

  const routes = new Map();
  layers.routes.eachLayer((line) => routes.set(line, drawRoute(map, line)));
  layers.nodes.eachLayer((dot) => dot.setStyle({ ...dot.feature.properties.style, fillOpacity: 1, weight: 1.5 }));
  for (const layer of [layers.routes, layers.nodes]) layer.eachLayer((item) => makeCard(map, item, routes));

  const names = settings.names.map((name) => textMarker(name.at, "names", `name ${name.kind}`, escapeText(name.text)));
  const places = [];
  layers.nodes.eachLayer((dot) => {
    const { label, level } = dot.feature.properties;
    places.push({ marker: textMarker(dot.getLatLng(), "labels", "place", label), level, dot });
  });
  names.forEach((marker) => marker.addTo(map));

  const refresh = () => {
    const closer = map.getZoom() - startZoom;
    for (const [line, parts] of routes) widen(line, parts, closer);
    showPlaces(map, layers.nodes, places, closer);
    hideCollisions(map, names);
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
  const narrow = window.matchMedia("(max-width: 760px)").matches;
  const padding = narrow ? { paddingTopLeft: [16, 16], paddingBottomRight: [16, 76] } : { padding: [36, 36] };
  map.fitBounds([[south, west], [north, east]], { ...padding, animate: false });
  map.setMinZoom(Math.max(map.getZoom() - 1, 3));
  return map.getZoom();
}

/* A route is the line, a seam below it in the ground's colour, and a wide clear line that is easy to hit. */
function drawRoute(map, line) {
  const { style, bars } = line.feature.properties;
  line.setStyle({ ...style, lineCap: style.dashArray ? "butt" : "round", interactive: true });
  const path = line.getLatLngs();
  const seam = L.polyline(path, { pane: "casing", color: "#ffffff", opacity: 0.9, interactive: false }).addTo(map);
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

function showPlaces(map, group, places, closer) {
  const shown = map.hasLayer(group);
  const taken = [];
  for (const place of [...places].sort((one, other) => one.level - other.level)) {
    const visible = shown && place.level <= 1.6 + closer;
    place.marker.remove();
    place.dot.getElement()?.classList.toggle("leaflet-zoom-hide", false);
    place.dot.setStyle({ radius: place.dot.feature.properties.style.radius * (visible ? 1 : 0.6) });
    if (visible) addWhereFree(map, place, taken);
  }
}

/* Try the four sides of a dot; without a free one the name waits for a closer zoom. */
function addWhereFree(map, { marker, dot }, taken) {
  const at = map.latLngToContainerPoint(dot.getLatLng());
  if (!map.getSize().contains(at) || at.x < 0 || at.y < 0) return;
  marker.addTo(map);
  const span = marker.getElement().firstElementChild;
  const [width, height] = [span.offsetWidth, span.offsetHeight];
  const sides = [[8, -height / 2], [-width - 8, -height / 2], [-width / 2, -height - 7], [-width / 2, 7]];
  for (const [left, top] of sides) {
    const box = [at.x + left, at.y + top, at.x + left + width, at.y + top + height];
    if (taken.some((other) => overlap(box, other))) continue;
    span.style.left = `${left}px`;
    span.style.top = `${top}px`;
    taken.push(box);
    return;
  }
  marker.remove();
}

function hideCollisions(map, markers) {
  const taken = [];
  for (const marker of markers) {
    const span = marker.getElement().firstElementChild;
    const at = map.latLngToContainerPoint(marker.getLatLng());
    const [halfWidth, halfHeight] = [span.offsetWidth / 2 + 4, span.offsetHeight / 2 + 4];
    const box = [at.x - halfWidth, at.y - halfHeight, at.x + halfWidth, at.y + halfHeight];
    const free = !taken.some((other) => overlap(box, other));
    span.style.visibility = free ? "visible" : "hidden";
    if (free) taken.push(box);
  }
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
