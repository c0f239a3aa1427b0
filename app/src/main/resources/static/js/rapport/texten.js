// The text: the guard while somebody types, how much room is left, and the right way when it seems to be about a person.
import { byId, element, say } from './ord.js';
import { certain, guard } from './vakt.js';

/** Kinds the guard has taken out of this report's text. @type {Set<string>} */
export const taken = new Set();

/** Numbers of the municipality's own, which stay in texts. */
const ownNumbers = say('own').split(' ').filter(Boolean);

/** The guard with the municipality's exceptions. @param {string} words */
export const guarded = (words) => guard(words, ownNumbers);

export function watchText() {
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  text.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(guardText, 600);
    const left = text.maxLength - text.value.length;
    byId('text-kvar').textContent = left <= 100 ? say('left', left) : '';
  });
}

/** Masks what is certain, tells of what is doubtful. */
export function guardText() {
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
  const found = guarded(text.value);
  const told = [];
  const masked = kinds(found.hits, true);
  if (found.text !== text.value) {
    const atEnd = text.selectionStart === text.value.length;
    const before = found.text.length - text.value.length + text.selectionStart;
    text.value = found.text;
    if (!atEnd) text.setSelectionRange(Math.max(0, before), Math.max(0, before));
    masked.forEach((kind) => taken.add(kind));
    told.push(say('guard.masked', names(masked)));
  }
  const doubtful = kinds(found.hits, false);
  if (doubtful.length) told.push(say('guard.doubtful', names(doubtful)), say('guard.help'));
  tell(told);
}

/** @param {string[]} told */
function tell(told) {
  const ways = document.querySelector('#ratt-vag ul');
  byId('vakt').replaceChildren(...(told.length ? [element('span', {}, told.join(' '))] : []),
    ...(told.length && ways ? [element('b', {}, say('person')), ways.cloneNode(true)] : []));
}

/** @param {import('./vakt.js').Hit[]} hits @param {boolean} sure */
const kinds = (hits, sure) => [...new Set(hits.filter((h) => certain(h.kind) === sure).map((h) => h.kind))];

/** @param {string[]} found */
const names = (found) => found.map((kind) => say('kind.' + kind)).join(', ');
