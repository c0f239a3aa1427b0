// The phone's own store: unsent reports and the last twenty sent, each bound to a user and encrypted with a key that cannot be read out.
// A stored report holds the exact bytes that are sent.

const NAME = 'samlad';
const SENT_KEPT = 20;

/** @typedef {{kategori: string, plats: string, tid: string}} Label what a person knows the report by */
/** @typedef {{id: string, jag: string, skapad: number, forsok: number, nasta: number, fel: number, svar: string, kropp: Sealed, etikett: Sealed}} Queued */
/** @typedef {{iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer}} Sealed */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('ko', { keyPath: 'id' });
      db.createObjectStore('skickat', { keyPath: 'id' });
      db.createObjectStore('nycklar');
      db.createObjectStore('allmant');
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      opened = undefined;
      reject(request.error);
    };
  });
  return opened;
}

/**
 * One transaction; resolves when it is durable.
 * @template T
 * @param {string[]} stores @param {IDBTransactionMode} mode @param {(t: IDBTransaction) => IDBRequest<T> | void} work
 * @returns {Promise<T>}
 */
async function transaction(stores, mode, work) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const t = db.transaction(stores, mode, { durability: 'strict' });
    const request = work(t);
    t.oncomplete = () => resolve(/** @type {T} */ (request ? request.result : undefined));
    t.onerror = () => reject(t.error);
    t.onabort = () => reject(t.error ?? new Error('aborted'));
  });
}

/** What is known without a user: who used the phone last, for which organisation. @param {string} name */
export const setting = (name) => transaction(['allmant'], 'readonly', (t) => t.objectStore('allmant').get(name));

/** @param {string} name @param {unknown} value */
export const keep = (name, value) =>
  transaction(['allmant'], 'readwrite', (t) => void (value == null ? t.objectStore('allmant').delete(name) : t.objectStore('allmant').put(value, name)));

/** The user's key, made once; it never leaves the browser's own store. @param {string} jag @returns {Promise<CryptoKey>} */
async function key(jag) {
  const found = await transaction(['nycklar'], 'readonly', (t) => t.objectStore('nycklar').get(jag));
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been first: add fails then, and the key that is there counts.
  await transaction(['nycklar'], 'readwrite', (t) => {
    const adding = t.objectStore('nycklar').add(made, jag);
    adding.onerror = (event) => {
      event.preventDefault();
      event.stopPropagation();
    };
  });
  return transaction(['nycklar'], 'readonly', (t) => t.objectStore('nycklar').get(jag));
}

/** @param {string} jag @param {string} text @returns {Promise<Sealed>} */
async function seal(jag, text) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(jag), new TextEncoder().encode(text));
  return { iv, data };
}

/** @param {string} jag @param {Sealed} sealed @returns {Promise<ArrayBuffer>} */
async function unseal(jag, sealed) {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await key(jag), sealed.data);
}

/** Puts a report in the queue. @param {string} jag @param {string} id @param {string} body @param {Label} label */
export async function enqueue(jag, id, body, label) {
  const item = {
    id, jag, skapad: Date.now(), forsok: 0, nasta: 0, fel: 0, svar: '',
    kropp: await seal(jag, body), etikett: await seal(jag, JSON.stringify(label)),
  };
  await transaction(['ko'], 'readwrite', (t) => void t.objectStore('ko').put(item));
}

/** The user's unsent reports, oldest first. @param {string} jag @returns {Promise<Queued[]>} */
export async function queued(jag) {
  const all = await transaction(['ko'], 'readonly', (t) => t.objectStore('ko').getAll());
  return all.filter((/** @type {Queued} */ item) => item.jag === jag).sort((a, b) => a.skapad - b.skapad);
}

/** How many reports of anybody lie unsent: the phone's room is shared. */
export const crowd = () => transaction(['ko'], 'readonly', (t) => t.objectStore('ko').count());

/** The exact bytes to send. @param {Queued} item */
export const bytes = async (item) => new Uint8Array(await unseal(item.jag, item.kropp));

/** @param {{jag: string, etikett: Sealed}} item @returns {Promise<Label>} */
export async function label(item) {
  return JSON.parse(new TextDecoder().decode(await unseal(item.jag, item.etikett)));
}

/** Writes how it went, if the report still lies there. @param {string} id @param {Partial<Queued>} change */
export async function note(id, change) {
  await transaction(['ko'], 'readwrite', (t) => {
    const store = t.objectStore('ko');
    const request = store.get(id);
    request.onsuccess = () => {
      if (request.result) store.put({ ...request.result, ...change });
    };
  });
}

/** @param {string} id */
export const drop = (id) => transaction(['ko'], 'readwrite', (t) => void t.objectStore('ko').delete(id));

/** The report is acknowledged: its text is wiped, and what a person knows it by is kept among the last twenty. @param {Queued} item @param {string} status */
export async function acknowledge(item, status) {
  await transaction(['ko', 'skickat'], 'readwrite', (t) => {
    t.objectStore('ko').delete(item.id);
    const sent = t.objectStore('skickat');
    sent.put({ id: item.id, jag: item.jag, skickad: Date.now(), status, etikett: item.etikett });
    const request = sent.getAll();
    request.onsuccess = () => {
      const own = request.result.filter((s) => s.jag === item.jag).sort((a, b) => b.skickad - a.skickad);
      for (const old of own.slice(SENT_KEPT)) sent.delete(old.id);
    };
  });
}

/** The last twenty sent, newest first. @param {string} jag @returns {Promise<{id: string, jag: string, skickad: number, status: string, etikett: Sealed}[]>} */
export async function sent(jag) {
  const all = await transaction(['skickat'], 'readonly', (t) => t.objectStore('skickat').getAll());
  return all.filter((s) => s.jag === jag).sort((a, b) => b.skickad - a.skickad);
}
