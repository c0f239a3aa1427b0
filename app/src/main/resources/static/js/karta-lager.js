// What lies on the base map: area counts, incidents as cells, circles and symbols, and hotspot outlines with numbers. Each layer keeps its
// source and style together; colours come with the base map's style, so they follow light and dark.

const METRES_PER_PIXEL_AT_0 = 40312;
const FONT = ['Inter Variable'];
const NOTHING = ['==', ['get', 'id'], ''];

/** @param {any} map @param {DOMStringMap} addresses */
export function addMarks(map, addresses) {
  const ink = map.getStyle().metadata['samlad:colours'];
  for (const name of ['kat0', 'kat1', 'kat2', 'kat3', 'kat4', 'kat5', 'kat6']) symbol(map, name, ink);
  if (addresses.omraden) areas(map, addresses, ink);
  if (addresses.handelser) incidents(map, addresses.handelser, ink);
  if (addresses.marken) hotspots(map, addresses.marken, ink);
}

/** Lights up what has the id, in the layers that are there. @param {any} map @param {string} id */
export function light(map, id) {
  for (const layer of ['hot-ljus', 'punkt-ljus', 'omrade-ljus', 'cell-ljus']) {
    if (map.getLayer(layer)) map.setFilter(layer, id ? ['==', ['to-string', ['get', 'id']], id] : NOTHING);
  }
}

/** Where incidents are drawn too, the areas' colours give way to them as one comes near. */
/** @param {any} map @param {DOMStringMap} addresses @param {Record<string, string>} ink */
function areas(map, addresses, ink) {
  map.addSource('omraden', { type: 'geojson', data: whole(addresses.omraden ?? '') });
  const steps = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'].flatMap((token, i) => [i + 1, ink[token]]);
  map.addLayer({
    id: 'omraden', type: 'fill', source: 'omraden',
    paint: { 'fill-color': ['match', ['get', 'klass'], ...steps, 'rgba(0,0,0,0)'], 'fill-opacity': addresses.handelser ? ['interpolate', ['linear'], ['zoom'], 11.5, 0.55, 13, 0] : 0.55 },
  }, under(map));
  map.addLayer({
    id: 'omrade-ljus', type: 'line', source: 'omraden', filter: NOTHING,
    paint: { 'line-color': ink.primary, 'line-width': 3 },
  });
}

/** @param {any} map @param {string} address @param {Record<string, string>} ink */
function incidents(map, address, ink) {
  map.addSource('handelser', { type: 'vector', tiles: [whole(address)], minzoom: 0, maxzoom: 16 });
  const cells = { source: 'handelser', 'source-layer': 'celler' };
  const steps = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'].flatMap((token, i) => [i + 1, ink[token]]);
  map.addLayer({
    id: 'celler', type: 'fill', ...cells,
    paint: { 'fill-color': ['match', ['get', 'klass'], ...steps, ink.s1], 'fill-opacity': 0.82, 'fill-outline-color': ink.surface },
  });
  map.addLayer({
    id: 'cell-antal', type: 'symbol', source: 'handelser', 'source-layer': 'cellnummer',
    layout: { 'text-field': ['to-string', ['get', 'antal']], 'text-font': FONT, 'text-size': 12, 'text-allow-overlap': false },
    paint: { 'text-color': ['case', ['>=', ['get', 'klass'], 5], ink.sh, ink.sl] },
  });
  const circles = { source: 'handelser', 'source-layer': 'cirklar' };
  map.addLayer({
    id: 'cirklar', type: 'circle', ...circles,
    paint: {
      'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 6, radius(6), 20, radius(20)],
      'circle-color': ink.text, 'circle-opacity': 0.06,
      'circle-stroke-color': ink.text, 'circle-stroke-width': 1, 'circle-stroke-opacity': 0.55,
    },
  });
  const points = { source: 'handelser', 'source-layer': 'punkter' };
  map.addLayer({
    id: 'punkt-ljus', type: 'circle', ...points, filter: NOTHING,
    paint: { 'circle-radius': 11, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': ink.primary, 'circle-stroke-width': 3 },
  });
  map.addLayer({
    id: 'punkter', type: 'symbol', ...points,
    layout: { 'icon-image': ['get', 'symbol'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  });
  map.addLayer({
    id: 'cell-ljus', type: 'line', ...cells, filter: NOTHING,
    paint: { 'line-color': ink.primary, 'line-width': 3 },
  });
}

/** Whole, double and dashed outlines say clear, likely and unsure, as on paper. */
/** @param {any} map @param {string} address @param {Record<string, string>} ink */
function hotspots(map, address, ink) {
  map.addSource('marken', { type: 'geojson', data: whole(address) });
  const outline = { source: 'marken', filter: ['==', ['geometry-type'], 'Polygon'] };
  const sure = (/** @type {string} */ word) => ['all', ['==', ['geometry-type'], 'Polygon'], ['==', ['get', 'sakerhet'], word]];
  map.addLayer({
    id: 'hot-yta', type: 'fill', ...outline,
    paint: { 'fill-color': ink.hot, 'fill-opacity': ['match', ['get', 'sakerhet'], 'unsure', 0.06, 0.13] },
  });
  map.addLayer({
    id: 'hot-ljus', type: 'line', source: 'marken', filter: NOTHING,
    paint: { 'line-color': ink.primary, 'line-width': 8, 'line-opacity': 0.5 },
  });
  map.addLayer({
    id: 'hot-tydlig', type: 'line', source: 'marken', filter: sure('clear'), paint: { 'line-color': ink['hot-line'], 'line-width': 2.5 },
  });
  map.addLayer({
    id: 'hot-trolig', type: 'line', source: 'marken', filter: sure('likely'),
    paint: { 'line-color': ink['hot-line'], 'line-width': 1.5, 'line-gap-width': 2.25 },
  });
  map.addLayer({
    id: 'hot-osaker', type: 'line', source: 'marken', filter: sure('unsure'),
    paint: { 'line-color': ink['hot-line'], 'line-width': 2.5, 'line-dasharray': [2.8, 2] },
  });
  const number = { source: 'marken', filter: ['==', ['geometry-type'], 'Point'] };
  map.addLayer({
    id: 'hot-nummerplatta', type: 'circle', ...number,
    paint: { 'circle-radius': 13, 'circle-color': ink.surface, 'circle-stroke-color': ink['hot-line'], 'circle-stroke-width': 2.25 },
  });
  map.addLayer({
    id: 'hot-nummer', type: 'symbol', ...number,
    layout: { 'text-field': ['to-string', ['get', 'nummer']], 'text-font': FONT, 'text-size': 14, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': ink['hot-line'], 'text-halo-color': ink['hot-line'], 'text-halo-width': 0.4 },
  });
}

/** Metres of the feature as pixels at a zoom. @param {number} zoom */
function radius(zoom) {
  return ['max', 5, ['*', ['get', 'meter'], 2 ** zoom / METRES_PER_PIXEL_AT_0]];
}

/** The first layer of names, so that areas are coloured under them. @param {any} map */
function under(map) {
  return map.getStyle().layers.find((/** @type {any} */ layer) => layer.type === 'symbol')?.id;
}

/** @param {string} address */
function whole(address) {
  return address.startsWith('/') ? location.origin + address : address;
}

/** The shapes of the categories, as the server draws them. @param {any} map @param {string} name @param {Record<string, string>} ink */
function symbol(map, name, ink) {
  if (map.hasImage(name)) return;
  const side = 36;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const draw = canvas.getContext('2d');
  if (!draw) return;
  const shape = new Path2D(SHAPES[name]);
  draw.translate(side / 2, side / 2);
  draw.scale(side / 15, side / 15);
  draw.fillStyle = ink[name] ?? ink.surface;
  draw.fill(shape);
  draw.lineWidth = 0.95;
  draw.strokeStyle = ink.text;
  draw.stroke(shape);
  map.addImage(name, draw.getImageData(0, 0, side, side), { pixelRatio: 2.4 });
}

/** @type {Record<string, string>} */
const SHAPES = {
  kat0: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z',
  kat1: 'M-3.8-3.8h7.6v7.6h-7.6z',
  kat2: 'M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0z',
  kat3: 'M0-5l4.8 8.4h-9.6z',
  kat4: 'M0-5.2l5.2 5.2l-5.2 5.2l-5.2-5.2z',
  kat5: 'M-4.8-4.2h9.6l-4.8 8.4z',
  kat6: 'M-1.9-4.6h3.8v2.7h2.7v3.8h-2.7v2.7h-3.8v-2.7h-2.7v-3.8h2.7z',
};
