// The service worker: without a network the form opens anyway. A new version is offered, never forced upon a form that is being filled.
import { byId } from './ord.js';

const AFTER_THE_FORM = 3_000;

/** @param {boolean} online whether the page came from the server, so that a worker may be fetched */
export async function watchWorker(online) {
  if (!('serviceWorker' in navigator)) return;
  const registration = online
    ? await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
    : await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  // What the form loads when asked for is kept as well, once the form itself has had its time.
  setTimeout(() => navigator.serviceWorker.controller?.postMessage('behall'), AFTER_THE_FORM);
  if (registration.waiting && navigator.serviceWorker.controller) offerVersion(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) offerVersion(coming);
    });
  });
}

/** @param {ServiceWorker} worker */
function offerVersion(worker) {
  const offer = byId('ny-version');
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage('ta-over');
  });
}

/** What another user's municipality looks like is not for this one: the kept form goes, and comes anew. */
export async function forgetShell() {
  for (const name of (await globalThis.caches?.keys().catch(() => [])) ?? []) {
    const cache = await caches.open(name);
    for (const kept of await cache.keys()) if (new URL(kept.url).pathname.startsWith('/rapportera')) await cache.delete(kept);
  }
  navigator.serviceWorker?.controller?.postMessage('skal');
}
