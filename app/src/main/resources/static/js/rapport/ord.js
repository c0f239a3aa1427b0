// Words and small parts that the phone's pages share. Texts come with the page, so that they are there without a network.
import { setting } from './lada.js';

const page = /** @type {HTMLElement} */ (document.querySelector('[data-ord]'));
// The kept page is bare: its words are those the last page from the server came with.
const lines = page?.dataset.ord || (await setting('ord').catch(() => null)) || '';
// One word a line, key=sentence: a page's attribute without quotes weighs less.
const words = Object.fromEntries(lines.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

/** @param {string} word @param {...(string | number)} parts */
export function say(word, ...parts) {
  return String(words[word] ?? '').replace(/\{(\d)\}/g, (whole, n) => String(parts[Number(n)] ?? whole));
}

/** Whether the page came from the phone's own store. */
export const fromShell = page?.dataset.skal === 'ja';

/** The user of the page as it came from the server; empty in the stored page. */
export const signedIn = page?.dataset.jag ?? '';

/** @template {HTMLElement} T @param {string} id @returns {T} */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));

/** An element with text and children. @param {string} tag @param {Record<string, string>} attributes @param {...(string | Node)} content */
export function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** A secondary button. @param {string} text @param {(button: HTMLElement) => void} act */
export function button(text, act) {
  const made = element('button', { type: 'button', class: 'knapp knapp--sek' }, text);
  made.addEventListener('click', () => act(made));
  return made;
}

const language = document.documentElement.lang || 'sv';

/** kl. 21.40 @param {Date} at */
export function clockTime(at) {
  const hour = at.getHours();
  const minute = String(at.getMinutes()).padStart(2, '0');
  return language === 'sv' ? 'kl. ' + hour + '.' + minute : hour + ':' + minute;
}

/** lördag 21 november @param {Date} at */
export const longDay = (at) => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** 21 nov. kl. 21.40 @param {Date} at */
export const moment = (at) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(at) + ' ' + clockTime(at);
