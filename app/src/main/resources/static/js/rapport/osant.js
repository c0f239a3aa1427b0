// The form's lists of what lies in the phone.
import { changed, flush } from './ko.js';
import { byId, fromShell } from './ord.js';
import { drawSent, drawUnsent } from './utkast.js';

/** @param {string} jag @param {(item: import('./lada.js').Queued) => void} mend */
export async function paintLists(jag, mend) {
  await drawUnsent(byId('osant'), jag, { flush, changed, mend });
  if (fromShell) await drawSent(byId('skickat'), jag);
}
