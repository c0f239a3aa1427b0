// The phone's own store: unsent reports and photos and the last twenty sent, each bound to a user and encrypted with a key that cannot be
// read out. A stored report holds the exact bytes that are sent.

const NAME = 'samlad';
const SCHEMA = 2;
const STORES = { ko: 'id', skickat: 'id', foton: 'id', bilder: '', nycklar: '', allmant: '' };
const SENT_KEPT = 20;

/** @typedef {{kategori: string, plats: string, tid: string, status?: string, skickad?: number}} Label what a person knows the report by */
/** @typedef {{id: string, jag: string, skapad: number, forsok: number, nasta: number, fel: number, svar: string, etikett: Sealed}} Waiting */
/** @typedef {Waiting & {kropp: Sealed}} Queued */
/** @typedef {Waiting & {rapport: string, storlek: number}} Photo its picture lies apart, so that a list of photos weighs nothing */
/** @typedef {{iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer}} Sealed */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

function database() {
  opened ??= openStore(SCHEMA).catch((failure) => {
    // A newer version of the app has been here, and its stores hold all that ours did.
    if (failure?.name === 'VersionError') return openStore();
    throw failure;
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** @param {number} [version] @returns {Promise<IDBDatabase>} */
function openStore(version) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version);
    // What lies in the phone stays at every version: stores are added, none is changed or removed.
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(STORES)) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, keyPath ? { keyPath } : {});
      }
    };
    request.onsuccess = () => {
      const forget = () => (opened = undefined);
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      request.result.onclose = forget;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/**
 * One transaction; resolves when it is durable.
 * @template T
 * @param {string[]} stores @param {IDBTransactionMode} mode @param {(t: IDBTransaction) => IDBRequest<T> | void} work
 * @returns {Promise<T>}
 */
export async function transaction(stores, mode, work) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const t = db.transaction(stores, mode, { durability: 'strict' });
    const request = work(t);
    t.oncomplete = () => resolve(/** @type {T} */ (request ? request.result : undefined));
    t.onerror = () => reject(t.error);
    t.onabort = () => reject(t.error ?? new Error('aborted'));
  });
}

/** @param {string} store @param {IDBValidKey} id */
export const readOne = (store, id) => transaction([store], 'readonly', (t) => t.objectStore(store).get(id));

/** @param {string} store @returns {Promise<any[]>} */
const readAll = (store) => transaction([store], 'readonly', (t) => t.objectStore(store).getAll());

/** What is known without a user: who used the phone last, for which organisation. @param {string} name */
export const setting = (name) => readOne('allmant', name);

/** @param {string} name @param {unknown} value */
export const keep = (name, value) =>
  transaction(['allmant'], 'readwrite', (t) => void (value == null ? t.objectStore('allmant').delete(name) : t.objectStore('allmant').put(value, name)));

/** The user's key, made once; it never leaves the browser's own store. Behind a PIN it is there only while its user has the phone. @param {string} jag @returns {Promise<CryptoKey>} */
async function key(jag) {
  const held = await readOne('nycklar', jag);
  if (held) return held;
  if (await readOne('nycklar', 'pin:' + jag)) throw new Error('locked');
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been first: add fails then, and the key that is there counts.
  await transaction(['nycklar'], 'readwrite', (t) => {
    const adding = t.objectStore('nycklar').add(made, jag);
    adding.onerror = (event) => {
      event.preventDefault();
      event.stopPropagation();
    };
  });
  return readOne('nycklar', jag);
}

/** Whose key lies behind a PIN loses it when somebody else takes the phone; what is sealed stays. @param {string | undefined} jag */
export async function lockUser(jag) {
  if (jag && (await readOne('nycklar', 'pin:' + jag))) await transaction(['nycklar'], 'readwrite', (t) => void t.objectStore('nycklar').delete(jag));
}

/** @param {string} jag @param {BufferSource | string} content @param {CryptoKey} [by] @returns {Promise<Sealed>} */
export async function seal(jag, content, by) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, by ?? (await key(jag)), plain) };
}

/** @param {string} jag @param {Sealed} sealed @returns {Promise<ArrayBuffer>} */
export async function unseal(jag, sealed) {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await key(jag), sealed.data);
}

const untried = () => ({ skapad: Date.now(), forsok: 0, nasta: 0, fel: 0, svar: '' });

/**
 * Puts a report and its photos in the queue, instead of one that had to be mended when there was one: all of it or nothing.
 * @param {string} jag @param {string} id @param {string} body @param {Label} label @param {Blob[]} photos @param {string | null} mended
 */
export async function enqueue(jag, id, body, label, photos, mended) {
  const etikett = await seal(jag, JSON.stringify(label));
  const item = { id, jag, ...untried(), kropp: await seal(jag, body), etikett };
  const pictures = await Promise.all(photos.map(async (photo) => seal(jag, await photo.arrayBuffer())));
  const moved = mended ? (await waitingPhotos(jag)).filter((photo) => photo.rapport === mended) : [];
  await transaction(['ko', 'foton', 'bilder'], 'readwrite', (t) => {
    t.objectStore('ko').put(item);
    if (mended) t.objectStore('ko').delete(mended);
    for (const photo of moved) t.objectStore('foton').put({ ...photo, ...untried(), rapport: id });
    pictures.forEach((picture, at) => {
      const photo = crypto.randomUUID();
      // A millisecond apart, so that they are sent in the order they were taken.
      t.objectStore('foton').put({ id: photo, rapport: id, jag, ...untried(), skapad: item.skapad + at, storlek: picture.data.byteLength, etikett });
      t.objectStore('bilder').put(picture, photo);
    });
  });
}

/** @template {Waiting} W @param {W[]} all @param {string} jag */
const ofUser = (all, jag) => all.filter((item) => item.jag === jag).sort((a, b) => a.skapad - b.skapad);

/** The user's unsent reports, oldest first. @param {string} jag @returns {Promise<Queued[]>} */
export const queued = async (jag) => ofUser(await readAll('ko'), jag);

/** The user's unsent photos, oldest first. @param {string} jag @returns {Promise<Photo[]>} */
export const waitingPhotos = async (jag) => ofUser(await readAll('foton'), jag);

/** What lies unsent, whoever wrote it: the phone's room is shared. @returns {Promise<{antal: number, byte: number}>} */
export async function crowd() {
  const [items, photos] = await Promise.all([readAll('ko'), readAll('foton')]);
  return { antal: items.length, byte: [...items.map((item) => item.kropp.data.byteLength), ...photos.map((photo) => photo.storlek)].reduce((a, b) => a + b, 0) };
}

/** The exact bytes to send. @param {Queued | Photo} item */
export async function bytes(item) {
  const sealed = 'kropp' in item ? item.kropp : await readOne('bilder', item.id);
  return new Uint8Array(await unseal(item.jag, sealed));
}

/** @param {{jag: string, etikett: Sealed}} item @returns {Promise<Label>} */
export async function label(item) {
  return JSON.parse(new TextDecoder().decode(await unseal(item.jag, item.etikett)));
}

/** Writes how it went, if it still lies there. @param {Waiting} item @param {Partial<Waiting>} change */
export async function note(item, change) {
  const name = 'kropp' in item ? 'ko' : 'foton';
  await transaction([name], 'readwrite', (t) => {
    const store = t.objectStore(name);
    const request = store.get(item.id);
    request.onsuccess = () => {
      if (request.result) store.put({ ...request.result, ...change });
    };
  });
}

/** Takes a report with its photos, or a photo alone, out of the phone. @param {Queued | Photo} item */
export async function drop(item) {
  const photos = 'kropp' in item ? (await waitingPhotos(item.jag)).filter((photo) => photo.rapport === item.id) : [item];
  await transaction(['ko', 'foton', 'bilder'], 'readwrite', (t) => {
    t.objectStore('ko').delete(item.id);
    for (const photo of photos) {
      t.objectStore('foton').delete(photo.id);
      t.objectStore('bilder').delete(photo.id);
    }
  });
}

/** The report is acknowledged: its text is wiped, and what a person knows it by is kept among the last twenty. @param {Queued} item @param {string} status */
export async function acknowledge(item, status) {
  const etikett = await seal(item.jag, JSON.stringify({ ...(await label(item)), status, skickad: Date.now() }));
  await transaction(['ko', 'skickat'], 'readwrite', (t) => {
    t.objectStore('ko').delete(item.id);
    const store = t.objectStore('skickat');
    const request = store.getAll();
    request.onsuccess = () => {
      const earlier = request.result.filter((s) => s.jag === item.jag).sort(newestFirst);
      store.put({ id: item.id, jag: item.jag, nummer: (earlier[0]?.nummer ?? 0) + 1, etikett });
      for (const old of earlier.filter((s) => s.id !== item.id).slice(SENT_KEPT - 1)) store.delete(old.id);
    };
  });
}

/** Those from before the numbers come last. @param {any} a @param {any} b */
const newestFirst = (a, b) => (b.nummer ?? 0) - (a.nummer ?? 0) || (b.skickad ?? 0) - (a.skickad ?? 0);

/** The last twenty sent, newest first. @param {string} jag @returns {Promise<{id: string, jag: string, skickad?: number, etikett: Sealed}[]>} */
export const sent = async (jag) => (await readAll('skickat')).filter((s) => s.jag === jag).sort(newestFirst);
