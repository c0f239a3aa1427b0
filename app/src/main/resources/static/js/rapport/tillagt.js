// Several incidents in one report: those added before the one in the form, each with a line and a way out.
import { byId, element, say } from './ord.js';

export const MOST_ADDED = 19;

/** @typedef {{incident: any, etikett: import('./lada.js').Label}} Added */

/** @type {Added[]} */
let added = [];
let touched = () => {};

/** What the report holds already. */
export const addedIncidents = () => added;

/** @param {() => void} act what to do when somebody takes one away */
export const onTakenAway = (act) => (touched = act);

/** @param {Added[]} all */
export function setAdded(all) {
  added = all;
  const section = byId('tillagda');
  section.hidden = added.length === 0;
  section.querySelector('ul')?.replaceChildren(...added.map(line));
  const more = document.querySelector('button[value="till"]');
  if (more instanceof HTMLElement) more.hidden = added.length >= MOST_ADDED;
}

/** @param {Added} one @param {number} at */
function line(one, at) {
  const { kategori, plats, tid } = one.etikett;
  const press = element('button', { type: 'button' }, say('queue.remove'), element('span', { class: 'dold' }, ' ' + kategori));
  press.addEventListener('click', () => {
    setAdded(added.filter((other, i) => i !== at));
    touched();
    firstTile().focus();
  });
  return element('li', {}, element('span', {}, element('b', {}, kategori), ' ', element('span', {}, [plats, tid].filter(Boolean).join(', '))), press);
}

/** Where the next incident begins. */
export const firstTile = () => /** @type {HTMLInputElement} */ (document.querySelector('#brickor input'));

/** What a category is called on this page. @param {string} code */
export const nameOf = (code) => document.querySelector('#brickor input[value="' + CSS.escape(code) + '"]')?.closest('label')?.textContent?.trim() || code;

/** What a person knows a report of several by. @param {import('./lada.js').Label[]} labels */
export function labelOf(labels) {
  const [first, ...rest] = labels;
  return rest.length ? { ...first, kategori: say('more', first.kategori, rest.length) } : first;
}
