// Where it happened. The phone's position is asked for only with leave, improves for twenty seconds and never holds anybody up; without it
// there are the last places used, the list of named places that the phone keeps, a search, and the areas.
import { keep, setting } from './lada.js';
import { byId, element, say } from './ord.js';

const GOOD_METERS = 25;
const EXACT_METERS = 50;
const STREET_METERS = 200;
const SEARCH_MS = 20_000;
const RECENT = 8;

/** @typedef {{namn: string, lon: number, lat: number, noggrannhet?: number, sort: string}} Chosen */

/** @type {Chosen | null} */
let chosen = null;
/** @type {Promise<void>} */
let searching = Promise.resolve();
/** @type {{namn: string, lon: number, lat: number}[] | undefined} */
let list;

/** The place in the words of the report's body; null when there is none. @param {FormData} data */
export function chosenPlace(data) {
  if (chosen) {
    const { lon, lat, noggrannhet, sort } = chosen;
    const precision = sort === 'namn' ? 'address' : (noggrannhet ?? 0) <= EXACT_METERS ? 'exact' : (noggrannhet ?? 0) <= STREET_METERS ? 'street' : 'area';
    return { lon, lat, precision, ...(noggrannhet === undefined ? {} : { accuracyMeters: Math.round(noggrannhet) }) };
  }
  const area = data.get('omrade');
  return area ? { area } : null;
}

export const placeName = () => byId('plats-namn').textContent ?? '';

/** Waits for a position that is on its way, at most so long. @param {number} ms */
export const awaitPosition = (ms) => Promise.race([searching, new Promise((resolve) => setTimeout(resolve, ms))]);

/** Remembers a place that was reported from. @param {string} jag */
export async function rememberPlace(jag) {
  if (!chosen) return;
  const { namn, lon, lat } = chosen;
  const earlier = (await recent(jag)).filter((place) => place.namn !== namn);
  if (namn) await keep('senaste:' + jag, [{ namn, lon, lat }, ...earlier].slice(0, RECENT));
}

/** @param {string} jag @returns {Promise<{namn: string, lon: number, lat: number}[]>} */
const recent = async (jag) => (await setting('senaste:' + jag)) ?? [];

/** @param {string} jag @param {Chosen | null} same the place of the report before, when another is reported from it @param {boolean} ask whether the position is wanted */
export async function watchPlace(jag, same, ask = true) {
  const here = byId('plats-har');
  here.hidden = !('geolocation' in navigator);
  here.addEventListener('click', () => {
    findPosition();
    close();
  });
  byId('omrade').addEventListener('change', chooseArea);
  const map = byId('plats-karta');
  map.hidden = false;
  map.addEventListener('click', () => openMap(map).catch(() => (byId('plats-svar').textContent = say('place.noMap'))));
  byId('plats-del').addEventListener('toggle', () => {
    if (/** @type {HTMLDetailsElement} */ (byId('plats-del')).open) offer(jag);
  });
  const search = /** @type {HTMLInputElement} */ (byId('plats'));
  search.removeAttribute('name');
  search.addEventListener('input', () => look(search.value.trim()));
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  if (same) choose(same);
  else if (ask) await begin();
}

/** Takes a place from a draft, or from a report that is mended. @param {Chosen} place */
export const setPlace = (place) => choose({ ...place, sort: place.sort === 'har' ? 'kvar' : place.sort });

/** The place to report from again. @returns {Chosen | null} */
export const samePlace = () => chosen;

/** Begins from the position where leave is given already; else says how to. */
async function begin() {
  if (!('geolocation' in navigator)) return;
  const leave = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null);
  if (chosen) return;
  if (leave?.state === 'granted') findPosition();
  else if (leave?.state === 'denied') refused();
  else {
    show('', say('place.ask'));
    byId('plats-namn').textContent = say('place.none');
  }
}

function findPosition() {
  clearOthers();
  chosen = null;
  show(say('place.none'), say('place.searching'));
  searching = new Promise((resolve) => {
    /** @type {GeolocationPosition | undefined} */
    let best;
    const done = () => {
      navigator.geolocation.clearWatch(watch);
      resolve();
      if (best) name(best.coords);
    };
    const timer = setTimeout(() => {
      if (!best) refused();
      done();
    }, SEARCH_MS);
    const watch = navigator.geolocation.watchPosition(
      (position) => {
        if (chosen && chosen.sort !== 'har') return done();
        if (!best || position.coords.accuracy < best.coords.accuracy) {
          best = position;
          use(position.coords);
        }
        resolve();
        if (best.coords.accuracy <= GOOD_METERS) {
          clearTimeout(timer);
          done();
        }
      },
      () => {
        clearTimeout(timer);
        if (!best) refused();
        done();
      },
      { enableHighAccuracy: true, maximumAge: 15_000, timeout: SEARCH_MS });
  });
}

/** @param {GeolocationCoordinates} at */
function use(at) {
  chosen = { namn: '', lon: at.longitude, lat: at.latitude, noggrannhet: at.accuracy, sort: 'har' };
  show(say('place.none'), accuracy(at.accuracy));
}

/** @param {number} meters */
const accuracy = (meters) => say(meters > EXACT_METERS ? 'place.coarse' : 'place.accuracy', Math.max(1, Math.round(meters)));

/** Asks what the place is called; without a network it keeps its accuracy for a name. @param {{longitude: number, latitude: number, accuracy?: number}} at */
async function name(at) {
  const asked = chosen;
  const answer = await fetch('/rapportera/platser/narmast?lon=' + at.longitude.toFixed(5) + '&lat=' + at.latitude.toFixed(5), { headers: { Accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  if (!asked || chosen !== asked || !answer) return;
  asked.namn = answer.namn;
  const below = at.accuracy === undefined ? say('place.chosen') : accuracy(at.accuracy);
  show(answer.namn || say('place.none'), answer.inom ? below : say('place.outside'));
}

function refused() {
  if (chosen) return;
  show('', say('place.refused'));
  byId('plats-namn').textContent = byId('plats-namn').textContent || say('place.none');
}

/** Shows the place in its row, and tells the form. @param {string} title @param {string} below */
function show(title, below) {
  byId('rapport').dispatchEvent(new Event('change'));
  if (title) byId('plats-namn').textContent = title;
  byId('plats-lage').textContent = below;
}

/** @param {Chosen} place */
function choose(place) {
  clearOthers();
  chosen = place;
  show(place.namn || say('place.none'), place.sort === 'har' && place.noggrannhet !== undefined ? accuracy(place.noggrannhet) : say('place.chosen'));
  close();
}

function chooseArea() {
  const select = /** @type {HTMLSelectElement} */ (byId('omrade'));
  if (!select.value) return;
  chosen = null;
  show(select.selectedOptions[0].text, say('place.chosen'));
}

function clearOthers() {
  /** @type {HTMLSelectElement} */ (byId('omrade')).value = '';
  /** @type {HTMLInputElement} */ (byId('plats')).value = '';
  byId('plats-traffar').replaceChildren();
  byId('plats-svar').textContent = '';
}

function close() {
  const part = /** @type {HTMLDetailsElement} */ (byId('plats-del'));
  if (!part.open) return;
  part.open = false;
  part.querySelector('summary')?.focus();
}

/** The last places, and the list from the phone's store or the server. @param {string} jag */
async function offer(jag) {
  const places = await recent(jag);
  byId('plats-senaste').hidden = places.length === 0;
  byId('plats-senaste').querySelector('ul')?.replaceChildren(...places.map(row));
  await load();
}

async function load() {
  list ??= await fetch('/rapportera/platser', { headers: { Accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : null))
    .then((answer) => answer?.platser)
    .catch(() => undefined);
}

/** @param {{namn: string, lon: number, lat: number}} place */
function row(place) {
  const item = document.createElement('li');
  const press = element('button', { type: 'button' }, place.namn);
  press.addEventListener('click', () => choose({ ...place, sort: 'namn' }));
  item.append(press);
  return item;
}

/** The map, its style and its own script come when they are asked for. @param {HTMLElement} press */
async function openMap(press) {
  const { pickOnMap } = await import(press.dataset.modul ?? '');
  await pickOnMap(byId('plats-kartyta'), press.dataset.stil, chosen, (/** @type {number} */ lon, /** @type {number} */ lat) => {
    choose({ namn: '', lon, lat, sort: 'karta' });
    name({ longitude: lon, latitude: lat });
  });
  press.hidden = true;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** Looks in the phone's list at once, and asks the server for addresses after a pause. @param {string} text */
function look(text) {
  clearTimeout(pause);
  if (text.length < 2) return offerHits([]);
  const wanted = text.toLowerCase();
  const near = (list ?? []).filter((place) => place.namn.toLowerCase().includes(wanted));
  near.sort((a, b) => Number(b.namn.toLowerCase().startsWith(wanted)) - Number(a.namn.toLowerCase().startsWith(wanted)) || a.namn.length - b.namn.length);
  if (near.length) offerHits(near.slice(0, RECENT), text);
  pause = setTimeout(async () => {
    const answer = await fetch('/rapportera/platser?sok=' + encodeURIComponent(text), { headers: { Accept: 'application/json' } })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    if (/** @type {HTMLInputElement} */ (byId('plats')).value.trim() !== text) return;
    if (answer) offerHits(answer.platser, text);
    else if (!near.length) byId('plats-svar').textContent = say(list ? 'place.noHits' : 'place.noList');
  }, 250);
}

/** @param {{namn: string, lon: number, lat: number}[]} places @param {string} [text] */
function offerHits(places, text) {
  const hits = element('ul', {}, ...places.map(row));
  byId('plats-traffar').replaceChildren(hits);
  byId('plats-svar').textContent = text === undefined ? '' : places.length ? say('place.hits', places.length) : say('place.noHits');
}
