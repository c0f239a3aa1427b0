// Sends what lies in the queue, the exact bytes under the report's own id, so that sending as often as one likes is one report. Tries
// again by itself where the server may take it later; opens for mending where it never will; drops nothing.
import { acknowledge, bytes, note, queued } from './lada.js';

const LONGEST_WAIT = 300_000;
const FIRST_WAIT = 5_000;
const PATIENCE = 30_000;

/** Everything that may go better later. */
const LATER = new Set([401, 403, 408, 425, 429]);

/** @typedef {{skickar: number, inloggning: boolean, nekad: boolean}} State */
/** @type {State} */
export const state = { skickar: 0, inloggning: false, nekad: false };

const listeners = new Set();

/** @param {() => void} listener called whenever the queue or its sending changes */
export function onChange(listener) {
  listeners.add(listener);
}

export function changed() {
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
    const due = (await queued(jag)).filter((item) => !item.fel && (now || item.nasta <= Date.now()));
    state.skickar = due.length;
    if (due.length) changed();
    try {
      for (const item of due) {
        if (!(await send(item, answers))) break;
        state.skickar--;
      }
    } finally {
      state.skickar = 0;
      changed();
    }
  };
  if (navigator.locks) await navigator.locks.request('samlad-ko', work);
  else await work();
  return answers;
}

/** @param {import('./lada.js').Queued} item @param {Map<string, any>} answers @returns {Promise<boolean>} whether to go on with the next */
async function send(item, answers) {
  let response;
  try {
    response = await fetch('/rapportera/' + item.id, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Samlad': '1', 'X-Samlad-Jag': item.jag },
      body: await bytes(item),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    await wait(item, 0);
    return false;
  }
  const status = response.type === 'opaqueredirect' ? 401 : response.status;
  state.inloggning = status === 401;
  state.nekad = status === 403;
  if (response.ok) {
    const answer = await response.json().catch(() => ({}));
    await acknowledge(item, String(answer.status ?? 'RECEIVED'));
    answers.set(item.id, answer);
    return true;
  }
  if (LATER.has(status) || status >= 500 || status < 400) {
    await wait(item, Number(response.headers.get('Retry-After')) * 1000 || 0);
    return status === 408 || status >= 500;
  }
  await note(item.id, { fel: status, svar: await reason(response) });
  return true;
}

/** Waits twice as long each time, up to five minutes. @param {import('./lada.js').Queued} item @param {number} asked */
async function wait(item, asked) {
  const own = FIRST_WAIT * 2 ** Math.min(item.forsok, 10) * (0.8 + Math.random() * 0.4);
  await note(item.id, { forsok: item.forsok + 1, nasta: Date.now() + Math.min(LONGEST_WAIT, Math.max(own, asked)) });
}

/** @param {Response} response */
async function reason(response) {
  const problem = await response.json().catch(() => ({}));
  const errors = Array.isArray(problem.errors) ? problem.errors.map((/** @type {any} */ e) => e.detail ?? e.sentence ?? e.message).filter(Boolean) : [];
  return errors.length ? errors.join(' ') : String(problem.detail ?? problem.title ?? response.status);
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
