// The state of sending, always in the header, and what else the phone must say about its store.
import { crowd, queued, waitingPhotos } from './lada.js';
import { state } from './ko.js';
import { byId, say } from './ord.js';

const MOST = 50;
const MOST_BYTES = 40 * 1024 * 1024;

/** @param {string} jag */
export async function paintState(jag) {
  const chip = byId('lage');
  if (!chip) return;
  const items = jag ? await queued(jag).catch(() => []) : [];
  const photos = jag ? await waitingPhotos(jag).catch(() => []) : [];
  const wrong = [...items, ...photos].filter((item) => item.fel).length;
  const text = stateText(items.length, photos.length, wrong);
  if (chip.textContent !== text) chip.textContent = text;
  chip.classList.toggle('lage--av', !navigator.onLine || items.length + photos.length > 0);
  chip.hidden = false;
  if (items.length) chip.dataset.antal = String(items.length);
  else delete chip.dataset.antal;
  chip.setAttribute('href', state.inloggning && items.length ? '/logga-in?till=/rapportera' : items.length + photos.length ? '#osant' : '#innehall');
  // The number on the app's icon, where there is one.
  const shown = items.length ? navigator.setAppBadge?.(items.length) : navigator.clearAppBadge?.();
  shown?.catch(() => undefined);
}

/** @param {number} count @param {number} photos @param {number} wrong */
function stateText(count, photos, wrong) {
  if (state.skickar) return say('sending', state.skickar);
  if (!navigator.onLine) return count ? say('stored', count) : say('offline');
  if (wrong) return say('stuck', wrong);
  if (count && state.inloggning) return say('login', count);
  if (count) return say('waiting', count);
  return photos ? say('photos', photos) : say('online');
}

/** How much of the phone's room for unsent reports is used, whoever wrote them: 1 is all of it. @param {number} [more] bytes that are to come */
export async function share(more = 0) {
  const all = await crowd();
  return Math.max(all.antal / MOST, (all.byte + more) / MOST_BYTES);
}
