"use strict";

/* Names on the map: they stand where they cover neither one another nor the routes, and come with the zoom. */

const CELL_PX = 6;
const measuring = document.createElement("canvas").getContext("2d");
const LOOKS = {
  country: { font: "12px system-ui, sans-serif", spacing: 1.7, height: 16, upper: true },
  sea: { font: "italic 12px system-ui, sans-serif", spacing: 1.2, height: 16, upper: false },
  place: { font: "500 12.5px system-ui, sans-serif", spacing: 0, height: 17, upper: false },
};

const sizes = new Map(); // measured once

function sizeOf(text, look) {
  const key = look.font + text;
  if (!sizes.has(key)) {
    measuring.font = look.font;
    const { width } = measuring.measureText(look.upper ? text.toUpperCase() : text);
    sizes.set(key, [width * 1.04 + look.spacing * text.length + 2, look.height]);
  }
  return sizes.get(key);
}

/* The squares of the screen that a shown route runs through, or a dot covers. */
function crossedCells(map, routes, places) {
  const cells = new Set();
  const screen = L.bounds([0, 0], map.getSize());
  const mark = (at) => screen.contains(at) && cells.add(cellAt(at.x, at.y));
  for (const { segment, hit } of routes.values()) {
    if (!passes(segment)) continue;
    for (const path of hit._parts) {
      const points = path.map((point) => map.layerPointToContainerPoint(point));
      for (let i = 1; i < points.length; i += 1) {
        const steps = Math.max(Math.ceil(points[i].distanceTo(points[i - 1]) / CELL_PX), 1);
        const step = points[i].subtract(points[i - 1]).divideBy(steps);
        for (let n = 0; n < steps; n += 1) mark(points[i - 1].add(step.multiplyBy(n)));
      }
    }
  }
  for (const { dot, shown } of places) if (shown) mark(map.latLngToContainerPoint(dot.getLatLng()));
  return cells;
}

function placeNames(map, routes, places) {
  const pane = map.getPane("labels");
  const room = { screen: map.getSize(), taken: takenByControls(map), crossed: crossedCells(map, routes, places) };
  const written = [];
  const put = (text, at, kind, sides, most) => {
    const short = shortened(text, 40);
    const size = sizeOf(short, LOOKS[kind]);
    const corner = freeCorner(map.latLngToContainerPoint(at), size, sides(...size), room, most);
    if (!corner) return;
    const span = element("span", { class: `name ${kind}` }, short);
    L.DomUtil.setPosition(span, map.containerPointToLayerPoint(corner).round());
    written.push(span);
  };
  const onGround = (name, most) => put(inLanguage(name.name), name.at, name.kind, besideMiddle, most);
  const others = facts.names.filter((name) => name.code !== facts.page.focus && isWideEnough(name, map.getZoom()));
  facts.names.filter(({ code }) => code === facts.page.focus).forEach((name) => onGround(name, 6));
  const shown = places.filter((place) => place.shown);
  const alone = (name) => shown.filter(({ node }) => nodeName(node) === name).length === 1;
  for (const { node, dot, level, meets } of shown) {
    const most = level === 1 ? 40 : Math.min(3 + 4 * meets, 23);
    put(alone(nodeName(node)) ? nodeName(node) : nodeLabel(node), dot.getLatLng(), "place", besideDot, most);
  }
  others.forEach((name) => onGround(name, 1));
  pane.replaceChildren(...written);
}

/* A country is named once it is about as wide as its name; half as wide, where lines cross it. */
function isWideEnough({ name, kind, code, size }, zoom) {
  if (kind === "sea") return true;
  const px = (Math.sqrt(size) * 256 * 2 ** zoom) / 360;
  const crossed = segments.some(({ country }) => country === code);
  return px * (crossed ? 2 : 1) >= sizeOf(inLanguage(name), LOOKS.country)[0];
}

/* Corners to try for a text beside a dot, and for one in the middle of a country or a sea. */
function besideDot(w, h) {
  return [[9, -h / 2], [-w - 9, -h / 2], [-w / 2, -h - 7], [-w / 2, 7], [7, 5], [7, -h - 5], [-w - 7, 5], [-w - 7, -h - 5]];
}

function besideMiddle(w, h) {
  const beside = [[0, 0], [0, -1.2], [0, 1.2], [-0.5, 0], [0.5, 0], [-0.5, 1.2], [0.5, -1.2], [0, 2.4], [0, -2.4]];
  return beside.map(([across, down]) => [(across - 0.5) * w, (down - 0.5) * h]);
}

/* The corner where a text covers no other text, fits the screen and covers least of the routes;
   none where it would cover more than `most` squares of them. */
function freeCorner(at, [w, h], sides, { screen, taken, crossed }, most) {
  let best = null;
  for (const [left, top] of sides) {
    const box = [at.x + left, at.y + top, at.x + left + w, at.y + top + h];
    const inside = box[0] >= 2 && box[1] >= 2 && box[2] <= screen.x - 2 && box[3] <= screen.y - 2;
    if (!inside || taken.some((other) => overlap(box, other))) continue;
    const covered = coveredCells(box, crossed);
    if (!best || covered < best.covered) best = { box, covered };
    if (covered === 0) break;
  }
  if (!best || best.covered > most) return null;
  taken.push(best.box);
  return L.point(best.box[0], best.box[1]);
}

function cellAt(x, y) {
  return Math.floor(x / CELL_PX) * 10_000 + Math.floor(y / CELL_PX);
}

function coveredCells([left, top, right, bottom], crossed) {
  let covered = 0;
  for (let x = left; x < right + CELL_PX; x += CELL_PX) {
    for (let y = top; y < bottom + CELL_PX; y += CELL_PX) covered += crossed.has(cellAt(x, y));
  }
  return covered;
}

function overlap(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/* Names keep off the scale, the buttons and the credits; these stay where they are while the screen does. */
let controls = { screen: "", boxes: [] };

function takenByControls(map) {
  const screen = map.getSize().toString();
  if (controls.screen !== screen) controls = { screen, boxes: controlBoxes(map) };
  return [...controls.boxes];
}

function controlBoxes(map) {
  const corner = map.getContainer().getBoundingClientRect();
  const boxes = [...document.querySelectorAll("main .leaflet-control, #credit")].map((control) => control.getBoundingClientRect());
  return boxes.map((box) => [box.left - corner.left - 4, box.top - corner.top - 4, box.right - corner.left + 4, box.bottom - corner.top + 4]);
}
