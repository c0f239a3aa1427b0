// Lets the report form open without a network. Answers GETs for the phone's own pages and digest assets; everything else passes by
// untouched: no request that sends something is made anew here. The kept page is the form without anything of a user's. Where the
// browser wakes a worker when the network is back, the queue's own script sends what waits.
importScripts($QUEUE);

const CACHE = 'samlad-$VERSION';
const FILES = $FILES;
// Loaded when asked for, and kept a while after the form.
const LATER_FILES = $MORE;
const SHELL = '/rapportera/skal';
const PARTS = ['/rapportera/platser', '/rapportera/foto-del', '/rapportera/byt-del'];
const PHONE = /^\/(rapportera|mina-rapporter|pass)(\/|$)/;
const ASSET = /^\/(css|js|fonts|ikoner|vendor)\/.*-[0-9a-f]{32}\.[a-z0-9]+$/;
const PAGE_PATIENCE = 5000;
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
    await dropOlder();
    await self.clients.claim();
  })());
});

self.addEventListener('message', (event) => {
  if (event.data === 'ta-over') self.skipWaiting();
  if (event.data === 'skal') event.waitUntil(keepShell());
  if (event.data === 'behall') event.waitUntil(keepMore());
});

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== location.origin) return;
  if (ASSET.test(address.pathname)) event.respondWith(asset(event.request));
  else if (event.request.mode === 'navigate' && PHONE.test(address.pathname)) event.respondWith(page(event));
  else if (PARTS.includes(address.pathname) && !address.search) event.respondWith(part(event.request));
});

// The kept form and its files belong together: the older ones go when there is a newer form, which an expired login does not fetch.
async function dropOlder() {
  if (!(await (await caches.open(CACHE)).match(SHELL))) return;
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone());
  return fresh;
}

async function page(event) {
  const network = fetch(event.request);
  network.catch(() => undefined);
  const kept = (await (await caches.open(CACHE)).match(SHELL)) ?? (await caches.match(SHELL));
  try {
    const answer = await (kept ? Promise.race([network, late()]) : network);
    if (kept && answer.status >= 500) return kept;
    if (new URL(event.request.url).pathname === '/rapportera') event.waitUntil(refreshShell(kept));
    return answer;
  } catch {
    return kept ?? network;
  }
}

const late = () => new Promise((resolve, reject) => setTimeout(() => reject(new Error('late')), PAGE_PATIENCE));

async function refreshShell(kept) {
  if (!kept || Date.now() - Date.parse(kept.headers.get('Date')) > DAY) await keepShell();
}

// Only the form itself is kept: an answer that led elsewhere is a login page.
async function keepShell() {
  if (!(await keepPage(SHELL))) return;
  const { installing, waiting, active } = self.registration;
  if (active && !installing && !waiting) await dropOlder();
}

async function keepPage(address) {
  const answer = await fetch(address, { redirect: 'error' }).catch(() => null);
  if (answer?.ok) await (await caches.open(CACHE)).put(address, answer);
  return answer?.ok;
}

async function keepMore() {
  for (const address of [...LATER_FILES, ...PARTS]) if (!(await caches.match(address))) await keepPage(address);
}

async function part(request) {
  const address = new URL(request.url).pathname;
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) await (await caches.open(CACHE)).put(address, fresh.clone());
    return fresh;
  } catch (failure) {
    const kept = await caches.match(address);
    if (kept) return kept;
    throw failure;
  }
}
