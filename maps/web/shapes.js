"use strict";

/* Geometry of the page: unpacking, drawing aside of the true line, arrows along it. */

/* The way back of maps/packed.py: steps in integers to [latitude, longitude]. */
function unpacked(lines, decimals) {
  const unit = 10 ** decimals;
  return lines.map((steps) => {
    const path = [];
    let [lon, lat] = [0, 0];
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      path.push([lat / unit, lon / unit]);
    }
    return path;
  });
}

/* Land, the country that the page is read for, and borders wait until the map knows where it looks: projecting
   them is most of the work of opening a page. Their looks stand in page.css. */
const waitingGround = [];

function ground(map, rings, look) {
  waitingGround.push(() => drawGround(map, rings, look));
}

function drawGround(map, rings, { name, decimals }) {
  const Ground = name === "borders" ? Stretched : StretchedArea;
  new Ground(unpacked(rings, decimals), { pane: name, className: `ground ${name}`, interactive: false, smoothFactor: 1.2 }).addTo(map);
}

/* Where vertices lie on a map of the whole world, found once: at any zoom it is only stretched. */
const worlds = new WeakMap();

function onScreen(map, vertices) {
  if (!worlds.has(vertices)) worlds.set(vertices, vertices.map((at) => map.project(at, 0)));
  const scale = map.getZoomScale(map.getZoom(), 0);
  const corner = map.getPixelOrigin();
  return worlds.get(vertices).map(({ x, y }) => L.point(x * scale - corner.x, y * scale - corner.y, true));
}

/* Replaces Leaflet's way, which computes every vertex anew. */
const stretched = {
  _projectLatlngs(vertices, result, bounds) {
    if (Array.isArray(vertices[0])) return vertices.forEach((each) => this._projectLatlngs(each, result, bounds));
    const path = onScreen(this._map, vertices);
    for (const point of path) bounds.extend(point);
    return result.push(path);
  },
};
const Stretched = L.Polyline.extend(stretched);
const StretchedArea = L.Polygon.extend(stretched);

/* Lines grow with the zoom; so do the lanes of a bundle. */
function growth(zoom) {
  return Math.min(Math.max(0.8 + (zoom - 4.5) * 0.14, 0.75), 2);
}

const LANE_PX = 4.6;

/* A line drawn beside its true course, by its slot across the bundle; positive is to the right. A line with the
   same course as an earlier one takes it from there: most of the work of a zoom is to find it. */
const Strand = Stretched.extend({
  _project() {
    const { like } = this.options;
    if (!like) return L.Polyline.prototype._project.call(this);
    this._rings = like._rings;
    this._rawPxBounds = like._rawPxBounds;
    return this._updateBounds();
  },
  _update() {
    const { like } = this.options;
    if (!like) return L.Polyline.prototype._update.call(this);
    this._parts = like._parts;
    return this._path.setAttribute("d", like._path.getAttribute("d"));
  },
  _projectLatlngs(latlngs, result, bounds) {
    stretched._projectLatlngs.call(this, latlngs, result, bounds);
    const aside = this.options.slot * LANE_PX * growth(this._map.getZoom());
    if (aside) result.forEach((path, i) => { result[i] = movedAside(L.LineUtil.simplify(path, 1.5), aside); });
  },
});

/* Move a path on the screen to its right; at a bend by the bend's middle line, at most twice as far. */
function movedAside(path, aside) {
  const rightOf = (from, to) => {
    const length = from.distanceTo(to) || 1;
    return L.point((from.y - to.y) / length, (to.x - from.x) / length);
  };
  return path.map((at, i) => {
    const before = i > 0 ? rightOf(path[i - 1], at) : null;
    const after = i < path.length - 1 ? rightOf(at, path[i + 1]) : null;
    if (!before || !after) return at.add((before ?? after).multiplyBy(aside));
    const middle = before.add(after);
    const size = Math.max(middle.x ** 2 + middle.y ** 2, 1);
    return at.add(middle.multiplyBy((2 * aside) / size));
  });
}

/* Arrow heads along a path on the screen, every so often; `way` is -1 for against its drawing. */
function arrowHeads(path, way, { every, size }) {
  const points = way < 0 ? [...path].reverse() : path;
  const heads = [];
  let travelled = -every / 2;
  for (let i = 1; i < points.length; i += 1) {
    const step = points[i].distanceTo(points[i - 1]);
    const along = points[i].subtract(points[i - 1]).divideBy(step || 1);
    travelled += step;
    while (travelled > 0 && step > 0) {
      const tip = points[i].subtract(along.multiplyBy(travelled));
      const side = L.point(-along.y, along.x).multiplyBy(size);
      const foot = tip.subtract(along.multiplyBy(size * 1.7));
      heads.push([foot.add(side), tip, foot.subtract(side), foot.add(along.multiplyBy(size * 0.35))]);
      travelled -= every;
    }
  }
  return heads;
}
