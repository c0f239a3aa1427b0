// The form's lists of what lies in the phone. What draws them comes when there is something to draw, so that the first visit stays small.
import { queued, waitingPhotos } from './lada.js';
import { changed, flush } from './ko.js';
import { byId, fromShell } from './ord.js';

/** @param {string} jag @param {(item: import('./lada.js').Queued) => void} mend */
export async function paintLists(jag, mend) {
  const section = byId('osant');
  const waits = jag ? (await queued(jag)).length + (await waitingPhotos(jag)).length : 0;
  section.hidden = waits === 0;
  if (!waits && !fromShell) return;
  const lists = await import(new URL(section.dataset.modul ?? '', location.href).href);
  await lists.drawUnsent(section, jag, { flush, changed, mend });
  if (fromShell) await lists.drawSent(byId('skickat'), jag);
}
