// The service worker's part of the queue: the browser wakes it when there is a network again, though no page is open, and asks once more
// later if something is left. Put into the worker as a plain script, see WorkerScript.
import { setting, queued, waitingPhotos } from './lada.js';
import { flush } from './ko.js';

/** @typedef {Event & {tag: string, waitUntil(work: Promise<void>): void}} SyncEvent */

self.addEventListener('sync', (event) => {
  const sync = /** @type {SyncEvent} */ (event);
  if (sync.tag === 'samlad-ko') sync.waitUntil(sendAllThatWaits());
});

async function sendAllThatWaits() {
  const jag = await setting('jag');
  if (!jag) return;
  await flush(jag, true);
  const left = [...(await queued(jag)), ...(await waitingPhotos(jag))].filter((item) => !item.fel);
  if (left.length) throw new Error('left in the queue: ' + left.length);
}
