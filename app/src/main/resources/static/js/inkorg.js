// The inbox by keyboard: j and k choose the next and the previous row, a passes, d says it is the same incident, e opens what can be
// changed, t says that the time is right, f takes a proposed correction and n leaves it, x ticks the row, ? lists the keys. Off by choice, and never while somebody writes. Everything is a link or button of the page.

const root = document.documentElement;

/** @returns {HTMLElement[]} */
function rows() {
  return Array.from(document.querySelectorAll('#inkorg tr[data-rad]'));
}

/** @returns {HTMLElement | undefined} */
function chosen() {
  return rows().find((row) => row.hasAttribute('aria-current'));
}

/** @param {HTMLElement} row */
function mark(row) {
  for (const other of rows()) {
    other.classList.toggle('vald', other === row);
    if (other === row) other.setAttribute('aria-current', 'true');
    else other.removeAttribute('aria-current');
  }
}

/** @param {number} step */
function move(step) {
  const all = rows();
  const current = chosen();
  const at = current ? all.indexOf(current) + step : 0;
  const link = all[Math.min(Math.max(at, 0), all.length - 1)]?.querySelector('a');
  if (link) {
    link.focus();
    link.click();
  }
}

/** @param {string} selector */
function submit(selector) {
  const form = document.querySelector(selector);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}

function openChange() {
  const change = document.getElementById('andra');
  if (!(change instanceof HTMLDetailsElement)) return;
  change.open = true;
  const field = change.querySelector('select');
  if (field instanceof HTMLElement) field.focus();
}

function showKeys() {
  const dialog = document.getElementById('genvagar');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function tick() {
  const box = chosen()?.querySelector('input[type=checkbox]');
  if (box instanceof HTMLInputElement) box.click();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  a: () => submit('#godkann'),
  d: () => submit('#samma'),
  e: openChange,
  t: () => submit('#detalj [data-tid]'),
  f: () => submit('#detalj [data-forslag-ja]'),
  n: () => submit('#detalj [data-forslag-nej]'),
  x: tick,
  '?': showKeys,
};

document.addEventListener(
  'keydown',
  (event) => {
    if (root.dataset.kortkommandon !== 'ja' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('textarea,select,[contenteditable],dialog[open],input:not([type=checkbox])')) return;
    const act = KEYS[event.key];
    if (!act || !document.getElementById('genvagar')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  },
  true,
);

// How many rows are ticked; the bar says nothing of itself while none is.
function count() {
  const bar = document.querySelector('[data-verktyg]');
  if (!(bar instanceof HTMLElement)) return;
  const ticked = document.querySelectorAll('#val input[name=h]:checked').length;
  bar.hidden = ticked === 0;
  const word = bar.querySelector('[data-antal]');
  if (word instanceof HTMLElement) word.textContent = (word.dataset.ord ?? '').replace('#', String(ticked));
}
document.addEventListener('change', count);
document.addEventListener('htmx:afterSettle', count);
count();

// The row whose detail is fetched is the chosen one.
document.addEventListener('htmx:beforeRequest', (event) => {
  const row = event.target instanceof Element ? event.target.closest('tr[data-rad]') : null;
  if (row instanceof HTMLElement) mark(row);
});

// Somebody else was first, or something is wrong: the answer shows what holds now.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (!(event instanceof CustomEvent)) return;
  const status = event.detail.xhr.status;
  const page = (event.detail.xhr.getResponseHeader('Content-Type') ?? '').startsWith('text/html');
  if (page && [403, 409, 412].includes(status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
