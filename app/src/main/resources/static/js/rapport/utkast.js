// What lies in the phone, drawn: unsent reports and photos with what can be done about each, and the last twenty sent.
import { bytes, drop, label, note, queued, sent, waitingPhotos } from './lada.js';
import { button, clockTime, element, moment, say } from './ord.js';

/**
 * What the lists ask of the queue; mend opens a report for mending, where there is a form.
 * @typedef {{flush: (jag: string, now: boolean) => Promise<unknown>, changed: () => void, mend?: (item: import('./lada.js').Queued) => void}} Queue
 */

/** Draws the user's unsent reports; the section hides when there are none. @param {HTMLElement} section @param {string} jag @param {Queue} queue */
export async function drawUnsent(section, jag, queue) {
  const items = jag ? await queued(jag) : [];
  const photos = jag ? await waitingPhotos(jag) : [];
  section.hidden = items.length + photos.length === 0;
  if (section.hidden) return section.replaceChildren();
  const rows = await Promise.all([...items, ...photos].map((item) => unsentRow(item, queue)));
  section.replaceChildren(
    element('h2', { id: section.id + '-rubrik' }, say('queue.title')),
    element('ul', {}, ...rows),
    element('div', { class: 'knappar' },
      button(say('queue.send'), () => sendAll(jag, [...items, ...photos], queue)),
      ...(items.length ? [button(say('queue.export'), () => exportCopy(items))] : [])),
    ...(items.length ? [element('p', { class: 'mini tyst' }, say('queue.copy'))] : []));
}

/** @param {import('./lada.js').Queued | import('./lada.js').Photo} item @param {Queue} queue */
async function unsentRow(item, queue) {
  const { mend } = queue;
  const known = await label(item);
  const buttons = element('div', { class: 'knappar' });
  if (item.fel && mend && 'kropp' in item) buttons.append(button(say('queue.mend'), () => mend(item)));
  buttons.append(removeButton(item, queue));
  return element('li', { class: item.fel ? 'fel' : '' },
    element('b', {}, 'kropp' in item ? known.kategori : say('queue.photo', known.kategori)),
    element('span', { class: 'liten' }, [known.plats, known.tid].filter(Boolean).join(' · ')),
    element('span', { class: 'mini tyst' }, standing(item)),
    buttons);
}

/** @param {import('./lada.js').Waiting} item */
function standing(item) {
  if (item.fel) return say('kropp' in item ? 'queue.wrong' : 'queue.notTaken', item.svar);
  return item.forsok ? say('queue.tried', item.forsok, clockTime(new Date(Math.max(item.nasta, Date.now())))) : say('queue.waiting');
}

/** The first press asks, the second removes. @param {import('./lada.js').Queued | import('./lada.js').Photo} item @param {Queue} queue */
function removeButton(item, queue) {
  let sure = false;
  return button(say('queue.remove'), async (press) => {
    if (!sure) {
      sure = true;
      press.textContent = say('queue.removeSure');
      return;
    }
    await drop(item);
    queue.changed();
  });
}

/** Those the server refused stay as they are until they are mended; all others are tried at once. @param {string} jag @param {import('./lada.js').Waiting[]} items @param {Queue} queue */
async function sendAll(jag, items, queue) {
  for (const item of items) if (item.fel === 403) await note(item, { fel: 0 });
  await queue.flush(jag, true);
}

/** A file with the reports that lie unsent, byte for byte, which the coordinator can take in. @param {import('./lada.js').Queued[]} items */
async function exportCopy(items) {
  const reports = [];
  for (const item of items) reports.push({ id: item.id, body: new TextDecoder().decode(await bytes(item)) });
  const address = URL.createObjectURL(new Blob([JSON.stringify({ format: 'samlad-ko-1', reports }, null, 2)], { type: 'application/json' }));
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
      element('span', { class: 'mini tyst' }, say('sent.received') + ' ' + moment(new Date(known.skickad ?? item.skickad ?? 0))));
  }));
  section.replaceChildren(element('h2', { id: section.id + '-rubrik' }, say('sent.title')), element('ul', {}, ...rows));
}
