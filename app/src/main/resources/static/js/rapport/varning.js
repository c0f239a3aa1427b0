// What the phone must say about its store besides the state in the header.
import { queued, waitingPhotos } from './lada.js';
import { element, say } from './ord.js';

const ALMOST = 0.8;
const OLD_DAYS = 5;

/** Warnings about the queue: a right taken back, old reports, little room. @param {HTMLElement} place @param {string} jag @param {Pick<import('./rapport.js').Tools, 'state' | 'share'>} tools */
export async function paintWarnings(place, jag, { state, share }) {
  const items = jag ? await queued(jag).catch(() => []) : [];
  const photos = jag ? await waitingPhotos(jag).catch(() => []) : [];
  const lines = [];
  const oldest = Math.min(...[...items, ...photos].map((item) => item.skapad));
  const days = Math.floor((Date.now() - oldest) / 86_400_000);
  if (state.nekad && items.length) lines.push(say('refused'));
  if (days >= OLD_DAYS) lines.push(say('old', days));
  const used = await share().catch(() => 0);
  if (used >= ALMOST && used < 1) lines.push(say('almostFull', Math.floor(used * 100)));
  place.replaceChildren(...lines.map((line) => element('p', { class: 'notis notis--varn' }, line)));
}
