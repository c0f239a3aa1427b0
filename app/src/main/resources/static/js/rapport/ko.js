// Sends what lies in the queue, the exact bytes under the report's own id, so that sending as often as one likes is one report; photos come
// after, each under an id of its own. Tries again by itself where the server may take it later; opens for mending where it never will;
// drops nothing. Runs in the page, and in the service worker where the browser wakes it.
import { acknowledge, bytes, drop, note, queued, waitingPhotos } from './lada.js';

const LONGEST_WAIT = 300_000;
const FIRST_WAIT = 5_000;
const PATIENCE = 30_000;
const PHOTO_PATIENCE = 120_000;

/** Everything that may go better later. */
const LATER = new Set([401, 403, 408, 425, 429]);

/** @typedef {{skickar: number, inloggning: boolean, nekad: boolean}} State */
/** @type {State} */
export const state = { skickar: 0, inloggning: false, nekad: false };

const listeners = new Set();
const others = globalThis.BroadcastChannel ? new BroadcastChannel('samlad-ko') : null;
if (others) others.onmessage = () => tell();

/** @param {() => void} listener called whenever the queue or its sending changes, here or in another tab */
export function onChange(listener) {
  listeners.add(listener);
}

export function changed() {
  others?.postMessage('');
  tell();
}

function tell() {
  for (const listener of listeners) listener();
}

/**
 * Sends the user's queue in order; one tab at a time.
 * @param {string} jag @param {boolean} [now] whether waiting times are passed over
 * @returns {Promise<Map<string, any>>} the answers to those that were acknowledged, by id
 */
export async function flush(jag, now = false) {
  const answers = new Map();
  const work = async () => {
    try {
      const reports = (await queued(jag)).filter(due(now));
      if (await inOrder(reports, (item) => sendReport(item, answers))) await sendPhotos(jag, now);
    } finally {
      state.skickar = 0;
      changed();
    }
  };
  if (navigator.locks) await navigator.locks.request('samlad-ko', work);
  else await work();
  return answers;
}

/** A clock that has been set back since must not keep anything waiting. @param {boolean} now @returns {(item: import('./lada.js').Waiting) => boolean} */
const due = (now) => (item) => !item.fel && (now || item.nasta <= Date.now() || item.nasta > Date.now() + LONGEST_WAIT);

/** @template T @param {T[]} items @param {(item: T) => Promise<boolean>} send @returns {Promise<boolean>} whether to go on after these */
async function inOrder(items, send) {
  state.skickar = items.length;
  if (items.length) changed();
  for (const item of items) {
    if (!(await send(item))) return false;
    state.skickar--;
  }
  return true;
}

/** A photo waits until its report has been received. @param {string} jag @param {boolean} now */
async function sendPhotos(jag, now) {
  const waiting = new Set((await queued(jag)).map((item) => item.id));
  const photos = (await waitingPhotos(jag)).filter((photo) => !waiting.has(photo.rapport)).filter(due(now));
  await inOrder(photos, (photo) => deliver(photo, '/rapportera/' + photo.rapport + '/foton/' + photo.id, 'image/jpeg', PHOTO_PATIENCE, () => drop(photo)));
}

/** @param {import('./lada.js').Queued} item @param {Map<string, any>} answers */
function sendReport(item, answers) {
  return deliver(item, '/rapportera/' + item.id, 'application/json', PATIENCE, async (answer) => {
    await acknowledge(item, String(answer.status ?? 'RECEIVED'));
    answers.set(item.id, answer);
  });
}

/**
 * @param {import('./lada.js').Queued | import('./lada.js').Photo} item @param {string} address @param {string} type @param {number} patience
 * @param {(answer: any) => Promise<void>} received @returns {Promise<boolean>} whether to go on with the next
 */
async function deliver(item, address, type, patience, received) {
  let response;
  try {
    response = await fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': type, Accept: 'application/json', 'X-Samlad': '1', 'X-Samlad-Jag': item.jag },
      body: await bytes(item),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    await wait(item, 0);
    return false;
  }
  const status = response.type === 'opaqueredirect' ? 401 : response.status;
  state.inloggning = status === 401;
  state.nekad = status === 403;
  if (response.ok) {
    // Only the server itself knows the id: any other answer of 200 comes from something on the way, and the report stays.
    const answer = await response.json().catch(() => null);
    if (answer?.id !== item.id) {
      await wait(item, 0);
      return false;
    }
    await received(answer);
    return true;
  }
  const early = status === 404 && 'rapport' in item;
  if (early || LATER.has(status) || status >= 500 || status < 400) {
    await wait(item, Number(response.headers.get('Retry-After')) * 1000 || 0);
    return early || status === 408 || status >= 500;
  }
  await note(item, { fel: status, svar: await reason(response) });
  return true;
}

/** Waits twice as long each time, up to five minutes. @param {import('./lada.js').Waiting} item @param {number} asked */
async function wait(item, asked) {
  const own = FIRST_WAIT * 2 ** Math.min(item.forsok, 10) * (0.8 + Math.random() * 0.4);
  await note(item, { forsok: item.forsok + 1, nasta: Date.now() + Math.min(LONGEST_WAIT, Math.max(own, asked)) });
}

/** @param {Response} response */
async function reason(response) {
  const problem = await response.json().catch(() => ({}));
  const errors = Array.isArray(problem.errors) ? problem.errors.map((/** @type {any} */ e) => e.detail ?? e.sentence ?? e.message).filter(Boolean) : [];
  return errors.length ? errors.join(' ') : String(problem.detail ?? problem.title ?? response.status);
}

/** Asks the browser to wake the worker when there is a network, where a browser does that. @returns {Promise<boolean>} whether it will */
export async function sendInBackground() {
  try {
    const registration = /** @type {any} */ (await navigator.serviceWorker?.getRegistration());
    await registration.sync.register('samlad-ko');
    return true;
  } catch {
    return false;
  }
}

/** Sends at once and then whenever there is reason to believe it works: network back, page looked at, each half minute. @param {string} jag */
export function keepSending(jag) {
  const quietly = (/** @type {boolean} */ now) => flush(jag, now).catch(() => undefined);
  addEventListener('online', () => quietly(true));
  addEventListener('offline', changed);
  addEventListener('pageshow', () => quietly(false));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) quietly(false);
  });
  setInterval(() => {
    if (!document.hidden) quietly(false);
  }, 30_000);
  quietly(true);
}
