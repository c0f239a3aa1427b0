// The report form on a phone: two taps. Written to the phone's store first, then sent; the receipt is the server's page when it answers,
// else a line that says that the report lies here. Without this script the form goes to the server by itself.
import { bytes, enqueue, keep, setting } from './lada.js';
import { flush, keepSending, onChange, sendInBackground, state } from './ko.js';
import { byId, element, fromShell, moment, say, signedIn } from './ord.js';
import { awaitPosition, chosenPlace, placeName, rememberPlace, samePlace, watchPlace } from './plats.js';
import { chosenInterval, watchTime } from './tid.js';
import { certain, guard } from './vakt.js';
import { paintLists } from './osant.js';
import { paintState, paintWarnings, share } from './lage.js';
import { watchWorker } from './arbetare.js';
import { whoseQueue } from './anvandare.js';
import { clearPhotos, takenPhotos, watchPhotos } from './fotorad.js';

const form = /** @type {HTMLFormElement} */ (byId('rapport'));
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
/** Numbers of the municipality's own, which stay in texts. */
const ownNumbers = say('own').split(' ').filter(Boolean);
const queueing = form.dataset.ko === 'ja';
/** Kinds the guard has taken out of this report's text. @type {Set<string>} */
const taken = new Set();

let jag = signedIn;
/** @type {string | null} */
let mended = null;

start();

async function start() {
  watchText();
  if (!queueing) return;
  form.addEventListener('submit', submit);
  jag = await whoseQueue().catch(() => signedIn);
  paint();
  onChange(paint);
  watchTime(form);
  byId('sparad-igen').addEventListener('click', again);
  watchPlace(jag, same()).catch(() => undefined);
  watchPhotos();
  if (jag) keepSending(jag);
  watchWorker(Boolean(signedIn));
}

function paint() {
  paintState(jag);
  paintWarnings(byId('jsfel'), jag);
  paintLists(jag, mend).catch(() => undefined);
}

// --- Text: the guard while typing, and how much is left ---

function watchText() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  text.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(guardText, 600);
    const left = text.maxLength - text.value.length;
    byId('text-kvar').textContent = left <= 100 ? say('left', left) : '';
  });
}

function guardText() {
  const found = guard(text.value, ownNumbers);
  const told = [];
  const masked = kinds(found.hits, true);
  if (found.text !== text.value) {
    const atEnd = text.selectionStart === text.value.length;
    const before = found.text.length - text.value.length + text.selectionStart;
    text.value = found.text;
    if (!atEnd) text.setSelectionRange(Math.max(0, before), Math.max(0, before));
    masked.forEach((kind) => taken.add(kind));
    told.push(say('guard.masked', names(masked)));
  }
  const doubtful = kinds(found.hits, false);
  if (doubtful.length) told.push(say('guard.doubtful', names(doubtful)), say('guard.help'));
  byId('vakt').textContent = told.join(' ');
}

/** @param {import('./vakt.js').Hit[]} hits @param {boolean} sure */
const kinds = (hits, sure) => [...new Set(hits.filter((h) => certain(h.kind) === sure).map((h) => h.kind))];

/** @param {string[]} found */
const names = (found) => found.map((kind) => say('kind.' + kind)).join(', ');

// --- Sending ---

/** @param {SubmitEvent} event */
async function submit(event) {
  event.preventDefault();
  const press = /** @type {HTMLButtonElement} */ (document.querySelector('.docka button'));
  if (press.disabled) return;
  press.disabled = true;
  try {
    await report();
  } finally {
    press.disabled = false;
  }
}

async function report() {
  guardText();
  if (!jag) return fail([['', say('signedOut')]]);
  if (!chosenPlace(new FormData(form))) await awaitPosition(3000);
  const data = new FormData(form);
  const problems = problemsOf(data);
  if (problems.length) return fail(problems);
  const photos = takenPhotos();
  const room = await share(photos.reduce((sum, photo) => sum + photo.size, 0)).catch(() => 0);
  if (room >= 1 && !mended) return fail([['', say('full')]]);
  const id = crypto.randomUUID();
  const body = JSON.stringify(await bodyOf(data));
  const known = { kategori: categoryName(), plats: placeName(), tid: timeText(data) };
  try {
    await enqueue(jag, id, body, known, photos, mended);
  } catch {
    return sendDirectly(id, body);
  }
  mended = null;
  navigator.storage?.persist?.().catch(() => false);
  await rememberPlace(jag).catch(() => undefined);
  clear();
  const answers = await flush(jag, true);
  if (answers.has(id)) return receipt(id, taken);
  showSaved(await sendInBackground());
}

/** @param {FormData} data @returns {[string, string][]} */
function problemsOf(data) {
  /** @type {[string, string][]} */
  const problems = [];
  if (!data.get('kategori')) problems.push(['kategori', say('problem.category')]);
  if (!chosenPlace(data)) problems.push(['plats', say('problem.place')]);
  if (!chosenInterval(data)) problems.push(['fran', say('problem.time')]);
  return problems;
}

/** The report's body, as PUT /rapportera/{uuid} takes it. @param {FormData} data */
async function bodyOf(data) {
  const interval = /** @type {import('./tid.js').Interval} */ (chosenInterval(data));
  const written = guard(text.value.trim(), ownNumbers).text;
  const organisation = data.get('organisation') || (fromShell ? await setting('organisation:' + jag) : null);
  if (data.get('organisation')) await keep('organisation:' + jag, data.get('organisation'));
  return {
    incidents: [{
      category: data.get('del-' + data.get('kategori')) || data.get('kategori'),
      from: interval.from.toISOString(),
      to: interval.to.toISOString(),
      ...chosenPlace(data),
      indoors: data.has('inomhus'),
      ongoing: data.has('pagar'),
      suspected: data.has('misstankt'),
      ...(data.get('allvar') ? { severity: Number(data.get('allvar')) } : {}),
      ...(written ? { text: written } : {}),
    }],
    ...(organisation ? { organisation } : {}),
  };
}

function categoryName() {
  const finer = form.querySelector('.bricka:has(:checked) + .finare :checked');
  const tile = form.querySelector('input[name="kategori"]:checked');
  return (finer ?? tile)?.closest('label')?.textContent?.trim() ?? '';
}

/** @param {FormData} data */
function timeText(data) {
  const interval = /** @type {import('./tid.js').Interval} */ (chosenInterval(data));
  return interval.from.getTime() === interval.to.getTime() ? moment(interval.from) : moment(interval.from) + '–' + moment(interval.to);
}

/** The phone has no store that works: the report is sent at once or the form stays as it is. @param {string} id @param {string} body */
async function sendDirectly(id, body) {
  const response = await fetch('/rapportera/' + id, {
    method: 'PUT', redirect: 'manual', body,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Samlad': '1', 'X-Samlad-Jag': jag },
  }).catch(() => null);
  if (response?.ok) receipt(id, taken);
  else fail([['', say('noStore')]]);
}

/** @param {string} id @param {Set<string>} masked */
function receipt(id, masked) {
  sessionStorage.setItem('samlad.maskat', JSON.stringify({ id, kinds: [...masked] }));
  const place = samePlace();
  if (place) sessionStorage.setItem('samlad.plats', JSON.stringify(place));
  location.assign('/rapportera/tack/' + id);
}

/** @param {boolean} awake whether the browser sends by itself */
function showSaved(awake) {
  byId('sparad-text').textContent = say(state.inloggning ? 'saved.login' : awake ? 'saved.awake' : 'saved.offline');
  form.hidden = true;
  byId('sparad').hidden = false;
  scrollTo(0, 0);
  byId('sparad').focus();
  /** @type {HTMLElement} */ (document.querySelector('.docka')).hidden = true;
}

function again() {
  byId('sparad').hidden = true;
  form.hidden = false;
  /** @type {HTMLElement} */ (document.querySelector('.docka')).hidden = false;
  scrollTo(0, 0);
  form.querySelector('input[name="kategori"]')?.closest('fieldset')?.querySelector('input')?.focus();
}

/** The form is new again; the place stays. */
function clear() {
  const place = samePlace();
  const area = /** @type {HTMLSelectElement} */ (byId('omrade')).value;
  form.reset();
  if (!place) /** @type {HTMLSelectElement} */ (byId('omrade')).value = area;
  clearPhotos();
  byId('vakt').textContent = '';
  byId('text-kvar').textContent = '';
  document.querySelector('.felsumma')?.remove();
  form.dispatchEvent(new Event('change'));
}

/** All that is wrong, first on the page and in focus. @param {[string, string][]} problems */
function fail(problems) {
  document.querySelector('.felsumma')?.remove();
  const rows = problems.map(([field, sentence]) => element('li', {}, field ? element('a', { href: '#' + field }, sentence) : sentence));
  const summary = element('div', { class: 'felsumma', role: 'alert', tabindex: '-1', 'aria-labelledby': 'felrubrik' },
    element('h2', { id: 'felrubrik' }, say('problem.heading')), element('ul', {}, ...rows));
  byId('jsfel').before(summary);
  const opens = { plats: 'plats-del', fran: 'tid-del' };
  for (const [field] of problems) {
    const part = opens[/** @type {keyof typeof opens} */ (field)];
    if (part) /** @type {HTMLDetailsElement} */ (byId(part)).open = true;
  }
  scrollTo(0, 0);
  summary.focus();
}

// --- Mending what the server would not take, and another one from the same place ---

/** Fills the form with a report the server refused; sent again it is a new one, and the old one goes. @param {import('./lada.js').Queued} item */
async function mend(item) {
  const incident = JSON.parse(new TextDecoder().decode(await bytes(item))).incidents?.[0];
  if (!incident) return;
  again();
  mended = item.id;
  const tile = form.querySelector('input[value="' + CSS.escape(incident.category) + '"]');
  if (tile instanceof HTMLInputElement) {
    tile.checked = true;
    const group = tile.name.startsWith('del-') ? form.querySelector('input[name="kategori"][value="' + CSS.escape(tile.name.slice(4)) + '"]') : null;
    if (group instanceof HTMLInputElement) group.checked = true;
  }
  text.value = incident.text ?? '';
  for (const [box, on] of [['inomhus', incident.indoors], ['pagar', incident.ongoing], ['misstankt', incident.suspected]]) {
    /** @type {HTMLInputElement} */ (form.querySelector('input[name="' + box + '"]')).checked = Boolean(on);
  }
  fail([['', item.svar]]);
}

/** The place of the report before, when the receipt asked for another from there. */
function same() {
  const kept = sessionStorage.getItem('samlad.plats');
  if (location.hash !== '#samma' || !kept) return null;
  return JSON.parse(kept);
}
