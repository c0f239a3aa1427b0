// What lies in the phone, drawn: unsent reports with what can be done about each, and the last twenty sent.
import { bytes, drop, label, note, queued, sent } from './lada.js';
import { changed, flush } from './ko.js';
import { button, clockTime, element, moment, say } from './ord.js';

/**
 * Draws the user's unsent reports; the section hides when there are none.
 * @param {HTMLElement} section @param {string} jag @param {(item: import('./lada.js').Queued) => void} [mend] opens a report for mending
 */
export async function drawUnsent(section, jag, mend) {
  const items = jag ? await queued(jag) : [];
  section.hidden = items.length === 0;
  if (!items.length) return section.replaceChildren();
  const rows = await Promise.all(items.map((item) => unsentRow(item, mend)));
  section.replaceChildren(
    element('h2', { id: section.id + '-rubrik' }, say('queue.title')),
    element('ul', {}, ...rows),
    element('div', { class: 'knappar' },
      button(say('queue.send'), () => sendAll(jag, items)),
      button(say('queue.export'), () => exportCopy(items))));
}

/** @param {import('./lada.js').Queued} item @param {((item: import('./lada.js').Queued) => void)} [mend] */
async function unsentRow(item, mend) {
  const known = await label(item);
  const buttons = element('div', { class: 'knappar' });
  if (item.fel && mend) buttons.append(button(say('queue.mend'), () => mend(item)));
  buttons.append(removeButton(item));
  return element('li', { class: item.fel ? 'fel' : '' },
    element('b', {}, known.kategori),
    element('span', { class: 'liten' }, [known.plats, known.tid].filter(Boolean).join(' · ')),
    element('span', { class: 'mini tyst' }, standing(item)),
    buttons);
}

/** @param {import('./lada.js').Queued} item */
function standing(item) {
  if (item.fel) return say('queue.wrong', item.svar);
  return item.forsok ? say('queue.tried', item.forsok, clockTime(new Date(Math.max(item.nasta, Date.now())))) : say('queue.waiting');
}

/** The first press asks, the second removes. @param {import('./lada.js').Queued} item */
function removeButton(item) {
  let sure = false;
  return button(say('queue.remove'), async (press) => {
    if (!sure) {
      sure = true;
      press.textContent = say('queue.removeSure');
      return;
    }
    await drop(item.id);
    changed();
  });
}

/** Those the server refused stay as they are until they are mended; all others are tried at once. @param {string} jag @param {import('./lada.js').Queued[]} items */
async function sendAll(jag, items) {
  for (const item of items) if (item.fel === 403) await note(item.id, { fel: 0 });
  await flush(jag, true);
}

/** A file with what lies unsent, for handing over by other means. @param {import('./lada.js').Queued[]} items */
async function exportCopy(items) {
  const reports = [];
  for (const item of items) reports.push({ id: item.id, body: JSON.parse(new TextDecoder().decode(await bytes(item))) });
  const address = URL.createObjectURL(new Blob([JSON.stringify(reports, null, 2)], { type: 'application/json' }));
  const link = element('a', { href: address, download: 'samlad-osant.json' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Draws the last twenty sent from this phone. @param {HTMLElement} section @param {string} jag */
export async function drawSent(section, jag) {
  const items = jag ? await sent(jag) : [];
  section.hidden = items.length === 0;
  if (!items.length) return section.replaceChildren();
  const rows = await Promise.all(items.map(async (item) => {
    const known = await label(item);
    return element('li', {},
      element('a', { href: '/rapportera/tack/' + item.id }, known.kategori),
      element('span', { class: 'liten' }, [known.plats, known.tid].filter(Boolean).join(' · ')),
      element('span', { class: 'mini tyst' }, say('sent.received') + ' ' + moment(new Date(item.skickad))));
  }));
  section.replaceChildren(element('h2', { id: section.id + '-rubrik' }, say('sent.title')), element('ul', {}, ...rows));
}
