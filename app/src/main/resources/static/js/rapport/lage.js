// The state of sending, always in the header, and what else the phone must say about its store.
import { crowd, queued } from './lada.js';
import { state } from './ko.js';
import { byId, element, say } from './ord.js';

export const MOST = 50;
const ALMOST = 40;
const OLD_DAYS = 5;

/** @param {string} jag */
export async function paintState(jag) {
  const chip = byId('lage');
  if (!chip) return;
  const items = jag ? await queued(jag).catch(() => []) : [];
  const wrong = items.filter((item) => item.fel).length;
  const text = stateText(items.length, wrong);
  if (chip.textContent !== text) chip.textContent = text;
  chip.classList.toggle('lage--av', !navigator.onLine || items.length > 0);
  chip.hidden = false;
  if (items.length) chip.dataset.antal = String(items.length);
  else delete chip.dataset.antal;
  chip.setAttribute('href', state.inloggning && items.length ? '/logga-in?till=/rapportera' : items.length ? '#osant' : '#innehall');
  // The number on the app's icon, where there is one.
  const shown = items.length ? navigator.setAppBadge?.(items.length) : navigator.clearAppBadge?.();
  shown?.catch(() => undefined);
}

/** @param {number} count @param {number} wrong */
function stateText(count, wrong) {
  if (state.skickar) return say('sending', state.skickar);
  if (!navigator.onLine) return count ? say('stored', count) : say('offline');
  if (wrong) return say('stuck', wrong);
  if (count && state.inloggning) return say('login', count);
  return count ? say('stored', count) : say('online');
}

/** Warnings about the queue: a right taken back, old reports, little room. @param {HTMLElement} place @param {string} jag */
export async function paintWarnings(place, jag) {
  const items = jag ? await queued(jag).catch(() => []) : [];
  const lines = [];
  const days = items.length ? Math.floor((Date.now() - items[0].skapad) / 86_400_000) : 0;
  if (state.nekad && items.length) lines.push(say('refused'));
  if (days >= OLD_DAYS) lines.push(say('old', days));
  const all = await crowd().catch(() => 0);
  if (all >= ALMOST && all < MOST) lines.push(say('almostFull', all));
  place.replaceChildren(...lines.map((line) => element('p', { class: 'notis notis--varn' }, line)));
}
