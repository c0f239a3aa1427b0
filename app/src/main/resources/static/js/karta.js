// <samlad-karta>: a live map over the sheet the server drew. The sheet and the list beside it are there without script; this loads the map
// library when the element comes into sight and leaves the sheet standing where the browser cannot draw (no WebGL 2) or the network fails.
//
// Attributes: data-motor, data-arbetare (the library and its worker), data-granser "west,south,east,north", data-handelser (address of
// incident tiles), data-marken and data-omraden (addresses of GeoJSON), data-val-plats (pick a place under the crosshair), data-faltlon and
// data-faltlat (ids of fields that follow the crosshair).
// Events, all bubbling: karta:klar, karta:val {slag, id, antal}, karta:plats {lon, lat}.
// An element anywhere with data-karta-id="…" lights up what has that id while it is pointed at or has focus.

import { addMarks, light } from './karta-lager.js';

const METRES_PER_DEGREE = 111320;
const STEP = 10;
const DEEPEST = 19;

class Karta extends HTMLElement {
  /** @type {any} */ map = null;
  /** @type {IntersectionObserver | null} */ #watch = null;
  #started = false;

  connectedCallback() {
    this.#watch = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: '200px' });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.map?.remove();
    this.map = null;
    this.#started = false;
  }

  /** Lights up what has the id; an empty id puts it out. @param {string} id */
  visa(id) {
    if (this.map) light(this.map, id);
  }

  /** Moves to a place. @param {number} lon @param {number} lat @param {number} [zoom] */
  flytta(lon, lat, zoom) {
    this.map?.easeTo({ center: [lon, lat], zoom: zoom ?? this.map.getZoom(), duration: this.#duration() });
  }

  /** Other incidents, marks or area counts, after a changed selection. @param {Record<string, string>} addresses */
  byt(addresses) {
    Object.assign(this.dataset, addresses);
    if (this.map?.isStyleLoaded()) this.#restyle();
  }

  async #start() {
    if (this.#started || !canDraw()) return;
    this.#started = true;
    this.#watch?.disconnect();
    try {
      const engine = await import(this.dataset.motor ?? '');
      engine.setWorkerUrl(new URL(this.dataset.arbetare ?? '', location.href).href);
      if (this.isConnected) await this.#draw(engine);
    } catch (failure) {
      console.info('karta:', failure);
      this.map?.remove();
      this.map = null;
    }
  }

  /** @param {any} engine */
  async #draw(engine) {
    const surface = document.createElement('div');
    surface.className = 'kartyta-levande';
    this.querySelector('.kartyta')?.append(surface);
    const pick = this.hasAttribute('data-val-plats');
    this.map = new engine.Map({
      container: surface,
      style: await style(),
      bounds: this.#bounds(),
      fitBoundsOptions: { padding: 8 },
      maxZoom: DEEPEST,
      minZoom: 5,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      rollEnabled: false,
      renderWorldCopies: false,
      cooperativeGestures: !pick,
      keyboard: !pick,
      fadeDuration: reduced() ? 0 : 150,
      locale: this.#locale(),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation?.();
    this.map.addControl(new engine.ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
    this.map.on('error', (/** @type {any} */ event) => console.info('karta:', event.error?.message));
    this.map.on('style.load', () => addMarks(this.map, this.dataset));
    this.map.once('idle', () => this.#ready());
    this.#listen();
    this.#theme();
    if (pick) this.#pick();
    else this.#select();
  }

  #ready() {
    this.classList.add('karta--levande');
    for (const part of this.querySelectorAll('.kartknappar,.kartkors')) {
      if (part instanceof HTMLElement || part instanceof SVGElement) part.removeAttribute('hidden');
    }
    this.querySelector('.kartbild')?.setAttribute('aria-hidden', 'true');
    this.#tell('karta:klar', {});
  }

  #bounds() {
    return (this.dataset.granser ?? '').split(',').map(Number);
  }

  #locale() {
    const texts = this.dataset;
    return {
      'Map.Title': texts.etikett ?? '',
      'CooperativeGesturesHandler.WindowsHelpText': texts.textCtrl ?? '',
      'CooperativeGesturesHandler.MacHelpText': texts.textCtrl ?? '',
      'CooperativeGesturesHandler.MobileHelpText': texts.textFingrar ?? '',
    };
  }

  #duration() {
    return reduced() ? 0 : 250;
  }

  /** The buttons do all that dragging and pinching do. */
  #listen() {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button[data-gor]') : null;
      if (button instanceof HTMLButtonElement) this.#do(button.dataset.gor ?? '');
    });
    document.addEventListener('pointerover', (event) => this.#point(event.target));
    document.addEventListener('focusin', (event) => this.#point(event.target));
    let byHand = false;
    this.map.on('movestart', (/** @type {any} */ event) => (byHand = Boolean(event.originalEvent) || byHand));
    this.map.on('moveend', () => {
      if (byHand) this.#say();
      byHand = false;
    });
  }

  /** @param {string} action */
  #do(action) {
    const still = { duration: this.#duration() };
    if (action === 'in') this.map.zoomIn(still);
    else if (action === 'ut') this.map.zoomOut(still);
    else if (action === 'hela') this.map.fitBounds(this.#bounds(), { padding: 8, ...still });
    else if (action === 'norr') this.#step(0, STEP);
    else if (action === 'soder') this.#step(0, -STEP);
    else if (action === 'oster') this.#step(STEP, 0);
    else if (action === 'vaster') this.#step(-STEP, 0);
  }

  /** @param {EventTarget | null} target */
  #point(target) {
    if (!this.map || !(target instanceof Element)) return;
    const row = target.closest('[data-karta-id]');
    const id = row instanceof HTMLElement ? row.dataset.kartaId ?? '' : '';
    if (id !== this.#lit) this.visa((this.#lit = id));
  }

  #lit = '';

  /** What is in view is said politely after a move. */
  #say() {
    const line = this.querySelector('[data-kartlage]');
    if (!line || !this.dataset.textVyn) return;
    const seen = inView(this.map);
    line.textContent = this.dataset.textVyn
      .replace('{0}', String(seen.incidents))
      .replace('{1}', String(seen.hotspots));
  }

  #select() {
    const layers = ['hot-yta', 'celler', 'punkter', 'cirklar', 'omraden'];
    const found = (/** @type {any} */ point) =>
      this.map.queryRenderedFeatures(point, { layers: layers.filter((layer) => this.map.getLayer(layer)) })[0];
    this.map.on('click', (/** @type {any} */ event) => {
      const feature = found(event.point);
      if (!feature) return this.#tell('karta:val', { slag: '', id: '', antal: 0 });
      const { id, slag, antal } = feature.properties;
      light(this.map, String(id ?? ''));
      this.#tell('karta:val', { slag, id: String(id ?? ''), antal: antal ?? 1 });
    });
    this.map.on('mousemove', (/** @type {any} */ event) => {
      this.map.getCanvas().classList.toggle('kartpekare', Boolean(found(event.point)));
    });
  }

  /** The map moves under a crosshair that stands still; arrow keys and buttons move it ten metres. */
  #pick() {
    const canvas = this.map.getCanvas();
    canvas.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      const metres = event.shiftKey ? STEP * 10 : STEP;
      const moves = /** @type {Record<string, () => void>} */ ({
        ArrowUp: () => this.#step(0, metres),
        ArrowDown: () => this.#step(0, -metres),
        ArrowRight: () => this.#step(metres, 0),
        ArrowLeft: () => this.#step(-metres, 0),
        '+': () => this.#do('in'),
        '-': () => this.#do('ut'),
      });
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      move();
    });
    this.map.on('moveend', () => this.#picked());
    this.map.on('click', (/** @type {any} */ event) => this.map.easeTo({ center: event.lngLat, duration: this.#duration() }));
  }

  /** @param {number} east @param {number} north */
  #step(east, north) {
    const at = this.map.getCenter();
    const lat = at.lat + north / METRES_PER_DEGREE;
    const lon = at.lng + east / (METRES_PER_DEGREE * Math.cos((at.lat * Math.PI) / 180));
    this.map.jumpTo({ center: [lon, lat] });
  }

  #picked() {
    const at = this.map.getCenter();
    const place = { lon: round(at.lng), lat: round(at.lat) };
    fill(this.dataset.faltlon, place.lon);
    fill(this.dataset.faltlat, place.lat);
    this.#tell('karta:plats', place);
  }

  /** Follows the choice of appearance and the system's, as the pages do. */
  #theme() {
    const change = () => this.#restyle();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change);
    new MutationObserver(change).observe(document.documentElement, { attributeFilter: ['data-utseende'] });
  }

  async #restyle() {
    const look = await style();
    this.map?.setStyle(look, { diff: false });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/** @param {any} map */
function inView(map) {
  const count = (/** @type {string[]} */ layers) => {
    const known = layers.filter((layer) => map.getLayer(layer));
    const seen = new Set();
    let sum = 0;
    for (const feature of known.length ? map.queryRenderedFeatures({ layers: known }) : []) {
      const key = String(feature.properties.id);
      if (!seen.has(key)) sum += feature.properties.antal ?? 1;
      seen.add(key);
    }
    return sum;
  };
  return { incidents: count(['celler', 'punkter', 'cirklar']), hotspots: count(['hot-yta']) };
}

function reduced() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function dark() {
  const chosen = document.documentElement.dataset.utseende;
  return chosen === 'morkt' || (chosen !== 'ljust' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** The style document, its addresses made whole as the library's worker needs them. */
async function style() {
  const answer = await fetch(dark() ? '/karta/stil/mork.json' : '/karta/stil/ljus.json', { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`the map's style answered ${answer.status}`);
  const document = await answer.json();
  for (const source of Object.values(document.sources)) {
    source.tiles = source.tiles.map((/** @type {string} */ address) => location.origin + address);
  }
  return document;
}

function canDraw() {
  try {
    return Boolean(document.createElement('canvas').getContext('webgl2'));
  } catch {
    return false;
  }
}

/** @param {number} degrees */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}

/** @param {string | undefined} id @param {number} value */
function fill(id, value) {
  const field = id ? document.getElementById(id) : null;
  if (field instanceof HTMLInputElement) field.value = String(value);
}

customElements.define('samlad-karta', Karta);
