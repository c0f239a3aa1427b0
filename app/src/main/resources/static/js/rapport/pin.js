// A user's key behind a PIN: kept wrapped twice, by what is reckoned from the PIN and by what the server gives after a login, and there
// unwrapped only while its user has the phone. Six digits stop a colleague, not somebody who copies the browser's files and has time.
import { readOne, seal, transaction, unseal } from './lada.js';

const ROUNDS = 600_000;

/** @typedef {{iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer}} Wrapped */
/** @typedef {{namn: string, salt: Uint8Array<ArrayBuffer>, pin: Wrapped, server: Wrapped, fel: number, sparr: number}} Kept */

const MOST_WRONG = 5;
const PAUSE = 300_000;

/** Who has a PIN on this phone. @returns {Promise<{jag: string, namn: string}[]>} */
export async function pinUsers() {
  const names = await transaction(['nycklar'], 'readonly', (t) => t.objectStore('nycklar').getAllKeys());
  const users = names.map(String).filter((name) => name.startsWith('pin:')).map((name) => name.slice(4));
  return Promise.all(users.map(async (jag) => ({ jag, namn: (await readOne('nycklar', 'pin:' + jag)).namn })));
}

/** @param {string} jag @returns {Promise<Kept | undefined>} */
const keptOf = (jag) => readOne('nycklar', 'pin:' + jag);

/** @param {string} pin @param {Uint8Array<ArrayBuffer>} salt */
async function fromPin(pin, salt) {
  const digits = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, digits, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

/** @param {string} opener what the server gave, base64 */
const fromServer = (opener) =>
  crypto.subtle.importKey('raw', Uint8Array.from(atob(opener), (c) => c.charCodeAt(0)), 'AES-GCM', false, ['wrapKey', 'unwrapKey']);

/** @param {CryptoKey} key @param {CryptoKey} by @returns {Promise<Wrapped>} */
async function wrap(key, by) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.wrapKey('raw', key, by, { name: 'AES-GCM', iv }) };
}

/** @param {Wrapped} wrapped @param {CryptoKey} by */
const unwrap = (wrapped, by) =>
  crypto.subtle.unwrapKey('raw', wrapped.data, by, { name: 'AES-GCM', iv: wrapped.iv }, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/**
 * Puts the user's key behind a PIN: all that lies in the phone of hers is sealed anew under a key that can be wrapped.
 * @param {string} jag @param {string} namn @param {string} pin @param {string} opener
 */
export async function putBehindPin(jag, namn, pin, opener) {
  await navigator.locks.request('samlad-ko', async () => {
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const kept = { namn, salt, pin: await wrap(made, await fromPin(pin, salt)), server: await wrap(made, await fromServer(opener)), fel: 0, sparr: 0 };
    const held = await unwrap(kept.server, await fromServer(opener));
    const anew = await sealedAnew(jag, held);
    await transaction(['ko', 'skickat', 'foton', 'bilder', 'nycklar'], 'readwrite', (t) => {
      for (const [store, item, key] of anew) t.objectStore(store).put(item, key);
      t.objectStore('nycklar').put(kept, 'pin:' + jag);
      t.objectStore('nycklar').put(held, jag);
      // A report written in another tab meanwhile is sealed under the key of before: then all of this is undone, and may be tried again.
      const all = t.objectStore('ko').getAll();
      all.onsuccess = () => {
        const mine = all.result.filter((item) => item.jag === jag).length;
        if (mine !== anew.filter(([store]) => store === 'ko').length) t.abort();
      };
    });
  });
}

/** @param {string} jag @param {CryptoKey} by @returns {Promise<[string, any, string | undefined][]>} */
async function sealedAnew(jag, by) {
  const again = async (/** @type {Wrapped} */ sealed) => seal(jag, await unseal(jag, sealed), by);
  /** @type {[string, any, string | undefined][]} */
  const anew = [];
  for (const store of ['ko', 'skickat', 'foton']) {
    const all = await transaction([store], 'readonly', (t) => t.objectStore(store).getAll());
    for (const item of all.filter((/** @type {any} */ one) => one.jag === jag)) {
      anew.push([store, { ...item, etikett: await again(item.etikett), ...(item.kropp ? { kropp: await again(item.kropp) } : {}) }, undefined]);
      if (store === 'foton') anew.push(['bilder', await again(await readOne('bilder', item.id)), item.id]);
    }
  }
  return anew;
}

/** @param {string} jag @param {string} pin @returns {Promise<'ratt' | 'fel' | 'vanta'>} */
export async function openByPin(jag, pin) {
  const kept = await keptOf(jag);
  if (!kept) return 'fel';
  // A clock that was set back must not make the pause longer than it is.
  if (kept.sparr > Date.now() && kept.sparr - Date.now() <= PAUSE) return 'vanta';
  try {
    await hold(jag, { ...kept, fel: 0, sparr: 0 }, await unwrap(kept.pin, await fromPin(pin, kept.salt)));
    return 'ratt';
  } catch {
    const fel = kept.fel + 1;
    const sparr = fel % MOST_WRONG === 0 ? Date.now() + PAUSE : 0;
    await transaction(['nycklar'], 'readwrite', (t) => void t.objectStore('nycklar').put({ ...kept, fel, sparr }, 'pin:' + jag));
    return 'fel';
  }
}

/** After a login the server's part opens the queue, though the PIN be forgotten. @param {string} jag */
export async function openAfterLogin(jag) {
  const kept = await keptOf(jag);
  if (!kept || (await readOne('nycklar', jag))) return;
  const answer = await ask('nyckel', {});
  if (answer.oppnare) await hold(jag, kept, await unwrap(kept.server, await fromServer(answer.oppnare)));
}

/** @param {string} jag @param {Kept} kept @param {CryptoKey} key */
const hold = (jag, kept, key) =>
  transaction(['nycklar'], 'readwrite', (t) => {
    t.objectStore('nycklar').put(kept, 'pin:' + jag);
    t.objectStore('nycklar').put(key, jag);
  });

/** Takes the PIN away; the key stays as it is held now. @param {string} jag */
export async function takeAwayPin(jag) {
  await ask('glom', {});
  await transaction(['nycklar'], 'readwrite', (t) => void t.objectStore('nycklar').delete('pin:' + jag));
}

/** Asks the server; without a network the answer is empty. @param {string} what @param {object} body @returns {Promise<any>} */
export async function ask(what, body) {
  const response = await fetch('/rapportera/telefon/' + what, {
    method: 'PUT', redirect: 'manual', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Samlad': '1' },
  }).catch(() => null);
  if (!response) return { fel: 'utan-nat' };
  const answer = await response.json().catch(() => ({}));
  return response.ok ? answer : { ...answer, fel: answer.fel ?? answer.errors?.[0]?.detail ?? answer.detail ?? 'logga-in' };
}
