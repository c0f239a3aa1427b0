// The report form on a phone: two taps. Written to the phone's store first, then sent; the receipt is the server's page when it answers,
// else a line that says that the report lies here. Without this script the form goes to the server by itself.
import { enqueue, keep, queued, setting, waitingPhotos } from './lada.js';
import { changed, flush, keepSending, onChange, sendInBackground, state } from './ko.js';
import { byId, element, fromShell, moment, say, signedIn } from './ord.js';
import { awaitPosition, chosenPlace, placeName, rememberPlace, samePlace, setPlace, watchPlace } from './plats.js';
import { chosenInterval, watchTime } from './tid.js';
import { paintState, share } from './lage.js';
import { watchWorker } from './arbetare.js';
import { whoseQueue } from './anvandare.js';

/** What the rest of the form is given of this one. @typedef {{chosenPlace: typeof chosenPlace, chosenInterval: typeof chosenInterval, samePlace: typeof samePlace, setPlace: typeof setPlace, current: typeof current, clear: typeof clear, fail: typeof fail, queue: import('./utkast.js').Queue, state: typeof state, share: typeof share}} Tools */

const form = /** @type {HTMLFormElement} */ (byId('rapport'));
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const queueing = form.dataset.ko === 'ja';

let jag = signedIn;
/** @type {string | null} */
let mended = null;

start();

async function start() {
  if (!queueing) return watchCorrection();
  form.addEventListener('submit', submit);
  jag = await whoseQueue().catch(() => signedIn);
  paint();
  onChange(paint);
  watchTime(form);
  byId('sparad-igen').addEventListener('click', again);
  if (jag) await keepOrder().catch(() => undefined);
  watchPlace(jag, same()).catch(() => undefined);
  if (byId('foto') || (await setting('forslag:' + jag).catch(() => null))) await more();
  for (const touch of ['input', 'pointerdown', 'focusin']) form.addEventListener(touch, more, { once: true });
  if (jag) keepSending(jag);
  watchWorker(Boolean(signedIn));
}

/** The kept page gets its words and the order of its tiles from the last page that came from the server. */
async function keepOrder() {
  if (fromShell) return (await more())?.orderTiles(jag);
  await keep('ord', byId('innehall').dataset.ord);
  await keep('brickor:' + jag, [...form.querySelectorAll('input[name="kategori"]')].map((tile) => /** @type {HTMLInputElement} */ (tile).value));
}

function paint() {
  paintState(jag);
  paintLists().catch(() => undefined);
}

/** The lists of what lies in the phone come with the rest of the form, when something lies there. */
async function paintLists() {
  const waits = fromShell || (jag && (await queued(jag)).length + (await waitingPhotos(jag)).length);
  const part = rest || waits ? await more() : null;
  await part?.paintLists();
}

/** @type {ReturnType<typeof import('./mer.js').begin> | undefined} */
let rest;

/** The rest of the form, fetched once; null when it neither lies in the phone nor can be fetched, and then the form does without. */
function more() {
  rest ??= import(new URL(form.dataset.mer ?? '', location.href).href)
    .then((module) => module.begin(form, jag, { chosenPlace, chosenInterval, samePlace, setPlace, current, clear, fail, queue: { flush, changed, mend }, state, share }));
  return rest.catch(() => {
    rest = undefined;
    return null;
  });
}

/** A correction goes to the server as it is; a place chosen with the script goes along in the form's own fields. */
function watchCorrection() {
  text.addEventListener('focus', more, { once: true });
  watchPlace(signedIn, null, false).catch(() => undefined);
  form.addEventListener('submit', () => {
    const place = samePlace();
    if (!place) return;
    for (const [name, value] of Object.entries({ lon: place.lon, lat: place.lat, noggrannhet: place.noggrannhet ?? '' })) {
      const part = form.elements.namedItem(name);
      if (part instanceof HTMLInputElement) part.value = String(value);
    }
  });
}

// --- Sending ---

/** @param {SubmitEvent} event */
async function submit(event) {
  event.preventDefault();
  const press = /** @type {HTMLButtonElement} */ (document.querySelector('.docka button'));
  if (press.disabled) return;
  press.disabled = true;
  try {
    await (event.submitter?.getAttribute('value') === 'till' ? oneMore() : report());
  } finally {
    press.disabled = false;
  }
}

/** The form's own incident when it is whole; null when something is wrong, which is told. @returns {Promise<import('./tillagt.js').Added | null>} */
async function current() {
  if (!chosenPlace(new FormData(form))) await awaitPosition(3000);
  const data = new FormData(form);
  const problems = problemsOf(data);
  if (problems.length) fail(problems);
  const written = (await rest)?.guard(text.value.trim()).text ?? '';
  return problems.length ? null : { incident: incidentOf(data, written), etikett: { kategori: categoryName(), plats: placeName(), tid: timeText(data) } };
}

async function oneMore() {
  const part = await more();
  part?.guardText();
  if (part) await part.oneMore();
  else fail([['', say('noMore')]]);
}

async function report() {
  if (!jag) return fail([['', say('signedOut')]]);
  const part = rest || text.value.trim() ? await more() : null;
  if (!part && text.value.trim()) return fail([['text', say('noGuard')]]);
  part?.guardText();
  const taken = part?.taken ?? new Set();
  const added = part?.added() ?? [];
  const blank = added.length > 0 && !new FormData(form).get('kategori') && !text.value.trim();
  const one = blank ? null : await current();
  if (!one && !blank) return;
  const all = [...added, ...(one ? [one] : [])];
  const photos = part?.photos() ?? [];
  const room = await share(photos.reduce((sum, photo) => sum + photo.size, 0)).catch(() => 0);
  if (room >= 1 && !mended) return fail([['', say('full')]]);
  const id = crypto.randomUUID();
  const body = JSON.stringify({ incidents: all.map((each) => each.incident), ...(await forWhom()) });
  const known = part ? part.labelOf(all.map((each) => each.etikett)) : all[0].etikett;
  try {
    await enqueue(jag, id, body, known, photos, mended);
  } catch {
    // The phone has no store that works: the report is sent at once or the form stays as it is.
    return (await (await more())?.sendDirectly(id, body)) ? receipt(id, taken) : fail([['', say('noStore')]]);
  }
  mended = null;
  navigator.storage?.persist?.().catch(() => false);
  await rememberPlace(jag).catch(() => undefined);
  clear();
  await part?.sent();
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

/** The organisation the report is for, when there is one to choose. */
async function forWhom() {
  const said = new FormData(form).get('organisation');
  const organisation = said || (fromShell ? await setting('organisation:' + jag) : null);
  if (said) await keep('organisation:' + jag, said);
  return organisation ? { organisation } : {};
}

/** An incident of the body that PUT /rapportera/{uuid} takes. @param {FormData} data @param {string} written the text, masked */
function incidentOf(data, written) {
  const interval = /** @type {import('./tid.js').Interval} */ (chosenInterval(data));
  const category = String(data.get('del-' + data.get('kategori')) ?? data.get('kategori'));
  const answers = answersOf(data, [String(data.get('kategori')), category]);
  return {
    category,
    from: interval.from.toISOString(),
    to: interval.to.toISOString(),
    ...chosenPlace(data),
    indoors: data.has('inomhus'),
    ongoing: data.has('pagar'),
    suspected: data.has('misstankt'),
    ...(data.get('allvar') ? { severity: Number(data.get('allvar')) } : {}),
    ...(Object.keys(answers).length ? { answers } : {}),
    ...(data.get('samma') ? { witnessOf: data.get('samma') } : {}),
    ...(written ? { text: written } : {}),
  };
}

/** Answers to the questions of these categories; those of other tiles do not count. @param {FormData} data @param {string[]} categories */
function answersOf(data, categories) {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const [name, value] of data) {
    const [asks, category, question] = name.split('-');
    if (asks === 'svar' && categories.includes(category) && typeof value === 'string') answers[question] = value;
  }
  return answers;
}

function categoryName() {
  const tile = form.querySelector('input[name="kategori"]:checked');
  const finer = form.querySelector('input[name="del-' + CSS.escape(tile instanceof HTMLInputElement ? tile.value : '') + '"]:checked');
  return (finer ?? tile)?.closest('label')?.textContent?.trim() ?? '';
}

/** @param {FormData} data */
function timeText(data) {
  const interval = /** @type {import('./tid.js').Interval} */ (chosenInterval(data));
  return interval.from.getTime() === interval.to.getTime() ? moment(interval.from) : moment(interval.from) + '–' + moment(interval.to);
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
  /** @type {HTMLElement | null} */ (form.querySelector('#brickor input'))?.focus();
}

/** The form is new again; the place stays. */
function clear() {
  const place = samePlace();
  const area = /** @type {HTMLSelectElement} */ (byId('omrade')).value;
  form.reset();
  if (!place) /** @type {HTMLSelectElement} */ (byId('omrade')).value = area;
  rest?.then((part) => part.clearPhotos()).catch(() => undefined);
  byId('vakt').replaceChildren();
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

/** Opens a report the server refused; sent again it is a new one, and the old one goes. @param {import('./lada.js').Queued} item */
async function mend(item) {
  const part = await more();
  if (!part) return fail([['', say('noMore')]]);
  again();
  mended = item.id;
  await part.mend(item);
}

/** The place of the report before, when the receipt asked for another from there. */
function same() {
  const kept = sessionStorage.getItem('samlad.plats');
  if (location.hash !== '#samma' || !kept) return null;
  return JSON.parse(kept);
}
