// Lets the report form open without a network. Answers GETs for the phone's own pages and digest assets; everything else passes by
// untouched, never is a report sent from here. The kept page is the form without anything of a user's.
const CACHE = 'samlad-$VERSION';
const FILES = $FILES;
const SHELL = '/rapportera/skal';
const PLACES = '/rapportera/platser';
const PHONE = /^\/(rapportera|mina-rapporter|pass)(\/|$)/;
const ASSET = /^\/(css|js|fonts|ikoner|vendor)\/.*-[0-9a-f]{32}\.[a-z0-9]+$/;
const PATIENCE = 5000;
const DAY = 86_400_000;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES);
    await keepShell();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener('message', (event) => {
  if (event.data === 'ta-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== location.origin) return;
  if (ASSET.test(address.pathname)) event.respondWith(asset(event.request));
  else if (event.request.mode === 'navigate' && PHONE.test(address.pathname)) event.respondWith(page(event));
  else if (address.pathname === PLACES && !address.search) event.respondWith(places(event.request));
});

async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

async function page(event) {
  const network = fetch(event.request);
  network.catch(() => undefined);
  const kept = await caches.match(SHELL);
  try {
    const answer = await (kept ? Promise.race([network, late()]) : network);
    if (new URL(event.request.url).pathname === '/rapportera') event.waitUntil(refreshShell(kept));
    return answer;
  } catch {
    return kept ?? network;
  }
}

const late = () => new Promise((resolve, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));

async function refreshShell(kept) {
  if (!kept || Date.now() - Date.parse(kept.headers.get('Date')) > DAY) await keepShell();
}

// Only the form itself is kept: an answer that led elsewhere is a login page.
async function keepShell() {
  const answer = await fetch(SHELL, { redirect: 'error' }).catch(() => null);
  if (answer?.ok) await (await caches.open(CACHE)).put(SHELL, answer);
}

async function places(request) {
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(PLACES, fresh.clone());
    return fresh;
  } catch (failure) {
    const kept = await cache.match(PLACES);
    if (kept) return kept;
    throw failure;
  }
}
